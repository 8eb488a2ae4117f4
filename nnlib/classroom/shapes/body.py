"""What ran in the body of a `with`: a reading of each statement, and of what failed."""

import ast

from .failures import explain_failure, is_about_shapes
from .names import Names
from .reading import Reading
from .source import body_of_with, failed_part, is_simple, place_before


class Body:
    """The statements of one `with`, and what their names stood for before them."""

    def __init__(self, frame):
        self.frame, self.statements = frame, body_of_with(frame)
        self.names = Names([statement.tree for statement in self.statements], _space(frame))

    def readings(self, error, traceback):
        """Yield a reading of each statement that has run, and of one that failed by its shapes."""
        self.names.after = _space(self.frame)
        for number, statement in enumerate(self.statements):
            if error is not None and place_before(self.frame, traceback.tb_lasti, statement):
                yield from _failures(error, traceback)
                return
            self.names.expect([each.tree for each in self.statements[number + 1 :]])
            if is_simple(statement.tree):
                yield self._read(statement)
            else:
                self.names.forget(statement.tree)
                self.names.doubt(statement.tree)
            if _may_leave(statement.tree):
                return  # whether the others ran is not known

    def _read(self, statement):
        reading = Reading(statement.text, self.names)
        if not reading.all_known:
            self.names.doubt(statement.tree)
            reading = Reading(statement.text, self.names)
        reading.finish(self.names)
        return reading


def _failures(error, traceback):
    """Yield a reading of what has failed, if it is told by its shapes; note it on the exception."""
    if not is_about_shapes(error):
        return
    innermost = traceback
    while traceback is not None:
        if _is_learners(traceback.tb_frame):
            innermost = traceback
        traceback = traceback.tb_next
    frame = innermost.tb_frame
    text, tree, part = failed_part(frame, innermost.tb_lasti)
    if part is None:
        return
    names = Names([tree], _space(frame))
    for node in ast.walk(tree):
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp)) and part in ast.walk(node):
            names.forget(node)  # its `for` has no frame of its own from Python 3.12 on
    reading = Reading(text, names)
    twin = reading.tree if isinstance(tree, ast.stmt) else reading.root  # or the head of a loop
    twins = dict(zip(ast.walk(tree), ast.walk(twin), strict=True))
    reading.fail(twins[part], error)
    note = explain_failure(reading)
    if note and note not in getattr(error, "__notes__", []):
        error.add_note(note)
        yield reading


def _space(frame):
    return {**frame.f_builtins, **frame.f_globals, **frame.f_locals}


def _is_learners(frame):
    name = frame.f_code.co_filename
    return "site-packages" not in name and not name.endswith(".pyx")


def _may_leave(statement):
    """Return whether what follows this statement in the body may have been left out."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return False
    leaving = (ast.Return, ast.Break, ast.Continue)
    return any(isinstance(part, leaving) for part in ast.walk(statement))
