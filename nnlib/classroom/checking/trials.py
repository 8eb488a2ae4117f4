"""The inputs that an answer is tried on: sizes that all differ, and sizes of 1."""

from dataclasses import dataclass

import numpy as np

TRIALS = 6
TRIALS_ALONE = 2  # for each size that is also tried with the value 1


@dataclass(frozen=True)
class Trial:
    sizes: dict
    arguments: tuple


def draw_trials(exercise, rng):
    """Return the trials of one check; equal sizes would hide mistakes, so no two are equal."""
    alone = [name for name in exercise.alone if name in exercise.sizes]
    fixed = [{}] * TRIALS + [{name: 1} for name in alone for _ in range(TRIALS_ALONE)]
    return [_draw(exercise, rng, sizes) for sizes in fixed]


def _draw(exercise, rng, fixed):
    different = (2 + rng.permutation(8)).tolist()
    sizes = dict(zip(exercise.sizes, different)) | fixed
    return Trial(sizes, tuple(exercise.draw(rng, **sizes)))


def in_words(exercise, trial):
    """Name the inputs of a trial by shape or value, such as "A (7, 3), lr = 0.25"."""
    named = zip(exercise.arguments, trial.arguments)
    return ", ".join(
        f"{name} {x.shape}" if isinstance(x, np.ndarray) else f"{name} = {x:.4g}"
        for name, x in named
        if isinstance(x, (np.ndarray, bool, int, float))
    )
