"""Picture of changes: one curve, and what it becomes when one number at a time is changed."""

from ..style import PALETTE
from .axes import as_line, legend_below, panels


def plot_changes(x, before, after, *, title, xlabel="x", ylabel="y", columns=2):
    """Draw a panel for each change: the curve after it, over the same curve before it, dashed.

    Parameters
    ----------
    x : array_like of shape (n,) or (n, 1)
    before : array_like of the length of x
        The curve that all panels share.
    after : dict of str to array_like of the length of x
        What each change makes of it; the names are the panels' titles.
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    x = as_line(x, "x")
    before = as_line(before, "before", x)
    fig, axes = panels(title, len(after), columns=columns, sharex=True, sharey=True)
    for ax, (name, y) in zip(axes, after.items()):
        ax.plot(x, as_line(y, name, x), color=PALETTE["blue"], linestyle="-", label="after")
        ax.plot(x, before, color=PALETTE["vermillion"], linestyle="--", label="before")
        ax.set_title(name)
        ax.set(xlabel=xlabel, ylabel=ylabel)
        ax.label_outer()
    legend_below(fig, axes[0])
    return fig
