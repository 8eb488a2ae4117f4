"""Pictures of ReLU units: the lines they bend, where they bend them, and what they add up to."""

import numpy as np

from ...activations import relu
from ...validation import as_matrix
from ..style import PALETTE, cycle
from .axes import as_line, legend_below, panels

NAMED_UNITS = 6  # more than this, and the units share one colour and one line in the legend


def plot_units(x, W1, b1, W2=None, b2=None, *, title, first=None):
    """Draw ReLU units and their sum, y = sum_k W2[k] * relu(W1[k] x + b1[k]) + b2.

    Parameters
    ----------
    x : array_like of shape (n,) or (n, 1)
    W1, b1 : array_like of shape (1, h)
        One unit a column. Its hinge is at x = -b1 / W1; a unit with weight 0 has none.
    W2 : array_like of shape (h, 1), optional
        What each unit counts in the sum; all ones unless given.
    b2 : array_like of shape (1, 1), optional
        Added to the sum; 0 unless given.
    title : str
    first : int, optional
        Draw the first so many units only, and their sum.

    Returns
    -------
    matplotlib.figure.Figure
    """
    x = as_line(x, "x")
    W1, b1, W2, b2 = _unit_weights(W1, b1, W2, b2)
    h = W1.shape[1]
    first = h if first is None else first
    if not 1 <= first <= h:
        raise ValueError(f"first is {first}, but there are {h} units: give 1 to {h}.")
    fig, (ax,) = panels(title, 1)
    _draw_units(ax, x, W1, b1, W2, b2, first)
    ax.set(xlabel="x", ylabel="y")
    legend_below(fig, ax)
    return fig


def plot_units_one_by_one(x, W1, b1, W2=None, b2=None, *, title):
    """Draw the sum of the first unit, of the first two, and so on, side by side.

    The arguments are those of `plot_units`; at most 6 units.
    """
    x = as_line(x, "x")
    W1, b1, W2, b2 = _unit_weights(W1, b1, W2, b2)
    h = W1.shape[1]
    if h > NAMED_UNITS:
        raise ValueError(f"{h} units are too many to draw one by one; at most {NAMED_UNITS}.")
    fig, axes = panels(title, h, panel_height=2.9, sharex=True, sharey=True)
    axes[0].locator_params(axis="x", nbins=3)  # few ticks: the panels are narrow, and share them
    for count, ax in enumerate(axes, start=1):
        _draw_units(ax, x, W1, b1, W2, b2, count)
        numbers = " + ".join(str(k) for k in range(1, count + 1))
        ax.set_title(f"unit{'s' if count > 1 else ''} {numbers}")
        ax.set_xlabel("x")
        ax.label_outer()
    axes[0].set_ylabel("y")
    legend_below(fig, axes[-1])
    return fig


def _unit_weights(W1, b1, W2, b2):
    """Return the four arrays, checked, with ones and zero where none were given."""
    W1, b1 = as_matrix(W1, "W1"), as_matrix(b1, "b1")
    h = W1.shape[1]
    W2 = np.ones((h, 1)) if W2 is None else as_matrix(W2, "W2")
    b2 = np.zeros((1, 1)) if b2 is None else as_matrix(b2, "b2")
    wanted = {"W1": (1, h), "b1": (1, h), "W2": (h, 1), "b2": (1, 1)}
    for (name, shape), array in zip(wanted.items(), (W1, b1, W2, b2), strict=True):
        if array.shape != shape:
            raise ValueError(
                f"{name} has shape {array.shape}; for {h} units on one x it needs {shape}."
            )
    return W1, b1, W2, b2


def _draw_units(ax, x, W1, b1, W2, b2, first):
    """Draw the first units thin, their sum as a wide grey band, and a mark at every hinge."""
    W1, b1, W2 = W1[:, :first], b1[:, :first], W2[:first]

    def units(x):
        return relu(x.reshape(-1, 1) @ W1 + b1) * W2.T

    bends = W1[0] != 0
    hinges = -b1[0, bends] / W1[0, bends]
    hinges = hinges[(hinges >= x.min()) & (hinges <= x.max())]
    corners = np.sort(np.concatenate([x, hinges]))  # so that the line turns exactly at a hinge
    ax.plot(
        corners,
        units(corners).sum(axis=1) + b2[0, 0],
        color="#B8B8B8",
        linestyle="-",
        linewidth=6,
        label=_sum_label(first, b2[0, 0]),
    )
    for k, y in enumerate(units(x).T):
        colour, linestyle, _ = cycle(k) if first <= NAMED_UNITS else (PALETTE["sky"], "-", "")
        label = _unit_label(k, W1[0, k], b1[0, k], W2[k, 0])
        if first > NAMED_UNITS:
            label = f"the {first} units" if k == 0 else None
        ax.plot(x, y, color=colour, linestyle=linestyle, linewidth=1.6, label=label)
    ax.plot(
        hinges,
        units(hinges).sum(axis=1) + b2[0, 0],
        color="white",
        linestyle="none",
        marker="o",
        markersize=7,
        markeredgecolor=PALETTE["black"],
        markeredgewidth=1.5,
        label="a hinge",
    )


def _sum_label(first, b):
    """Return "their sum - 2", with the second layer's bias unless it is 0."""
    bias = "" if b == 0 else f" {'-' if b < 0 else '+'} {abs(b):.3g}"
    return ("their sum" if first > 1 else "the sum so far") + bias


def _unit_label(k, w, b, weight):
    """Return "unit 1: 0.4 relu(0.73 x + 4)"."""
    sign = "-" if b < 0 else "+"
    return f"unit {k + 1}: {_times(weight)}relu({_times(w)}x {sign} {abs(b):.3g})"


def _times(factor):
    """Return "0.4 ", or what is left of a factor of 1 or -1."""
    return {1: "", -1: "-"}.get(factor, f"{factor:.3g} ")
