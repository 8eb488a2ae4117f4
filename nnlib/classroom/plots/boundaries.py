"""Pictures of classes in the plane: where a network says which, and how sure it is."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from ..style import PALETTE, cycle
from .axes import as_label, legend_below, panels

SHADES = LinearSegmentedColormap.from_list("two", [PALETTE["sky"], "white", PALETTE["orange"]])
CELLS = 81  # along each side of the map
MOST_LINES = 20  # of hidden units


def plot_boundaries(models, X, labels, *, title):
    """Draw the map of each model, a panel each: shades for its share of class 1, a line at 1/2.

    Parameters
    ----------
    models : dict of str to function
        Each takes points of shape (m, 2) and returns two logits for each, shape (m, 2). If it is
        the `predict` of a network with hidden units, the lines where these switch on are drawn
        too, unless there are so many that they would cover the map.
    X : array_like of shape (n, 2)
    labels : array_like of shape (n,), each 0 or 1
    title : str

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If X is no table of two columns, or has not a label, 0 or 1, for each row.
    """
    X, labels = np.asarray(X, dtype=float), np.asarray(labels)
    if X.ndim != 2 or X.shape[1] != 2 or labels.shape != X.shape[:1]:
        raise ValueError(
            f"Points in the plane need X of shape (n, 2) and labels of shape (n,), got {X.shape} "
            f"and {labels.shape}."
        )
    if not np.isin(labels, (0, 1)).all():
        raise ValueError("A map of two classes needs labels that are 0 or 1.")
    fig, axes = panels(title, len(models), columns=2, panel_height=3.0, sharex=True, sharey=True)
    low, high = X.min(axis=0), X.max(axis=0)
    margin = 0.12 * (high - low)
    sides = [np.linspace(*ends, CELLS) for ends in zip(low - margin, high + margin)]
    for ax, (name, model) in zip(axes, models.items()):
        _draw_map(ax, sides, model)
        _draw_hinges(ax, model)
        for label in (0, 1):
            colour, _, marker = cycle(label)
            points = {"color": colour, "markeredgecolor": "white", "markeredgewidth": 0.5}
            ax.plot(*X[labels == label].T, marker, ms=5, label=as_label(f"class {label}"), **points)
        ax.set(title=name, xlim=sides[0][[0, -1]], ylim=sides[1][[0, -1]])
        ax.grid(False)
    for ax in axes[::2]:
        ax.set_ylabel("x2")
    for ax in axes[-2:]:
        ax.set_xlabel("x1")
    legend_below(fig, axes[0], columns=4)
    return fig


def _draw_map(ax, sides, model):
    """Shade the plane by the share of class 1, and draw the line where both shares are equal."""
    points = np.stack(np.meshgrid(*sides), axis=-1)
    Z = np.asarray(model(points.reshape(-1, 2)), dtype=float)
    if Z.shape != (CELLS**2, 2):
        raise ValueError(f"A model must give two logits for each point, got shape {Z.shape}.")
    lead = (Z[:, 1] - Z[:, 0]).reshape(CELLS, CELLS)
    share = (1 + np.tanh(lead / 2)) / 2  # the softmax of two logits
    ax.contourf(*sides, share, levels=np.linspace(0, 1, 11), cmap=SHADES, alpha=0.6)
    if lead.min() < 0 < lead.max():
        ax.contour(*sides, lead, levels=[0], colors=PALETTE["black"], linewidths=2)
        ax.plot([], [], color=PALETTE["black"], label="the boundary")


def _draw_hinges(ax, model):
    """Draw the line of each hidden unit: w . x + b = 0."""
    layers = getattr(getattr(model, "__self__", None), "layers", [])
    if len(layers) < 2 or len(layers[0].W.T) > MOST_LINES:
        return
    grey = {"color": PALETTE["grey"], "linestyle": (0, (4, 2)), "linewidth": 1}
    label = as_label("where a unit switches")
    for (w1, w2), b in zip(layers[0].W.T, layers[0].b.ravel()):
        size = np.hypot(w1, w2)
        if size > 0:
            foot = -b * np.array([w1, w2]) / size**2  # the point of the line nearest to 0
            ax.axline(foot, foot + np.array([-w2, w1]) / size, label=label, **grey)
            label = None
