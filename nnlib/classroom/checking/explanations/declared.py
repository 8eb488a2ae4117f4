"""The mistakes that the exercise declares."""

from ..outcomes import all_same


def declared(attempt):
    for mistake, outcomes in attempt.misconceptions:
        if all_same(attempt.mine, outcomes):
            return mistake.name, mistake.sentence
