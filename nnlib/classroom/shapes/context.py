"""`with explain():` shows the shapes of every statement in its body, as pictures and in words.

It wraps tensor-sensor, whose boxes the pictures are made of. The body itself runs as if `explain`
were not there. Before it, the shapes of the data that its source names are noted (names); after it,
the statements are evaluated again, in their order, on stand-ins of these shapes (parts, evaluate),
so that `b = b - g` finds the shape that b had. What cannot be evaluated without effects, such as a
function of the learner's own, stays unknown; the shape of what it was assigned to is looked up.
"""

import sys
import warnings
from contextlib import suppress

import matplotlib.pyplot as plt

from ..console import printable
from ..style import in_notebook, show
from .body import Body
from .picture import draw_shapes
from .source import NoSource
from .words import describe


class explain:  # noqa: N801  lower case, as in tensor-sensor: it is used like a statement
    """Show the shape of every operand and every result of the statements in the body.

    Each statement of the body itself, not of a loop or a branch in it, is shown after the body. If
    a product or a sum fails because its shapes do not fit, the picture says why, and so does a note
    on the exception, which goes on as usual.

    Attributes
    ----------
    texts : list of str
        The pictures in words, one for each statement, after the body.

    Examples
    --------
    >>> with explain():
    ...     Z1 = X @ W1 + b1
    """

    def __init__(self):
        self.texts, self._bodies = [], []

    def __enter__(self):
        self.texts = []
        try:
            self._bodies.append(Body(sys._getframe(1)))
        except Exception as error:  # whatever goes wrong here must not reach the learner's cell
            self._bodies.append(error)
        return self

    def __exit__(self, kind, error, traceback):
        body = self._bodies.pop()
        with suppress(Exception):  # not even where nothing can be printed
            try:
                if isinstance(body, Exception):
                    raise body
                for reading in body.readings(error, traceback):
                    self._tell(reading)
            except NoSource:
                print("explain found no source of these lines, so it cannot tell their shapes.")
            except Exception:
                print("explain could not read the shapes of these lines.")

    def _tell(self, reading):
        if not reading.has_arrays:
            return
        self.texts.append(describe(reading))
        if in_notebook():
            with suppress(Exception), plt.style.context("default"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                show(draw_shapes(reading), self.texts[-1])
                return
        print(printable(self.texts[-1]))
