"""Explain a wrong result part by part: its first part that can be explained is told."""

from .outcomes import close
from .wrong_numbers import (
    changing_factor,
    constant_factor,
    first_row_only,
    nearly,
    not_finite,
    off_by_a_bias,
    whole_numbers,
    wrong_sign,
)
from .wrong_shapes import broadcast, other_shape, transposed

OF_A_PART = (  # the first that fits is told
    not_finite,
    transposed,
    other_shape,
    broadcast,
    nearly,
    whole_numbers,
    wrong_sign,
    constant_factor,
    first_row_only,
)


def part_by_part(attempt):
    """Explain a wrong part of the result, and say which parts are right."""
    return _first_part(attempt, (_declared, _generic))


def loosely(attempt):
    """Explain a wrong part by what many mistakes have in common."""
    return _first_part(attempt, (_changing_factor,))


def _first_part(attempt, explanations):
    if attempt.has_errors:
        return None
    names = attempt.exercise.parts
    mine, right = columns(attempt.mine), columns(attempt.right)
    wrong = [k for k in range(len(names)) if not all(map(close, mine[k], right[k]))]
    for k in wrong:
        for explain in explanations:
            if found := explain(attempt, k, mine[k], right[k]):
                name, sentence = found
                return name, f"{_which_parts(names, k, wrong)}{sentence}"


def _changing_factor(attempt, k, mine, right):
    return changing_factor(mine, right, attempt.trials)


def _declared(attempt, k, mine, right):
    """The misconception of the exercise that has this part wrong in the same way."""
    for mistake, outcomes in attempt.misconceptions:
        if any(outcome.error for outcome in outcomes):
            continue
        if all(map(close, mine, columns(outcomes)[k])):
            return mistake.name, mistake.sentence


def _generic(attempt, k, mine, right):
    for diagnosis in OF_A_PART:
        if found := diagnosis(mine, right, attempt.trials):
            return found
    return off_by_a_bias(mine, right, attempt.trials, attempt.exercise.arguments)


def columns(outcomes):
    """For each part, its arrays over all trials."""
    return list(zip(*(outcome.parts for outcome in outcomes)))


def _which_parts(names, k, wrong):
    if len(names) == 1:
        return ""
    right = [name for i, name in enumerate(names) if i not in wrong]
    start = f"{', '.join(right)}: right. " if right else ""
    others = [names[i] for i in wrong if i != k]
    also = f" (then look at {', '.join(others)})" if others else ""
    return f"{start}{names[k]}{also}: "
