"""`with explain():` shows the shapes of every statement in its body, as pictures and in words.

It is a wrapper of tensor-sensor (tsensor), which draws shapes but evaluates the code twice, and
breaks on much that learners write. Here the code runs once, as if `explain` were not there:

1. a line trace on the caller's frame tells when a statement is about to run: `Reading` then looks
   at its names and computes what is free of effects (values);
2. a call trace notes what Python functions return to the statement, so that none is run again;
3. after the body, the trace that was there before is put back, and each statement is drawn
   (drawing; by tensor-sensor where it reads the statement right) and told (words).
"""

import ast
import functools
import sys

from .body import find_body, place_of_call
from .reading import Reading
from .showing import show_shapes
from .values import shape_of
from .words import describe, explain_failure


class explain:  # noqa: N801  lower case, as in tensor-sensor: it is used like a statement
    """Show the shape of every operand and every result of the statements in the body.

    Each statement is shown once, after the body. If a product or a sum fails because its shapes do
    not fit, the picture says why, and so does a note on the exception, which goes on as usual.

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
        self.texts = []
        self._lines = {}  # line -> the statements of the body that stand on it
        self._readings = {}  # statement -> its reading, in the order in which they first ran
        self._open = []  # the statements that have begun and not ended
        self._stopped = {}  # the readings of those that an exception has ended

    def __enter__(self):
        self._frame = sys._getframe(1)
        self._tracers = sys.gettrace(), self._frame.f_trace
        self._names_before = dict(self._frame.f_locals)
        try:
            self._source, body = find_body(self._frame)
        except Exception:  # no source, as in exec: the new names are listed at the end
            return self
        for statement in body:
            for line in range(statement.lineno, statement.end_lineno + 1):
                self._lines.setdefault(line, []).append(statement)
        self._at_line(self._frame.f_lineno)  # the body may stand on the line of the `with`
        self._frame.f_trace = self._trace_line
        sys.settrace(self._trace_call)
        return self

    def __exit__(self, kind, error, traceback):
        is_ours = sys.gettrace() == self._trace_call
        outer_call, outer_line = self._tracers
        if is_ours:
            sys.settrace(None)
        if self._frame.f_trace == self._trace_line:
            self._frame.f_trace = outer_line
        try:
            self._show_all(error, traceback)
        except Exception:  # whatever goes wrong here must not reach the learner's cell
            print("explain could not read the shapes of these lines.")
        finally:
            self._frame = self._tracers = self._names_before = None
            self._readings, self._open, self._stopped = {}, [], {}
            if is_ours:  # the last thing: coverage's tracer counts calls and returns from here on
                sys.settrace(outer_call)

    def _trace_line(self, frame, event, arg):
        if self._tracers[1] is not None:
            self._tracers[1](frame, event, arg)  # so that coverage counts the body's lines
        if event == "line":
            self._at_line(frame.f_lineno)
        elif event == "exception" and arg[0] is not StopIteration:  # that one only ends a loop
            self._stopped = {s: self._readings.pop(s) for s in self._open}
            self._open = []
        return self._trace_line

    def _trace_call(self, frame, event, arg):
        """Follow a function that the statement itself has called, to see what it returns."""
        if frame.f_back is not self._frame:
            return None
        for statement in self._open:
            reading = self._readings[statement]
            node = reading and reading.places.get(place_of_call(self._frame))
            if node is not None:
                frame.f_trace_lines = False
                return functools.partial(_trace_return, reading, node)
        return None

    def _at_line(self, line):
        statements = self._lines.get(line, [])
        if statements and statements[0] in self._open:
            return  # a statement over several lines comes back to its first
        self._close()
        if statements and statements[0] not in self._readings:
            self._begin(statements[0])

    def _begin(self, statement):
        self._open.append(statement)
        try:
            self._readings[statement] = Reading(statement, self._source, self._look_up)
        except Exception:
            self._readings[statement] = None  # said in words at the end

    def _close(self):
        last_line = self._lines[self._open[0].end_lineno] if self._open else []
        for statement in last_line:
            if statement not in self._readings:  # a second one on the line, after a semicolon
                self._begin(statement)
        for statement in self._open:
            try:
                self._readings[statement].finish(self._look_up)
            except Exception:
                self._readings[statement] = None
        self._open = []

    def _look_up(self, names):
        frame = self._frame
        spaces = frame.f_builtins, frame.f_globals, frame.f_locals
        return {name: space[name] for space in spaces for name in names if name in space}

    def _show_all(self, error, traceback):
        if not self._lines:
            self._list_new_names()
        reading, failed = self._find_failure(error, traceback)
        self._close()
        for statement, done in self._readings.items():
            if done is None:
                print(f"{ast.unparse(statement)}: explain could not read the shapes here.")
            elif done.has_arrays:
                self._show(done)
        if failed is not None:
            error.add_note(explain_failure(reading, failed))
            self._show(reading, failed)

    def _find_failure(self, error, traceback):
        """Return the reading of the statement that raised, and the part of it that did."""
        if not isinstance(error, (ValueError, IndexError)):
            return None, None
        for statement in self._lines.get(traceback.tb_lineno, []):
            reading = self._stopped.get(statement)
            reading = reading or Reading(statement, self._source, self._look_up)
            failed = reading.part_that_raised(error)
            if failed is not None:
                return reading, failed
        return None, None

    def _show(self, reading, failed=None):
        self.texts.append(describe(reading, failed=failed))
        show_shapes(reading, failed, self.texts[-1])

    def _list_new_names(self):
        for name, value in self._frame.f_locals.items():
            shape = shape_of(value)
            if shape is not None and value is not self._names_before.get(name):
                self.texts.append(f"{name} {shape}")
                print(self.texts[-1])


def _trace_return(reading, node, frame, event, value):
    if event == "return":
        if value is not None:
            reading.returned[node] = value
        frame.f_trace, frame.f_trace_lines = None, True
