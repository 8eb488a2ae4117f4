"""Silence: nothing that an answer shows is seen, and nothing that it asks for is waited for.

It may print, warn, log, draw with pyplot, display, write past Python, or ask for input. What it
prints is kept for the verdict, since that is how many people look for a mistake. All settings of
the notebook are afterwards as they were.
"""

import builtins
import contextlib
import getpass
import logging
import os
import sys
import warnings

import matplotlib
import numpy as np
from matplotlib import pyplot as plt
from matplotlib._pylab_helpers import Gcf

from .screen import SCREEN, Keyboard, nobody_types


@contextlib.contextmanager
def quiet():
    """Show nothing, ask nobody, and let no number stop the work."""
    with (
        same_folder(),
        no_descriptors(),
        contextlib.redirect_stdout(SCREEN),
        contextlib.redirect_stderr(SCREEN),
        replaced(sys, "stdin", Keyboard()),
        replaced(builtins, "input", nobody_types),
        replaced(getpass, "getpass", nobody_types),
        replaced(sys, "breakpointhook", nobody_types),
        no_log(),
        no_notebook(),
        own_figures(),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def replaced(owner, name, value):
    """Put a value in place of an attribute for a while, if there is one of that name."""
    if not hasattr(owner, name):
        yield
        return
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextlib.contextmanager
def same_folder():
    """Come back to the folder of the notebook, where the progress is written down."""
    with contextlib.ExitStack() as back:
        with contextlib.suppress(OSError):  # the folder may be gone
            back.callback(os.chdir, os.getcwd())
        yield


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


@contextlib.contextmanager
def no_notebook():
    """In a notebook, display nothing; `exit()` ends the answer, and not the kernel."""
    ipython = sys.modules.get("IPython")
    shell = ipython and ipython.get_ipython()
    if not shell:
        yield
        return
    from IPython.utils.capture import capture_output

    with capture_output(stdout=False, stderr=False), replaced(shell, "ask_exit", sys.exit):
        yield


@contextlib.contextmanager
def own_figures():
    """Give an answer a pyplot of its own: it closes its own figures, and draws on no other."""
    outside, backend = dict(Gcf.figs), matplotlib.get_backend(auto_select=False)
    Gcf.figs.clear()
    try:
        with matplotlib.rc_context(), replaced(plt, "show", lambda *args, **kwargs: None):
            yield
    finally:
        plt.close("all")
        if backend and matplotlib.get_backend() != backend:
            plt.switch_backend(backend)
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
