"""Reading one statement: what shape does each part of it have?"""

import ast
from contextlib import suppress

import numpy as np

from .safe import Unknown, evaluate, find, shape_of, stand_in

# What is inside these has names of its own, or may not run.
OPAQUE = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
          ast.IfExp, ast.BoolOp)  # fmt: skip


class Names(dict):
    """What `X`, `np.mean` or `layer.W` stands for, statement by statement: stand-ins for data.

    Parameters
    ----------
    body : list of ast.stmt
        Only what these name is looked up.
    spaces : dict
        The names of the frame before they run.
    """

    def __init__(self, body, spaces):
        super().__init__()
        self.after, self.later = {}, set()  # the frame after the body, what is yet to be written
        for node in _chains(body):
            with suppress(Unknown, KeyError):
                self[ast.unparse(node)] = stand_in(find(node, spaces))

    def assign(self, goal, value):
        """Note what is assigned; if it stays, the frame after the body knows best."""
        if isinstance(goal, (ast.Tuple, ast.List)):
            fits = type(value) in (tuple, list) and len(value) == len(goal.elts)
            for number, part in enumerate(goal.elts):
                self.assign(part, value[number] if fits else Unknown)
        elif not isinstance(goal, (ast.Starred, ast.Subscript)):
            name = ast.unparse(goal)
            for key in [key for key in self if key == name or key.startswith(f"{name}.")]:
                del self[key]
            with suppress(Unknown):
                if value is not Unknown:
                    self[name] = stand_in(value)
            with suppress(Unknown, KeyError):
                if name not in self.later and (value is Unknown or type(value) is np.ndarray):
                    self[name] = stand_in(find(goal, self.after))

    def forget(self, statement):
        """Take all that a statement writes to for unknown."""
        for goal in _written([statement]):
            self.assign(goal, Unknown)


class Reading:
    """What is known of one statement.

    Parameters
    ----------
    statement : ast.stmt
    source : str
        The code in which it stands.
    names : Names

    Attributes
    ----------
    text : str
        The statement on one line.
    tree : ast.stmt
        The statement again, with positions that count in `text`.
    shapes : dict of ast.expr to tuple
        The shape of every part that has one; () for a single number.
    before, targets : dict of ast.expr to tuple
        The shapes of what is assigned to, before and after the statement.
    failed : ast.expr or None
        The part that cannot be computed, for example because its shapes do not fit.
    error : Exception or None
        What it raises.
    """

    def __init__(self, statement, source, names):
        text = ast.get_source_segment(source, statement)
        self.text = ast.unparse(statement) if "\n" in text else text
        self.tree = ast.parse(self.text).body[0]
        self.root = _right_side(self.tree)
        self.goals = list(_single(_targets(self.tree)))
        self.shapes, self.targets = {}, {}
        self.failed = self.error = None
        self.before = self._shapes_of_goals(names)
        self._read(names)

    def _read(self, names):
        """Evaluate the parts of the right side; the first that fails is noted."""
        values, is_sure = {}, True
        for node in _postorder(self.root):
            try:
                values[node] = _value(node, names, values)
            except (Unknown, KeyError):
                is_sure = False  # whatever this is, it may be what raised
                continue
            except Exception as error:
                if is_sure:
                    self.failed, self.error = node, error
                is_sure = False
                continue
            of_arrays = any(part in self.shapes for part in ast.walk(node))
            shape = shape_of(values[node], numbers_too=of_arrays)
            if shape is not None:
                self.shapes[node] = shape
        self._result = values.get(self.root, Unknown)

    def finish(self, names):
        """The statement has run: write what it assigns into the names, and note its shape."""
        self.failed = None
        names.forget(self.tree)
        for goal in _targets(self.tree):
            names.assign(goal, self._result)
        chosen = {goal: shape for goal, shape in self.before.items() if type(goal) is ast.Subscript}
        self.targets = self._shapes_of_goals(names) | chosen
        if len(self.targets) == 1 and not chosen:
            (self.shapes[self.root],) = self.targets.values()

    @property
    def has_arrays(self):
        """Whether there is anything to tell: a shape that is not just a number."""
        has_result = self.failed or self.root in self.shapes or not isinstance(self.tree, ast.Expr)
        return has_result and any([*self.shapes.values(), *self.targets.values()])

    def operands(self, node=None):
        """Return the parts to draw a box under: the smallest that have a shape, and any `A.T`."""
        node = node or self.root
        parts = [part for part in ast.walk(node) if part in self.shapes and part is not node]
        is_transpose = isinstance(node, ast.Attribute) and node.attr == "T" and _is_chain(node)
        if node in self.shapes and (is_transpose or not parts):
            return [node]
        return [leaf for child in ast.iter_child_nodes(node) for leaf in self.operands(child)]

    def results(self):
        """Return the other parts that have a shape, in the order in which they are computed."""
        inside = {part for node in self.operands() for part in ast.walk(node)}
        return [n for n in _postorder(self.root) if n in self.shapes and n not in inside]

    def _shapes_of_goals(self, names):
        shapes = {}
        for goal in self.goals:
            values = {}
            for node in _postorder(goal):
                with suppress(Exception):
                    values[node] = _value(node, names, values)
            shape = shape_of(values.get(goal), numbers_too=True)
            if shape is not None:
                shapes[goal] = shape
        return shapes


def names_written(statements):
    """Return the names that these statements assign to, delete, define or import."""
    goals = _written(statements)
    return {ast.unparse(g.value if isinstance(g, ast.Subscript) else g) for g in goals}


def _written(statements):
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
                if not isinstance(node, (ast.Tuple, ast.List, ast.Starred)):
                    yield node
            elif name := getattr(node, "asname", None) or getattr(node, "name", None):
                yield ast.Name(name)  # of a function, a class, a module, an exception


def _value(node, names, values):
    if isinstance(node, (ast.Name, ast.Attribute)) and ast.unparse(node) in names:
        return names[ast.unparse(node)]
    return evaluate(node, values)


def _right_side(statement):
    if isinstance(statement, ast.AugAssign):  # `W -= g` computes W - g
        result = ast.BinOp(statement.target, statement.op, statement.value)
        return ast.copy_location(result, statement)
    return statement.value


def _targets(statement):
    return getattr(statement, "targets", [statement.target] if hasattr(statement, "target") else [])


def _single(goals):
    """Yield the goals of an assignment one by one, tuples taken apart."""
    for goal in goals:
        if isinstance(goal, (ast.Tuple, ast.List)):
            yield from _single(goal.elts)
        elif not isinstance(goal, ast.Starred):
            yield goal


def _is_chain(node):
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def _chains(nodes):
    """Return the names, and the attributes of names, in the code."""
    return [part for node in nodes for part in ast.walk(node) if _is_chain(part)]


def _postorder(node):
    """Yield the expressions in a node, parts before wholes."""
    for child in ast.iter_child_nodes(node) if not isinstance(node, OPAQUE) else []:
        yield from _postorder(child)
    if isinstance(node, ast.expr):
        yield node
