"""Picture of reliability: is a network right as often as it is sure?"""

import numpy as np

from ..style import PALETTE, cycle
from .axes import as_label, legend_below, panels


def plot_reliability(networks, *, title, bins=5, lowest=0.0):
    """Draw, for groups of rows, how often they were right over how sure the network was.

    Beside each marker stands how many rows its group has: few rows tell little.

    Parameters
    ----------
    networks : dict of str to (sure, right)
        For each row, the largest share of its softmax, and whether its class was the right one:
        two arrays of shape (n,).
    title : str
    bins : int
        Groups of equal width between `lowest` and 1; one without rows is left out.
    lowest : float
        Where the axes start.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If the two arrays have different shapes, or no rows.
    """
    fig, (ax,) = panels(title, min(len(networks), 1))
    black = {"color": PALETTE["black"], "linestyle": ":", "label": "right as often as sure"}
    ax.plot([lowest, 1], [lowest, 1], **black)
    for i, (name, (sure, right)) in enumerate(networks.items()):
        sure, right = np.asarray(sure, dtype=float), np.asarray(right, dtype=float)
        if sure.ndim != 1 or sure.shape != right.shape or not sure.size:
            raise ValueError(
                f"{name}: needed are two arrays (n,), got {sure.shape}, {right.shape}."
            )
        group = np.clip(((sure - lowest) / (1 - lowest) * bins).astype(int), 0, bins - 1)
        groups = [group == g for g in np.unique(group)]
        points = [(sure[rows].mean(), right[rows].mean()) for rows in groups]
        colour, linestyle, marker = cycle(i)
        line = {"color": colour, "linestyle": linestyle, "marker": marker}
        ax.plot(*np.transpose(points), label=as_label(name), **line)
        side = (
            {"va": "top", "xytext": (4, -6)} if i % 2 == 0 else {"va": "bottom", "xytext": (4, 6)}
        )
        for rows, point in zip(groups, points):
            ax.annotate(f"{rows.sum()}", point, color=colour, textcoords="offset points", **side)
    ax.set(xlabel="how sure: the largest share, mean of a group", ylabel="how often right")
    legend_below(fig, ax, columns=2)
    return fig
