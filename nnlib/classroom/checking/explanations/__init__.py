"""Explanations: which mistake an answer makes; each kind in a file of its own.

An explanation looks at an attempt, and returns the name of the mistake and a message, or None.

order        right in another order, of arguments or results; nothing returned; inputs changed
declared     the exercise's own misconceptions
conventions  examples as columns, weights as (out, in)
causes       one or two causes, part by part: declared mistakes, and likenesses to what is known
             (known, likeness, shapes, numbers, factors; beside: no claims of rightness)
edited       a slip in the answer's own source, or in the solution's (versions)
unused       what is set and never used, told besides
depends      a variable of the notebook, an argument without effect
where        right for one row only, wrong at an edge; elsewhere, beside an error
errors       an error in words (error_shapes, error_names, error_types)
loosely      what many mistakes have in common
"""

from ..describing import what_is_seen
from . import (
    causes,
    conventions,
    declared,
    depends,
    edited,
    elsewhere,
    errors,
    loosely,
    order,
    unused,
    where,
)

OF_WHAT_IS_DRAWN = (  # the first that fits is told: the more certain, or more telling
    errors.error_of_ours,
    order.named_order,
    edited.thrown_away,
    declared.declared,
    order.nothing_returned,
    order.order_of_results,
    conventions.wrong_axis,
    causes.one_cause,
    order.any_order,
    order.one_part_only,
    edited.mended_by_one,
    errors.error_of_name_or_kind,
    edited.neighbour,
    conventions.columns_as_examples,
    conventions.weights_out_in,
    causes.two_causes,
    edited.mended_to_declared,
    edited.mended_to_spoiled,
    edited.mended_by_two,
    causes.one_part,
    elsewhere.wrong_where_it_ends,
    where.only_alone,
    where.wrong_alone,
    where.only_one_side,
    depends.notebook_variable,
    elsewhere.right_where_it_ends,
    where.only_at_edges,
    depends.ignored_argument,
    where.only_the_example,
    order.inputs_changed,
    errors.error_in_words,
    loosely.loosely,
    loosely.changing_factor,
)
OF_EDGES = (order.inputs_changed_only, edited.mended_by_one, where.edges)


def explain_failure(attempt):
    """Return the name of the mistake, or None, and a message."""
    if all(attempt.drawn.agree):
        looked_at, explanations = attempt, OF_EDGES
    else:
        looked_at, explanations = attempt.drawn, OF_WHAT_IS_DRAWN
    for explain in explanations:
        if found := explain(looked_at):
            return _with_more(looked_at, *found)
    return None, what_is_seen(looked_at)


def _with_more(attempt, name, message):
    """Add what is wrong besides, whatever the mistake: inputs changed, the notebook's arrays."""
    if name is None:
        return name, message
    if attempt.changed and "changes its inputs" not in name:
        name, message = (
            f"{name}; changes its inputs",
            f"{message} Besides, it changes {attempt.changed} on the way: work on a new array.",
        )
    if "uses a notebook variable" not in name and "argument order" not in name:
        if sentence := depends.besides_a_notebook_variable(attempt):
            name, message = f"{name}; uses a notebook variable", f"{message} {sentence}"
    if sentence := unused.besides_unused(attempt):
        message = f"{message} {sentence}"
    return name, message
