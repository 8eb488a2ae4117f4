"""The words for shapes: what a statement does to them."""

import ast
import copy

from .failures import explain_failure, in_words


def describe(reading):
    """Return the statement and its shapes in one sentence, the same that its picture shows.

    Parameters
    ----------
    reading : Reading

    Returns
    -------
    str
        Such as "Z1 = X @ W1: X (5, 1) @ W1 (1, 2) gives (5, 2); Z1 (5, 2)".
    """
    steps = [_named(node, reading.shapes[node]) for node in reading.walked()]
    steps += [
        f"{_with_shapes(reading, node)} gives {in_words(reading.shapes[node])}"
        for node in reading.results()
    ]
    if reading.failed is not None:
        steps.append(explain_failure(reading))
    for goal, shape in reading.targets.items():
        steps.append(changed(reading, goal) or _named(goal, shape))
    if not steps:
        steps = [_named(node, reading.shapes[node]) for node in reading.operands()]
        steps = dict.fromkeys(steps)
    return f"{reading.text}: {'; '.join(steps)}"


def changed(reading, goal):
    """Return the sentence on a target that has changed its shape, or None."""
    before, after = reading.before.get(goal), reading.targets.get(goal)
    name = ast.unparse(goal)
    used = {ast.unparse(node) for node in reading.operands()}
    if before is None or before == after or name not in used:
        return None
    return f"{name} was {in_words(before)} and is now {in_words(after)}"


def _named(node, shape):
    return f"{ast.unparse(node)} {shape}" if shape else f"{ast.unparse(node)} is one number"


def _with_shapes(reading, node):
    """Return the code of a part in which each operand has its shape and each result is one."""
    operands = reading.operands()

    class Labels(ast.NodeTransformer):
        def visit(self, part):
            twin = twins.get(part)
            if twin not in reading.shapes or twin is node:
                return self.generic_visit(part)
            shape = reading.shapes[twin]
            if twin not in operands:
                return ast.Name(in_words(shape))
            return ast.Name(f"{ast.unparse(part)} {shape}") if shape else part

    root = copy.deepcopy(node)
    twins = dict(zip(ast.walk(root), ast.walk(node), strict=True))
    return ast.unparse(Labels().visit(root))
