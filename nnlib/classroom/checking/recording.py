"""Call an answer once, on copies of the arguments, and record what comes of it."""

import copy
import traceback
from pathlib import Path

import numpy as np

import nnlib

from ..console import printable
from .outcomes import NothingReturned, Outcome, as_parts, refuse_too_large
from .running import must_go_on
from .screen import SCREEN

LONGEST_TEXT = 200  # characters of an error's message
LIBRARIES = tuple(str(Path(module.__file__).parent) for module in (np, nnlib))


def outcome_of(function, exercise, arguments, printed=None):
    """Call the answer on copies of the arguments; return its Outcome.

    What it prints is kept in `printed`, if there is one.
    """
    copies = copy.deepcopy(arguments)
    held = [_held(argument, exercise.keeps_lists) for argument in copies]
    try:
        # Both belong to a thread, so they are set in this one.
        with SCREEN.kept_in(printed), np.errstate(all="ignore"):
            parts = as_parts(exercise.probe(_must_return(function), *copies), exercise.parts)
    except BaseException as error:  # SystemExit and the like too: this is the reader's code
        if must_go_on(error):
            raise
        return Outcome(error=type(error).__name__, text=_text(error), place=_place(error))
    pairs = list(zip(exercise.arguments, arguments, copies, held))
    changed = tuple(name for name, before, _, inside in pairs if _differ(before, inside))
    lists = tuple(name for name, a, b, _ in pairs if isinstance(a, list) and _differ(a, b))
    return Outcome(parts, changed=changed, lists=tuple(set(lists) - set(changed)))


def _held(argument, keeps_lists):
    """What must be the same afterwards: of a list or dict that may change, its arrays."""
    if keeps_lists:
        return argument
    if isinstance(argument, dict):
        return {key: _held(value, keeps_lists) for key, value in argument.items()}
    if isinstance(argument, list):
        return [_held(value, keeps_lists) for value in argument]
    return argument


def _must_return(function):
    """Stop None, and more numbers than anybody meant, before a probe works on them."""

    def called(*arguments):
        result = function(*arguments)
        if result is None or result is ...:
            raise NothingReturned("nothing")
        refuse_too_large(result)
        # A probe may call again with the same array: what came of the first call stays as it was.
        return result.copy() if isinstance(result, np.ndarray) else result

    return called


def _text(error):
    """What an error says, on one line."""
    try:
        text = printable(" ".join(str(error).split()))
    except BaseException as broken:  # an error of the reader's may itself be broken
        if must_go_on(broken):
            raise
        return ""
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}..."


def _place(error):
    """Where the error came of: the last file, or notebook's cell, outside the libraries."""
    place = ("", 0)
    for frame, line in traceback.walk_tb(error.__traceback__):
        if not frame.f_code.co_filename.startswith(LIBRARIES):
            place = frame.f_code.co_filename, line
    return place


def _differ(a, b):
    """Whether an argument that is numbers, or holds some, was changed from a to b."""
    try:
        if isinstance(a, np.ndarray):
            return a.shape != b.shape or not np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
        if isinstance(a, (list, tuple)):
            return len(a) != len(b) or any(map(_differ, a, b))
        if isinstance(a, dict):
            return a.keys() != b.keys() or any(_differ(a[key], b[key]) for key in a)
        return isinstance(a, (bool, int, float, str)) and a != b
    except BaseException as error:  # something that cannot be compared was put in their place
        if must_go_on(error):
            raise
        return True
