"""Picture of several paths over one map: how different optimizers walk down the same valley."""

import numpy as np

from ...arrays import as_floats
from ..style import PALETTE, cycle
from .axes import as_label, legend_below, panels
from .surfaces import draw_contours


def plot_paths(loss_of, first_range, second_range, paths, *, names, title):
    """Draw paths over a map of the loss, each with a colour, a line and a marker of its own.

    Parameters
    ----------
    loss_of : function of two floats, returns the loss
    first_range, second_range : (float, float)
        From where to where the two weights go; what lies beyond is cut off.
    paths : dict of str to array_like of shape (steps + 1, 2)
        Each from its start, a point for each step.
    names : (str, str)
        Names of the two weights, for the axes.
    title : str

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If a range does not rise, if there is no path, or one is no list of points.
    """
    for weights, (low, high) in zip(names, (first_range, second_range), strict=True):
        if not low < high:
            raise ValueError(f"The range of {weights} must rise, got {low} to {high}.")
    first, second = np.linspace(*first_range, 61), np.linspace(*second_range, 61)
    loss = np.array([[loss_of(a, b) for a in first] for b in second], dtype=float)
    fig, (ax,) = panels(title, min(len(paths), 1))
    draw_contours(ax, first, second, loss)
    for i, (name, path) in enumerate(paths.items()):
        _draw_path(ax, i, name, as_floats(path, name))
    ax.grid(False)
    ax.set(xlabel=names[0], ylabel=names[1], xlim=first_range, ylim=second_range)
    legend_below(fig, ax, columns=4)
    return fig


def _draw_path(ax, index, name, path):
    """Draw one path: a marker at each of its steps, a square at its start, a star at its end."""
    if path.ndim != 2 or path.shape[1] != 2 or len(path) == 0:
        raise ValueError(f"{name} has shape {path.shape}; a path of points needs shape (n, 2).")
    colour, linestyle, marker = cycle(index)
    line = {"color": colour, "linestyle": linestyle, "linewidth": 1.6, "label": as_label(name)}
    ax.plot(*path.T, marker=marker, markersize=4, **line)
    edge = {"color": colour, "markeredgecolor": PALETTE["black"], "linestyle": "none"}
    ax.plot(*path[0], marker="s", markersize=8, **edge)
    ax.plot(*path[-1], marker="*", markersize=13, **edge)
