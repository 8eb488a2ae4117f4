"""A slip in the answer's own source, or in the solution's.

What mends an answer tells its mistake: the reader's own line can be named, and all else is right.
"""

import itertools
from functools import cache

import numpy as np

from ...exercises.exercise import call
from ..edits.source import Source
from ..edits.statements import THROWN_AWAY
from ..outcomes import Outcome, all_same, same
from .beside import beside
from .causes import which_parts
from .versions import doubt, versions_of


def thrown_away(attempt):
    """A line that works something out, and keeps nothing of it, told before what comes of it."""
    if attempt.has_errors or not _throws_away(attempt.answer):
        return None
    versions = versions_of(attempt)
    tried = [one for one in versions.tried if _is_thrown_away(one[0])]
    for edits in versions.that_give(attempt.right, tried):
        return THROWN_AWAY, _told(versions, edits, "Right but for one thing")


def _is_thrown_away(edits):
    return edits[0].before and edits[0].before.name == THROWN_AWAY


def _throws_away(answer):
    try:
        return any(map(_is_thrown_away, Source(answer).edits))
    except ValueError:
        return False


def mended_by_one(attempt):
    """One edit mends the answer, or the same edit in several places."""
    versions = versions_of(attempt)
    found = list(versions.that_give(attempt.right, versions.tried))
    if found:
        edits = min(found, key=doubt)
        return edits[0].before.name, _told(versions, edits, "Right but for one thing")


def mended_by_two(attempt):
    versions = versions_of(attempt)
    if not versions.tried:
        return None
    found = versions.that_give(attempt.right, versions.pairs())
    found = [edits for edits in found if not all(edit.before.alone for edit in edits)]
    if found:
        one, other = _in_two(min(found, key=doubt))
        names = f"{one[0].before.name}; {other[0].before.name}"
        first = _told(versions, one, "Right but for two things: first")
        return names, f"{first} {_told(versions, other, 'Second')}"


SUM_OR_MEAN = ("mean instead of sum", "sum instead of mean")


def mended_to_declared(attempt):
    """One edit makes the answer a declared mistake: so it makes that one, and another."""
    versions = versions_of(attempt)
    tried = [one for one in versions.tried if not doubt(one[0])[0]]
    for mistake, outcomes in attempt.misconceptions if tried else ():
        if same(outcomes[versions.k], attempt.right[versions.k]):
            continue
        if not _telling(outcomes) or _other_shape(attempt, outcomes):
            continue
        for edits in versions.that_give(outcomes, tried, mistake.wrong):
            if "sum" in mistake.name and edits[0].before.name in SUM_OR_MEAN:
                continue  # of sums already: the same mistake, told twice
            more = _told(versions, edits, "And one thing more")
            name = f"{mistake.name}; {edits[0].before.name}"
            return name, f"Two things. {beside(mistake.sentence)} {more}"


def _telling(outcomes):
    """Whether outcomes are hard to meet by chance: numbers, and not the same everywhere."""
    if any(outcome.error for outcome in outcomes):
        return True
    numbers = np.concatenate([part.ravel() for one in outcomes for part in one.parts])
    return bool(np.isfinite(numbers).all()) and np.unique(numbers).size > 2


def _other_shape(attempt, outcomes):
    """Whether a declared mistake shows in a shape that the answer gets right: it is not made."""
    for mine, right, declared in zip(attempt.mine, attempt.right, outcomes):
        for a, b, c in zip(mine.parts, right.parts, declared.parts):
            if a.shape == b.shape != c.shape:
                return True
    return False


def mended_to_spoiled(attempt):
    """One edit mends all but the order of the results, or makes one number of a right table."""
    versions = versions_of(attempt)
    for name, sentence, outcomes in _spoiled(attempt) if versions.tried else ():
        if same(outcomes[versions.k], attempt.right[versions.k]):
            continue
        found = list(versions.that_give(outcomes, versions.tried))
        if found:
            edits = min(found, key=doubt)
            told = _told(versions, edits, "Two things. One")
            return f"{edits[0].before.name}; {name}", f"{told} The other: {sentence}"


def _spoiled(attempt):
    """(name, sentence, outcomes) of the right results spoiled in a way that leaves no doubt."""
    names = attempt.exercise.parts
    if attempt.exercise.probe is not call:
        return
    if len(names) > 1:
        for order in list(itertools.permutations(range(len(names))))[1:]:
            moved = [Outcome(tuple(one.parts[i] for i in order)) for one in attempt.right]
            yield "results in another order", f"return {', '.join(names)}, in this order.", moved
    elif all(one.parts[0].ndim for one in attempt.right):
        for how, function in (("added up", np.sum), ("averaged", np.mean)):
            made = [Outcome((np.asarray(function(one.parts[0])),)) for one in attempt.right]
            yield f"{how} too much", "it makes one number of all.", made


def _in_two(edits):
    """Two groups of edits that do the same each, of a pair that was made one after the other."""
    first = [edit for edit in edits if edit.before == edits[0].before]
    rest = [edit for edit in edits if edit.before != edits[0].before]
    both = (first, rest) if rest else (edits[:1], edits[1:])
    return sorted(both, key=lambda group: group[0].line)


def _told(versions, edits, start):
    line = versions.source.line(edits[0])
    places = f" (in {len(edits)} places)" if len(edits) > 1 else ""
    return f"{start}{f', in {line}' if line else ''}{places}: {edits[0].before.text}."


@cache
def neighbours(solution):
    """The solution after each edit that has words for a slip: the slip and the function."""
    try:
        source = Source(solution)
    except ValueError:
        return []
    return [
        (edits[0].after, function)
        for edits in source.edits
        if len(edits) == 1 and edits[0].after and (function := source.edited(*edits))
    ]


def neighbour(attempt):
    """The answer gives what the solution gives after one edit."""
    if attempt.has_errors:
        return None
    k = attempt.agree.index(False)
    for slip, function in neighbours(attempt.exercise.solution):
        one = attempt.outcomes_of(function, [attempt.trials[k]])[0]
        if not one.error and same(attempt.mine[k], one):
            if all_same(attempt.mine, attempt.outcomes_of(function, attempt.trials)):
                told = f"It is as if there were one slip in the right lines: {slip.text}."
                return slip.name, f"{which_parts(attempt)}{told}"
