"""What the result depends on: an argument that is ignored, a variable of the notebook."""

import ast
import dis
import inspect
import linecache
import types

import numpy as np

import nnlib

from ..outcomes import all_same
from ..trials import Trial


def notebook_variable(attempt):
    """The answer uses numbers of the notebook that are no argument of its own."""
    for name in notebook_variables(attempt.answer):
        if name not in attempt.exercise.arguments and _matters(attempt, name):
            return "uses a notebook variable", (
                f"It uses `{name}`, a variable of the notebook. What the function needs "
                f"comes in by its arguments: {', '.join(attempt.exercise.arguments)}."
            )


def besides_a_notebook_variable(attempt):
    """A sentence more, behind another explanation, on arrays of the notebook; or nothing."""
    for name in notebook_variables(attempt.answer):
        value = attempt.answer.__globals__[name]
        if not isinstance(value, (int, float)) and _matters(attempt, name):
            return f"Besides, it uses `{name}`, a variable of the notebook and no argument."
    return ""


def notebook_variables(answer):
    """The numbers and arrays that a function takes from outside, but for those of its own cell."""
    if not inspect.isfunction(answer):
        return
    own = _set_in_own_cell(answer)
    for step in dis.get_instructions(answer):
        value = answer.__globals__.get(step.argval) if "GLOBAL" in step.opname else None
        kinds = (np.ndarray, np.number, int, float, nnlib.Sequential, nnlib.SGD, nnlib.MSELoss)
        if isinstance(value, kinds) and step.argval not in own:
            yield step.argval


def _set_in_own_cell(answer):
    """The names that the cell of a function sets itself, such as a constant above it."""
    lines = linecache.getlines(answer.__code__.co_filename)
    try:
        cell = ast.parse("".join(lines)).body
    except (SyntaxError, ValueError):
        return set()
    targets = [one.targets for one in cell if isinstance(one, ast.Assign)]
    return {name.id for found in targets for name in found if isinstance(name, ast.Name)}


def _matters(attempt, name):
    """Whether another value of the variable makes another result, or another error."""
    value = attempt.answer.__globals__[name]
    for other in _others(value):
        namespace = {**attempt.answer.__globals__, name: other}
        code, closure = attempt.answer.__code__, attempt.answer.__closure__
        changed = types.FunctionType(code, namespace, code.co_name, None, closure)
        changed.__defaults__ = attempt.answer.__defaults__
        found = attempt.run(changed, attempt.trials[:2])
        if found is not None and not all_same(found, attempt.mine[:2]):
            return True
    return False


def _others(value):
    if isinstance(value, np.ndarray):
        yield value * 1.5 + 0.25
        if value.ndim:
            yield np.concatenate([value, value])
            yield np.concatenate([value, value], axis=-1)
    elif isinstance(value, (np.number, int, float)):
        yield value * 1.5 + 0.25
        yield value + 1
    else:
        yield None


def ignored_argument(attempt):
    """Other values of an argument move the right result, and leave the answer's as it is."""
    if attempt.has_errors or is_constant(attempt.mine):
        return None  # a constant says more by itself
    solution = attempt.exercise.solution
    for index, name in enumerate(attempt.exercise.arguments):
        trials, places = _with_others(attempt, index)
        right = attempt.outcomes_of(solution, trials)
        if not trials or any(outcome.error for outcome in right):
            continue
        before = [attempt.mine[k] for k in places], [attempt.right[k] for k in places]
        moved = not all_same(right, before[1]) and not is_constant(before[0])
        if moved and all_same(attempt.run(attempt.answer, trials) or [], before[0]):
            return f"{name} without effect", (
                f"Your result does not change with {name}: another {name} gives the same. Is it "
                "left out, or overwritten, or is a fixed number in its place?"
            )


def is_constant(outcomes):
    numbers = np.concatenate([part.ravel() for one in outcomes for part in one.parts])
    return np.unique(numbers).size < 2


def _with_others(attempt, index):
    """Some trials with quite other values of one argument, and the places of these trials."""
    trials, places = [], []
    for k, trial in list(enumerate(attempt.trials))[:6]:
        value = trial.arguments[index]
        if isinstance(value, np.ndarray) and value.dtype.kind == "f":
            slope = 1.3 + np.arange(value.size).reshape(value.shape) / 7
            others = value * slope, -value, value[::-1] * 0.3 + 3
        elif isinstance(value, float):
            others = value * 1.3, value / 2
        else:
            continue
        for other in others:
            before, after = trial.arguments[:index], trial.arguments[index + 1 :]
            trials.append(Trial(trial.sizes, (*before, other, *after)))
            places.append(k)
    return trials, places
