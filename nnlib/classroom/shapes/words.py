"""The words for shapes: what a statement does to them, and why two of them do not fit."""

import ast
import copy

SIGNS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.Gt: ">", ast.GtE: ">=", ast.Lt: "<", ast.LtE: "<=", ast.Eq: "==",
    ast.NotEq: "!=", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
}  # fmt: skip
PRODUCTS = {"dot", "matmul"}


def describe(reading, *, failed=None):
    """Return the statement and its shapes in one sentence, the same that its picture shows.

    Parameters
    ----------
    reading : Reading
    failed : ast.expr, optional
        The part at which the statement stopped.

    Returns
    -------
    str
        Such as "Z1 = X @ W1: X (5, 1) @ W1 (1, 2) gives (5, 2); Z1 (5, 2)".
    """
    steps = [
        f"{_with_shapes(reading, node)} gives {in_words(reading.shapes[node])}"
        for node in reading.results()
    ]
    if failed is not None:
        steps.append(explain_failure(reading, failed))
    steps += [_assigned(reading, goal, shape) for goal, shape in reading.targets.items()]
    if not steps:
        steps = [_named(node, reading.shapes[node]) for node in reading.operands()]
    return f"{reading.text}: {'; '.join(steps)}"


def explain_failure(reading, failed):
    """Return why this part of a statement cannot be computed, with the shapes of its operands."""
    if isinstance(failed, ast.BinOp) and isinstance(reading.tree, ast.AugAssign):
        if failed is reading.root and failed in reading.shapes:
            return _kept_shape(reading, failed)
    sides = [node for node in _sides(failed) if node in reading.shapes]
    named = dict.fromkeys(f"{ast.unparse(node)} is {reading.shapes[node]}" for node in sides)
    words = [ast.unparse(failed), ", ".join(named)]
    if len(sides) == 2:
        words.append(_rule(reading, failed, *sides))
    return ": ".join(word for word in words if word)


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


def _assigned(reading, goal, shape):
    return changed(reading, goal) or _named(goal, shape)


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
    """Return the operands of an operator, or the arguments of a call, its own array first."""
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, ast.Subscript):
        return [node.value]
    if isinstance(node, ast.Call):
        owner = [node.func.value] if isinstance(node.func, ast.Attribute) else []
        lists = (ast.List, ast.Tuple)
        given = [a.elts if isinstance(a, lists) else [a] for a in owner + node.args]
        return [part for parts in given for part in parts]
    return []


def _rule(reading, failed, left, right):
    """Return the rule that two shapes break, or "" where there is none to tell."""
    is_call = isinstance(failed, ast.Call)
    if (isinstance(failed, ast.BinOp) and isinstance(failed.op, ast.MatMult)) or (
        is_call and ast.unparse(failed.func).rpartition(".")[2] in PRODUCTS
    ):
        return _product_rule(reading, left, right)
    if is_call:
        return ""
    sign = SIGNS.get(type(failed.op if isinstance(failed, ast.BinOp) else failed.ops[0]))
    return _elementwise_rule(reading, left, right, sign)


def _product_rule(reading, left, right):
    if not reading.shapes[left] or not reading.shapes[right]:
        return "@ needs two arrays; a single number is multiplied with *"
    row = -2 if len(reading.shapes[right]) > 1 else -1
    return f"{_axis(reading, left, -1)} must equal {_axis(reading, right, row)}"


def _elementwise_rule(reading, left, right, sign):
    a, b = reading.shapes[left], reading.shapes[right]
    for axis in range(-1, -min(len(a), len(b)) - 1, -1):
        if a[axis] != b[axis] and 1 not in (a[axis], b[axis]):
            both = f"{_axis(reading, left, axis)} and {_axis(reading, right, axis)}"
            return f"for {sign}, {both} must be equal, or one of them 1"
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


def _kept_shape(reading, failed):
    name, result = ast.unparse(failed.left), reading.shapes[failed]
    before = reading.shapes[failed.left]
    return (
        f"{reading.text}: {name} is {before}, the result is {result}: "
        f"{name} is changed in place and keeps its shape, so the result must be {before} too"
    )
