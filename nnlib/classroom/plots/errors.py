"""Pictures of errors: as lengths between target and prediction, and as areas."""

import numpy as np
from matplotlib.patches import Rectangle

from ..style import PALETTE
from .axes import as_line, legend_below, panels

LABELLED_ERRORS = 8  # with more rows, the numbers would run into each other
SHAPE = 0.5  # height of the axes over their width, where squares must be square


def plot_errors(x, y, y_hat, *, title, squares=False, xlabel="x", ylabel="y"):
    """Draw targets, predictions, and the error Y_hat - Y of each row as a segment between them.

    Parameters
    ----------
    x, y, y_hat : array_like of shape (n,) or (n, 1)
    title : str
    squares : bool
        Draw each squared error too, as a true square on the error's segment.

    Returns
    -------
    matplotlib.figure.Figure
    """
    x = as_line(x, "x")
    y, y_hat = as_line(y, "y", x), as_line(y_hat, "y_hat", x)
    fig, (ax,) = panels(title, 1)
    ax.vlines(x, y, y_hat, color=PALETTE["vermillion"], linewidth=2, label="error, Ŷ - Y")
    ax.plot(x, y, linestyle="none", marker="o", color=PALETTE["black"], label="target, Y")
    ax.plot(
        x,
        y_hat,
        linestyle="none",
        marker="D",
        markerfacecolor="white",
        markeredgewidth=1.8,
        color=PALETTE["blue"],
        label="prediction, Ŷ",
    )
    if len(x) <= LABELLED_ERRORS:
        for x_i, y_i, y_hat_i in zip(x, y, y_hat, strict=True):
            middle = (x_i, (y_i + y_hat_i) / 2)
            ax.annotate(
                f"{y_hat_i - y_i:.3g}",
                middle,
                (-9, 0),
                textcoords="offset points",
                ha="right",
                va="center",
                color=PALETTE["vermillion"],
                fontsize=9,
            )
        ax.margins(x=0.09)
    if squares:
        _draw_squares(ax, x, y, y_hat)
    ax.set(xlabel=xlabel, ylabel=ylabel)
    legend_below(fig, ax, columns=4)
    return fig


def _draw_squares(ax, x, y, y_hat):
    """Draw squares to the right of the errors, and fix the axes so that they are squares.

    The axes' box is SHAPE times as high as wide, whatever the layout does. An error of length e
    takes e / (high - low) of the height, and has to take SHAPE times that of the width.
    """
    side = np.abs(y_hat - y)
    low, high = min(y.min(), y_hat.min()), max(y.max(), y_hat.max())
    margin = 0.08 * (high - low) or 1.0
    low, high = low - margin, high + margin
    left = x.min() - (0.09 * np.ptp(x) or 1.0)
    share = SHAPE * side / (high - low)  # of the width; below 1/2: no error is higher than the axes
    right = max(((x - share * left) / (1 - share)).max(), x.max() + 0.06 * np.ptp(x), left + 2)
    ax.set_box_aspect(SHAPE)
    ax.set(xlim=(left, right), ylim=(low, high))
    widths = share * (right - left)
    for i in range(len(x)):
        corner = (x[i], min(y[i], y_hat[i]))
        ax.add_patch(
            Rectangle(
                corner,
                widths[i],
                side[i],
                facecolor=PALETTE["orange"] + "40",
                hatch="///",
                edgecolor=PALETTE["vermillion"],
                linewidth=0.8,
                label="squared error" if i == 0 else None,
            )
        )
