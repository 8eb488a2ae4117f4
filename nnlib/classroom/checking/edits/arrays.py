"""Edits of arrays: transposed or not, reshaped, another index, another slice."""

import ast

from .edit import Slip, written

RESHAPED = Slip(
    "reshaped instead of transposed",
    "`reshape` keeps the numbers in their order and breaks the lines elsewhere; rows do not become "
    "columns by it",
)
NOT_TURNED = Slip("a .T missing", "one of its arrays should be turned on its side")


def turned(node, owner, scope):
    """x for x.T; x.T for x, where it is a factor."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        slip = Slip("a .T too many", f"the `.T` of {written(node)} is too much")
        yield node.value, slip, NOT_TURNED
    elif isinstance(owner, ast.BinOp) and isinstance(node, (ast.Name, ast.Call)):
        after = Slip("a .T too many", "an array is turned on its side that should not be")
        missing = Slip("a .T missing", f"{written(node)} should be turned on its side")
        yield ast.Attribute(node, "T", ast.Load()), missing, after


def reshaped(node, owner, scope):
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return
    if node.func.attr != "reshape":
        return
    inside, sizes = node.func.value, node.args
    if getattr(inside, "id", "") == "np" and sizes:
        inside, sizes = sizes[0], sizes[1:]
    if getattr(owner, "func", None) is not node:
        flat = Slip("reshape missing", "it lies flat, with a single axis")
        yield inside, Slip("reshape too much", "`reshape` is too much"), flat
    yield ast.Attribute(inside, "T", ast.Load()), RESHAPED, None
    if len(sizes) == 1 and isinstance(sizes[0], ast.Tuple):
        sizes = sizes[0].elts
    slip = Slip("the sizes of reshape exchanged", "the two sizes of `reshape` changed places")
    if len(sizes) == 2:
        func = ast.Attribute(inside, "reshape", ast.Load())
        yield ast.Call(func, sizes[::-1], []), slip, slip


def transposed_for_reshaped(node, owner, scope):
    """x.reshape(turned sizes) for x.T, to spoil a solution."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        sizes = ast.parse(f"{ast.unparse(node.value)}.shape[::-1]", mode="eval").body
        func = ast.Attribute(node.value, "reshape", ast.Load())
        yield ast.Call(func, [sizes], []), None, RESHAPED


def other_index(node, owner, scope):
    if not isinstance(node, ast.Subscript) or not isinstance(node.ctx, ast.Load):
        return
    array, index = node.value, node.slice
    text = written(node)

    def at(new):
        return ast.Subscript(array, new, ast.Load())

    if isinstance(index, ast.Tuple) and len(index.elts) == 2:
        slip = Slip("row and column exchanged", f"in {text} row and column have changed places")
        after = Slip("row and column exchanged", "row and column of an array have changed places")
        yield at(ast.Tuple(index.elts[::-1], ast.Load())), slip, after
    elif isinstance(index, ast.BinOp) and isinstance(index.right, ast.Constant):
        slip = Slip("an index off by one", f"the index in {text} is off by one")
        yield at(index.left), slip, Slip("an index off by one", "an index is off by one")
    elif not isinstance(index, (ast.Slice, ast.Tuple)):
        for op, word in ((ast.Add(), "low"), (ast.Sub(), "high")):
            slip = Slip("an index off by one", f"the index in {text} is too {word}")
            after = Slip("an index off by one", "an index is off by one")
            yield at(ast.BinOp(index, op, ast.Constant(1))), slip, after
        column = ast.Tuple([ast.Slice(), index], ast.Load())
        slip = Slip("row instead of column", f"{text} is a row, and a column is needed")
        yield at(column), slip, Slip("column instead of row", "a column is taken for a row")
        slip = Slip("one index too few", f"{text} is a whole row; its one number has two indices")
        yield at(ast.Tuple([ast.Constant(0), index], ast.Load())), slip, None
    if isinstance(index, ast.Constant) and isinstance(index.value, int):
        for value in (0, 1, -1):
            if value != index.value:
                slip = Slip("another index", f"the index in {text} is not the right one", True)
                yield at(ast.Constant(value)), slip, Slip("another index", "an index is another")
        slip = Slip("a fixed index", f"the index in {text} is the same in every turn of the loop")
        for name in scope.counters:
            yield at(ast.Name(name, ast.Load())), slip, None
    if isinstance(index, ast.Slice):
        for part in ("lower", "upper"):
            if end := getattr(index, part):
                new = ast.Slice(index.lower, index.upper, index.step)
                setattr(new, part, None)
                slip = Slip("a part cut off", f"the slice in {text} cuts off what is needed")
                missing = Slip("nothing cut off", "a slice is missing, so there is too much")
                yield at(new), slip, missing
                if not isinstance(end, ast.UnaryOp):
                    for step, word in ((1, "short"), (-1, "long")):
                        new = ast.Slice(index.lower, index.upper, index.step)
                        op = ast.Add() if step > 0 else ast.Sub()
                        setattr(new, part, ast.BinOp(end, op, ast.Constant(1)))
                        slip = Slip(
                            "a slice off by one", f"the slice in {text} is off by one; its end "
                            "does not belong to it"
                        )  # fmt: skip
                        after = Slip("a slice off by one", f"a slice is one too {word}")
                        yield at(new), slip, after
    slip = Slip("an index too many", f"the index in {text} takes one part only", True)
    yield array, slip, Slip("an index missing", "an index is missing, so all of it is taken")


RULES = (reshaped, turned, transposed_for_reshaped, other_index)
