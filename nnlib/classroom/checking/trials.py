"""The inputs that an answer is tried on: sizes that all differ, sizes of 1, and edges."""

from dataclasses import dataclass

import numpy as np

TRIALS = 6
TRIALS_ALONE = 2  # for each size that is also tried with the value 1


@dataclass(frozen=True)
class Trial:
    """One call: its sizes, its arguments, and the words for it if it is an edge."""

    sizes: dict
    arguments: tuple
    edge: str = ""


def draw_trials(exercise, rng):
    """Return the trials of one check; equal sizes would hide mistakes, so no two are equal.

    The edges come last.
    """
    alone = [name for name in exercise.alone if name in exercise.sizes]
    fixed = [{}] * TRIALS + [{name: 1} for name in alone for _ in range(TRIALS_ALONE)]
    drawn = [_draw(exercise, rng, sizes) for sizes in fixed]
    edges = exercise.edges(rng).items()
    return drawn + [Trial({}, tuple(arguments), words) for words, arguments in edges]


def _draw(exercise, rng, fixed):
    different = (2 + rng.permutation(8)).tolist()
    sizes = dict(zip(exercise.sizes, different)) | fixed
    return Trial(sizes, tuple(exercise.draw(rng, **sizes)))


def _in_words(name, x):
    if isinstance(x, np.ndarray):
        return f"{name} {x.shape}"
    if isinstance(x, (bool, int, float)):
        return f"{name} = {x:.4g}"
    return f"len({name}) = {len(x)}" if isinstance(x, (list, tuple)) else ""


def in_words(exercise, trial):
    """Name the inputs of a trial by shape or value, such as "A (7, 3), lr = 0.25"."""
    named = zip(exercise.arguments, trial.arguments)
    words = ", ".join(filter(None, (_in_words(name, x) for name, x in named)))
    return f"{words} ({trial.edge})" if trial.edge else words
