"""Reading one statement: what shape does each part of it have?

A statement is read twice. Just before it runs, `Reading` looks up its names and computes what is
free of effects, so that `b = b - g` finds the shape that b had. Afterwards `finish` looks at what
was assigned, and at what the learner's own functions have returned: none is called a second time.
"""

import ast

from .values import Values, shape_of


class Reading:
    """What is known of one statement.

    Attributes
    ----------
    text : str
        The statement on one line.
    tree : ast.stmt
        The statement again, with positions that count in `text`.
    shapes : dict of ast.expr to tuple
        The shape of every part that has one; () for a single number.
    targets : dict of ast.expr to tuple
        The shape of what was assigned, after the statement.
    before : dict of ast.expr to tuple
        The shape that the same targets had before it.
    failures : dict of ast.expr to Exception
        The parts that cannot be computed, for example because their shapes do not fit.
    """

    def __init__(self, statement, source, lookup):
        text = ast.get_source_segment(source, statement)
        self.text = ast.unparse(statement) if "\n" in text else text
        self.tree = ast.parse(self.text).body[0]
        twins = zip(ast.walk(statement), ast.walk(self.tree), strict=True)
        self.places = {place(old): new for old, new in twins if isinstance(old, ast.expr)}
        self._spelled = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        self.names = lookup(self._spelled)
        self.values, self.returned, self.failures = {}, {}, {}
        self.root = _right_side(self.tree)
        self.goals = list(_left_side(self.tree))
        self._compute_all()
        self.before = self._shapes_of_targets(self.names)
        self.targets = {}

    def finish(self, lookup):
        """Take in what the statement has returned and assigned."""
        self._compute_all()
        self.targets = self._shapes_of_targets(lookup(self._spelled))
        for goal in self.goals:  # the part of an array that was replaced: as it was chosen
            if isinstance(goal, ast.Subscript) and goal in self.before:
                if shape_of(self.names.get(ast.unparse(goal.value))) is not None:
                    self.targets[goal] = self.before[goal]
        if len(self.targets) == 1 and self.root not in self.values:
            self.shapes[self.root] = next(iter(self.targets.values()))

    def part_that_raised(self, error):
        """Return the part of the statement that has raised this error, or None."""
        self._compute_all()
        in_place = isinstance(self.tree, ast.AugAssign)
        for node, failure in self.failures.items():
            same_words = str(failure) == str(error) or (in_place and node is self.root)
            has_shapes = any(part in self.shapes for part in ast.walk(node))
            if type(failure) is type(error) and same_words and has_shapes:
                return node
        result, target = self.shapes.get(self.root), self.before.get(next(iter(self.goals), None))
        grows = None not in (result, target) and result != target
        return self.root if in_place and grows and isinstance(error, ValueError) else None

    @property
    def has_arrays(self):
        everything = [*self.shapes.values(), *self.targets.values()]
        is_silent = isinstance(self.tree, ast.Expr) and self.root not in self.shapes
        return any(everything) and not is_silent

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
        return [node for node in self._parts() if node in self.shapes and node not in inside]

    def _parts(self):
        return list(_postorder(self.root)) if self.root is not None else []

    def _shapes_of_targets(self, names):
        values = Values(names)
        shapes = {}
        for goal in self.goals:
            for part in _postorder(goal):
                values.try_(part)
            shape = shape_of(values.known.get(goal), numbers_too=True)
            if shape is not None:
                shapes[goal] = shape
        return shapes

    def _compute_all(self):
        values = Values(self.names, self.values, self.returned, self.failures)
        self.shapes = {}
        for node in self._parts():
            values.try_(node)
            of_arrays = any(part in self.shapes for part in ast.walk(node))
            shape = shape_of(self.values.get(node), numbers_too=of_arrays)
            if shape is not None:
                self.shapes[node] = shape


def place(node):
    """Return where a node stands in its source, in the form of `code.co_positions`."""
    return node.lineno, node.end_lineno, node.col_offset, node.end_col_offset


def _right_side(statement):
    if isinstance(statement, ast.AugAssign):  # `W -= g` computes W - g
        result = ast.BinOp(statement.target, statement.op, statement.value)
        return ast.copy_location(result, statement)
    return getattr(statement, "value", None)


def _left_side(node):
    """Yield the single targets of a statement, tuples taken apart."""
    if isinstance(node, ast.stmt):
        single = [node.target] if isinstance(node, (ast.AugAssign, ast.AnnAssign)) else []
        for target in getattr(node, "targets", single):
            yield from _left_side(target)
    elif isinstance(node, (ast.Tuple, ast.List)):
        for part in node.elts:
            yield from _left_side(part)
    elif not isinstance(node, ast.Starred):
        yield node


def _is_chain(node):
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def _postorder(node):
    """Yield the expressions in a node, parts before wholes; not what has names of its own."""
    if isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
        return
    for child in ast.iter_child_nodes(node):
        yield from _postorder(child)
    if isinstance(node, ast.expr):
        yield node
