"""A slip in the answer's own source, or in the solution's.

What mends an answer tells its mistake: the reader's own line can be named, and all else is right.
"""

from functools import cache

from ..edits.source import Source
from ..outcomes import all_same, same
from .causes import which_parts
from .versions import doubt, versions_of


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


def mended_to_declared(attempt):
    """One edit makes the answer a declared mistake: so it makes that one, and another."""
    versions = versions_of(attempt)
    tried = [one for one in versions.tried if not doubt(one[0])[0]]
    for mistake, outcomes in attempt.misconceptions if tried else ():
        if same(outcomes[versions.k], attempt.right[versions.k]):
            continue
        for edits in versions.that_give(outcomes, tried):
            more = _told(versions, edits, "And one thing more")
            name = f"{mistake.name}; {edits[0].before.name}"
            return name, f"Two things. {mistake.sentence} {more}"


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
