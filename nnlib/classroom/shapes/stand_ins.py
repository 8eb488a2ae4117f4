"""Stand-ins: arrays of zeros that have the shapes and types of the learner's data.

A stand-in takes no memory, and whatever is computed with it leaves the data alone.
"""

import types

import numpy as np

PLAIN = {bool, int, float, complex, str, bytes, slice, type(None), type(...)}


class Unknown(Exception):
    """This cannot be known without running code that may have effects."""


class Foreign:
    """A shape whose operators and functions follow rules of their own.

    A table is aligned by its labels, `*` of two `np.matrix` is their product, and a subclass may do
    anything. So the shape is told, and nothing is concluded from it.
    """

    def __init__(self, shape):
        self.shape = tuple(shape)


def stand_in(value):
    """Return what stands for this value; Unknown for what may change without an assignment."""
    kind = type(value)
    if kind is np.ndarray:
        return zeros(value.shape, value.dtype)
    if kind is tuple:
        return tuple(map(stand_in, value))
    if issubclass(kind, np.ndarray) or _is_of_a_library(kind):
        return Foreign(_shape_without_its_code(value))
    if kind in (list, dict):
        raise Unknown
    return value


def zeros(shape, dtype):
    """Return zeros of this shape that take the memory of one."""
    return np.broadcast_to(np.zeros((), dtype), shape)


def shape_of(value, *, numbers_too=False):
    """Return the shape of an array or of a NumPy number, else None; a single truth has none."""
    if numbers_too and type(value) in (int, float, complex):
        return ()
    if isinstance(value, (np.ndarray, np.generic)) and value.dtype == bool and value.ndim == 0:
        return None
    return value.shape if isinstance(value, (np.ndarray, np.generic, Foreign)) else None


def is_known(value):
    """Return whether operators and functions take this value by NumPy's rules or Python's."""
    kind = type(value)
    if kind in (list, tuple):
        return all(map(is_known, value))
    if kind is type:
        return value.__module__ in ("builtins", "numpy")  # as in dtype=float
    is_numpys = kind.__module__ == "numpy" and issubclass(kind, np.generic)
    return kind in PLAIN or kind is np.ndarray or is_numpys or issubclass(kind, np.dtype)


def is_same(one, other):
    """Return whether two stand-ins stand for values that nothing here could tell apart."""
    if type(one) is not type(other):
        return False
    if type(one) is tuple:
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, np.ndarray):
        return one.shape == other.shape and one.dtype == other.dtype
    if isinstance(one, Foreign):
        return one.shape == other.shape
    return one is other or (type(one) in PLAIN and one == other)


def arrays_in(parts):
    """Yield the arrays among these values, and in their lists and tuples."""
    for part in parts:
        if type(part) is np.ndarray:
            yield part
        elif type(part) in (list, tuple):
            yield from arrays_in(part)


def _is_of_a_library(kind):
    library = kind.__module__.partition(".")[0]
    if library == "pandas":
        return kind.__name__ in ("DataFrame", "Series")
    return library == "scipy" and ".sparse" in kind.__module__ and hasattr(kind, "shape")


def _shape_without_its_code(value):
    """Return the shape, read by the code of NumPy, pandas or SciPy and by none of a subclass."""
    kind = type(value)
    by = next(each for each in kind.__mro__ if "shape" in vars(each))
    if by.__module__.partition(".")[0] not in ("numpy", "pandas", "scipy"):
        raise Unknown
    shape = vars(by)["shape"]
    return shape.__get__(value) if not isinstance(shape, types.FunctionType) else shape(value)
