"""Pictures of data and predictions: curves through points."""

import numpy as np

from ..style import PALETTE, cycle
from .axes import as_label, as_line, legend_below, panels


def plot_fit(x, y, predictions, *, title, xlabel="x", ylabel="y"):
    """Draw the data as points and the prediction of each model as a curve.

    Parameters
    ----------
    x, y : array_like of shape (n,) or (n, 1)
        The data, in any order.
    predictions : dict of str to array_like of shape (n,) or (n, 1)
        What each model predicts at x.
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    fig, (ax,) = panels(title, min(len(predictions), 1))
    _draw_points(ax, x, y)
    for i, (name, y_hat) in enumerate(predictions.items()):
        _draw_curve(ax, x, y_hat, name, *cycle(i)[:2])
    ax.set(xlabel=xlabel, ylabel=ylabel)
    legend_below(fig, ax)
    return fig


def plot_fits(x, y, predictions, *, title, x_curve=None, xlabel="x", ylabel="y", columns=2):
    """Draw the same data once for each model, side by side.

    The arguments are those of `plot_fit`. If the predictions were made at other, denser points
    than x, so that each corner is drawn where it is, give these points as `x_curve`.
    """
    x_curve = x if x_curve is None else x_curve
    fig, axes = panels(title, len(predictions), columns=columns, sharex=True, sharey=True)
    for ax, (name, y_hat) in zip(axes, predictions.items(), strict=True):
        _draw_points(ax, x, y)
        _draw_curve(ax, x_curve, y_hat, "the prediction", PALETTE["vermillion"], "-")
        ax.set_title(name)
        ax.set(xlabel=xlabel, ylabel=ylabel)
        ax.label_outer()
    legend_below(fig, axes[0])
    return fig


def _draw_points(ax, x, y):
    x = as_line(x, "x")
    ax.plot(
        x,
        as_line(y, "y", x),
        linestyle="none",
        marker="o",
        markersize=4,
        color=PALETTE["grey"],
        alpha=0.6,
        label="the data",
    )


def _draw_curve(ax, x, y_hat, name, colour, linestyle):
    x = as_line(x, "x")
    y_hat = as_line(y_hat, name, x)
    order = np.argsort(x)
    ax.plot(x[order], y_hat[order], color=colour, linestyle=linestyle, label=as_label(name))
