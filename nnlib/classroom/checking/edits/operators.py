"""Edits of operators: another one, operands exchanged, one left out, a bracket moved."""

import ast
import dataclasses

from .edit import Slip, written

PLUS = Slip("a sign turned", "a plus stands where a minus belongs")
MINUS = Slip("a sign turned", "a minus stands where a plus belongs")
TIMES = Slip("multiplied instead of divided", "it multiplies where it should divide")
DIVIDED = Slip("divided instead of multiplied", "it divides where it should multiply")
STAR = Slip(
    "star instead of @", "`*` works entry by entry, where products should be added up as `@` does"
)
MATRIX = Slip(
    "@ instead of star", "`@` adds up products, where one entry should meet one other entry"
)
CUT = Slip("// cuts the decimals", "`//` cuts off the decimals")
BITS = Slip("^ is no power", "`^` compares bits in Python; a power is written otherwise")
POWER = Slip("a power instead of a product", "`**` is a power, where a product belongs", True)
PRODUCT = Slip("a product instead of a power", "`*` is a product, where a power belongs", True)
ADDED = Slip("added instead of multiplied", "it adds where it should multiply")
MULTIPLIED = Slip("multiplied instead of added", "it multiplies where it should add", True)
EXCHANGED = {  # (operator, another) -> what is wrong if the first stands where the other belongs
    (ast.Add, ast.Sub): PLUS,
    (ast.Sub, ast.Add): MINUS,
    (ast.Mult, ast.Div): TIMES,
    (ast.Div, ast.Mult): DIVIDED,
    (ast.Mult, ast.MatMult): STAR,
    (ast.MatMult, ast.Mult): MATRIX,
    (ast.FloorDiv, ast.Div): CUT,
    (ast.Div, ast.FloorDiv): Slip("decimals kept", "a whole number is needed"),
    (ast.BitXor, ast.Pow): BITS,
    (ast.Pow, ast.Mult): POWER,
    (ast.Mult, ast.Pow): PRODUCT,
    (ast.Add, ast.Mult): ADDED,
    (ast.Mult, ast.Add): MULTIPLIED,
}
TURNED = {  # exchanged operands
    ast.Sub: Slip("a difference turned round", "the difference is the wrong way round"),
    ast.Div: Slip("a fraction upside down", "the fraction is upside down"),
    ast.MatMult: Slip("factors of @ exchanged", "the two factors of `@` have changed places"),
}
CALL_BRACKET = Slip(
    "a bracket in the wrong place", "a bracket of a call is in the wrong place", alone=True
)
BEHIND = Slip(
    "divided behind the call", "the division stands behind the call, and belongs into its brackets"
)
BRACKET = Slip("a bracket in the wrong place", "a pair of brackets is missing, or stands wrongly")
ORDER = {
    ast.Lt: (ast.Gt, ast.LtE),
    ast.Gt: (ast.Lt, ast.GtE),
    ast.LtE: (ast.GtE, ast.Lt),
    ast.GtE: (ast.LtE, ast.Gt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
BORDER = Slip("the border itself", "it is the case of equality that goes to the wrong side")
WRONG_WAY = Slip("a comparison turned round", "the comparison is the wrong way round")


def other_operator(node, owner, scope):
    if isinstance(node, ast.BinOp):
        for (old, new), slip in EXCHANGED.items():
            if isinstance(node.op, old) and not (_is_one(node.right) and slip not in (PLUS, MINUS)):
                yield ast.BinOp(node.left, new(), node.right), slip, EXCHANGED.get((new, old))
        if slip := TURNED.get(type(node.op)):
            slip = dataclasses.replace(slip, alone=isinstance(node.right, ast.Constant))
            yield ast.BinOp(node.right, node.op, node.left), slip, slip
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        slip = Slip("and or or", "`and` and `or` have changed places")
        yield ast.BoolOp(other, node.values), slip, slip


def _is_one(node):
    """Whether it is the 1 of i + 1, which no other sign fits."""
    return isinstance(node, ast.Constant) and node.value == 1


def operand_left_out(node, owner, scope):
    """One side of an operator alone; so the other side is too much, or missing."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        slip = Slip("a minus too many", "a minus is too much")
        yield node.operand, slip, Slip("a minus missing", "a minus is missing")
    if not isinstance(node, ast.BinOp):
        return
    words = {ast.Mult: "factor", ast.Div: "division", ast.MatMult: "product"}
    what = words.get(type(node.op), "power" if isinstance(node.op, ast.Pow) else "term")
    missing = Slip(f"a {what} missing", f"a {what} is missing", alone=True)
    chance = not isinstance(node.op, ast.Mult) or not isinstance(node.left, ast.Name)
    too_much = Slip(f"a {what} too many", f"the {what} {written(node.right)} is too much", True)
    if isinstance(node.op, ast.Div):
        text = f"the division by {written(node.right)} is too much"
        too_much = Slip("divided once too often", text, alone=True)
    yield node.left, too_much, missing
    if not isinstance(node.op, (ast.Div, ast.Pow)):
        left = Slip(f"a {what} too many", f"the {what} {written(node.left)} is too much", chance)
        new = node.right
        if isinstance(node.op, ast.Sub):
            new = ast.UnaryOp(ast.USub(), new)
        yield new, left, missing


def bracket_moved(node, owner, scope):
    """(a . b) - c for a . (b - c), and the reverse; also out of a call, and into it."""
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp) and type(left.op) is not type(node.op):
        inner = ast.BinOp(left.right, node.op, right)
        yield ast.BinOp(left.left, left.op, inner), BRACKET, BRACKET
        if isinstance(right, ast.BinOp):
            inner = ast.BinOp(left.right, node.op, right.left)
            whole = ast.BinOp(ast.BinOp(left.left, left.op, inner), right.op, right.right)
            yield whole, BRACKET, BRACKET
        if isinstance(left.right, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
            if whole := _factor_of_both(left.right, node):
                yield ast.BinOp(left.left, left.op, whole), BRACKET, BRACKET
    if isinstance(right, ast.BinOp) and type(right.op) is not type(node.op):
        inner = ast.BinOp(left, node.op, right.left)
        yield ast.BinOp(inner, right.op, right.right), BRACKET, BRACKET
    if isinstance(left, ast.UnaryOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        yield ast.UnaryOp(left.op, ast.BinOp(left.operand, node.op, right)), BRACKET, BRACKET
    if isinstance(left, ast.Call) and len(left.args) == 1:
        inner = ast.BinOp(left.args[0], node.op, right)
        slip = BEHIND if isinstance(node.op, ast.Div) else CALL_BRACKET
        yield ast.Call(left.func, [inner], left.keywords), slip, CALL_BRACKET
    if isinstance(right, ast.Call) and len(right.args) == 1:
        inner = ast.BinOp(left, node.op, right.args[0])
        yield ast.Call(right.func, [inner], right.keywords), CALL_BRACKET, CALL_BRACKET


def _factor_of_both(product, node):
    """f * (rest + c) of a product f * rest and the c behind it."""
    factors = [product]
    while isinstance(factors[0], ast.BinOp) and isinstance(factors[0].op, ast.Mult):
        factors[:1] = [factors[0].left, factors[0].right]
    if len(factors) > 1:
        rest = factors[1]
        for factor in factors[2:]:
            rest = ast.BinOp(rest, ast.Mult(), factor)
        return ast.BinOp(factors[0], ast.Mult(), ast.BinOp(rest, node.op, node.right))


def bracket_closed_earlier(node, owner, scope):
    """f(a) / b for f(a / b)."""
    if isinstance(node, ast.Call) and len(node.args) == 1 and isinstance(node.args[0], ast.BinOp):
        inside = node.args[0]
        early = ast.Call(node.func, [inside.left], node.keywords)
        yield ast.BinOp(early, inside.op, inside.right), CALL_BRACKET, CALL_BRACKET
        late = ast.Call(node.func, [inside.right], node.keywords)
        yield ast.BinOp(inside.left, inside.op, late), CALL_BRACKET, CALL_BRACKET


def other_comparison(node, owner, scope):
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for number, new in enumerate(ORDER.get(type(node.ops[0]), ())):
            slip = BORDER if number else WRONG_WAY
            yield ast.Compare(node.left, [new()], node.comparators), slip, slip


def branches_exchanged(node, owner, scope):
    slip = Slip("branches exchanged", "the two branches have changed places")
    if isinstance(node, ast.IfExp):
        yield ast.IfExp(node.test, node.orelse, node.body), slip, slip
    if isinstance(node, ast.Call) and len(node.args) == 3 and "where" in ast.unparse(node.func):
        condition, one, other = node.args
        yield ast.Call(node.func, [condition, other, one], node.keywords), slip, slip


RULES = (
    other_operator,
    other_comparison,
    branches_exchanged,
    bracket_moved,
    bracket_closed_earlier,
    operand_left_out,
)
