"""Reading one statement: what shape does each part of it have?"""

import ast

from .parts import Parts
from .paths import is_path
from .stand_ins import Foreign, Unknown, shape_of


class Reading:
    """What is known of one statement.

    Parameters
    ----------
    text : str
        The statement on one line.
    names : Names
        What its names stand for before it runs.

    Attributes
    ----------
    text : str
    tree : ast.stmt
        The statement, with positions that count in `text`.
    root : ast.expr
        Its right side.
    shapes : dict of ast.expr to tuple
        The shape of every part that has one; () for a single number.
    before, targets : dict of ast.expr to tuple
        The shapes of what is assigned to, before and after the statement.
    failed : ast.AST or None
        The part that could not be computed.
    """

    def __init__(self, text, names):
        self.text, self.tree = text, ast.parse(text).body[0]
        self.root = _right_side(self.tree)
        self._parts = Parts(names)
        self._parts.read(self.root)
        self.shapes, self.targets, self.failed = {}, {}, None
        for node in self._parts.values:
            self._note(node)
        self.goals = [*_single(self._all_goals()), *(goal for goal, _ in self._parts.assigned)]
        self.before = self._shapes_of_goals(names)

    @property
    def all_known(self):
        """Whether no code ran in this statement that may have had effects."""
        return self._parts.all_known and all(isinstance(goal, ast.Name) for goal in self.goals)

    def finish(self, names):
        """The statement has run: write what it assigns into the names, and note its shape."""
        result = self._parts.values.get(self.root, Unknown)
        names.forget(self.tree)
        for goal, value in self._parts.assigned:
            names.assign(goal, value)
        for goal in self._all_goals():
            if goal is not None:
                names.assign(goal, result)
        chosen = {goal: shape for goal, shape in self.before.items() if type(goal) is ast.Subscript}
        self.targets = chosen | self._shapes_of_goals(names)
        wholes = [goal for goal in self._all_goals() if isinstance(goal, (ast.Name, ast.Attribute))]
        for goal in wholes[:1]:
            if goal in self.targets:  # it holds what the right side gave, whatever computed that
                self.shapes.setdefault(self.root, self.targets[goal])

    def fail(self, part, error):
        """Note which part of the tree has failed, and read what it is made of, wherever it is."""
        self.failed = self.root if part is self.tree else part  # `b -= g` fails as a whole
        for node in sides_of(self.failed) or [getattr(part, "value", part)]:
            if node not in self._parts.values:
                self._parts.read(node)
        is_operator = isinstance(self.failed, (ast.BinOp, ast.Compare))
        sides = sides_of(self.failed) if is_operator else []
        for node in self._parts.values:
            self._note(node, with_numbers=len(sides) == 2 and node in sides)
        if part in self.before:  # a value is put into a part of an array
            self.targets = {part: self.before[part]}
        is_used = "truth value" in str(error) or "iteration over" in str(error)
        if not (is_used or self.is_in_place or isinstance(part, (ast.Name, ast.Attribute))):
            self.shapes.pop(self.failed, None)

    @property
    def is_in_place(self):
        """Whether this is a statement such as `b -= g`."""
        return isinstance(self.tree, ast.AugAssign)

    def is_foreign(self, node):
        """Return whether the shapes of this part follow rules other than those of arrays."""
        return isinstance(self._parts.values.get(node), Foreign)

    @property
    def has_arrays(self):
        """Whether there is anything to tell: a shape that is not just a number."""
        is_telling = self.failed or self.targets or self.root in self.shapes or self.results()
        has_result = is_telling or not isinstance(self.tree, ast.Expr)
        return bool(has_result and any([*self.shapes.values(), *self.targets.values()]))

    def operands(self, node=None):
        """Return the parts to draw a box under: the smallest that have a shape, and any `A.T`."""
        node = node or self.root
        parts = [part for part in ast.walk(node) if part in self.shapes and part is not node]
        is_transpose = isinstance(node, ast.Attribute) and node.attr == "T" and is_path(node)
        if node in self.shapes and (is_transpose or not parts):
            return [node]
        return [leaf for child in ast.iter_child_nodes(node) for leaf in self.operands(child)]

    def results(self):
        """Return the other parts that have a shape, in the order in which they are computed."""
        inside = {part for node in self.operands() for part in ast.walk(node)}
        within = set(ast.walk(self.root))
        return [node for node in self.shapes if node in within and node not in inside]

    def walked(self):
        """Return the operands that a comprehension goes through, if no result is made of them."""
        used = {part for node in self.results() for part in ast.walk(node)}
        through = {part.iter for part in ast.walk(self.root) if isinstance(part, ast.comprehension)}
        return [node for node in self.operands() if node in through - used]

    def _note(self, node, *, with_numbers=False):
        of_arrays = any(part in self.shapes for part in ast.walk(node))
        shape = shape_of(self._parts.values[node], numbers_too=with_numbers or of_arrays)
        if shape is not None and not isinstance(node, ast.NamedExpr):
            self.shapes.setdefault(node, shape)

    def _all_goals(self):
        return getattr(self.tree, "targets", [getattr(self.tree, "target", None)])

    def _shapes_of_goals(self, names):
        parts, shapes = Parts(names), {}
        for goal in self.goals:
            parts.read(goal)
            shape = shape_of(parts.values.get(goal), numbers_too=True)
            if shape is not None:
                shapes[goal] = shape
        return shapes


def sides_of(node):
    """Return the operands of an operator, or the arguments of a call and what is indexed."""
    match node:
        case ast.BinOp():
            return [node.left, node.right]
        case ast.Compare():
            return [node.left, *node.comparators]
        case ast.BoolOp():
            return node.values
        case ast.UnaryOp():
            return [node.operand]
        case ast.Subscript():
            return [node.value, *_items(node.slice)]
        case ast.Call():
            owner = [node.func.value] if isinstance(node.func, ast.Attribute) else []
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            return owner + [side for argument in given for side in _items(argument)]
    return []


def _items(node):
    return node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node]


def _right_side(statement):
    if isinstance(statement, ast.AugAssign):  # `W -= g` computes W - g
        result = ast.BinOp(statement.target, statement.op, statement.value)
        return ast.copy_location(result, statement)
    return statement.value


def _single(goals):
    """Yield the goals of an assignment one by one, tuples taken apart."""
    for goal in goals:
        if isinstance(goal, (ast.Tuple, ast.List)):
            yield from _single(goal.elts)
        elif isinstance(goal, ast.expr) and not isinstance(goal, ast.Starred):
            yield goal
