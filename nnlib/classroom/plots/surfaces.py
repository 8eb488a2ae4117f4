"""Pictures of the loss over two weights: the surface that descent walks down."""

import numpy as np

from ..style import PALETTE
from .axes import legend_below, panels


def plot_loss_surface(loss_of, first_range, second_range, *, names, title, path=None, minimum=None):
    """Draw the loss over two weights as a map with contour lines.

    Parameters
    ----------
    loss_of : function of two floats, returns the loss
    first_range, second_range : (float, float)
        From where to where the two weights go.
    names : (str, str)
        Names of the two weights, for the axes.
    title : str
    path : array_like of shape (steps + 1, 2), optional
        Where descent went, drawn with arrows from the start.
    minimum : (float, float), optional
        The lowest point, marked with a star.

    Returns
    -------
    matplotlib.figure.Figure
    """
    for weights, (low, high) in zip(names, (first_range, second_range), strict=True):
        if not low < high:
            raise ValueError(f"The range of {weights} must rise, got {low} to {high}.")
    first, second = np.linspace(*first_range, 61), np.linspace(*second_range, 61)
    loss = np.array([[loss_of(a, b) for a in first] for b in second], dtype=float)
    fig, (ax,) = panels(title, 1)
    draw_contours(ax, first, second, loss)
    if path is not None:
        _draw_path(ax, np.asarray(path, dtype=float))
    if minimum is not None:
        _inside(minimum, first_range, second_range)
        ax.plot(
            *minimum,
            linestyle="none",
            marker="*",
            markersize=16,
            color=PALETTE["orange"],
            markeredgecolor=PALETTE["black"],
            label="the lowest point",
        )
    ax.grid(False)
    ax.set(xlabel=names[0], ylabel=names[1], xlim=first_range, ylim=second_range)
    if path is not None or minimum is not None:
        legend_below(fig, ax)
    return fig


def draw_contours(ax, first, second, loss, *, heights=None, fontsize=8):
    """Draw the map: loss of shape (second values, first values), dark where it is high.

    The heights of the lines rise; without them they are round and fit a quadratic valley. Without
    a font size, the lines do not tell their heights.
    """
    low, high = loss.min(), loss.max()
    if low == high:
        raise ValueError(f"The loss is {low:g} all over these ranges: nothing to draw.")
    if heights is None:
        heights = round_heights(low, high)
    levels = [low, *heights, high]
    ax.contourf(first, second, loss, levels=levels, cmap="Blues", alpha=0.75)
    lines = ax.contour(first, second, loss, levels=heights, colors=PALETTE["grey"], linewidths=0.8)
    if fontsize is not None:
        ax.clabel(lines, fmt="%.10g", fontsize=fontsize, colors=PALETTE["black"])


def round_heights(low, high):
    """Return nine rising heights between low and high, each a round number.

    Their distances grow: a valley is quadratic, and even ones would crowd its walls. A height is
    rounded to a multiple of 1, 2 or 5 times a power of ten, at most half its distance from the one
    below: so no two become the same, and the map stays a map.
    """
    even = low + (high - low) * np.linspace(0, 1, 11) ** 2
    half = np.diff(even)[:-1] / 2
    power = 10.0 ** np.floor(np.log10(half))
    unit = power * np.select([half >= 5 * power, half >= 2 * power], [5, 2], 1)
    return np.round(even[1:-1] / unit) * unit + 0.0  # no -0.0


def _inside(minimum, *ranges):
    for value, (low, high) in zip(minimum, ranges, strict=True):
        if not low <= value <= high:
            raise ValueError(
                f"The minimum {tuple(float(f'{v:.4g}') for v in minimum)} lies outside the ranges "
                f"{ranges[0]} and {ranges[1]}: widen them."
            )


def _draw_path(ax, path):
    """Draw the steps of a descent; an arrow on each of at most about a dozen of them."""
    if path.ndim != 2 or path.shape[1] != 2 or len(path) == 0:
        raise ValueError(f"path has shape {path.shape}; a list of points needs shape (n, 2).")
    colour = PALETTE["vermillion"]
    if len(path) > 1:  # one point alone is a start without a path
        ax.plot(
            *path.T,
            color=colour,
            linestyle="-",
            linewidth=1.4,
            marker="o",
            markersize=3,
            label="the path of descent",
        )
    ax.plot(*path[0], color=colour, marker="s", markersize=8, linestyle="none", label="the start")
    for i in range(0, len(path) - 1, max(1, len(path) // 12)):
        ax.annotate(
            "",
            path[i + 1],
            path[i],
            zorder=3,
            arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1.4},
        )
