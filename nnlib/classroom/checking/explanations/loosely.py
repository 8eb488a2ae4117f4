"""What many mistakes have in common, for those that nothing explains better."""

from . import numbers
from .causes import which_parts, wrong_parts
from .known import columns

LOOSE = (numbers.not_finite, numbers.nearly, numbers.unknown, numbers.first_row_only)


def loosely(attempt):
    return _first(attempt, LOOSE)


def changing_factor(attempt):
    return _first(attempt, (numbers.changing,))


def _first(attempt, likenesses):
    if attempt.has_errors:
        return None
    mine, right = columns(attempt.mine), columns(attempt.right)
    for k in wrong_parts(attempt):
        for likeness in likenesses:
            if found := likeness(mine[k], right[k], attempt.trials):
                return found.name, f"{which_parts(attempt)}{found.sentence}"
