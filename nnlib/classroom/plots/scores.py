"""Picture of scores: a row for each model, a dot for each of its runs, and a bar at their mean."""

import numpy as np

from ..style import PALETTE, cycle, new_figure

STEP = 0.13  # between dots of one score, in rows


def plot_scores(scores, *, title, xlabel="test accuracy"):
    """Draw every score, so that a difference of means is seen beside the spread.

    Parameters
    ----------
    scores : dict of str to array_like of numbers, one or more each
    title, xlabel : str

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If there is no model, or one has no score.
    """
    if not scores:
        raise ValueError("There is nothing to draw: at least one model is needed.")
    fig = new_figure(title, size=(7.2, 1.2 + 0.75 * len(scores)))
    ax = fig.subplots()
    for i, (name, values) in enumerate(scores.items()):
        values = np.sort(np.ravel(np.asarray(values, dtype=float)))
        if not values.size:
            raise ValueError(f"{name} has no score.")
        colour, _, marker = cycle(i)
        ax.plot(values, i + _offsets(values), marker, color=colour, markersize=4, alpha=0.8)
        ax.plot([values.mean()] * 2, [i - 0.42, i + 0.42], "-", color=PALETTE["black"])
        ax.annotate(f"{values.mean():.3f}", (values.mean(), i - 0.42), ha="center", va="bottom")
    ax.set_yticks(range(len(scores)), scores)
    ax.invert_yaxis()
    ax.set_xlabel(xlabel)
    return fig


def _offsets(values):
    """Return how far each dot is moved, so that equal scores stand one over another."""
    offsets, stack = np.zeros(len(values)), 0
    for i in range(1, len(values)):
        stack = stack + 1 if np.isclose(values[i], values[i - 1]) else 0
        offsets[i] = STEP * ((stack + 1) // 2) * (-1) ** stack
    return np.clip(offsets, -0.4, 0.4)
