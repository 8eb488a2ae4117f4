"""Results that are known, to compare an answer's with: what declared mistakes give, and more."""

from dataclasses import dataclass

import numpy as np

from ...exercises.exercise import call


@dataclass(frozen=True)
class Known:
    """A result that is known: the right one, a declared mistake's, or the right one spoiled."""

    name: str
    sentence: str
    columns: list  # for each part, its arrays over all trials
    cost: float = 1.0


def columns(outcomes):
    """For each part, its arrays over all trials."""
    return list(zip(*(outcome.parts for outcome in outcomes)))


def declared_results(attempt):
    for mistake, outcomes in attempt.misconceptions:
        if not any(outcome.error for outcome in outcomes):
            yield Known(mistake.name, mistake.sentence, columns(outcomes))


def _without_a_bias(attempt):
    """The solution, and each declared mistake, with a bias that is left out as well."""
    exercise = attempt.exercise
    places = [k for k, name in enumerate(exercise.arguments) if name.startswith("b")]
    mistakes = [("", "", exercise.solution)]
    mistakes += [(one.name, one.sentence, one.wrong) for one in exercise.misconceptions]
    for place in places if exercise.probe is call else ():
        name = exercise.arguments[place]
        for mistake, sentence, function in mistakes:

            def without(*arguments, function=function, place=place):
                return function(*arguments[:place], 0 * arguments[place], *arguments[place + 1 :])

            if not isinstance(attempt.trials[0].arguments[place], (np.ndarray, float)):
                continue
            outcomes = attempt.outcomes_of(without, attempt.trials)
            if not any(outcome.error for outcome in outcomes) and not _all_zero(outcomes):
                names = f"{mistake}; {name} left out" if mistake else f"{name} left out"
                text = f"{sentence} Besides, {name}" if mistake else f"Right but for {name}, which"
                text += " is missing."
                yield Known(names, text, columns(outcomes), 2.0 if mistake else 1.1)


def _all_zero(outcomes):
    """Whether a part is 0 in every trial, which says nothing about a bias."""
    return any(not any(map(np.any, part)) for part in columns(outcomes))


def more_results(attempt):
    """The right result spoiled in a general way, or made without one of its biases."""
    yield from _spoiled(attempt)
    yield from _without_a_bias(attempt)


def _spoiled(attempt):
    """The right result spoiled in one general way, for mistakes that are two of these."""
    right = columns(attempt.right)
    for name, sentence, spoil in SPOILED:
        try:
            yield Known(name, sentence, [[*map(spoil, part)] for part in right], 1.2)
        except (ValueError, IndexError):  # not of these shapes
            continue


SPOILED = (
    ("transposed", "The result is turned on its side.", np.transpose),
    ("flat instead of a matrix", "The result is flat, with a single axis.", np.ravel),
    ("rows added up", "The rows are added up, and get lost.", lambda b: b.sum(axis=0)),
    ("columns added up", "The columns are added up, and get lost.", lambda b: b.sum(axis=1)),
    ("everything added up", "Everything is added up into one number.", np.sum),
)
