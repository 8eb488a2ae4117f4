"""Evaluating one expression on stand-ins: operators, indices and functions without effects.

What depends on the numbers themselves is unknown, and so is what a function of the learner's own
returns.
"""

import ast

import numpy as np

from .functions import METHODS, call
from .operations import compute, elementwise, parts_of, product
from .stand_ins import Foreign, Unknown, arrays_in, is_known, stand_in

ATTRIBUTES = {"T", "shape", "size", "ndim"} | METHODS
OPERATORS = (ast.BinOp, ast.UnaryOp, ast.Compare)


def evaluate(node, values):
    """Return the value of an expression; `values` has those of its parts that are known."""
    parts = [values[part] for part in parts_of(node)]
    if isinstance(node, ast.Attribute):
        return _attribute(parts[0], node.attr)
    if isinstance(node, ast.Call):
        return call(node, parts, values)
    if not all(map(is_known, parts)):
        raise Unknown
    arrays = list(arrays_in(parts))
    if isinstance(node, OPERATORS) and arrays:
        return _operator(node, parts)
    if isinstance(node, ast.Slice) and not arrays:
        return slice(*(values.get(end) for end in (node.lower, node.upper, node.step)))
    if isinstance(node, ast.Subscript):
        return _entries(node, parts, values)
    if isinstance(node, (ast.Constant, ast.Tuple, ast.List, *OPERATORS)):
        return compute(node, values)
    raise Unknown


def _attribute(owner, name):
    if isinstance(owner, (np.ndarray, np.generic)) and name in ATTRIBUTES:
        return getattr(owner, name)
    if type(owner) is Foreign and name == "shape":
        return owner.shape
    raise Unknown


def _operator(node, parts):
    """Return a stand-in for what an operator gives; ValueError if the shapes do not fit."""
    if not any(type(part) is np.ndarray for part in parts):
        raise Unknown  # lists of arrays: + joins them
    if any(type(part) in (list, tuple) and list(arrays_in([part])) for part in parts):
        raise Unknown
    operators = [getattr(node, "op", None), *getattr(node, "ops", [])]
    truths = (ast.Not, ast.Is, ast.IsNot, ast.In, ast.NotIn)
    if len(operators) > 2 or any(isinstance(operator, truths) for operator in operators):
        raise Unknown
    if isinstance(operators[0], ast.MatMult):
        return product(*parts)
    return elementwise(parts, lambda numbers: compute(node, dict(zip(parts_of(node), numbers))))


def _entries(node, parts, values):
    chosen = list(arrays_in(parts[1:]))
    if chosen and (type(parts[0]) is not np.ndarray or any(each.dtype == bool for each in chosen)):
        raise Unknown  # the number of entries depends on the numbers
    result = stand_in(compute(node, values))
    return np.asarray(result) if type(parts[0]) is np.ndarray else result
