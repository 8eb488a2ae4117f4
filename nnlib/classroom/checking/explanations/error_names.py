"""Errors of names: one that is not known, misspelt, of another module, used too early."""

import difflib
import math

import numpy as np

import nnlib


def unknown(told):
    name = told[1]
    if name == "self":
        return (
            "`self` exists inside a class only. This is a function: what it needs comes in by its "
            f"arguments: {', '.join(told.arguments)}."
        )
    for module, said in ((nnlib, "nnlib"), (np, "np"), (math, "math")):
        if hasattr(module, name):
            return (
                f"`{name}` is not known by itself: it belongs to {said}, and wants `{said}.` "
                "before it."
            )
    if name in ("math", "torch", "scipy", "random", "pd", "tf"):
        return f"`{name}` is not imported. NumPy, `np`, is there already."
    if near := difflib.get_close_matches(name, told.known, 1, 0.6):
        return f"There is no `{name}`. Is it misspelt? Here is a `{near[0]}`."
    return (
        f"There is no `{name}` in this function. Its arguments are {', '.join(told.arguments)}; "
        "every other name must be set before it is used."
    )


def too_early(told):
    return (
        f"`{told[1]}` is used before it has a value. A name that is set anywhere in a function "
        "belongs to the function, and is empty until then. Is a first value missing, or a line in "
        "the wrong place?"
    )


def no_such_attribute(told):
    owner, name = told[1], told[2]
    if owner in ("nnlib", "numpy"):
        module = nnlib if owner == "nnlib" else np
        near = difflib.get_close_matches(name, dir(module), 1, 0.6)
        hint = f" Is it misspelt? There is `{near[0]}`." if near else ""
        return f"{owner} has no `{name}`.{hint}"
    return f"{owner} has no `{name}`."


def of_an_object(told):
    kind, name = told[1], told[2]
    if kind == "NoneType":
        return (
            f"`.{name}` is asked of None. What came before it returns nothing, as whatever changes "
            "something in place does."
        )
    if kind in ("float", "numpy.float64", "int"):
        return f"A plain number has no `.{name}`. Whose `.{name}` is meant?"
    if kind == "list":
        return f"A list has no `.{name}`; np.array makes an array of it, which knows more."
    article = "An array" if kind == "numpy.ndarray" else f"`{kind}`"
    hint = ""
    near = difflib.get_close_matches(name, dir(np.ndarray), 1, 0.6)
    if kind == "numpy.ndarray" and near:
        hint = f" Is it misspelt? There is `.{near[0]}`."
    elif kind == "numpy.ndarray" and hasattr(np, name):
        hint = f" There is a function np.{name}."
    return f"{article} has no `.{name}`.{hint}"


KINDS = (
    (r"UnboundLocalError: .*variable '(\w+)'", "a name before its value", too_early),
    (r"NameError: .*name '(\w+)' is not defined", "a name that is not known", unknown),
    (r"AttributeError: module '(\w+)' has no attribute '(\w+)'", "a name that is not known",
     no_such_attribute),
    (r"AttributeError: '([\w.]+)' object has no attribute '(\w+)'", "a method that is not there",
     of_an_object),
    (r"ModuleNotFoundError: No module named '(\w+)'", "a module that is not there",
     lambda told: f"There is no module `{told[1]}` here. NumPy, `np`, is all that is needed."),
)  # fmt: skip
