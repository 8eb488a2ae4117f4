"""Going through the parts of a statement, in the order in which Python computes them."""

import ast

import numpy as np

from .evaluate import evaluate
from .paths import is_path
from .stand_ins import Unknown, is_known

MANY = 1000  # rounds of a comprehension that are worth a list of stand-ins


class Parts:
    """The values of the parts of a statement, on stand-ins, as far as they are known.

    Parameters
    ----------
    names : Names

    Attributes
    ----------
    values : dict of ast.expr to object
        In the order in which they are computed.
    assigned : list of (ast.Name, object)
        What `:=` assigns, in that order.
    all_known : bool
        False if something ran that may have had effects.
    """

    def __init__(self, names):
        self.values, self.assigned, self.all_known = {}, [], True
        self._names, self._inner = names, {}  # names of the statement's own, from := and from for

    def read(self, node):
        """Evaluate a part, and first its own parts."""
        if isinstance(node, ast.Name) and node.id in self._inner:
            if self._inner[node.id] is not Unknown:
                self.values[node] = self._inner[node.id]
        elif is_path(node) and not self._is_inner(node) and ast.unparse(node) in self._names:
            self.values[node] = self._names[ast.unparse(node)]
        else:
            try:
                self._read_parts(node)
                self.values.setdefault(node, evaluate(node, self.values))
            except Exception:  # unknown, or its shapes do not fit
                if node not in self.values:
                    self.all_known = False
            self._shadow(part for part in ast.walk(node) if part not in self.values)

    def _read_parts(self, node):
        """Read the parts of a node that surely run; those of some kinds settle its value."""
        match node:
            case ast.Lambda():
                pass
            case ast.IfExp():
                self._read_branch(node)
            case ast.BoolOp():
                self.read(node.values[0])
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                self._read_rounds(node)
            case ast.NamedExpr():
                self.read(node.value)
                self._inner[node.target.id] = self.values[node] = self.values[node.value]
                self.assigned.append((node.target, self.values[node]))
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.expr):
                        self.read(child)
                    elif isinstance(child, (ast.keyword, ast.FormattedValue)):
                        self.read(child.value)

    def _read_branch(self, node):
        self.read(node.test)
        test = self.values.get(node.test)
        if type(test) in (bool, int, type(None)):
            branch = node.body if test else node.orelse
            self.read(branch)
            self.values[node] = self.values[branch]

    def _read_rounds(self, node):
        """Read one round of a list comprehension over the rows of an array: all are alike."""
        first = node.generators[0]
        self.read(first.iter)
        rows = self.values.get(first.iter)
        is_plain = isinstance(node, ast.ListComp) and isinstance(first.target, ast.Name)
        if not is_plain or len(node.generators) > 1:
            return
        if type(rows) is not np.ndarray or not rows.size:
            return
        inner, self._inner = self._inner, {**self._inner, first.target.id: np.asarray(rows[0])}
        for part in [*first.ifs, node.elt]:
            self.read(part)
        self._inner = inner
        self._shadow(ast.walk(node))  # they hold what the last round gave
        if not first.ifs and len(rows) <= MANY and is_known(self.values[node.elt]):
            self.values[node] = [self.values[node.elt]] * len(rows)

    def _shadow(self, nodes):
        """Take the names that `:=` assigns in these nodes for unknown from here on."""
        for node in nodes:
            if isinstance(node, ast.NamedExpr):
                self._inner[node.target.id] = Unknown

    def _is_inner(self, node):
        while not isinstance(node, ast.Name):
            node = node.value
        return node.id in self._inner
