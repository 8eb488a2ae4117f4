"""The values of expressions, as far as they can be known without running code that has effects.

Known to be free of effects are the operators and slices of NumPy, pandas and Python's own types,
the functions and methods listed here, and attributes that are no properties.
"""

import ast
import copy
import inspect
import numbers
import operator
import types
import warnings

import numpy as np

OPERATORS = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
    ast.Div: operator.truediv, ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod,
    ast.Pow: operator.pow, ast.MatMult: operator.matmul, ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_, ast.BitXor: operator.xor, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Eq: operator.eq, ast.NotEq: operator.ne,
    ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Invert: operator.invert,
    ast.Not: operator.not_,
}  # fmt: skip
PURE_FUNCTIONS = set(
    "array asarray zeros ones full eye zeros_like ones_like full_like arange linspace sum mean max "
    "min argmax argmin std var prod any all cumsum dot matmul outer inner transpose reshape ravel "
    "squeeze expand_dims concatenate stack vstack hstack column_stack where clip round diag trace "
    "einsum norm tile repeat broadcast_to atleast_2d allclose array_equal".split()
)
PURE_METHODS = set(
    "sum mean max min argmax argmin std var prod any all cumsum dot reshape ravel flatten copy "
    "astype transpose squeeze clip round item trace repeat".split()
)
PURE_BUILTINS = (len, float, int, abs, round)
DRAWS = set("normal standard_normal uniform random integers permutation choice binomial".split())
KNOWN_LIBRARIES = {"builtins", "numpy", "pandas"}  # their operators have no effects


class Unknown(Exception):
    """The value of this part cannot be known without running code that may have effects."""


class Values:
    """The values of expressions, each computed once, and only where that has no effects."""

    def __init__(self, names, known=None, returned=None, failures=None):
        self.names = names
        self.known = {} if known is None else known
        self.returned = returned or {}
        self.failures = {} if failures is None else failures

    def try_(self, node):
        """Compute the node, whose parts have been tried before, or leave it unknown."""
        if node in self.known:
            return
        try:
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.known[node] = self._compute(node)
        except Unknown:
            if node in self.returned and not isinstance(node, ast.Call):
                self.known[node] = self.returned[node]
        except Exception as error:
            self.failures[node] = error

    def _get(self, node):
        if node is None:
            return None
        if node not in self.known:
            raise Unknown
        return self.known[node]

    def _compute(self, node):
        compute = getattr(self, f"_compute_{type(node).__name__}", None)
        if compute is None:
            raise Unknown
        return compute(node)

    def _compute_Constant(self, node):
        return node.value

    def _compute_Name(self, node):
        if node.id not in self.names:
            raise Unknown
        return self.names[node.id]

    def _compute_BinOp(self, node):
        return OPERATORS[type(node.op)](*_safe(self._get(node.left), self._get(node.right)))

    def _compute_UnaryOp(self, node):
        return OPERATORS[type(node.op)](*_safe(self._get(node.operand)))

    def _compute_Compare(self, node):
        if len(node.ops) > 1 or type(node.ops[0]) not in OPERATORS:
            raise Unknown
        sides = _safe(self._get(node.left), self._get(node.comparators[0]))
        return OPERATORS[type(node.ops[0])](*sides)

    def _compute_Tuple(self, node):
        return tuple(self._get(part) for part in node.elts)

    def _compute_List(self, node):
        return [self._get(part) for part in node.elts]

    def _compute_Slice(self, node):
        return slice(self._get(node.lower), self._get(node.upper), self._get(node.step))

    def _compute_Subscript(self, node):
        (holder,) = _safe(self._get(node.value))
        return holder[self._get(node.slice)]

    def _compute_NamedExpr(self, node):
        self.names[node.target.id] = self._get(node.value)
        return self._get(node.value)

    def _compute_Attribute(self, node):
        owner = self._get(node.value)
        if isinstance(owner, types.ModuleType) or _is_known(owner):
            return getattr(owner, node.attr)
        try:
            found = inspect.getattr_static(owner, node.attr)
        except AttributeError:
            raise Unknown from None
        if isinstance(found, property):
            raise Unknown
        return getattr(owner, node.attr)

    def _compute_Call(self, node):
        function = self._get(node.func)
        if node in self.returned and _is_python(function):
            return self.returned[node]
        given = {keyword.arg: self._get(keyword.value) for keyword in node.keywords}
        if None in given or "out" in given:
            raise Unknown
        arguments = [self._get(argument) for argument in node.args]
        if isinstance(function, np.ufunc) and len(arguments) > function.nin:
            raise Unknown  # the last one would be written to
        return _without_effects(function)(*_safe(*arguments), **given)


def shape_of(value, *, numbers_too=False):
    """Return the shape of an array or a table, () for a NumPy number, else None."""
    if numbers_too and isinstance(value, numbers.Number) and not isinstance(value, bool):
        return ()
    shape = getattr(value, "shape", None)
    is_shape = isinstance(shape, tuple) and all(isinstance(size, int) for size in shape)
    return tuple(shape) if is_shape and not isinstance(value, type) else None


def is_pure(function):
    """Return whether a call of this function is known to compute something and do nothing else."""
    name, owner = getattr(function, "__name__", None), getattr(function, "__self__", None)
    return (
        isinstance(function, np.ufunc)
        or function in PURE_BUILTINS
        or (isinstance(owner, np.ndarray) and name in PURE_METHODS)
        or ((getattr(function, "__module__", None) or "").startswith("numpy")
            and not isinstance(function, type) and name in PURE_FUNCTIONS)
    )  # fmt: skip


def _without_effects(function):
    """Return a function whose call has no effects and the same result, or raise Unknown."""
    name, owner = getattr(function, "__name__", None), getattr(function, "__self__", None)
    if isinstance(owner, np.random.Generator) and name in DRAWS:
        return getattr(copy.deepcopy(owner), name)  # the learner's own generator stays where it is
    if not is_pure(function):
        raise Unknown
    return function


def _safe(*values):
    """Return the values, or raise Unknown if an operator of theirs might have effects."""
    if not all(map(_is_known, values)):
        raise Unknown
    return values


def _is_known(value):
    return type(value).__module__.partition(".")[0] in KNOWN_LIBRARIES


def _is_python(function):
    kinds = (types.FunctionType, types.MethodType)
    return isinstance(function, kinds) or isinstance(type(function).__call__, kinds)
