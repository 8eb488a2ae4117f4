"""Pictures of learning: the loss, epoch by epoch."""

import numpy as np
from matplotlib.ticker import LogLocator, MaxNLocator, NullFormatter, StrMethodFormatter

from ..style import PALETTE, cycle
from .axes import as_label, legend_below, panels


def plot_learning_curves(histories, *, title, level=None, log=False):
    """Draw the loss of every epoch: training solid, validation dashed.

    Parameters
    ----------
    histories : History, or dict of str to History
        Each has the lists `train_loss` and `validation_loss`, the second maybe empty.
    title : str
    level : (str, float), optional
        A horizontal line, such as ("noise floor", 100.47).
    log : bool
        Draw the loss on a logarithmic scale.

    Returns
    -------
    matplotlib.figure.Figure
    """
    if not isinstance(histories, dict):
        histories = {"": histories}
    fig, (ax,) = panels(title, min(len(histories), 1))
    for i, (name, history) in enumerate(histories.items()):
        colour, _, marker = cycle(i)
        before = as_label(f"{name}, ") if name else ""
        if len(history.train_loss) == 0:
            raise ValueError("The history holds no epoch yet: fit first, then plot.")
        _draw_losses(ax, history.train_loss, f"{before}training", colour, "-", marker, colour)
        if len(history.validation_loss):
            if not name:  # one model only: its two lines may have a colour each
                colour, marker = PALETTE["vermillion"], "s"
            _draw_losses(
                ax, history.validation_loss, f"{before}validation", colour, "--", marker, "white"
            )
    if level is not None:
        name, value = level
        label = as_label(f"{name} ({value:.5g})")
        ax.axhline(value, color=PALETTE["black"], linestyle=":", label=label)
    if log:
        ax.set_yscale("log")
        ax.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        ax.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
        ax.yaxis.set_minor_formatter(NullFormatter())
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1, steps=[1, 2, 5, 10]))
    ax.set(xlabel="epoch", ylabel="loss")
    legend_below(fig, ax, columns=3 if len(histories) == 1 else min(len(histories) + 1, 4))
    return fig


def _draw_losses(ax, losses, label, colour, linestyle, marker, fill):
    epochs = np.arange(1, len(losses) + 1)
    ax.plot(
        epochs,
        losses,
        color=colour,
        linestyle=linestyle,
        label=label,
        marker=marker,
        markerfacecolor=fill,
        markersize=5,
        markevery=max(1, len(losses) // 20),
    )
