"""Describe a failure that nothing explains: the error, the shape, or the worst number."""

import linecache

import numpy as np

from .outcomes import close, shape_in_words
from .trials import in_words


def what_is_seen(attempt):
    """Return a sentence about the first trial that went wrong."""
    trial, mine, right = attempt.first_failure()
    given = f"Given {in_words(attempt.exercise, trial)}"
    if mine.error == "NothingReturned":
        return f"{given}, it returns nothing."
    if mine.error == "NotNumbers":
        return f"{given}, it returns {mine.text}"
    if mine.error:
        line = linecache.getline(*mine.place).strip()
        says = f": {mine.text}" if mine.text else ""
        at = f" (at `{line}`)" if line else ""
        return f"{given}, it stops with {mine.error}{says}{at}"
    parts = zip(attempt.exercise.parts, mine.parts, right.parts)
    name, a, b = next((name, a, b) for name, a, b in parts if not close(a, b))
    if a.shape != b.shape:
        return f"{given}: {name} of shape {shape_in_words(a)}; {shape_in_words(b)} is needed."
    place = worst_place(a, b)
    numbers = f"{a[place]:.4g}, where {b[place]:.4g} is right."
    if a.ndim == 0:
        return f"{given}: {name} = {numbers}"
    return f"{given}: {name} of the right shape, but with wrong numbers: at {list(place)} {numbers}"


def worst_place(a, b):
    """The index of the largest difference; nan counts as the largest."""
    return tuple(map(int, np.unravel_index(np.argmax(np.abs(a - b)), a.shape)))
