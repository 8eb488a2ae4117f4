"""An attempt: an answer, run on the trials of its exercise, beside the solution."""

import numpy as np

from .outcomes import all_same, same
from .running import outcome_of, run
from .trials import Trial, draw_trials


class Attempt:
    """The outcomes of an answer, `mine`, and of the solution, `right`, trial by trial.

    `mine` is None if the answer did not end in time.
    """

    def __init__(self, exercise, answer, seed, time_limit):
        self.exercise, self.answer, self.time_limit = exercise, answer, time_limit
        self.trials = draw_trials(exercise, np.random.default_rng(seed))
        self.mine = self.run(answer, self.trials)
        self.right = self.outcomes_of(exercise.solution, self.trials)

    def run(self, answer, trials):
        """The outcomes of the reader's code, or None if it does not end."""
        return run(answer, self.exercise, trials, self.time_limit)

    def outcomes_of(self, function, trials):
        """The outcomes of our own code: the solution, or a wrong implementation."""
        return [outcome_of(function, self.exercise, trial.arguments) for trial in trials]

    @property
    def right_everywhere(self):
        return all_same(self.mine, self.right)

    @property
    def changed(self):
        """The names of the inputs that the answer changed, in words."""
        return ", ".join(sorted({name for outcome in self.mine for name in outcome.changed}))

    @property
    def has_errors(self):
        return any(outcome.error for outcome in self.mine)

    def all_errors(self, error):
        return all(outcome.error == error for outcome in self.mine)

    def first_failure(self):
        """The first trial that went wrong: the trial, the answer's outcome, the solution's."""
        triples = zip(self.trials, self.mine, self.right)
        return next((trial, a, b) for trial, a, b in triples if not same(a, b))

    def example(self):
        """For the notebook's example: the answer's outcome, or None, and the solution's."""
        trials = [Trial({}, tuple(self.exercise.example()))]
        mine = self.run(self.answer, trials)
        return mine[0] if mine else None, self.outcomes_of(self.exercise.solution, trials)[0]
