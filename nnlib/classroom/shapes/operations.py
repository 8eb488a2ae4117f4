"""Carrying out one operation on stand-ins, without warnings and without filling large arrays."""

import ast
import warnings

import numpy as np

from .stand_ins import zeros


def parts_of(node):
    """Return the expressions that a node is directly made of."""
    children = (child.value if isinstance(child, ast.keyword) else child
                for child in ast.iter_child_nodes(node))  # fmt: skip
    return [child for child in children if isinstance(child, ast.expr)]


def compute(node, values):
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
    space = {name: values[part] for part, name in names.items()}
    return quietly(lambda: eval(code, space))


def quietly(function):
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return function()


def elementwise(parts, function):
    arrays = [np.asarray(part) for part in parts]
    shape = np.broadcast_shapes(*(array.shape for array in arrays))
    numbers = [part if np.ndim(part) == 0 and type(part) is not np.ndarray else
               np.zeros((), array.dtype) for part, array in zip(parts, arrays)]  # fmt: skip
    return zeros(shape, np.asarray(function(numbers)).dtype)


def product(left, right):
    left, right = np.asarray(left), np.asarray(right)
    one, two = left.shape, right.shape
    if not one or not two or one[-1] != two[-2 if len(two) > 1 else -1]:
        raise ValueError("these shapes have no product")
    stacked = np.broadcast_shapes(one[:-2], two[:-2])
    shape = stacked + one[-2:-1] + (two[-1:] if len(two) > 1 else ())
    return zeros(shape, np.result_type(left, right))
