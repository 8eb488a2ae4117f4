"""`with explain():` shows the shapes of every statement in its body, as pictures and in words.

It wraps tensor-sensor, whose boxes the pictures are made of. The body itself runs as if `explain`
were not there. Before it, the shapes of the data that its source names are noted (reading); after
it, the statements are evaluated again, in their order, on stand-ins of these shapes (safe), so that
`b = b - g` finds the shape that b had. What cannot be evaluated without effects, such as a function
of the learner's own, stays unknown; the shape of what it was assigned to is looked up.
"""

import ast
import linecache
import sys
import warnings
from contextlib import suppress

import matplotlib.pyplot as plt

from ..console import printable
from ..style import in_notebook, show
from .picture import draw_shapes
from .reading import Names, Reading, names_written
from .words import describe, explain_failure


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

    def __enter__(self):
        self.texts, self._frame = [], sys._getframe(1)
        try:
            self._source, self._body = _find_body(self._frame)
            self._names = Names(self._body, self._everything())
        except Exception:
            self._body = None
        return self

    def __exit__(self, kind, error, traceback):
        try:
            self._tell_all(error, traceback)
        except Exception:  # whatever goes wrong here must not reach the learner's cell
            print("explain could not read the shapes of these lines.")
        self._frame = self._body = self._names = None

    def _everything(self):
        frame = self._frame
        return {**frame.f_builtins, **frame.f_globals, **frame.f_locals}

    def _tell_all(self, error, traceback):
        names = self._names
        names.after = self._everything()
        for number, statement in enumerate(self._body):
            if error is not None and statement.end_lineno >= traceback.tb_lineno:
                self._tell_failure(statement, error, traceback.tb_lineno)
                return
            names.later = names_written(self._body[number + 1 :])
            if _is_simple(statement):
                reading = Reading(statement, self._source, names)
                reading.finish(names)
                self._tell(reading)
            else:
                names.forget(statement)
            if _may_leave(statement):
                return  # whether the others ran is not known

    def _tell_failure(self, statement, error, line):
        """Tell why the statement on this line has failed, if the shapes of a part did not fit."""
        for part in ast.walk(statement):
            if _is_simple(part) and part.lineno <= line <= part.end_lineno:
                reading = Reading(part, self._source, Names([part], self._everything()))
                same_error = type(reading.error) is type(error) in (ValueError, IndexError)
                note = explain_failure(reading) if same_error else ""
                if note and note not in getattr(error, "__notes__", []):
                    error.add_note(note)
                    self._tell(reading)

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


def _find_body(frame):
    """Return the source of a frame, and the statements of the `with` that it stands at."""
    linecache.checkcache(frame.f_code.co_filename)  # a script may be run again after an edit
    source = "".join(linecache.getlines(frame.f_code.co_filename, frame.f_globals))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                first, last = item.context_expr.lineno, item.context_expr.end_lineno
                if first <= frame.f_lineno <= last:
                    return source, node.body
    raise LookupError("no `with` on this line")


def _is_simple(statement):
    kinds = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)
    return isinstance(statement, kinds) and statement.value is not None


def _may_leave(statement):
    """Return whether what follows this statement in the body may have been left out."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return False
    leaving = (ast.Return, ast.Break, ast.Continue)
    return any(isinstance(part, leaving) for part in ast.walk(statement))
