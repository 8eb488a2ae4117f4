"""Other versions of a source: those that mend the answer, those of the solution that give it.

What mends an answer, tells its mistake: the reader's own line can be named, and all else is right.
"""

from functools import cache

from ..edits.source import Source
from ..outcomes import all_same, close, same
from .causes import which_parts

MOST_PAIRS = 900
FIRST_EDITS = 8  # of those that bring the answer nearer, the ones that are tried with each other


class Versions:
    """The answer after each edit, run on one trial where it was wrong."""

    def __init__(self, attempt):
        self.attempt, self.tried = attempt, []
        try:
            self.source = Source(attempt.answer)
        except ValueError:
            self.source = None
            return
        self.k = attempt.agree.index(False)
        self.source.take_sizes(attempt.trials[self.k].arguments)
        self.tried = attempt.compute(lambda: self._try([(edit,) for edit in self.source.edits]))

    def _try(self, several):
        """(edits, function, outcome) of each group of edits that makes a function."""
        found, trials = [], [self.attempt.trials[self.k]]
        for edits in several:
            if function := self.source.edited(*edits):
                found.append((edits, function, self.attempt.outcomes_of(function, trials)[0]))
        return found

    def that_give(self, outcomes, tried):
        """The versions whose outcome is the one that is wanted, on every trial."""
        for edits, function, outcome in tried:
            if not outcome.error and same(outcome, outcomes[self.k]):
                found = self.attempt.run(function, self.attempt.trials)
                if found and all_same(found, outcomes):
                    yield edits

    def pairs(self):
        """The versions after two edits, the first of which brings the answer nearer."""
        right, mine = self.attempt.right[self.k], self.attempt.mine[self.k]
        start = nearness(mine, right)
        better = [(nearness(outcome, right), edits[0]) for edits, _, outcome in self.tried]
        better = sorted((one for one in better if one[0] > start), key=lambda one: -one[0])
        firsts = [edit for _, edit in better[:FIRST_EDITS]]
        pairs = [(one, other) for one in firsts for other in self.source.edits if one is not other]
        return self.attempt.compute(lambda: self._try(pairs[:MOST_PAIRS])) if pairs else []


def nearness(mine, right):
    """How much of an outcome is right: an error, shapes, then numbers."""
    if mine.error:
        return -1.0
    found = 0.0
    for a, b in zip(mine.parts, right.parts):
        if close(a, b):
            found += 2
        elif a.shape == b.shape and b.size:
            scale = abs(b).max() + 1e-12
            found += 0.1 + float((abs(a - b) < 1e-6 * scale).mean())
    return found


def versions_of(attempt):
    if "versions" not in attempt.__dict__:
        attempt.versions = Versions(attempt)
    return attempt.versions


def mended_by_one(attempt):
    """One edit mends the answer."""
    versions = versions_of(attempt)
    for (edit,) in versions.that_give(attempt.right, versions.tried):
        if edit.before:
            return edit.before.name, _in_line(versions, edit, "Right but for one thing")


def mended_to_declared(attempt):
    """One edit makes the answer a declared mistake: so it makes that one, and another."""
    versions = versions_of(attempt)
    for mistake, outcomes in attempt.misconceptions:
        if same(outcomes[versions.k] if versions.tried else outcomes[0], attempt.right[0]):
            continue
        for (edit,) in versions.that_give(outcomes, versions.tried) if versions.tried else ():
            if edit.before:
                more = _in_line(versions, edit, "And one thing more")
                return (
                    f"{mistake.name}; {edit.before.name}",
                    f"Two things. {mistake.sentence} {more}",
                )


def mended_by_two(attempt):
    versions = versions_of(attempt)
    if not versions.tried:
        return None
    for one, other in versions.that_give(attempt.right, versions.pairs()):
        if one.before and other.before:
            first = _in_line(versions, one, "Right but for two things: first")
            second = _in_line(versions, other, "Second")
            return f"{one.before.name}; {other.before.name}", f"{first} {second}"


def _in_line(versions, edit, start):
    line = versions.source.line(edit)
    return f"{start}{f', in {line}' if line else ''}: {edit.before.text}."


@cache
def neighbours(exercise_id, solution):
    """The solution after each edit that has words for a slip: the slip and the function."""
    source = Source(solution)
    found = []
    for edit in source.edits:
        if edit.after and (function := source.edited(edit)):
            found.append((edit.after, function))
    return found


def neighbour(attempt):
    """The answer gives what the solution gives after one edit."""
    if attempt.has_errors:
        return None
    k = attempt.agree.index(False)
    for slip, function in neighbours(attempt.exercise.id, attempt.exercise.solution):
        one = attempt.outcomes_of(function, [attempt.trials[k]])[0]
        if not one.error and same(attempt.mine[k], one):
            if all_same(attempt.mine, attempt.outcomes_of(function, attempt.trials)):
                start = which_parts(attempt)
                told = f"{start}It is as if there were one slip in the right lines: {slip.text}."
                return slip.name, told
