"""Say what went wrong: the exercise's own misconceptions first, then those that any may meet."""

import linecache

from . import calls
from .exercise import call
from .outcomes import all_same, close, same
from .trials import in_words
from .wrong_numbers import (
    constant_factor,
    first_row_only,
    nearly,
    not_finite,
    off_by_a_bias,
    whole_numbers,
    wrong_sign,
)
from .wrong_shapes import broadcast, other_shape, transposed

OF_A_PART = (  # the first that fits is told
    not_finite,
    other_shape,
    transposed,
    broadcast,
    nearly,
    whole_numbers,
    wrong_sign,
    constant_factor,
    first_row_only,
)


def explain_failure(attempt):
    """Return the name of the mistake, or None, and a message."""
    for explain in (
        named_order,
        declared,
        nothing_returned,
        order_of_results,
        wrong_axis,
        part_by_part,
        any_order,
        only_alone,
        only_the_example,
        inputs_changed,
    ):
        if found := explain(attempt):
            return found
    return None, what_is_seen(attempt)


def named_order(attempt):
    order = calls.order_by_names(attempt.answer, attempt.exercise)
    return _in_order(attempt, [order]) if order else None


def any_order(attempt):
    return _in_order(attempt, calls.other_orders(attempt.exercise))


def _in_order(attempt, orders):
    for order in orders:
        answer = calls.reordered(attempt.answer, order)
        first = attempt.run(answer, attempt.trials[:1])
        if first is None:
            return None
        if not all_same(first, attempt.right[:1]):
            continue
        if all_same(attempt.run(answer, attempt.trials) or [], attempt.right):
            wanted = ", ".join(attempt.exercise.arguments)
            return "other argument order", (
                "Right, but its arguments come in another order: it is called as "
                f"{attempt.exercise.name}({wanted})."
            )


def declared(attempt):
    for mistake in attempt.exercise.misconceptions:
        if all_same(attempt.mine, attempt.outcomes_of(mistake.wrong, attempt.trials)):
            return mistake.name, mistake.sentence


def nothing_returned(attempt):
    if any(outcome.error == "NothingReturned" for outcome in attempt.mine):
        return "returns nothing", (
            "It returns nothing. `return` hands the result back; `print` only shows it. Is that "
            "line missing?"
        )


def order_of_results(attempt):
    if attempt.exercise.probe is not call:
        return None
    return calls.order_of_results(attempt.mine, attempt.right, attempt.exercise.parts)


def wrong_axis(attempt):
    if attempt.exercise.probe is not call:
        return None
    return calls.wrong_axis(attempt.mine, attempt.exercise, attempt.trials)


def part_by_part(attempt):
    """Explain the first wrong part of a result, and say which parts are right."""
    if attempt.has_errors:
        return None
    names = attempt.exercise.parts
    mine, right = _columns(attempt.mine), _columns(attempt.right)
    wrong = [k for k in range(len(names)) if not all(map(close, mine[k], right[k]))]
    for k in wrong:
        found = _declared_part(attempt, k) or _generic_part(attempt, mine[k], right[k])
        if found:
            name, sentence = found
            return name, f"{_which_parts(names, k, wrong)}{sentence}"


def _declared_part(attempt, k):
    mine, right = _columns(attempt.mine)[k], _columns(attempt.right)[k]
    for mistake in attempt.exercise.misconceptions:
        outcomes = attempt.outcomes_of(mistake.wrong, attempt.trials)
        if any(outcome.error for outcome in outcomes):
            continue
        wrong = _columns(outcomes)[k]
        if all(map(close, mine, wrong)) and not all(map(close, wrong, right)):
            return mistake.name, mistake.sentence


def _generic_part(attempt, mine, right):
    for diagnosis in OF_A_PART:
        if found := diagnosis(mine, right, attempt.trials):
            return found
    return off_by_a_bias(mine, right, attempt.trials, attempt.exercise.arguments)


def only_alone(attempt):
    return calls.only_alone(attempt.mine, attempt.right, attempt.trials, attempt.exercise)


def only_the_example(attempt):
    mine, right = attempt.example()
    if mine is not None and same(mine, right):
        return "right for the example only", (
            "It is right for the example in the notebook and wrong for other inputs. Is there a "
            "variable of the notebook in it, or a fixed number, in place of "
            f"{', '.join(attempt.exercise.arguments)}?"
        )


def inputs_changed(attempt):
    if attempt.changed:
        return "changes its inputs", (
            f"It changes {attempt.changed} on the way, and the result is not right either. Work on "
            "a new array."
        )


def what_is_seen(attempt):
    """Describe a failure that nothing explains: the error, the shape, or the first number."""
    trial, mine, right = attempt.first_failure()
    given = f"Given {in_words(attempt.exercise, trial)}, it"
    if mine.error in ("NotNumbers", "NothingReturned"):
        return f"{given} returns {mine.text}"
    if mine.error:
        line = linecache.getline(*mine.place).strip()
        at = f" (at `{line}`)" if line else ""
        return f"{given} stops with {mine.error}: {mine.text}{at}"
    for name, a, b in zip(attempt.exercise.parts, mine.parts, right.parts):
        if a.shape != b.shape:
            return f"{given} returns {name} of shape {a.shape}; {b.shape} is needed."
        if not close(a, b):
            place = _worst(a, b)
            at = f" at {list(place)}" if place else ""
            return (
                f"{given} returns {name} of the right shape, but with wrong numbers:{at} "
                f"{float(a[place]):.4g}, where {float(b[place]):.4g} is right."
            )


def _worst(a, b):
    """The index of the largest difference."""
    gaps = abs(a - b)
    flat = int(gaps.argmax())
    place = []
    for size in reversed(gaps.shape):
        flat, index = divmod(flat, size)
        place.append(index)
    return tuple(reversed(place))


def _columns(outcomes):
    """For each part, its arrays over all trials."""
    return list(zip(*(outcome.parts for outcome in outcomes)))


def _which_parts(names, k, wrong):
    if len(names) == 1:
        return ""
    right = [name for i, name in enumerate(names) if i not in wrong]
    start = f"{', '.join(right)}: right. " if right else ""
    others = [names[i] for i in wrong if i != k]
    also = f" (then look at {', '.join(others)})" if others else ""
    return f"{start}{names[k]}{also}: "
