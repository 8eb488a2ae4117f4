"""The functions and methods that have no effects, called on stand-ins."""

import math
import types

import numpy as np

from ... import activations
from .operations import compute, elementwise, product, quietly
from .stand_ins import Unknown, arrays_in, is_known, stand_in

LARGE = 1_000_000  # entries; beyond that a function, even on zeros, would cost time
METHODS = set(
    "sum mean max min argmax argmin std var prod any all cumsum dot reshape ravel copy transpose "
    "squeeze clip round trace repeat flatten swapaxes".split()
)
FUNCTIONS = (METHODS - {"flatten"}) | set(
    "array asarray zeros ones full zeros_like ones_like full_like arange linspace outer "
    "concatenate stack vstack hstack column_stack einsum tile expand_dims".split()
)
ALLOWED = [
    *(getattr(np, name) for name in FUNCTIONS),
    *(value for value in vars(activations).values() if isinstance(value, types.FunctionType)),
    *(len, float, int, abs, round),
]
ALLOWED_IDS = set(map(id, ALLOWED))  # comparing the functions themselves might run other code
UFUNC_IDS = {id(value) for value in vars(np).values() if type(value) is np.ufunc}
COUNTING = {"zeros", "ones", "full", "arange", "linspace", "tile", "repeat", "reshape"}
GROWING = COUNTING - {"reshape"} | {"outer", "einsum", "dot"}  # more entries come out than go in


def call(node, parts, values):
    """Return a stand-in for what a function or a method of an array returns."""
    function, *arguments = parts
    owner = values.get(getattr(node.func, "value", None))
    owners = [owner] if type(owner) is np.ndarray else []
    if not all(map(is_known, arguments)):
        raise Unknown
    if id(function) in UFUNC_IDS:
        return _ufunc(function, node, arguments)
    if not owners and id(function) not in ALLOWED_IDS:
        raise Unknown
    name = node.func.attr if owners else function.__name__
    arrays = list(arrays_in([*owners, *arguments]))
    if name == "dot" and len(arrays) == 2 and {1, 2} >= {array.ndim for array in arrays}:
        return product(*arrays)
    if _needs_numbers(name, owners + arguments, arrays) or _cost(name, arguments, arrays) > LARGE:
        raise Unknown
    result = compute(node, values)
    if function is len or not arrays:
        return stand_in(result)
    return np.asarray(stand_in(result))  # 0-D: a number that is not the true one


def _ufunc(function, node, arguments):
    if node.keywords or len(arguments) != function.nin or function.nout > 1:
        raise Unknown
    if function is np.matmul:
        return product(*arguments)
    if function.signature or not list(arrays_in(arguments)):
        raise Unknown
    return elementwise(arguments, lambda numbers: quietly(lambda: function(*numbers)))


def _needs_numbers(name, arguments, arrays):
    """Return whether the shape of the result depends on more than the shapes of these arrays."""
    if name in COUNTING:
        has_data = name in ("tile", "repeat", "reshape")
        return bool(list(arrays_in(arguments[1 if has_data else 0 :])))
    return any(array.ndim == 0 and array.dtype.kind in "iu" for array in arrays)


def _cost(name, arguments, arrays):
    """Return about how many entries a function would fill or read."""
    sizes = [array.size for array in arrays]
    if name not in GROWING:
        return sum(sizes)
    if name == "arange" and any(type(number) is float for number in _numbers_in(arguments)):
        return math.inf  # a small step makes many
    return math.prod(sizes + [max(1, abs(int(number))) for number in _numbers_in(arguments)])


def _numbers_in(arguments):
    for argument in arguments:
        if isinstance(argument, (list, tuple)):
            yield from _numbers_in(argument)
        elif isinstance(argument, (int, float, np.number)):
            yield argument
