"""Showing the shapes of a statement: the picture in a notebook, the words everywhere else."""

import sys
import warnings

import matplotlib.style

from ..style import show
from .drawing import draw_shapes


def show_shapes(reading, failed, text):
    """Display the picture with its text; print the text where there is no notebook or no picture.

    Parameters
    ----------
    reading : Reading
    failed : ast.expr or None
    text : str
    """
    try:
        ipython = sys.modules.get("IPython")
        if not (ipython and ipython.get_ipython()):
            print(text)
            return
        _draw_and_show(reading, failed, text)
    except Exception:
        print(text)


def _draw_and_show(reading, failed, text):
    """Draw with matplotlib's own settings, whatever the learner's are, and without a warning."""
    with matplotlib.style.context("default"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        show(draw_shapes(reading, failed=failed), text)
