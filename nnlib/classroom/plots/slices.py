"""Slices through a loss: one weight moves, the others stay, and the slope is a tangent."""

import numpy as np

from ...gradcheck import numerical_gradient
from ..style import PALETTE
from .axes import legend_below, panels


def plot_slices(loss_of, point, ranges, *, names, title):
    """Draw the loss along each weight, through one point, with the tangent at that point.

    Parameters
    ----------
    loss_of : function of as many floats as there are weights, returns the loss
    point : array_like of shape (weights,)
        Where the weights stand.
    ranges : list of (float, float)
        From where to where each weight goes.
    names : list of str
        Names of the weights, for the axes.
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    point = np.array(point, dtype=float)
    if point.shape != (len(ranges),) or len(names) != len(ranges):
        raise ValueError(
            f"point has shape {point.shape}, for {len(ranges)} ranges and {len(names)} names: "
            "give each weight a value, a range and a name."
        )
    for value, (low, high), name in zip(point, ranges, names, strict=True):
        if not low < value < high:
            raise ValueError(f"{name} is {value:g}, outside its range {low} to {high}.")
    slopes = numerical_gradient(lambda weights: loss_of(*weights), point)
    fig, axes = panels(title, len(ranges), columns=2, panel_height=2.9, sharey=True)
    for k, ax in enumerate(axes):
        values = np.linspace(*ranges[k], 81)
        loss = [loss_of(*_moved(point, k, value)) for value in values]
        ax.plot(values, loss, color=PALETTE["blue"], label="the loss")
        ax.set(xlabel=names[k], title=f"slope here: {slopes[k]:.2f}")
    limits = axes[0].get_ylim()  # the curves set the height; a tangent may leave it
    for k, ax in enumerate(axes):
        _draw_tangent(ax, point[k], loss_of(*point), slopes[k], reach=np.ptp(ranges[k]) / 5)
    axes[0].set_ylim(limits)
    for ax in axes[::2]:
        ax.set_ylabel("loss")
    legend_below(fig, axes[0])
    return fig


def _moved(point, k, value):
    """Return a copy of the point with weight k at another value."""
    moved = point.copy()
    moved[k] = value
    return moved


def _draw_tangent(ax, here, loss, slope, reach):
    colour = PALETTE["vermillion"]
    ends = np.array([here - reach, here + reach])
    ax.plot(
        ends, loss + slope * (ends - here), color=colour, linestyle="--", label="its slope here"
    )
    ax.plot(here, loss, color=colour, marker="s", linestyle="none", label="where we stand")
