"""Mistakes that show when the answer, or the solution, is called in another way.

A diagnosis looks at an attempt, and returns the name of the mistake and a sentence, or None.
"""

import dis
import inspect
import itertools

import numpy as np

from ..exercises.exercise import call
from .outcomes import Outcome, all_same, close

MOST_ARGUMENTS = 4  # four have 24 orders
ONE = {
    "n": "one row",
    "d": "a single column",
    "d_in": "a single input",
    "d_out": "a single output",
    "units": "one unit",
    "lines": "one line",
    "depth": "one hidden layer",
}
EMPTY_BODY = {"RESUME", "NOP", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE"}


def is_stub(answer):
    """Whether a function has no body yet: nothing but a docstring, `...` or `pass`."""
    if not inspect.isfunction(answer):
        return False
    return all(step.opname in EMPTY_BODY for step in dis.get_instructions(answer))


def signature_of(answer):
    """What the answer takes, or None if it does not say: some built-in functions do not."""
    try:
        return inspect.signature(answer)
    except Exception:  # an object of the reader's may fail in any way when it is asked
        return None


def takes(answer, exercise):
    """Return a sentence if the answer cannot be called with the exercise's arguments, else None."""
    signature = signature_of(answer)
    if signature is None:
        return None
    try:
        signature.bind(*exercise.arguments)
    except TypeError:
        return (
            f"It is called as {exercise.name}({', '.join(exercise.arguments)}), but yours takes "
            f"({', '.join(signature.parameters)})."
        )


def named_order(attempt):
    """The arguments are the right ones by their names, but stand in another order."""
    signature = signature_of(attempt.answer)
    names = list(signature.parameters) if signature else []
    wanted = list(attempt.exercise.arguments)
    if names != wanted and sorted(names) == sorted(wanted):
        return _right_in(attempt, [tuple(wanted.index(name) for name in names)])


def notebook_variable(attempt):
    """The answer uses numbers of the notebook that are no argument of its own."""
    if not inspect.isfunction(attempt.answer):
        return None
    for step in dis.get_instructions(attempt.answer):
        value = attempt.answer.__globals__.get(step.argval) if "GLOBAL" in step.opname else None
        if isinstance(value, (np.ndarray, np.number, int, float)):
            return "uses a notebook variable", (
                f"It uses `{step.argval}`, a variable of the notebook. What the function needs "
                f"comes in by its arguments: {', '.join(attempt.exercise.arguments)}."
            )


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


def wrong_axis(attempt):
    """The answer is the solution's, worked down where it should go across, or the reverse."""
    exercise = attempt.exercise
    if len(exercise.parts) > 1 or exercise.probe is not call or attempt.has_errors:
        return None
    for outcome, trial in zip(attempt.mine, attempt.trials):
        if not all(isinstance(x, np.ndarray) and x.ndim == 2 for x in trial.arguments):
            return None
        try:
            down = np.asarray(exercise.solution(*(x.T for x in trial.arguments))).T
        except ValueError:  # turned inputs need not fit together
            return None
        if not close(outcome.parts[0], down):
            return None
    return "wrong axis", (
        "It works along the other axis: rows take the place of columns. axis=0 goes down the "
        "rows, axis=1 across the columns."
    )


def only_alone(attempt):
    """The answer is right where a size is 1, and nowhere else."""
    if attempt.has_errors:
        return None  # the error says more
    for name in attempt.exercise.alone:
        alone = [trial.sizes.get(name) == 1 for trial in attempt.trials]
        if any(alone) and attempt.agree == alone:
            what = ONE.get(name, f"{name} = 1")
            return f"right for {what} only", (
                f"It is right for {what} and wrong for more. What should happen then?"
            )
