"""Errors of kinds: a condition on an array, a call of what is no function, a list for an array."""


def truth(told):
    return (
        "`if` (or `and`, `max`, `while`) wants one True or False, and an array has one for each "
        "entry. np.where, or a mask, chooses entry by entry."
    )


def not_callable(told):
    kind = told[1]
    if "nnlib" in kind or kind in ("Sequential", "Linear", "MSELoss", "SGD"):
        return f"`{kind}` is no function: it has `forward`, `backward` or `step`."
    what = {"numpy.ndarray": "an array", "float": "a number", "int": "a number", "list": "a list"}
    found = what.get(kind, "a number" if "numpy" in kind else f"a {kind}")
    return (
        f"Brackets () call a function, and what stands before them is {found}. Is a `*` missing "
        "there, are square brackets [] meant, or is it an attribute, such as `.T` or `.shape`?"
    )


def one_number(told):
    if "math." in told.line:
        return "A function of `math` takes one number; NumPy's, such as np.exp, take arrays."
    return (
        "An array stands where Python wants one number. NumPy's functions take arrays; an index, "
        "or a sum, makes one number."
    )


def operands(told):
    sign, one, other = told[1], told[2], told[3]
    if "list" in (one, other) or "tuple" in (one, other):
        return (
            f"`{sign}` between a list and something else does not work entry by entry. np.array "
            "makes an array of a list."
        )
    if "NoneType" in (one, other):
        return (
            f"`{sign}` meets None, which comes of a function that returns nothing, or of a change "
            "in place."
        )
    if "function" in one + other or "method" in one + other:
        return f"`{sign}` meets a function that was not called: are its brackets () missing?"
    for name, value in zip(told.arguments, told.trial.arguments):
        if callable(value) and type(value).__name__ in (one, other):
            return (
                f"`{name}` is a function. It is called, {name}(...), before `{sign}` can take it."
            )
    return f"`{sign}` does not work between {one} and {other}."


def keyword(told):
    word = told[2]
    hint = {"keepdim": " NumPy's is called keepdims.", "dim": " NumPy's is called axis."}
    return f"{told[1]} has no argument `{word}`.{hint.get(word, '')}"


def missing(told):
    return f"{told[1]} is called without all that it needs: {told[2]} is missing."


def too_many(told):
    return f"{told[1]} is given more than it takes: {told[2]} fit, and {told[3]} are given."


def whole_number(told):
    return (
        "A whole number is needed here, as for a range, a size or an index; `/` always makes a "
        "number with a point, `//` a whole one."
    )


def not_iterable(told):
    if told[1] == "NoneType":
        return (
            "There is None where something to go through is needed. A function that changes a list "
            "or an array in place, such as append, sort or shuffle, returns None."
        )
    return (
        f"There is a loop over, or an unpacking of, one {told[1]}, which holds nothing to go "
        "through. range(...) counts."
    )


def list_with_two(told):
    return (
        "A list takes one index; [i, k] is for arrays. np.array makes an array of a list, and "
        "[i][k] takes one after the other."
    )


KINDS = (
    (r"truth value of an array", "if on a whole array", truth),
    (r"'([\w.]+)' object is not callable", "called what is no function", not_callable),
    (r"(only (length-1|size-1|0-dimensional) arrays|must be real number, not (numpy.)?ndarray)",
     "one number wanted, an array given", one_number),
    (r"(ufunc 'bitwise_xor'|operand type\(s\) for \^)", "^ is no power",
     lambda told: "`^` compares bits in Python. A power is written `**`."),
    (r"operand type\(s\) for (\S+): '([\w.]+)' and '([\w.]+)'", "kinds that do not go together",
     operands),
    (r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", "an argument that is not known",
     keyword),
    (r"([\w.]+)\(\) missing \d+ required positional arguments?: (.+)", "an argument missing",
     missing),
    (r"([\w.]+)\(\) takes (?:from )?(\d+).* but (\d+) (?:was|were) given", "too many arguments",
     too_many),
    (r"(cannot be interpreted as an integer|slice indices must be integers|"
     r"only integers, slices)", "a whole number is needed", whole_number),
    (r"'([\w.]+)' object is not iterable", "nothing to go through", not_iterable),
    (r"cannot unpack non-iterable ([\w.]+)", "nothing to go through", not_iterable),
    (r"(list|tuple) indices must be integers or slices, not tuple", "two indices for a list",
     list_with_two),
    (r"(list|tuple) indices must be integers or slices, not str", "a name as index of a list",
     lambda told: f"A {told[1]} is indexed by a number, and a name stands in its brackets; a dict "
     "takes names. Is one of its entries meant?"),
    (r"'([\w.]+)' object is not subscriptable", "an index of what has none",
     lambda told: "There is None, with an index behind it. A function that changes a list or an "
     "array in place, such as append, sort or shuffle, returns None." if told[1] == "NoneType"
     else f"Square brackets pick out of an array or a list; here stands one {told[1]}."),
    (r"invalid index to scalar variable|too many indices for array: array is 0-dimensional",
     "an index of what has none",
     lambda told: "An index picks out of an array; here stands one number already."),
    (r"ZeroDivisionError", "division by 0", lambda told: "It divides by 0."),
    (r"RecursionError", "calls itself without end",
     lambda told: "It calls itself again and again, without an end."),
    (r"not enough values to unpack|too many values to unpack", "another number of parts",
     lambda told: "The names to be set are not as many as the parts of what is taken apart."),
    (r"can't multiply sequence by non-int", "kinds that do not go together",
     lambda told: "A list times a number repeats it; np.array makes an array, which is scaled."),
    (r"UFuncTypeError|_UFuncNoLoopError|_UFuncInputCastingError|ufunc '", "kinds that do not fit",
     lambda told: "NumPy cannot do that with things of this kind. Is a list of arrays of several "
     "sizes, or a function, or a text among them?"),
    (r"inhomogeneous shape", "rows of several lengths",
     lambda told: "A list of parts of several sizes makes no array."),
    (r"called `?backward|before (its )?forward|no forward", "backward before forward",
     lambda told: "`backward` needs a `forward` before it."),
)  # fmt: skip
