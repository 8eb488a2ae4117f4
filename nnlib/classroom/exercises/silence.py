"""Silence: nothing that an answer shows is seen, and nothing that it asks for is waited for.

It may print, warn, log, draw with pyplot, display, write past Python, or ask for input. What it
prints is kept for the verdict, since that is how many people look for a mistake.
"""

import builtins
import contextlib
import getpass
import io
import logging
import os
import re
import sys
import threading
import warnings

import matplotlib
import numpy as np
from matplotlib import pyplot as plt
from matplotlib._pylab_helpers import Gcf

LONGEST = 2000  # characters that are kept of what one call prints
WRITTEN_OVER = re.compile(r"[^\n]*\r(?!\n)")  # a progress bar goes back to the start of its line
COLOURS = re.compile(r"\x1b\[[\d;]*[A-Za-z]")  # of a terminal


class Printed:
    """The beginning of what one call prints."""

    def __init__(self):
        self._text = ""

    def add(self, text):
        self._text += text[: LONGEST + 1 - len(self._text)]

    def __str__(self):
        text = COLOURS.sub("", WRITTEN_OVER.sub("", self._text[:LONGEST])).rstrip()
        return f"{text} ... (and more)" if len(self._text) > LONGEST else text


class Screen(io.TextIOBase):
    """Takes the place of the screen: shows nothing, and keeps what is printed where it is told to.

    Each thread is told for itself: one that was left behind may still be printing.
    """

    encoding = "utf-8"

    def __init__(self):
        self._here = threading.local()

    @contextlib.contextmanager
    def kept_in(self, printed):
        self._here.printed = printed
        try:
            yield
        finally:
            self._here.printed = None

    def write(self, text):
        printed = getattr(self._here, "printed", None)
        if printed is not None:
            printed.add(text)
        return len(text)

    def close(self):
        """Stay open: an answer that closes its screen closes it for itself only."""


# One for all runs: a thread that was left behind may still be printing to it. If the object were
# gone by then, CPython could crash (seen with 3.11).
SCREEN = Screen()


def nobody_types(*args, **kwargs):
    raise RuntimeError(
        "While an answer is checked, nobody can type: no input(), no debugger. What the function "
        "needs comes in by its arguments."
    )


class Keyboard(io.TextIOBase):
    """Takes the place of the keyboard; whoever reads from it hears that nobody types."""

    read = readline = nobody_types


@contextlib.contextmanager
def quiet():
    """Show nothing, ask nobody, let no number stop the work; leave all settings as they were."""
    with (
        no_descriptors(),
        contextlib.redirect_stdout(SCREEN),
        contextlib.redirect_stderr(SCREEN),
        replaced(sys, "stdin", Keyboard()),
        replaced(builtins, "input", nobody_types),
        replaced(getpass, "getpass", nobody_types),
        replaced(sys, "breakpointhook", nobody_types),
        no_log(),
        no_display(),
        own_figures(),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def replaced(owner, name, value):
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextlib.contextmanager
def no_log():
    """Log nothing: a handler of the notebook's writes past our screen, and one made now stays."""
    root, disabled = logging.root, logging.root.manager.disable
    level, handlers = root.level, list(root.handlers)
    logging.disable(sys.maxsize)
    try:
        yield
    finally:
        logging.disable(disabled)
        root.setLevel(level)
        root.handlers[:] = handlers


def no_display():
    """Display nothing in the notebook, if there is one."""
    if "IPython" not in sys.modules:
        return contextlib.nullcontext()
    from IPython.utils.capture import capture_output

    return capture_output(stdout=False, stderr=False, display=True)


@contextlib.contextmanager
def own_figures():
    """Give an answer a pyplot of its own: it closes its own figures, and draws on no other."""
    outside = dict(Gcf.figs)
    Gcf.figs.clear()
    try:
        with matplotlib.rc_context(), replaced(plt, "show", lambda *args, **kwargs: None):
            yield
    finally:
        plt.close("all")
        Gcf.figs.update(outside)


@contextlib.contextmanager
def no_descriptors():
    """Send what goes past Python, by os.write or from another program, nowhere too."""
    flush_originals()
    with contextlib.ExitStack() as back:
        with contextlib.suppress(OSError):  # too few are left: go on without
            nowhere = os.open(os.devnull, os.O_RDWR)
            back.callback(os.close, nowhere)
            for descriptor in filter(is_open, range(3)):
                copy = os.dup(descriptor)
                back.callback(os.close, copy)
                back.callback(os.dup2, copy, descriptor)
                os.dup2(nowhere, descriptor)
        try:
            yield
        finally:
            flush_originals()


def is_open(descriptor):
    """Whether there is such a descriptor; a program without a console has none."""
    try:
        return bool(os.fstat(descriptor))
    except OSError:
        return False


def flush_originals():
    for stream in (sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):  # there may be none, or it may be closed
            stream.flush()
