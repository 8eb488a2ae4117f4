"""What the plots share: values as lines, panels side by side, and the legend under them."""

import numpy as np

from ..style import HEIGHT, WIDTH, new_figure


def as_line(values, name, like=None):
    """Return values of shape (n,) or (n, 1) as shape (n,), what a plot wants; n as in `like`."""
    values = np.asarray(values, dtype=float)
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.ndim != 1 or values.size == 0:
        raise ValueError(f"{name} has shape {values.shape}; a plot needs shape (n,) or (n, 1).")
    if like is not None and len(values) != len(like):
        raise ValueError(f"{name} has {len(values)} values for {len(like)} values of x.")
    return values


def as_label(name):
    """Return a name for a legend, which leaves out what starts with an underscore."""
    return f" {name}" if str(name).startswith("_") else name


def panels(title, count, *, columns=3, panel_height=2.3, **sharing):
    """Return a figure and `count` axes in rows of at most `columns`, the places left over empty."""
    if count < 1:
        raise ValueError("There is nothing to draw: at least one entry is needed.")
    columns = min(columns, count)
    rows = -(-count // columns)
    height = HEIGHT if count == 1 else panel_height * rows + 0.7
    fig = new_figure(title, size=(WIDTH, height))
    axes = fig.subplots(rows, columns, squeeze=False, **sharing).ravel()
    for ax in axes[count:]:
        ax.remove()
    for ax in axes[max(count - columns, 0) : count]:  # the lowest of each column
        ax.tick_params(labelbottom=True)
    return fig, axes[:count]


def legend_below(fig, ax, columns=3):
    """Explain the lines of ax under the axes, where the legend covers nothing."""
    handles, labels = ax.get_legend_handles_labels()
    if labels:  # a name may be empty
        fig.legend(handles, labels, loc="outside lower center", ncols=min(columns, len(labels)))
