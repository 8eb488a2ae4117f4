"""The mistakes that the exercise declares."""

from ..outcomes import all_same, same


def declared(attempt):
    """Each is tried on one trial first: most differ there already."""
    for mistake in attempt.exercise.misconceptions:
        first = attempt.outcomes_of(mistake.wrong, attempt.trials[:1])
        if same(attempt.mine[0], first[0]):
            if all_same(attempt.mine, attempt.outcomes_of(mistake.wrong, attempt.trials)):
                return mistake.name, mistake.sentence
