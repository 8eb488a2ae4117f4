"""Explain a wrong result by one or two causes: declared mistakes, and likenesses, part by part.

A cause is a declared mistake, or a likeness to the right result, or both: what a declared mistake
gives, and that transposed, say. It counts if it explains all that is wrong, and nothing that is
right speaks against it.
"""

import inspect
import re
from functools import partial
from itertools import combinations

import numpy as np

from ..outcomes import close
from . import numbers, shapes
from .beside import beside
from .known import Known, columns, declared_results, more_results

SURE = (  # a likeness that leaves no doubt, in the order in which they are tried
    shapes.transposed,
    shapes.other_shape,
    shapes.broadcast,
    numbers.whole_numbers,
    numbers.wrong_sign,
    numbers.named,
    shapes.reversed_rows,
    numbers.zeros_somewhere,
    shapes.some_of_it,
    shapes.added_up,
    shapes.stretched_rows,
    numbers.sign_lost,
)


def one_cause(attempt):
    return _told(attempt, [found for found in _found(attempt) if found[0] < 2])


def two_causes(attempt):
    return _told(attempt, [*_found(attempt), *_pairs(attempt)])


def one_part(attempt):
    """One of several wrong results is explained, the others not: so they are to be looked at."""
    if attempt.has_errors or attempt.exercise.one_result:
        return None
    mine, right, wrong = columns(attempt.mine), columns(attempt.right), wrong_parts(attempt)
    names = attempt.exercise.parts
    likenesses = [*SURE, numbers.off_by_an_argument(attempt.exercise.arguments)]
    for k in wrong if len(wrong) > 1 else ():
        rest = ", ".join(names[other] for other in wrong if other != k)
        start = f"{names[k]} (then look at {rest}): "
        for known in declared_results(attempt):
            if all(map(close, mine[k], known.columns[k])):
                return known.name, f"{start}{known.sentence}"
        if found := _like(likenesses, mine[k], right[k], attempt.trials):
            return found.name, f"{start}{found.sentence}"


def _told(attempt, found):
    if not found:
        return None
    _, names, sentences = min(found, key=lambda one: one[0])
    start = which_parts(attempt)
    two = "Two things. " if len(sentences) > 1 else ""
    return "; ".join(names), f"{start}{two}{' '.join(sentences)}"


def which_parts(attempt):
    """Say which parts of the result are right, and which are not, where some are."""
    names, wrong = attempt.exercise.parts, wrong_parts(attempt)
    if len(wrong) == len(names):
        return ""
    right = [name for k, name in enumerate(names) if k not in wrong]
    return f"{', '.join(right)}: right. {', '.join(names[k] for k in wrong)}: "


def wrong_parts(attempt):
    mine, right = columns(attempt.mine), columns(attempt.right)
    return [k for k in range(len(mine)) if not all(map(close, mine[k], right[k]))]


def _found(attempt):
    """(cost, names, sentences) of each known result that explains all that is wrong."""
    if "causes" not in attempt.__dict__:
        attempt.causes = [] if attempt.has_errors else list(_of_one_known(attempt))
    return attempt.causes


def _of_one_known(attempt):
    mine, right, wrong = columns(attempt.mine), columns(attempt.right), wrong_parts(attempt)
    names = attempt.exercise.parts
    likenesses = [*SURE, numbers.off_by_an_argument(attempt.exercise.arguments)]
    for known in [Known("", "", right, 0.0), *declared_results(attempt), *more_results(attempt)]:
        if known.name and _in_another_order(mine, known.columns):
            more = f"Besides, the results come in another order than {', '.join(names)}."
            yield 2.0, [known.name, "results in another order"], [beside(known.sentence), more]
        besides, fits = {}, 0
        for k in wrong:
            if all(map(close, mine[k], known.columns[k])):
                fits += 1
            elif found := _like(likenesses, mine[k], known.columns[k], attempt.trials):
                fits += 1
                besides.setdefault(found.name, (found, []))[1].append(names[k])
        against = [
            k
            for k in range(len(mine))
            if k not in wrong and not all(map(close, mine[k], known.columns[k]))
        ]
        if fits < len(wrong) or against and attempt.exercise.one_result:
            continue
        if len(besides) > max(0, 2 - int(known.cost)):
            continue
        if known.name and any(map(partial(_no_second, attempt, known), besides)):
            continue
        cost = known.cost + len(besides) + 0.5 * bool(against)
        told = [name for name in (known.name, *besides) if name]
        if known.name:
            sentence = beside(known.sentence) if besides else known.sentence
            more = [_of(parts, len(wrong), one.besides) for one, parts in besides.values()]
            sentences = [sentence, *more]
        else:
            sentences = [_of(parts, len(wrong), one.sentence) for one, parts in besides.values()]
        if told:
            yield cost, told, sentences


def _of(parts, several, sentence):
    """Name the parts that a sentence is about, if there are others that are wrong."""
    if len(parts) == several:
        return sentence
    if sentence.startswith("Besides, "):
        return sentence.replace("Besides, ", f"Besides, {', '.join(parts)}: ", 1)
    return f"{', '.join(parts)}: {sentence}"


def _no_second(attempt, known, likeness):
    """Whether a factor, beside a declared mistake, is the same mistake told twice, or made up.

    A sum in place of a mean is some factor off by itself; a division stands in the source.
    """
    if not likeness.endswith("times the right result"):
        return False
    if "sum" in known.name:
        return True
    try:
        source = inspect.getsource(attempt.answer)
    except (OSError, TypeError):
        return False
    return likeness.startswith(("1/", "2/")) and not re.search(r"/|mean|average|\*\* *-", source)


def _in_another_order(mine, columns):
    """Whether the parts are those of a known result, but stand in other places."""
    places = []
    for part in mine:
        fits = (
            k for k, other in enumerate(columns) if k not in places and all(map(close, part, other))
        )
        places.append(next(fits, None))
    return None not in places and places != sorted(places)


def _like(likenesses, mine, like, trials):
    if np.unique(np.concatenate([a.ravel() for a in mine])).size < 2:
        return None  # a constant is like many things
    for likeness in likenesses:
        if found := likeness(mine, like, trials):
            return found


def _pairs(attempt):
    """Two declared mistakes, each of which explains some of the parts that are wrong."""
    if attempt.has_errors or attempt.exercise.one_result:
        return
    mine, wrong = columns(attempt.mine), wrong_parts(attempt)
    explained = []
    for known in declared_results(attempt):
        parts = {k for k in wrong if all(map(close, mine[k], known.columns[k]))}
        if parts:
            explained.append((known, parts))
    for (one, first), (other, second) in combinations(explained, 2):
        if first | second == set(wrong):
            yield 2.2, [one.name, other.name], [beside(one.sentence), beside(other.sentence)]
