"""Run a reader's code so that it ends in time, and shows nothing.

It runs in a thread of its own, which can be left behind when it does not end: signals would need
Unix, and another process would need the answer's source. One thing no thread can end: a single
call into C that never lets go of the interpreter, such as sum(range(10**12)).
"""

import contextlib
import ctypes
import io
import threading
import warnings

import numpy as np


class OutOfTime(BaseException):
    """Raised inside an answer that does not end; a BaseException, so that it is rarely caught."""


class Silence(io.TextIOBase):
    """Takes the place of the screen and shows nothing."""

    def write(self, text):
        return len(text)

    def close(self):
        """Stay open: an answer that closes its screen closes it for itself only."""


# One for all runs: a thread that was left behind may still be printing to it. If the object were
# gone by then, CPython could crash (seen with 3.11).
SILENCE = Silence()


@contextlib.contextmanager
def quiet():
    """Show neither what is printed nor warnings, and let no number stop the work."""
    with (
        contextlib.redirect_stdout(SILENCE),
        contextlib.redirect_stderr(SILENCE),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


def within(seconds, work):
    """Return what work() returns, or None if that takes longer."""
    result = []

    def target():
        with contextlib.suppress(OutOfTime):
            result.append(work())

    if seconds <= 0:
        return None
    thread = threading.Thread(target=target, daemon=True)
    thread.start()
    in_time = False
    try:
        thread.join(seconds)
        in_time = bool(result)
    finally:  # also if the reader interrupts the kernel
        _stop(thread)
    return result[0] if in_time else None


def _stop(thread, attempts=5):
    """Ask a running thread to end; code that catches everything is asked again."""
    for _ in range(attempts):
        if not thread.is_alive():
            return
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(OutOfTime)
        )
        thread.join(0.05)
