"""Picture of a confusion matrix: what was there, what was said, and how often."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from ..style import PALETTE, new_figure

SHADES = LinearSegmentedColormap.from_list("mistakes", ["white", PALETTE["orange"]])


def plot_confusion(counts, *, title):
    """Draw a table of counts; the mistakes, off the diagonal, are shaded, 0 is left out.

    Parameters
    ----------
    counts : array_like of shape (k, k), whole numbers
        Row i and column j: how often class i was there and class j was said.
    title : str

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If counts is not square.
    """
    counts = np.asarray(counts)
    if counts.ndim != 2 or counts.size == 0 or counts.shape[0] != counts.shape[1]:
        raise ValueError(f"counts has shape {counts.shape}; a confusion matrix is square, (k, k).")
    k = len(counts)
    mistakes = np.where(np.eye(k, dtype=bool), 0, counts)
    side = 0.42 * k + 1.2
    fig = new_figure(title, size=(max(side, 5.0), side))
    ax = fig.subplots()
    ax.imshow(mistakes, cmap=SHADES, vmin=0, vmax=max(mistakes.max(), 1))
    for (i, j), count in np.ndenumerate(counts):
        if count:
            weight = "normal" if i == j else "bold"
            ax.text(j, i, f"{count}", ha="center", va="center", fontsize=9, fontweight=weight)
    ax.set(xticks=range(k), yticks=range(k), xlabel="said", ylabel="was there")
    ax.tick_params(length=0)
    ax.grid(False)
    return fig
