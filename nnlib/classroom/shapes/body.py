"""Where the body of a `with` stands in its source, and where in it a frame is."""

import ast
import itertools
import linecache

SIMPLE = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)


def find_body(frame):
    """Return the source of a frame, and the simple statements of the `with` that it stands at."""
    linecache.checkcache(frame.f_code.co_filename)  # a script may be run again after an edit
    source = "".join(linecache.getlines(frame.f_code.co_filename, frame.f_globals))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                first, last = item.context_expr.lineno, item.context_expr.end_lineno
                if first <= frame.f_lineno <= last:
                    return source, list(_simple_statements(node.body))
    raise LookupError("no `with` on this line")


def _simple_statements(body, header=0):
    """Yield what can be told; not `if x: ...` on one line, where no trace says whether it ran."""
    for statement in body:
        line = getattr(statement, "lineno", 0)  # a `case` has none
        if line == header != 0:
            continue
        if isinstance(statement, SIMPLE) and statement.value is not None:
            yield statement
        elif not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for part in ("body", "orelse", "handlers", "finalbody", "cases"):
                yield from _simple_statements(getattr(statement, part, []), line)


def place_of_call(frame):
    """Return where the instruction that a frame is at stands in the source."""
    return next(itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
