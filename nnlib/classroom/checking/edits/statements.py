"""Edits of statements: their order, one too many, the turns of a loop, where `return` stands."""

import ast

from .edit import Edit, Slip, written

IN_LOOP = Slip(
    "return inside the loop", "`return` stands inside the loop, so it ends after the first turn"
)
REPLACED = Slip("replaced instead of added", "each turn takes the place of those before it")
THROWN_AWAY = "a result thrown away"
ADDED = Slip("added instead of replaced", "what it adds to should be replaced")
EARLY = Slip("two lines exchanged", "this line comes too early, or too late", alone=True)
NOT_SET = Slip("== instead of =", "`==` compares and changes nothing; `=` sets")
NOT_RETURNED = Slip("returns nothing", "its result is not handed back by `return`")
ALIAS = Slip("a second name, no copy", "`=` makes a second name for the same array, and no copy")
IN_PLACE = Slip("changed in place", "it changes the array itself, also under its other names")
FIRST_LEFT_OUT = Slip("the first left out", "the loop leaves out the first; counting starts at 0")
LAST_LEFT_OUT = Slip(
    "the last left out", "the loop stops one turn too early, so the last is missing"
)
TOO_FAR = Slip("one turn too many", "the loop takes one turn too many")
BRANCHES = Slip("branches exchanged", "the two branches of `if` have changed places")


def blocks(tree):
    """Every list of statements: its owner, the field, and whether it is inside a loop."""

    def walk(node, in_loop):
        for field in ("body", "orelse"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block:
                if not isinstance(node, ast.Module):
                    yield node, field, block, in_loop or isinstance(node, ast.For)
                for statement in block:
                    yield from walk(statement, in_loop or isinstance(node, ast.For))

    yield from walk(tree, False)


def statement_edits(tree):
    for owner, field, block, in_loop in blocks(tree):
        for i, statement in enumerate(block):
            line = getattr(statement, "lineno", 0)
            for new, before, after in _of_one(statement, in_loop):
                yield Edit(owner, field, slice(i, i + 1), new, before, after, line)
            for new, before, after, line in _of_neighbours(block, i):
                yield Edit(owner, field, slice(i, i + len(new)), new, before, after, line)


def _of_one(statement, in_loop):
    if isinstance(statement, ast.For):
        yield from _of_loop(statement)
    if isinstance(statement, ast.If) and statement.orelse:
        turned = ast.If(statement.test, statement.orelse, statement.body)
        yield [turned], BRANCHES, BRANCHES
    if isinstance(statement, ast.Expr):
        value = statement.value
        if isinstance(value, ast.Compare) and isinstance(value.ops[0], ast.Eq):
            if isinstance(value.left, (ast.Name, ast.Subscript)):
                target = ast.parse(ast.unparse(value.left) + " = 0").body[0].targets
                yield [ast.Assign(target, value.comparators[0])], NOT_SET, None
        if name := _given_back(value):
            text = f"what `{ast.unparse(value)[:50]}` gives back is thrown away; `=` keeps it"
            kept = ast.Assign([ast.Name(name, ast.Store())], value)
            yield [kept], Slip(THROWN_AWAY, text), None
        shown = value.args[-1] if isinstance(value, ast.Call) and value.args else value
        yield [ast.Return(shown)], NOT_RETURNED, None
    if isinstance(statement, ast.AugAssign):
        name = ast.unparse(statement.target)
        source = f"{name} = {name} {_sign(statement.op)} ({ast.unparse(statement.value)})"
        yield ast.parse(source).body, IN_PLACE, None
        yield [ast.Assign([statement.target], statement.value)], ADDED, REPLACED
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        if in_loop and isinstance(target, (ast.Name, ast.Subscript)):
            yield [ast.AugAssign(target, ast.Add(), statement.value)], REPLACED, ADDED
        if isinstance(target, ast.Name) and isinstance(statement.value, ast.Name):
            copied = ast.parse(f"{target.id} = {statement.value.id}.copy()").body
            yield copied, ALIAS, None
    if isinstance(statement, (ast.Assign, ast.AugAssign, ast.Expr)):
        text = f"the line `{ast.unparse(statement)[:50]}` is too much"
        again = not in_loop and _of_itself(statement)
        missing = Slip("a line missing", "a line is missing")
        yield [ast.Pass()], Slip("a line too many", text, alone=not again), missing


def _given_back(value):
    """The name that x.f(...) or np.f(x, ...), alone on a line, would have to be set to."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        if value.func.attr in ("append", "insert", "extend", "pop", "sort", "reverse", "update"):
            return None
        inside = value.func.value
        if getattr(inside, "id", "") in ("np", "nnlib") and value.args:
            inside = value.args[0]
        return getattr(inside, "id", None)


def _of_itself(statement):
    """Whether it sets a name anew from what it was, as W = W - lr * dW or dW /= n."""
    if isinstance(statement, ast.AugAssign):
        return isinstance(statement.target, ast.Name)
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
        return False
    found = {node.id for node in ast.walk(statement.value) if isinstance(node, ast.Name)}
    return statement.targets[0].id in found


def _sign(op):
    return {
        "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "MatMult": "@", "Pow": "**",
        "FloorDiv": "//", "Mod": "%",
    }.get(type(op).__name__, "+")  # fmt: skip


def _of_loop(loop):
    body, last = loop.body, loop.body[-1]
    if isinstance(last, ast.Return):
        inside = body[:-1] or [ast.Pass()]
        yield [ast.For(loop.target, loop.iter, inside, []), last], IN_LOOP, None
    first = body[0]
    if isinstance(first, ast.Assign) and len(body) > 1:
        rest = ast.For(loop.target, loop.iter, body[1:], [])
        text = f"`{ast.unparse(first)[:40]}` sets it anew in every turn of the loop"
        yield [first, rest], Slip("a new start in each turn", text), None
    yield from _added_in_every_turn(loop)
    call = loop.iter
    if not isinstance(call, ast.Call) or getattr(call.func, "id", "") != "range":
        return

    def turns(*arguments):
        return [ast.For(loop.target, ast.Call(call.func, list(arguments), []), body, [])]

    one = ast.Constant(1)
    if len(call.args) == 1:
        (end,) = call.args
        yield turns(one, end), TOO_FAR, FIRST_LEFT_OUT
        yield turns(ast.BinOp(end, ast.Sub(), one)), TOO_FAR, LAST_LEFT_OUT
        yield turns(ast.BinOp(end, ast.Add(), one)), LAST_LEFT_OUT, TOO_FAR
    if len(call.args) >= 2:
        start, end, *step = call.args
        if step:
            yield from _of_steps(turns, start, end, step)
            return
        yield turns(ast.Constant(0), end), FIRST_LEFT_OUT, None
        yield turns(start, ast.BinOp(end, ast.Sub(), one)), TOO_FAR, LAST_LEFT_OUT
        yield turns(start, ast.BinOp(end, ast.Add(), one)), LAST_LEFT_OUT, TOO_FAR
        both = ast.BinOp(end, ast.Sub(), one)
        shifted = Slip("counted from one", "the loop counts from 1; NumPy counts from 0")
        yield turns(ast.Constant(0), both), shifted, None


def _added_in_every_turn(loop):
    """z += a; behind the loop z += c: for z += a + c in it."""
    for i, one in enumerate(loop.body):
        if isinstance(one, ast.AugAssign) and isinstance(one.value, ast.BinOp):
            value = one.value
            if isinstance(one.op, ast.Add) and isinstance(value.op, ast.Add):
                inside = ast.AugAssign(one.target, one.op, value.left)
                body = [*loop.body[:i], inside, *loop.body[i + 1 :]]
                behind = ast.AugAssign(one.target, one.op, value.right)
                text = f"{written(value.right)} is added in every turn, and belongs behind the loop"
                slip = Slip("added in every turn", text)
                yield [ast.For(loop.target, loop.iter, body, []), behind], slip, None


def _of_steps(turns, start, end, step):
    """Of a range with a step, which may count down: its end, which does not belong to it, moved."""
    off = Slip("the end of a range off by one", "the range ends in the wrong place")
    for op in (ast.Sub(), ast.Add()):
        yield turns(start, ast.BinOp(end, op, ast.Constant(1)), *step), off, off


def _of_neighbours(block, i):
    """A line moved down, or one from further down moved up."""
    for far in (1, 2, 3):
        if i + far >= len(block) or isinstance(block[i + far], ast.Return):
            return
        moved = [*block[i + 1 : i + far + 1], block[i]]
        yield moved, EARLY, EARLY, block[i].lineno
        if far > 1:
            moved = [block[i + far], *block[i : i + far]]
            yield moved, EARLY, EARLY, block[i + far].lineno
