"""Errors in words: what Python and NumPy say, said for somebody who meets it for the first time."""

import linecache
import re

from ..describing import what_is_seen
from ..trials import in_words
from . import error_names, error_shapes, error_types

OURS = ("While an answer is checked", "It calls `check`")
KINDS = (*error_shapes.KINDS, *error_names.KINDS, *error_types.KINDS)


def error_of_ours(attempt):
    """What we tell an answer that asks for something: it is said as it is."""
    if any(outcome.text.startswith(OURS) for outcome in attempt.mine if outcome.error):
        return None, what_is_seen(attempt)


def error_of_name_or_kind(attempt):
    """Errors that say by themselves what is wrong."""
    return _explain(attempt, (*error_names.KINDS, *error_types.KINDS))


def error_in_words(attempt):
    """Explain the error of the first trial that stops with one."""
    return _explain(attempt, KINDS)


def _explain(attempt, kinds):
    k = next((k for k, mine in enumerate(attempt.mine) if mine.error), None)
    if k is None:
        return None
    mine, trial = attempt.mine[k], attempt.trials[k]
    line = linecache.getline(*mine.place).strip()
    for pattern, name, sentence in kinds:
        if found := re.search(pattern, f"{mine.error}: {mine.text}"):
            if told := sentence(Told(attempt, trial, line, found)):
                at = f" in `{line}`" if line and len(line) <= 80 else ""
                given = in_words(attempt.exercise, trial)
                return name, f"{where(attempt)}It stops{at}. {told} ({given}.)"
    return None


def where(attempt):
    """Say that it is right elsewhere, if it is right for a good part of the trials."""
    if sum(attempt.agree) > len(attempt.agree) / 2:
        return "It is right for other inputs. "
    return ""


class Told:
    """What a sentence on an error can be made of."""

    def __init__(self, attempt, trial, line, found):
        self.attempt, self.trial, self.line, self.found = attempt, trial, line, found

    def __getitem__(self, group):
        return self.found[group]

    @property
    def arguments(self):
        return self.attempt.exercise.arguments

    @property
    def known(self):
        """The names that the function knows."""
        code = getattr(self.attempt.answer, "__code__", None)
        return [*self.arguments, *(code.co_varnames if code else ())]

    @property
    def globals(self):
        return getattr(self.attempt.answer, "__globals__", {})

    def size(self, number):
        """A size by its name, such as d_out; the sizes all differ."""
        named = [name for name, size in self.trial.sizes.items() if size == int(number)]
        return f"{named[0]} = {number}" if len(named) == 1 else str(number)
