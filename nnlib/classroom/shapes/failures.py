"""Why a part of a statement cannot be computed: the shapes that do not fit, and the rule."""

import ast

from .reading import sides_of


def is_about_shapes(error):
    """Return whether an error may come of shapes."""
    words = ("0-dim", "0-d array", "length-1", "size-1", "unsized")  # of NumPy's TypeErrors
    if isinstance(error, TypeError):
        return any(word in str(error) for word in words)
    return isinstance(error, (ValueError, IndexError))


def explain_failure(reading):
    """Return why the part that failed cannot be computed, with its shapes; "" if it has none."""
    failed, shapes = reading.failed, reading.shapes
    if failed in reading.targets:
        return _explain_store(reading)
    is_index = isinstance(failed, ast.Subscript)
    if isinstance(getattr(failed, "ctx", None), ast.Store) and not is_index:
        return _join(reading.text, [getattr(failed, "value", reading.root)], shapes)
    if failed in shapes and not reading.is_in_place:
        return _join("", [failed], shapes)
    sides = [node for node in sides_of(failed) if node in shapes]
    code = reading.text if failed is reading.root and reading.is_in_place else ast.unparse(failed)
    return _join(code, sides, shapes, _rule(reading, *sides) if len(sides) == 2 else "")


def in_words(shape):
    """Return a shape as it is written in a sentence."""
    return str(shape) if shape else "one number"


def _join(code, nodes, shapes, rule=""):
    named = [f"{ast.unparse(node)} is {in_words(shapes[node])}" for node in nodes if node in shapes]
    listed = ", ".join(dict.fromkeys(named))
    return ": ".join(filter(None, [code, listed, rule])) if named else ""


def _explain_store(reading):
    """Tell that a value does not fit into a part of an array."""
    ((goal, room),) = reading.targets.items()
    value = reading.root
    for targets in getattr(reading.tree, "targets", []):  # as in `Z[0], n = row, 3`
        if isinstance(targets, ast.Tuple) and isinstance(value, ast.Tuple):
            value = dict(zip(targets.elts, value.elts, strict=False)).get(goal, value)
    rule = f"only what NumPy can stretch to {room} can be put there"
    shapes = {**reading.shapes, goal: room}
    return _join(reading.text, [goal, value], shapes, rule if value in shapes else "")


def _rule(reading, left, right):
    """Return the rule that two shapes break, or "" where there is none to tell."""
    failed, shapes = reading.failed, reading.shapes
    if reading.is_foreign(left) or reading.is_foreign(right):
        return ""
    if failed in shapes:
        if shapes[failed] == shapes[left]:
            return ""
        stays = f"{ast.unparse(left)}, which is changed in place, stays {shapes[left]}"
        return f"the result is {shapes[failed]}, but {stays}"
    if isinstance(getattr(failed, "op", None), ast.MatMult):
        return _product_rule(shapes, left, right)
    if isinstance(failed, ast.Call):
        name = ast.unparse(failed.func)
        is_product = name in ("np.dot", "np.matmul") or name.endswith(".dot")
        return _product_rule(shapes, left, right) if is_product else ""
    is_elementwise = isinstance(failed, (ast.BinOp, ast.Compare))
    return _elementwise_rule(shapes, left, right) if is_elementwise else ""


def _product_rule(shapes, left, right):
    if not shapes[left] or not shapes[right]:
        return "@ needs two arrays; a single number is multiplied with *"
    row = -2 if len(shapes[right]) > 1 else -1
    if shapes[left][-1] == shapes[right][row]:
        return ""
    return f"{_axis(shapes, left, -1)} must equal {_axis(shapes, right, row)}"


def _elementwise_rule(shapes, left, right):
    a, b = shapes[left], shapes[right]
    for axis in range(-1, -min(len(a), len(b)) - 1, -1):
        if a[axis] != b[axis] and 1 not in (a[axis], b[axis]):
            both = f"{_axis(shapes, left, axis)} and {_axis(shapes, right, axis)}"
            return f"{both} must be equal, or one of them 1"
    return ""


def _axis(shapes, node, axis):
    """Return such as "the columns of X (1)", in the words that fit the number of axes."""
    shape = shapes[node]
    if len(shape) == 1:
        word = "the length"
    elif len(shape) == 2:
        word = "the columns" if axis == -1 else "the rows"
    else:
        word = f"axis {len(shape) + axis}"
    return f"{word} of {ast.unparse(node)} ({shape[axis]})"
