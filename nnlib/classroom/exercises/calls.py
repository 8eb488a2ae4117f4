"""Mistakes that show when the answer, or the solution, is called in another way."""

import dis
import inspect
import itertools

import numpy as np

from .outcomes import Outcome, all_same, close, same

MOST_ARGUMENTS = 4  # four have 24 orders
ONE = {"n": "one row", "d_in": "a single input", "d_out": "a single output", "units": "one unit"}
EMPTY_BODY = {"RESUME", "NOP", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE"}


def is_stub(answer):
    """Whether a function has no body yet: nothing but a docstring, `...` or `pass`."""
    if getattr(answer, "__code__", None) is None:
        return False
    return all(step.opname in EMPTY_BODY for step in dis.get_instructions(answer))


def takes(answer, exercise):
    """Return a sentence if the answer cannot be called with the exercise's arguments, else None."""
    try:
        signature = inspect.signature(answer)
        signature.bind(*exercise.arguments)
    except TypeError:
        return (
            f"It is called as {exercise.name}({', '.join(exercise.arguments)}), but yours takes "
            f"{signature}."
        )
    except ValueError:  # some built-in functions do not say what they take
        return None


def order_by_names(answer, exercise):
    """The order of the arguments by the answer's own names, if it differs from the exercise's."""
    try:
        names = list(inspect.signature(answer).parameters)
    except (TypeError, ValueError):
        return None
    wanted = list(exercise.arguments)
    if names == wanted or sorted(names) != sorted(wanted):
        return None
    return tuple(wanted.index(name) for name in names)


def other_orders(exercise):
    """All other orders of the arguments, if there are not too many."""
    if len(exercise.arguments) > MOST_ARGUMENTS:
        return []
    return list(itertools.permutations(range(len(exercise.arguments))))[1:]


def reordered(answer, order):
    """The answer, called with its arguments in another order."""
    return lambda *arguments: answer(*(arguments[i] for i in order))


def order_of_results(mine, right, names):
    """Return a name and a sentence if the results are right but for their order."""
    if len(names) == 1 or any(outcome.error for outcome in mine):
        return None
    for order in itertools.permutations(range(len(names))):
        moved = [Outcome(tuple(outcome.parts[i] for i in order)) for outcome in mine]
        if all_same(moved, right):
            return "results in another order", (
                f"Right, but in another order: return {', '.join(names)}."
            )


def wrong_axis(mine, exercise, trials):
    """Return a name and a sentence if the answer is the solution's, worked down, not across."""
    if len(exercise.parts) > 1 or any(outcome.error for outcome in mine):
        return None
    for outcome, trial in zip(mine, trials):
        if not all(isinstance(x, np.ndarray) and x.ndim == 2 for x in trial.arguments):
            return None
        try:
            down = np.asarray(exercise.solution(*(x.T for x in trial.arguments))).T
        except Exception:
            return None
        if not close(outcome.parts[0], down):
            return None
    return "wrong axis", (
        "It works along the other axis: rows take the place of columns. axis=0 goes down the "
        "rows, axis=1 across the columns."
    )


def only_alone(mine, right, trials, exercise):
    """Return a name and a sentence if the answer is right only where a size is 1."""
    for name in exercise.alone:
        agree = [same(a, b) for a, b in zip(mine, right)]
        alone = [trial.sizes.get(name) == 1 for trial in trials]
        if any(alone) and agree == alone:
            what = ONE.get(name, f"{name} = 1")
            return f"right for {what} only", (
                f"It is right for {what} and wrong for more. What should happen then?"
            )
