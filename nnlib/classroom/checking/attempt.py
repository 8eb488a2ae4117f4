"""An attempt: an answer, run on the trials of its exercise, beside the solution."""

import copy
import dataclasses
import itertools
from functools import cached_property
from itertools import zip_longest

import numpy as np

from .outcomes import all_same, same
from .recording import outcome_of
from .running import TimeLimit, within
from .screen import Printed
from .trials import Trial, draw_trials

FRESH = 3  # times that trials are drawn anew, to try a guess that may fit by chance


class Attempt:
    """The outcomes of an answer, `mine`, and of the solution, `right`, trial by trial.

    `mine` is None if the answer did not end in time. The time limit is for everything that is run
    of the answer: what the trials leave of it serves to find the mistake.
    """

    right = ()  # until it is known

    def __init__(self, exercise, answer, seed, time_limit):
        self.exercise, self.answer, self.time_left = exercise, answer, TimeLimit(time_limit)
        self.trials = draw_trials(exercise, np.random.default_rng(seed))
        self.printed = [Printed() for _ in self.trials]
        self.right = self.outcomes_of(exercise.solution, self.trials)
        self.mine = self.run(answer, self.trials, self.printed)
        if self.mine is not None:
            self._drop_loud_edges()

    def run(self, answer, trials, printed=()):
        """The outcomes of the reader's code, or None if it does not end in the time left."""
        return within(self.time_left, lambda: self.outcomes_of(answer, trials, printed))

    def outcomes_of(self, function, trials, printed=()):
        """The outcomes of a function; of our own code there is no need to limit the time."""
        return [
            self._in_numbers(outcome_of(function, self.exercise, trial.arguments, kept))
            for trial, kept in zip_longest(trials, printed)
        ]

    def _in_numbers(self, outcome):
        """A single number in brackets, (1,) or (1, 1), is as good as a number, where one is asked.

        Sums and products leave them.
        """
        asked = self.right[0].parts if self.right else ()
        boxed = [a.ndim > 0 == b.ndim and a.size == 1 for a, b in zip(outcome.parts, asked)]
        if not any(boxed):
            return outcome
        parts = tuple(a.reshape(()) if box else a for a, box in zip(outcome.parts, boxed))
        return dataclasses.replace(outcome, parts=parts, boxed=True)

    def _drop_loud_edges(self):
        """Forget the whole numbers if the answer refuses them, as `-=` on integers does.

        That is loud enough by itself, and no task asks for it. To cut decimals is silent.
        """
        kept = [
            not (trial.edge and mine.error == "UFuncTypeError")
            for trial, mine in zip(self.trials, self.mine)
        ]
        self.keep(kept)

    @property
    def what_it_printed(self):
        """The text of one call: of the one that did not end, or the first that went wrong.

        If that printed nothing, or all is right, of the first that printed something.
        """
        texts = [str(printed) for printed in self.printed]
        if self.mine is None:
            texts.reverse()
        elif not self.right_everywhere:
            texts.insert(0, texts[self.agree.index(False)])
        return next(filter(None, texts), "")

    @property
    def whole(self):
        """The attempt on all trials, of which this one may be a part."""
        return self.__dict__.get("_whole", self)

    @whole.setter
    def whole(self, attempt):
        self._whole = attempt

    @cached_property
    def drawn(self):
        """The same attempt without the edges."""
        return self.restricted([not trial.edge for trial in self.trials])

    def restricted(self, kept):
        """The same attempt on fewer trials."""
        fewer = copy.copy(self)
        fewer.whole = self.whole
        for name in ("drawn", "misconceptions", "versions", "causes"):
            fewer.__dict__.pop(name, None)
        fewer.keep(kept)
        return fewer

    def keep(self, kept):
        for name in ("trials", "printed", "mine", "right"):
            setattr(self, name, list(itertools.compress(getattr(self, name), kept)))

    @cached_property
    def misconceptions(self):
        """Each misconception of the exercise, with the outcomes of its wrong implementation."""
        return [
            (mistake, self.outcomes_of(mistake.wrong, self.trials))
            for mistake in self.exercise.misconceptions
        ]

    @cached_property
    def fresh_trials(self):
        """Trials, without edges, that nothing was concluded from."""
        drawn = [draw_trials(self.exercise, np.random.default_rng([k, 2024])) for k in range(FRESH)]
        return [trial for trials in drawn for trial in trials if not trial.edge]

    def holds_elsewhere(self, function, other):
        """Whether two functions give the same for inputs that nothing was concluded from."""
        trials = self.fresh_trials
        found = self.run(function, trials)
        return found is not None and all_same(found, self.outcomes_of(other, trials))

    @property
    def agree(self):
        """For each trial whether the answer is right."""
        return [same(a, b) for a, b in zip(self.mine, self.right)]

    @property
    def right_everywhere(self):
        return all_same(self.mine, self.right)

    @property
    def changed(self):
        """The names of the inputs that the answer changed, in words."""
        return ", ".join(sorted({name for outcome in self.mine for name in outcome.changed}))

    @property
    def remarks(self):
        """What a right answer may still hear."""
        lists = ", ".join(sorted({name for outcome in self.mine for name in outcome.lists}))
        if lists:
            yield f"(It changes the list {lists}, which whoever called it may still need.)"
        if all(outcome.boxed for outcome in self.mine):
            yield "(The number comes in the brackets of an array; `.item()` takes it out.)"

    @property
    def has_errors(self):
        return any(outcome.error for outcome in self.mine)

    def all_errors(self, error):
        return all(outcome.error == error for outcome in self.mine)

    def first_failure(self):
        """The first trial that went wrong: the trial, the answer's outcome, the solution's."""
        first = self.agree.index(False)
        return self.trials[first], self.mine[first], self.right[first]

    @cached_property
    def example(self):
        """For the notebook's example: the answer's outcome, or None, and the solution's."""
        if self.whole is not self:
            return self.whole.example
        trials = [Trial({}, tuple(self.exercise.example()))]
        mine = self.run(self.answer, trials)
        return mine[0] if mine else None, self.outcomes_of(self.exercise.solution, trials)[0]
