"""Edits of calls: another function, another axis, an axis kept or lost, a call too many."""

import ast

from .edit import Slip

FAMILIES = (
    ("sum", "mean"),
    ("max", "min"),
    ("maximum", "minimum"),
    ("std", "var"),
    ("any", "all"),
    ("exp", "log"),
    ("relu", "relu_derivative", "sigmoid", "tanh"),
    ("sigmoid", "sigmoid_derivative", "tanh", "tanh_derivative", "relu"),
    ("leaky_relu", "leaky_relu_derivative"),
)
WHAT = {
    "sum": "it adds up",
    "mean": "it averages",
    "max": "it takes the largest",
    "min": "it takes the smallest",
    "maximum": "it takes the larger",
    "minimum": "it takes the smaller",
    "std": "it takes the spread",
    "var": "it takes the variance, the square of the spread",
    "any": "one is enough for it",
    "all": "all must hold for it",
    "exp": "it takes a power of e",
    "log": "it takes a logarithm",
}
ALONG = ("sum", "mean", "max", "min", "std", "var", "any", "all", "prod", "cumsum", "argmax")
KEPT = Slip("keepdims left out", "an axis gets lost on the way, for want of keepdims=True")
COUNTING = ("range", "zip", "reshape", "sum", "mean")  # here the order says something else
TO_WHOLE = {"int", "round", "floor", "trunc", "astype", "rint"}


def name_of(call):
    """The last part of the function's name: sum, of np.sum(A) and of A.sum() alike."""
    func = call.func
    return getattr(func, "attr", getattr(func, "id", ""))


def renamed(call, name):
    func = call.func
    new = ast.Name(name, ast.Load()) if isinstance(func, ast.Name) else None
    new = new or ast.Attribute(func.value, name, ast.Load())
    return ast.Call(new, call.args, call.keywords)


def other_function(node, owner, scope):
    if not isinstance(node, ast.Call):
        return
    name = name_of(node)
    for family in FAMILIES:
        for other in family if name in family else ():
            if other != name:
                before = WHAT.get(name, f"it takes {name}")
                after = WHAT.get(other, f"it takes {other}")
                yield (
                    renamed(node, other),
                    Slip(f"{name} instead of {other}", f"{before}, where {other} belongs"),
                    Slip(f"{other} instead of {name}", f"{after}, where something else belongs"),
                )


def other_axis(node, owner, scope):
    if not isinstance(node, ast.Call) or name_of(node) not in ALONG:
        return
    for keyword in node.keywords:
        if keyword.arg == "axis" and isinstance(keyword.value, ast.Constant):
            old = keyword.value.value
            rest = [other for other in node.keywords if other is not keyword]
            if old in (0, 1):
                slip = Slip(
                    "the other axis", f"it goes {_way(old)} (axis={old}), and that is the wrong way"
                )
                after = Slip("the other axis", f"it goes {_way(1 - old)}, which is the wrong way")
                turned = ast.keyword("axis", ast.Constant(1 - old))
                yield ast.Call(node.func, node.args, [turned, *rest]), slip, after
            keeps = [one for one in rest if one.arg != "keepdims"]
            slip = Slip("an axis too many", "it goes along one axis, where all numbers belong")
            after = Slip("no axis", "without an axis it makes one number of all")
            yield ast.Call(node.func, node.args, keeps), slip, after
            yield ast.Call(node.func, node.args, rest), slip, after
            break
    else:
        for axis in (0, 1):
            new = [ast.keyword("axis", ast.Constant(axis)), *node.keywords]
            slip = Slip("no axis", "without an axis it makes one number of all")
            after = Slip("an axis too many", f"it goes {_way(axis)}, and is no single number")
            yield ast.Call(node.func, node.args, new), slip, after
            kept = [*new, ast.keyword("keepdims", ast.Constant(True))]
            yield ast.Call(node.func, node.args, kept), slip, after


def _way(axis):
    return "across the columns" if axis else "down the rows"


def axis_kept(node, owner, scope):
    if isinstance(node, ast.Call) and name_of(node) in ALONG:
        rest = [one for one in node.keywords if one.arg != "keepdims"]
        if len(rest) == len(node.keywords) and rest:
            kept = [*rest, ast.keyword("keepdims", ast.Constant(True))]
            yield ast.Call(node.func, node.args, kept), KEPT, None
        elif len(rest) < len(node.keywords):
            slip = Slip("an axis kept", "an axis is kept that should get lost")
            yield ast.Call(node.func, node.args, rest), slip, KEPT


def call_too_many(node, owner, scope):
    """f(x) and x.f(): x alone."""
    if not isinstance(node, ast.Call):
        return
    name, func = name_of(node), node.func
    if isinstance(func, ast.Attribute) and ast.unparse(func.value) not in ("np", "nnlib", "math"):
        inside = func.value
    elif len(node.args) >= 1:
        inside = node.args[0]
    else:
        return
    text = f"`{name}` is too much"
    if name in TO_WHOLE:
        text = f"`{name}` makes whole numbers, and cuts the decimals"
    missing = Slip(f"{name} missing", f"something like `{name}` is missing")
    yield inside, Slip(f"{name} too much", text, name not in TO_WHOLE), missing


def whole_array(node, owner, scope):
    """zeros_like of integers, dtype=int: arrays that cut decimals."""
    if not isinstance(node, ast.Call):
        return
    name = name_of(node)
    if name in ("zeros_like", "ones_like", "empty_like", "full_like", "copy", "array"):
        slip = Slip(
            "an array of whole numbers",
            f"`{name}` takes over whole numbers, and an array of whole numbers cuts off decimals",
        )
        dtype = ast.keyword("dtype", ast.Name("float", ast.Load()))
        if name == "copy":
            if isinstance(node.func, ast.Attribute) and not node.args:
                yield renamed(ast.Call(node.func, [dtype.value], []), "astype"), slip, None
        else:
            rest = [one for one in node.keywords if one.arg != "dtype"]
            yield ast.Call(node.func, node.args[:1], [*rest, dtype]), slip, None
    if any(one.arg == "dtype" for one in node.keywords):
        rest = [one for one in node.keywords if one.arg != "dtype"]
        slip = Slip(
            "an array of whole numbers", "the `dtype` cuts off decimals, or loses what is needed"
        )
        yield ast.Call(node.func, node.args, rest), slip, None


def arguments_exchanged(node, owner, scope):
    if isinstance(node, ast.Call) and len(node.args) == 2 and name_of(node) not in COUNTING:
        slip = Slip("arguments exchanged", f"the two inputs of `{name_of(node)}` changed places")
        yield ast.Call(node.func, node.args[::-1], node.keywords), slip, slip


def brackets_of_a_call(node, owner, scope):
    """x.T() for x.T, x.shape(0) for x.shape[0], x.sum for x.sum(), math.exp for np.exp."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr in ("T", "size", "shape", "ndim"):
            slip = Slip(
                "called what is no function", f"`.{node.func.attr}` is no function, and takes no ()"
            )
            new = node.func
            if node.args:
                new = ast.Subscript(new, node.args[0], ast.Load())
            yield new, slip, None
        if getattr(node.func.value, "id", "") == "math":
            slip = Slip("math for an array", "a function of `math` takes one number, not an array")
            func = ast.Attribute(ast.Name("np", ast.Load()), node.func.attr, ast.Load())
            yield ast.Call(func, node.args, node.keywords), slip, None
    if isinstance(node, ast.Attribute) and node.attr in (*ALONG, "copy", "ravel", "flatten"):
        if not (isinstance(owner, ast.Call) and owner.func is node):
            slip = Slip(
                "a function not called", f"`.{node.attr}` without () is the function itself"
            )
            yield ast.Call(node, [], []), slip, None


RULES = (
    brackets_of_a_call,
    whole_array,
    other_function,
    axis_kept,
    other_axis,
    arguments_exchanged,
    call_too_many,
)
