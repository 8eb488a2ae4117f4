"""Right, but in another order: arguments, results; or nothing is returned at all."""

import itertools

from ...exercises.exercise import call
from ..calling import signature_of
from ..outcomes import Outcome, all_same, close

MOST_ARGUMENTS = 4  # four have 24 orders


def named_order(attempt):
    """The arguments are the right ones by their names, but stand in another order."""
    signature = signature_of(attempt.answer)
    names = list(signature.parameters) if signature else []
    wanted = list(attempt.exercise.arguments)
    if names != wanted and sorted(names) == sorted(wanted):
        return _right_in(attempt, [tuple(wanted.index(name) for name in names)])


def any_order(attempt):
    """The arguments stand in another order, under other names; if there are not too many."""
    count = len(attempt.exercise.arguments)
    signature = signature_of(attempt.answer)
    if signature and tuple(signature.parameters) == attempt.exercise.arguments:
        return None  # the order is right; something else makes it look like another
    if count <= MOST_ARGUMENTS:
        return _right_in(attempt, list(itertools.permutations(range(count)))[1:])


def _right_in(attempt, orders):
    for order in orders:

        def reordered(*arguments, order=order):
            return attempt.answer(*(arguments[i] for i in order))

        first = attempt.run(reordered, attempt.trials[:1])
        if first is None:
            return None
        if not all_same(first, attempt.right[:1]):
            continue
        if all_same(attempt.run(reordered, attempt.trials) or [], attempt.right):
            exercise = attempt.exercise
            return "other argument order", (
                "Right, but its arguments come in another order: it is called as "
                f"{exercise.name}({', '.join(exercise.arguments)})."
            )


def order_of_results(attempt):
    """The results are right but for their order."""
    names = attempt.exercise.parts
    if len(names) == 1 or attempt.exercise.probe is not call or attempt.has_errors:
        return None
    for order in itertools.permutations(range(len(names))):
        moved = [Outcome(tuple(outcome.parts[i] for i in order)) for outcome in attempt.mine]
        if all_same(moved, attempt.right):
            return "results in another order", (
                f"Right, but in another order: return {', '.join(names)}."
            )


def nothing_returned(attempt):
    if attempt.all_errors("NothingReturned"):
        return "returns nothing", (
            "It returns nothing. `return` hands the result back; `print` only shows it. Is that "
            "line missing?"
        )


def inputs_changed(attempt):
    if attempt.changed:
        return "changes its inputs", (
            f"It changes {attempt.changed} on the way, and the result is not right either. Work on "
            "a new array."
        )


def one_part_only(attempt):
    """One of several results is returned alone, and it is right."""
    names = attempt.exercise.parts
    refused = [outcome.error == "NotNumbers" for outcome in attempt.mine]
    if len(names) == 1 or 2 * sum(refused) <= len(refused):
        return None  # an array of as many rows is taken for several results

    def repeated(*arguments):
        found = attempt.answer(*arguments)
        while isinstance(found, (tuple, list)) and len(found) == 1:
            (found,) = found
        return [found] * len(names)

    found = attempt.run(repeated, attempt.trials) or []
    if not found or any(one.error for one in found):
        return None
    known = [("", "", attempt.right)]
    known += [(one.name, one.sentence, outcomes) for one, outcomes in attempt.misconceptions]
    for mistake, sentence, outcomes in known:
        for k, name in enumerate(names):
            pairs = zip(found, outcomes)
            if all(not b.error and close(a.parts[k], b.parts[k]) for a, b in pairs):
                missing = ", ".join(other for other in names if other != name)
                alone = f"{name} comes alone: {missing} is missing."
                if not mistake:
                    return "a result missing", f"{name} is right, but {alone}"
                return f"{mistake}; a result missing", (f"Two things. {sentence} And {alone}")


def inputs_changed_only(attempt):
    """Right for all that was drawn; so the change of an input is what is wrong."""
    if attempt.changed:
        wrong = [t.edge for t, ok in zip(attempt.trials, attempt.agree) if not ok]
        return "changes its inputs", (
            f"It changes {attempt.changed} on the way: whoever called the function may still need "
            f"that, so work on a new array. And it is wrong for {', and for '.join(wrong)}."
        )
