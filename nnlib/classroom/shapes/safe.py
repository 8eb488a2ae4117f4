"""What may be evaluated again: operators and functions without effects, on stand-ins for the data.

A stand-in is an array of zeros of the same shape and type that takes no memory, so nothing of the
learner's is touched or computed a second time. What depends on the numbers themselves is unknown,
and so are lists, iterators, files, and what a function of the learner's own returns.
"""

import ast
import inspect
import types
import warnings

import numpy as np

from ... import activations

LARGE = 1_000_000  # entries; beyond that a function, even on zeros, would cost time
METHODS = set(
    "sum mean max min argmax argmin std var prod any all cumsum dot reshape ravel copy transpose "
    "squeeze clip round trace repeat".split()
)
FUNCTIONS = METHODS | set(
    "array asarray zeros ones full eye zeros_like ones_like full_like arange linspace outer inner "
    "concatenate stack vstack hstack column_stack diag einsum tile expand_dims".split()
)
ALLOWED = [
    *(value for value in vars(np).values() if isinstance(value, np.ufunc)),
    *(getattr(np, name) for name in FUNCTIONS),
    *(value for value in vars(activations).values() if isinstance(value, types.FunctionType)),
    *(len, float, int, abs, round),
]
ALLOWED_IDS = set(map(id, ALLOWED))  # comparing the functions themselves might run other code
ATTRIBUTES = {"T", "shape", "size", "ndim"} | METHODS
PLAIN = {bool, int, float, complex, str, bytes, slice, type(None), type(...)}
OPERATORS = (ast.BinOp, ast.UnaryOp, ast.Compare)
ONE_TRUTH = (ast.Not, ast.Is, ast.IsNot, ast.In, ast.NotIn)


class Unknown(Exception):
    """This cannot be known without running code that may have effects."""


def stand_in(value):
    """Return zeros for an array or a table, and anything else as it is, unless that may change."""
    kind = type(value)
    library = kind.__module__.partition(".")[0]
    if library == "numpy" and issubclass(kind, np.ndarray):
        return _zeros(value.shape, value.dtype)
    if library == "pandas" and kind.__name__ in ("DataFrame", "Series"):
        return _zeros(value.shape, float)
    if kind in (list, dict):
        raise Unknown
    return tuple(map(stand_in, value)) if kind is tuple else value


def _zeros(shape, dtype):
    return np.broadcast_to(np.zeros((), dtype), shape)


def is_known(value):
    """Return whether operators and functions can take this value without any other effect."""
    kind = type(value)
    if kind in (list, tuple):
        return all(map(is_known, value))
    if kind is type:
        return value.__module__ in ("builtins", "numpy")  # as in dtype=float
    return kind in PLAIN or kind is np.ndarray or issubclass(kind, (np.generic, np.dtype))


def shape_of(value, *, numbers_too=False):
    """Return the shape of an array or of a NumPy number, else None."""
    if numbers_too and type(value) in (int, float, complex):
        return ()
    return value.shape if isinstance(value, (np.ndarray, np.generic)) else None


def find(node, names):
    """Return what `name` or `name.attribute` stands for, unless code would run to find it."""
    if isinstance(node, ast.Name):
        return names[node.id]
    owner = find(node.value, names)
    if type(owner) is types.ModuleType:
        return vars(owner)[node.attr]
    found = inspect.getattr_static(owner, node.attr, property())
    if hasattr(type(found), "__get__"):
        raise Unknown
    return found


def evaluate(node, values):
    """Return the value of an expression; `values` has those of its parts that are known."""
    parts = [values[part] for part in parts_of(node)]
    if isinstance(node, ast.Attribute):
        if isinstance(parts[0], (np.ndarray, np.generic)) and node.attr in ATTRIBUTES:
            return getattr(parts[0], node.attr)
        raise Unknown
    if isinstance(node, ast.Call):
        owner = values.get(getattr(node.func, "value", None))
        if type(owner) is not np.ndarray and id(parts[0]) not in ALLOWED_IDS:
            raise Unknown
        parts[0] = owner if type(owner) is np.ndarray else None
    if not all(map(is_known, parts)):
        raise Unknown
    arrays = list(_arrays_in(parts))
    if isinstance(node, OPERATORS) and arrays:
        return _operate(node, [np.shape(part) for part in parts], arrays)
    if isinstance(node, (ast.Constant, ast.Tuple, ast.List, *OPERATORS)):
        return _compute(node, values)
    if isinstance(node, ast.Slice) and not arrays:
        return slice(*(values.get(end) for end in (node.lower, node.upper, node.step)))
    if isinstance(node, (ast.Subscript, ast.Call)) and not _needs_numbers(node, parts, arrays):
        result = stand_in(_compute(node, values))
        return np.asarray(result) if arrays else result  # 0-D: a number that is not the true one
    raise Unknown


def parts_of(node):
    """Return the expressions that a node is directly made of."""
    children = (child.value if isinstance(child, ast.keyword) else child
                for child in ast.iter_child_nodes(node))  # fmt: skip
    return [child for child in children if isinstance(child, ast.expr)]


def _arrays_in(parts):
    for part in parts:
        if type(part) is np.ndarray:
            yield part
        elif type(part) in (list, tuple):
            yield from _arrays_in(part)


def _needs_numbers(node, parts, arrays):
    """Return whether the shape of the result depends on more than the shapes of these arrays."""
    if isinstance(node, ast.Subscript):
        chosen = list(_arrays_in(parts[1:]))
        return any(type(parts[0]) is tuple or array.dtype == bool for array in chosen)
    has_counts = any(array.ndim == 0 and array.dtype.kind in "iu" for array in arrays)
    return has_counts or sum(array.size for array in arrays) > LARGE


def _operate(node, shapes, arrays):
    """Return a stand-in for what an operator gives; ValueError if the shapes do not fit."""
    operators = [getattr(node, "op", None), *getattr(node, "ops", [])]
    if any(isinstance(operator, ONE_TRUTH) for operator in operators):
        raise Unknown
    dtype = bool if isinstance(node, ast.Compare) else np.result_type(*arrays)
    if not isinstance(operators[0], ast.MatMult):
        return _zeros(np.broadcast_shapes(*shapes), dtype)
    left, right = shapes
    if not left or not right or left[-1] != right[-2 if len(right) > 1 else -1]:
        raise ValueError("these shapes have no product")
    stacked = np.broadcast_shapes(left[:-2], right[:-2])
    return _zeros(stacked + left[-2:-1] + (right[-1:] if len(right) > 1 else ()), dtype)


def _compute(node, values):
    """Evaluate a node with a name in the place of each of its parts."""
    names = {part: f"_{number}" for number, part in enumerate(parts_of(node))}

    def swap(part):
        if isinstance(part, list):
            return [swap(each) for each in part]
        if isinstance(part, ast.expr) and part is not node:
            return ast.Name(names[part], ast.Load())
        if part is node or isinstance(part, ast.keyword):
            return type(part)(**{field: swap(value) for field, value in ast.iter_fields(part)})
        return ast.Load() if isinstance(part, ast.expr_context) else part

    code = compile(ast.fix_missing_locations(ast.Expression(swap(node))), "explain", "eval")
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return eval(code, {name: values[part] for part, name in names.items()})
