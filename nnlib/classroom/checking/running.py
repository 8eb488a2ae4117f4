"""Run a reader's code so that it ends in time.

It runs in a thread of its own, which can be left behind when it does not end: signals would need
Unix, and another process would need the answer's source. One thing no thread can end: a single
call into C that never lets go of the interpreter, such as sum(range(10**12)).
"""

import contextlib
import sys
import threading
import time
from functools import partial

TICK = 0.05  # seconds between two looks at the clock
PATIENCE = 6  # how many times longer an answer may take than it works


class OutOfTime(BaseException):
    """Raised inside an answer that does not end; a BaseException, so that it is rarely caught."""


class TimeLimit:
    """The time that is left for all that is run of one answer.

    Parameters
    ----------
    seconds : float
        For the answer's own work. A machine that is busy with something else does not count, nor
        does an import, which may well take longer. In all, an answer may take PATIENCE times as
        long: then it is waiting for something that does not come.
    """

    def __init__(self, seconds):
        self.work, self.wait = seconds, PATIENCE * seconds

    @property
    def over(self):
        return self.work <= 0 or self.wait <= 0

    def waits_for(self, thread, clock):
        """Wait for a thread, whose work is told by the clock; return whether it ends in time."""
        worked, waited = 0.0, time.monotonic()
        while not self.over:
            thread.join(TICK)
            if not thread.is_alive():
                return True
            try:
                before, worked = worked, clock()
            except OSError:  # it has ended just now
                return True
            if not is_importing(thread):
                self.work -= worked - before
            before, waited = waited, time.monotonic()
            self.wait -= waited - before
        return False


def within(limit, work):
    """Return what work() returns, or None if the TimeLimit is over before."""
    result, clock = [], []

    def target():
        clock.append(own_clock())
        with contextlib.suppress(OutOfTime):
            result.append(work())

    if limit.over:
        return None
    thread = threading.Thread(target=target, daemon=True)
    try:
        thread.start()
    except RuntimeError:  # no threads in a browser, or no more of them: without a limit, then
        return work()
    in_time = False
    try:
        in_time = limit.waits_for(thread, lambda: clock[0]() if clock else 0.0) and bool(result)
    finally:  # also if the reader interrupts the kernel
        _stop(thread)
    return result[0] if in_time else None


def own_clock():
    """Return a clock that tells, to other threads too, how long the calling thread has worked."""
    try:
        clock = time.pthread_getcpuclockid(threading.get_ident())
        now = partial(time.clock_gettime, clock)
    except (AttributeError, OSError):  # not on Windows and macOS
        now = time.process_time  # of all threads; the others are idle while an answer runs
    start = now()
    return lambda: now() - start


def is_importing(thread):
    """Whether a thread is about to load a module."""
    frame = sys._current_frames().get(thread.ident)
    while frame:
        if frame.f_code.co_filename == "<frozen importlib._bootstrap>":
            return True
        frame = frame.f_back
    return False


def must_go_on(error):
    """Whether an error is none of the answer's own, and ends the run of it."""
    interrupted = isinstance(error, KeyboardInterrupt) and _in_main_thread()
    return interrupted or isinstance(error, OutOfTime)


def _in_main_thread():
    return threading.current_thread() is threading.main_thread()


def _stop(thread, attempts=20):
    """Ask a running thread to end; code that catches everything is asked again."""
    for _ in range(attempts):
        if not thread.is_alive():
            return
        import ctypes  # not everywhere; where there are threads

        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(OutOfTime)
        )
        thread.join(0.05)
