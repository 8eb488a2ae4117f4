"""Run an answer so that whatever it does, a verdict follows.

It runs in a thread of its own, which can be left behind when it does not end: signals would need
Unix, and another process would need the answer's source. What it prints is not shown.
"""

import contextlib
import copy
import ctypes
import io
import threading
import traceback
import warnings

import numpy as np

from .outcomes import NothingReturned, Outcome, as_parts, refuse_too_large


class OutOfTime(BaseException):
    """Raised inside an answer that does not end; a BaseException, so that it is rarely caught."""


class Silence(io.TextIOBase):
    """Takes the place of the screen and shows nothing."""

    def write(self, text):
        return len(text)


# One for all runs: a thread that was left behind may still be printing to it, and before Python
# 3.14 the interpreter crashes if the object is gone by then.
SILENCE = Silence()


def run(function, exercise, trials, time_limit):
    """Return an Outcome for each trial, or None if they do not end in time."""

    def all_trials():
        return [outcome_of(function, exercise, trial.arguments) for trial in trials]

    with (
        contextlib.redirect_stdout(SILENCE),
        contextlib.redirect_stderr(SILENCE),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        return within(time_limit, all_trials)


def within(seconds, work):
    """Return what work() returns, or None if that takes longer."""
    result = []

    def target():
        with contextlib.suppress(OutOfTime):
            result.append(work())

    thread = threading.Thread(target=target, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    finally:
        _stop(thread)
    return result[0] if result else None


def _stop(thread, attempts=5):
    """Ask a running thread to end; code that catches everything is asked again."""
    for _ in range(attempts):
        if not thread.is_alive():
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(OutOfTime)
        )
        thread.join(0.05)


def outcome_of(function, exercise, arguments):
    """Call the answer on copies of the arguments; return its Outcome."""
    copies = copy.deepcopy(arguments)
    try:
        with np.errstate(all="ignore"):  # belongs to a thread, so it is set in this one
            parts = as_parts(exercise.probe(_must_return(function), *copies), exercise.parts)
    except OutOfTime:
        raise
    except BaseException as error:  # SystemExit and the like too: this is the reader's code
        return Outcome(error=type(error).__name__, text=_text(error), place=_place(error))
    pairs = zip(exercise.arguments, arguments, copies)
    return Outcome(parts, changed=tuple(name for name, a, b in pairs if _differ(a, b)))


def _must_return(function):
    """Stop None, and more numbers than anybody meant, before a probe works on them."""

    def called(*arguments):
        result = function(*arguments)
        if result is None or result is ...:
            raise NothingReturned("nothing")
        refuse_too_large(result)
        return result

    return called


def _text(error):
    try:
        return str(error)
    except Exception:  # an error of the reader's may itself be broken
        return ""


def _place(error):
    """Where the error came of: a file, or a notebook's cell, and a line number."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        place = frame.f_code.co_filename, line
    return place


def _differ(a, b):
    """Whether an argument that is numbers was changed."""
    if isinstance(a, np.ndarray):
        return a.shape != b.shape or not np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    return isinstance(a, (list, dict, tuple)) and repr(a) != repr(b)
