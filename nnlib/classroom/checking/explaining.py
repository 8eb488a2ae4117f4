"""Say what went wrong: the exercise's own misconceptions first, then those that any may meet.

An explanation looks at an attempt, and returns the name of the mistake and a message, or None.
"""

from .calls import (
    any_order,
    named_order,
    notebook_variable,
    only_alone,
    order_of_results,
    wrong_axis,
)
from .describing import what_is_seen
from .outcomes import all_same, same
from .wrong_parts import loosely, part_by_part


def explain_failure(attempt):
    """Return the name of the mistake, or None, and a message."""
    for explain in (  # the first that fits is told
        named_order,
        notebook_variable,
        declared,
        nothing_returned,
        order_of_results,
        wrong_axis,
        part_by_part,
        any_order,
        only_alone,
        only_the_example,
        inputs_changed,
        loosely,
    ):
        if found := explain(attempt):
            return found
    return None, what_is_seen(attempt)


def declared(attempt):
    for mistake, outcomes in attempt.misconceptions:
        if all_same(attempt.mine, outcomes):
            return mistake.name, mistake.sentence


def nothing_returned(attempt):
    if attempt.all_errors("NothingReturned"):
        return "returns nothing", (
            "It returns nothing. `return` hands the result back; `print` only shows it. Is that "
            "line missing?"
        )


def only_the_example(attempt):
    pairs = zip(attempt.trials, attempt.agree)
    if any(agrees and 1 not in trial.sizes.values() for trial, agrees in pairs):
        return None  # not for the example only
    mine, right = attempt.example
    if mine is not None and same(mine, right):
        return "right for the example only", (
            "It is right for the example in the notebook and wrong for other inputs. Is there "
            "something in it that holds for that example only, such as a fixed number?"
        )


def inputs_changed(attempt):
    if attempt.changed:
        return "changes its inputs", (
            f"It changes {attempt.changed} on the way, and the result is not right either. Work on "
            "a new array."
        )
