"""The words for shapes: what a statement does to them, and why two of them do not fit."""

import ast
import copy

PRODUCTS = ("np.dot", "np.matmul")


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
    steps = [
        f"{_with_shapes(reading, node)} gives {in_words(reading.shapes[node])}"
        for node in reading.results()
    ]
    if reading.failed is not None:
        steps.append(explain_failure(reading))
    for goal, shape in reading.targets.items():
        steps.append(changed(reading, goal) or _named(goal, shape))
    if not steps:
        steps = [_named(node, reading.shapes[node]) for node in reading.operands()]
    return f"{reading.text}: {'; '.join(steps)}"


def explain_failure(reading):
    """Return why a part cannot be computed, with the shapes of its operands; "" if it has none."""
    failed = reading.failed
    sides = [node for node in _sides(failed) if node in reading.shapes]
    named = dict.fromkeys(f"{ast.unparse(node)} is {reading.shapes[node]}" for node in sides)
    if not named:
        return ""
    rule = _rule(reading, failed, *sides) if len(sides) == 2 else ""
    return ": ".join(filter(None, [ast.unparse(failed), ", ".join(named), rule]))


def changed(reading, goal):
    """Return the sentence on a target that has changed its shape, or None."""
    before, after = reading.before.get(goal), reading.targets.get(goal)
    name = ast.unparse(goal)
    used = {ast.unparse(node) for node in reading.operands()}
    if before is None or before == after or name not in used:
        return None
    return f"{name} was {in_words(before)} and is now {in_words(after)}"


def in_words(shape):
    """Return a shape as it is written in a sentence."""
    return str(shape) if shape else "one number"


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


def _sides(node):
    """Return the operands of an operator, or the arguments of a call."""
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    return [node.value] if isinstance(node, ast.Subscript) else getattr(node, "args", [])


def _rule(reading, failed, left, right):
    """Return the rule that two shapes break, or "" where there is none to tell."""
    if isinstance(getattr(failed, "op", None), ast.MatMult):
        return _product_rule(reading, left, right)
    if isinstance(failed, ast.Call):
        is_product = ast.unparse(failed.func) in PRODUCTS
        return _product_rule(reading, left, right) if is_product else ""
    return _elementwise_rule(reading, left, right)


def _product_rule(reading, left, right):
    if not reading.shapes[left] or not reading.shapes[right]:
        return "@ needs two arrays; a single number is multiplied with *"
    row = -2 if len(reading.shapes[right]) > 1 else -1
    return f"{_axis(reading, left, -1)} must equal {_axis(reading, right, row)}"


def _elementwise_rule(reading, left, right):
    a, b = reading.shapes[left], reading.shapes[right]
    for axis in range(-1, -min(len(a), len(b)) - 1, -1):
        if a[axis] != b[axis] and 1 not in (a[axis], b[axis]):
            both = f"{_axis(reading, left, axis)} and {_axis(reading, right, axis)}"
            return f"{both} must be equal, or one of them 1"
    return ""


def _axis(reading, node, axis):
    """Return "the columns of X (1)", in the words that fit the number of axes."""
    shape = reading.shapes[node]
    if len(shape) == 1:
        word = "length"
    elif len(shape) == 2:
        word = "columns" if axis == -1 else "rows"
    else:
        word = f"axis {len(shape) + axis}"
    return f"the {word} of {ast.unparse(node)} ({shape[axis]})"
