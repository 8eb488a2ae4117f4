"""Edits of names and numbers: another name in reach, another number, a size for a number."""

import ast

from .edit import Slip, written

OFTEN = (0, 1, 2, -1)


def other_name(node, owner, scope):
    """Another name that the function knows."""
    if not isinstance(node, ast.Name) or isinstance(owner, ast.Call) and owner.func is node:
        return
    if node.id not in scope.known and node.id not in scope.outside:
        return
    for name in scope.known:
        if name != node.id:
            around = written(owner) if isinstance(owner, ast.BinOp) else ""
            text = f"`{node.id}` stands{around and f' in {around}'} where something else belongs"
            slip = Slip(f"{node.id} in the wrong place", text, alone=True)
            if node.id in scope.outside:
                slip = Slip(
                    "uses a notebook variable",
                    f"`{node.id}` is a variable of the notebook, and no argument",
                )
            after = Slip(f"{name} in the wrong place", f"`{name}` stands where another belongs")
            yield ast.Name(name, ast.Load()), slip, after


def other_number(node, owner, scope):
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        return
    if not isinstance(node.value, (int, float)):
        return
    if isinstance(owner, (ast.Subscript, ast.Slice)) or (
        isinstance(owner, ast.keyword) and owner.arg == "axis"
    ):
        return
    slip = Slip("a wrong number", f"the number `{node.value}` is not the right one", alone=True)
    text = f"the number `{node.value}` is fixed, where something of the inputs belongs"
    fixed = Slip("a fixed number", text, alone=node.value in OFTEN)
    for expression in scope.sizes:
        yield ast.parse(expression, mode="eval").body, fixed, None
    text = f"the number `{node.value}` is the same in every turn, where the turn's own belongs"
    for name in scope.counters:
        yield ast.Name(name, ast.Load()), Slip("a fixed number", text), None
    for value in OFTEN:
        if value != node.value:
            after = Slip("a wrong number", f"a number is not the right one: `{value}`")
            yield ast.Constant(value), slip, after


def size_of_another(node, owner, scope):
    """len(X) for X.size, X.shape[1] for X.shape[0], and so on."""
    if not scope.is_size(node):
        return
    text = f"{written(node)} counts something else than what is needed"
    slip = Slip("another size", text, alone=True)
    for expression in scope.sizes:
        if "(" in expression or "." in expression:
            new = ast.parse(expression, mode="eval").body
            if ast.dump(new) != ast.dump(node):
                after = Slip("another size", f"`{expression}` counts something else than is needed")
                yield new, slip, after


RULES = (other_name, size_of_another, other_number)
