"""A function from its source: what the edits are made to, and how one is tried."""

import ast
import inspect
import textwrap
from functools import cached_property

import numpy as np

from . import arrays, calls, names, operators
from .edit import expression_edits, groups
from .statements import statement_edits

MOST_EDITS = 500
MOST_GROUPS = 80
LEFT_ALONE = {"open", "os", "sys", "exec", "eval", "input", "subprocess", "shutil", "check"}
RULES = (*arrays.RULES, *calls.RULES, *operators.RULES, *names.RULES)


class Source:
    """The source of a function, with the helpers of its own cell; its edits, each to be tried.

    Raises
    ------
    ValueError
        If there is no source, or nobody should run other versions of it.
    """

    def __init__(self, function):
        self.function = function
        if not inspect.isfunction(function) or function.__name__ == "<lambda>":
            raise ValueError("no function with a source")
        helpers = self._helpers()
        try:
            parts = [textwrap.dedent(inspect.getsource(one)) for one in (function, *helpers)]
            self.tree = ast.parse("\n".join(parts))
            self.lines = parts[0].splitlines()
        except (OSError, TypeError, SyntaxError, IndentationError):
            raise ValueError("no source") from None
        self.first = function.__code__.co_firstlineno
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef):
                node.decorator_list = []
                node.args.defaults = []
                node.args.kw_defaults = [None] * len(node.args.kwonlyargs)
                if ast.get_docstring(node) and len(node.body) > 1:
                    del node.body[0]
        found = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        loops = any(isinstance(node, ast.While) for node in ast.walk(self.tree))
        if loops or found & LEFT_ALONE or function.__defaults__ or function.__kwdefaults__:
            raise ValueError("not to be run in other versions")

    def _helpers(self):
        """The functions of the same cell or file that it calls."""
        code, found = self.function.__code__, []
        for name in code.co_names:
            one = self.function.__globals__.get(name)
            if inspect.isfunction(one) and one is not self.function:
                if one.__code__.co_filename == code.co_filename and "<" in code.co_filename:
                    found.append(one)
        return found

    @cached_property
    def main(self):
        return self.tree.body[0]

    @cached_property
    def arguments(self):
        return [argument.arg for argument in self.main.args.args]

    @cached_property
    def known(self):
        """The arguments, and the names that are set."""
        stored = [
            node.id
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        ]
        return list(dict.fromkeys([*self.arguments, *stored]))

    @cached_property
    def counters(self):
        """The names that a `for` sets anew in each turn."""
        targets = [node.target for node in ast.walk(self.tree) if isinstance(node, ast.For)]
        names = [node.id for one in targets for node in ast.walk(one) if hasattr(node, "id")]
        return list(dict.fromkeys(names))

    @cached_property
    def outside(self):
        """The numbers and arrays of the notebook that are used."""
        values = self.function.__globals__
        return {
            name
            for name in self.function.__code__.co_names
            if isinstance(values.get(name), (np.ndarray, np.number, int, float))
        }

    sizes = ()

    def take_sizes(self, arguments):
        """What counts something in the arguments: len(X), X.shape[1], X.size, or a number."""
        self.sizes = []
        for name, value in zip(self.arguments, arguments):
            if isinstance(value, np.ndarray) and value.ndim:
                self.sizes += [f"len({name})"] if len(value) > 1 else []
                if value.dtype.kind == "i" and value.ndim == 1:
                    self.sizes += [f"{name}.sum()"]
                if value.ndim > 1:
                    self.sizes += [f"{name}.shape[1]", f"{name}.size"]
            elif isinstance(value, (int, float)):
                self.sizes += [name]
            elif isinstance(value, (list, tuple)):
                self.sizes += [f"len({name})"]

    @staticmethod
    def is_size(node):
        if isinstance(node, ast.Call):
            return getattr(node.func, "id", "") == "len"
        if isinstance(node, ast.Subscript):
            return getattr(node.value, "attr", "") == "shape"
        return isinstance(node, ast.Attribute) and node.attr == "size"

    @cached_property
    def edits(self):
        """All edits, in a fixed order, those of several places too; each is a tuple of edits."""
        singles = [*statement_edits(self.tree), *expression_edits(self.tree, RULES, self)]
        return [(edit,) for edit in singles[:MOST_EDITS]] + groups(singles)[:MOST_GROUPS]

    @cached_property
    def length(self):
        """How much there is to compile."""
        return sum(1 for _ in ast.walk(self.tree))

    def edited(self, *edits):
        """The function after these edits, or None if that is no Python."""
        undo = []
        try:
            for edit in edits:
                undo.append(edit.exchange())
            return self.built()
        except Exception:  # an edit may make nonsense of another
            return None
        finally:
            for edit in reversed(undo):
                edit.exchange()

    def built(self):
        """The function of the tree as it is, in a namespace of its own."""
        code = compile(ast.fix_missing_locations(self.tree), "<edited>", "exec")
        namespace = dict(self.function.__globals__)
        if self.function.__closure__:
            cells = zip(self.function.__code__.co_freevars, self.function.__closure__)
            namespace.update((name, cell.cell_contents) for name, cell in cells)
        exec(code, namespace)
        return namespace[self.main.name]

    def line(self, edit):
        """The reader's own line of an edit, if it is in the function itself and not too long."""
        if 0 < edit.line <= len(self.lines):
            text = self.lines[edit.line - 1].strip()
            if len(text) <= 70:
                return f"`{text}`"
        return ""
