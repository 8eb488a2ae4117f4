"""Explanations: which mistake an answer makes; each kind in a file of its own.

An explanation looks at an attempt, and returns the name of the mistake and a message, or None.

order        right in another order, of arguments or results; nothing returned; inputs changed
declared     the exercise's own misconceptions
conventions  examples as columns, weights as (out, in)
causes       one or two causes, part by part: declared mistakes, and likenesses to what is known
             (likeness, shapes, numbers, factors)
edited       a slip in the answer's own source, or in the solution's
depends      a variable of the notebook, an argument without effect
where        right for one row only, wrong at an edge
errors       an error in words (error_shapes, error_names, error_types)
loosely      what many mistakes have in common
"""

from ..describing import what_is_seen
from . import causes, conventions, declared, depends, edited, errors, loosely, order, where

OF_WHAT_IS_DRAWN = (  # the first that fits is told: the more certain, or more telling
    order.named_order,
    declared.declared,
    order.nothing_returned,
    order.order_of_results,
    conventions.wrong_axis,
    causes.one_cause,
    order.any_order,
    edited.mended_by_one,
    edited.neighbour,
    conventions.columns_as_examples,
    conventions.weights_out_in,
    causes.two_causes,
    edited.mended_to_declared,
    edited.mended_by_two,
    where.only_alone,
    where.wrong_alone,
    where.only_one_side,
    depends.notebook_variable,
    depends.ignored_argument,
    where.only_the_example,
    order.inputs_changed,
    errors.error_in_words,
    loosely.loosely,
    loosely.changing_factor,
)
OF_EDGES = (edited.mended_by_one, where.edges)


def explain_failure(attempt):
    """Return the name of the mistake, or None, and a message."""
    if all(attempt.drawn.agree):
        looked_at, explanations = attempt, OF_EDGES
    else:
        looked_at, explanations = attempt.drawn, OF_WHAT_IS_DRAWN
    for explain in explanations:
        if found := explain(looked_at):
            return found
    return None, what_is_seen(looked_at)
