"""The source of what runs: the statements in the body of a `with`, and the part that has failed."""

import ast
import linecache
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

LONG = 100_000  # characters; code that is run from a text is shorter


class NoSource(Exception):
    """There is no source of this code."""


@dataclass
class Statement:
    """A statement of the body.

    Attributes
    ----------
    tree : ast.stmt
    text : str
        The statement as it is told: on one line.
    end : tuple of (int, int)
        The line and the column at which it ends, in the source.
    """

    tree: ast.stmt
    text: str
    end: tuple


def body_of_with(frame):
    """Return the statements of the `with` that a frame stands at.

    Raises
    ------
    NoSource
    """
    place = _place(frame, frame.f_lasti)

    def is_it(node):
        expressions = [item.context_expr for item in node.items]
        return place in [_span(node), *map(_span, expressions)]  # the latter from Python 3.13 on

    for source, tree in _sources(frame):
        for node in ast.walk(tree):
            if isinstance(node, (ast.With, ast.AsyncWith)) and is_it(node):
                if not _names_assigned(node) <= _names_in(frame.f_code):
                    continue  # another text that happens to have a `with` at this place
                return [part for each in node.body for part in _statements(each, source)]
    raise NoSource


def failed_part(frame, lasti):
    """Return the text of what a frame has failed in, its tree, and the part that failed.

    The text is that of the smallest statement around it; of a loop or a branch, only its head. All
    are None where there is no source.
    """
    place = _place(frame, lasti)
    for source, tree in _sources(frame):
        around = [node for node in ast.walk(tree) if _is_around(node, place)]
        exact = [_asked(node) for node in around
                 if _span(node) == place and not isinstance(node, ast.Expr)]  # fmt: skip
        calls = [node for node in around if isinstance(node, ast.Call)]
        # The place of a method that is called on a line of its own begins on that line.
        failed = exact or [node for node in calls if _span(node)[2:] == place[2:]]
        simple = [node for node in around if is_simple(node)]
        heads = [node for node in [*around, *failed] if isinstance(node, ast.expr)]
        if failed and (simple or heads):
            unit = simple[-1] if simple else heads[0]
            return one_line(unit, source), unit, failed[0]
    return None, None, None


def is_simple(node):
    """Return whether this is a statement that is told: an assignment, an expression, a return."""
    kinds = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Expr)
    return isinstance(node, kinds) and node.value is not None


def one_line(node, source):
    """Return the code of a node on one line."""
    text = ast.get_source_segment(source, node)
    return ast.unparse(node) if "\n" in text else text


def place_before(frame, lasti, statement):
    """Return whether this instruction comes before the end of a statement."""
    return _place(frame, lasti)[:2] < statement.end


def _statements(node, source):
    """Yield a statement; `%time Z = X.T` is a call with a text, and what it times is yielded."""
    end = (node.end_lineno, node.end_col_offset)
    timed = []
    match node:
        case ast.Expr(ast.Call(
            ast.Attribute(ast.Call(ast.Name("get_ipython")), "run_line_magic"),
            [ast.Constant("time"), ast.Constant(str(code))],
        )):  # fmt: skip
            with suppress(SyntaxError):  # options stand before the code
                timed = [
                    Statement(part, one_line(part, code), end) for part in ast.parse(code).body
                ]
    yield from timed or [Statement(node, one_line(node, source), end)]


def _sources(frame):
    """Yield what may be the source of a frame, and its tree.

    Code that is run from a text, as by `exec` or under `%%time`, has no file. The text is then with
    one of the callers.
    """
    filename, texts = frame.f_code.co_filename, []
    linecache.checkcache(filename)  # a script may be run again after an edit
    if lines := linecache.getlines(filename, frame.f_globals):
        texts = ["".join(lines)]
    else:
        caller = frame.f_back
        while caller is not None:
            values = [*caller.f_locals.values(), *caller.f_code.co_consts]
            texts += [value for value in values if type(value) is str and len(value) < LONG]
            caller = caller.f_back
    for text in texts:
        with suppress(SyntaxError, ValueError):
            yield text, ast.parse(text)


def _names_assigned(node):
    goals = [goal for each in node.body if isinstance(each, ast.Assign) for goal in each.targets]
    return {goal.id for goal in goals if isinstance(goal, ast.Name)}


def _names_in(code):
    return {*code.co_names, *code.co_varnames, *code.co_cellvars, *code.co_freevars}


def _place(frame, lasti):
    """Return the first line and column and the last ones of the code of an instruction."""
    line, end_line, column, end_column = next(islice(frame.f_code.co_positions(), lasti // 2, None))
    return line, column, end_line, end_column


def _span(node):
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


def _asked(node):
    """Return what a loop asks, where its place is that of the whole loop."""
    if isinstance(node, ast.While):
        return node.test
    return node.iter if isinstance(node, (ast.For, ast.AsyncFor)) else node


def _is_around(node, place):
    if not hasattr(node, "lineno"):
        return False
    span = _span(node)
    return span[:2] <= place[:2] and span[2:] >= place[2:]
