"""Picture of repeated runs: the middle one of each setting, and how far the others lie apart."""

import numpy as np
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullLocator

from ..style import cycle
from .axes import as_label, as_line, legend_below, panels


def plot_spread(x, runs, *, title, xlabel, ylabel, highest):
    """Draw repeated runs over a setting such as the learning rate, on two logarithmic axes.

    A marker stands at the median, a bar goes from the smallest to the largest run. The curves
    stand a little beside each other, so that no bar hides another.

    Parameters
    ----------
    x : array_like of shape (n,), above 0
        The values of the setting.
    runs : dict of str to array_like of shape (n, runs), above 0
        A row for each value of x; a run that has diverged is inf.
    title, xlabel, ylabel : str
    highest : float
        Where the axis ends; what lies above is cut off, and so is what has diverged.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If a table has not a row for each value of x, a number is not above 0, all have diverged, or
        the axis would end below all of them.
    """
    x = as_line(x, "x")
    fig, (ax,) = panels(title, min(len(runs), 1))
    lowest = np.inf
    for i, (name, table) in enumerate(runs.items()):
        table = _as_table(table, name, x)
        lowest = min(lowest, table.min())
        _draw_runs(ax, i, x * 1.06 ** (i - (len(runs) - 1) / 2), table, as_label(name))
    if lowest == np.inf:
        raise ValueError("There is no run that has not diverged: nothing to draw.")
    if not highest > lowest:
        raise ValueError(f"highest={highest:g} must be above the lowest run, {lowest:g}.")
    ax.set(xscale="log", yscale="log", xlabel=xlabel, ylabel=ylabel)
    ax.set_ylim(lowest / 1.3, highest)
    plain = FuncFormatter(lambda value, _: f"{value:g}")
    ax.xaxis.set(major_locator=FixedLocator(x), minor_locator=NullLocator())
    ax.yaxis.set(major_locator=LogLocator(subs=(1, 2, 5)), minor_locator=NullLocator())
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(plain)
    legend_below(fig, ax, columns=4)
    return fig


def _as_table(table, name, x):
    """Return runs as floats, a row for each value of x, or refuse them."""
    table = np.asarray(table, dtype=float)
    if table.ndim != 2 or len(table) != len(x) or not table.size:
        raise ValueError(f"{name} has shape {table.shape} for {len(x)} values of x.")
    if not (table > 0).all() or not (x > 0).all():
        raise ValueError(f"A logarithmic axis needs numbers above 0, and {name} has others.")
    return table


def _draw_runs(ax, index, x, table, label):
    """Draw the medians as a line with markers, and a bar over the runs of each value of x."""
    colour, linestyle, marker = cycle(index)
    ends = np.where(np.isfinite(table), table, 1e30)  # beyond every axis, where inf cannot stand
    ax.vlines(x, ends.min(axis=1), ends.max(axis=1), colors=colour, linewidth=1.2, alpha=0.7)
    middle = np.median(ends, axis=1)
    ax.plot(x, middle, color=colour, linestyle=linestyle, marker=marker, label=label)
