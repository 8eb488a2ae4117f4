"""Errors in words: what Python and NumPy say, said for somebody who meets it for the first time."""

import dataclasses
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
    errors = [mine.error for mine in attempt.mine]
    most = max(filter(None, errors), key=errors.count, default=None)
    if most is None:
        return None
    k = errors.index(most)
    mine = attempt.mine[k]
    trial, ended = _as_called(attempt, attempt.trials[k])
    line = linecache.getline(*mine.place).strip()
    for pattern, name, sentence in kinds:
        if found := re.search(pattern, f"{mine.error}: {mine.text}"):
            if told := sentence(Told(attempt, trial, line, found)):
                at = f" in `{line}`" if line and len(line) <= 80 else ""
                given = in_words(attempt.exercise, trial)
                return name, f"{where(attempt)}{ended}It stops{at}. {told} ({given}.)"
    return None


def where(attempt):
    """Say where else it is right: for which lengths of a list, or for most of the trials."""
    for index, name in enumerate(attempt.exercise.arguments):
        values = [trial.arguments[index] for trial in attempt.trials]
        if all(isinstance(value, (list, tuple)) for value in values):
            right = {len(x) for x, agrees in zip(values, attempt.agree) if agrees}
            wrong = {len(x) for x, agrees in zip(values, attempt.agree) if not agrees}
            if right and wrong and (max(wrong) < min(right) or max(right) < min(wrong)):
                counts = _counts(right), _counts(wrong)
                return f"It is right where {name} holds {counts[0]}, not {counts[1]}. "
    if sum(attempt.agree) > len(attempt.agree) / 2:
        return "It is right for other inputs. "
    return ""


def _as_called(attempt, trial):
    """The trial with the arguments of the call that stopped, and a sentence on one that ended.

    A probe may make several.
    """
    calls = []

    def recorded(*arguments):
        calls.append(arguments)
        return attempt.answer(*arguments)

    attempt.run(recorded, [trial])
    if calls and len(calls[-1]) == len(trial.arguments):
        told = [dataclasses.replace(trial, arguments=tuple(one)) for one in calls[-2:]]
        words = [in_words(attempt.exercise, one) for one in told]
        return told[-1], "" if len(set(words)) == 1 else f"It does not stop for {words[0]}. "
    return trial, ""


def _counts(lengths):
    return " or ".join(map(str, sorted(lengths)))


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
