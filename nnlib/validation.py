"""Validation: what every part asks of its input, said in the same words.

A refusal names what came, what was wanted, and the way out.
"""

import math
import numbers
from collections.abc import Iterator, Mapping, Set

import numpy as np

from .arrays import as_floats


def as_matrix(X, name):
    """Return X as a float64 array of shape (n, d), n and d at least 1.

    Raises
    ------
    ValueError
        If X has not two axes, has no rows or no columns, or holds anything but real numbers.
    """
    matrix = as_floats(X, name)
    if matrix.ndim != 2:
        way = "(1, -1) for one row" if name == "b" else "(-1, 1) for one column"
        advice = f" Use {array_of(X, name)}.reshape{way}." if matrix.ndim == 1 else ""
        raise ValueError(
            f"{name} has shape {matrix.shape}, but one example a row is needed: shape (n, d)."
            f"{advice}"
        )
    if matrix.size == 0:
        raise ValueError(f"{name} has shape {matrix.shape}: there is no number in it.")
    return matrix


def array_of(X, name):
    """How to write X as an array: lists and Series have no reshape."""
    return name if isinstance(X, np.ndarray) else f"np.asarray({name})"


def as_finite_matrix(X, name):
    """Return X as `as_matrix` does, and refuse nan and inf."""
    return as_finite(as_matrix(X, name), name)


def as_finite(X, name):
    """Return X as a float64 array of its own shape, and refuse nan and inf."""
    X = as_floats(X, name)
    if not np.isfinite(X).all():
        raise ValueError(f"{name} holds nan or inf: remove those rows or fill them in first.")
    return X


def as_gradient(dY, shape, layer):
    """Return dY as float64, or refuse it where its shape is not that of the layer's output."""
    dY = as_floats(dY, "the gradient")
    if dY.shape != shape:
        raise ValueError(
            f"{layer!r}: the gradient has shape {dY.shape}, but the layer's output had shape "
            f"{shape}. A gradient has the shape of what it belongs to."
        )
    return dY


def same_rows(X, Y):
    """Refuse X and Y with different numbers of rows."""
    if len(X) != len(Y):
        raise ValueError(
            f"X has {len(X)} rows (shape {X.shape}) and Y has {len(Y)} (shape {Y.shape}). "
            "Row i of Y is the target of row i of X: both need the same number of rows."
        )


def as_pair(value, name):
    """Return value if it is a tuple or list of two, else refuse it."""
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        count = f" of {len(value)}" if isinstance(value, (tuple, list)) else ""
        raise TypeError(
            f"{name} must be a pair (X, Y) of arrays, got a {type(value).__name__}{count}. To set "
            "rows aside, cut X and Y in two before."
        )
    return value


def as_generator(rng):
    """Return rng if it is a numpy.random.Generator, else refuse it with the way to make one."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"rng must be a numpy.random.Generator, got {type(rng).__name__}. "
            "Make one with np.random.default_rng(0)."
        )
    return rng


def as_random_state(seed, name):
    """Return a numpy.random.RandomState: seed itself, or one started with that whole number."""
    if isinstance(seed, np.random.RandomState):
        return seed
    if not _is_whole(seed) or not 0 <= seed < 2**32:
        raise ValueError(
            f"{name} must be a whole number from 0 to 2**32 - 1, or a numpy.random.RandomState, "
            f"got {seed!r}. Use {name}=0, for instance; a Generator cannot stand in for it."
        )
    return np.random.RandomState(int(seed))


def positive_integer(value, name):
    """Return value as an int if it is a whole number of at least 1, else refuse it."""
    return whole_number(value, name, least=1)


def whole_number(value, name, *, least=0):
    """Return value as an int if it is a whole number of at least so much, else refuse it."""
    if not _is_whole(value):
        advice = " Use int(...)." if isinstance(value, float) and value.is_integer() else ""
        raise TypeError(f"{name} must be a whole number, got {value!r}.{advice}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, got {value}.")
    return int(value)


def as_one_number(value, function):
    """Return as a float what the function returned, a number or an array with one number in it."""
    if isinstance(value, float):
        return float(value)
    try:
        return as_floats(value, function).item()
    except ValueError:
        shape = getattr(value, "shape", ())
        got = f"an array of shape {shape}" if shape else repr(value)
        raise ValueError(f"{function} must return one real number, got {got}.") from None


def as_sizes(sizes, name):
    """Return the whole numbers of at least 1 in a sequence, which may be empty, as a list."""
    # An iterator would be used up by the first look; a set or a dict has no order to go by.
    if isinstance(sizes, (str, bytes, Iterator, Set, Mapping)) or not np.iterable(sizes):
        raise TypeError(
            f"{name} must be a sequence with the units of each hidden layer, such as (10, 10) or "
            f"(), got {sizes!r}."
        )
    return [positive_integer(size, f"each entry of {name}") for size in sizes]


def positive_number(value, name):
    """Return value as a float if it is a finite number above 0, else refuse it."""
    number = _as_real(value, name)
    if not (number > 0 and math.isfinite(number)):
        raise ValueError(f"{name} must be a finite number above 0, got {value!r}.")
    return number


def finite_number(value, name):
    """Return value as a float if it is a finite number, else refuse it."""
    number = _as_real(value, name)
    if not math.isfinite(number):
        raise ValueError(f"{name} must be a finite number, got {value!r}.")
    return number


def not_negative(value, name):
    """Return value as a float if it is a finite number, 0 or above, else refuse it."""
    number = _as_real(value, name)
    if not (number >= 0 and math.isfinite(number)):
        raise ValueError(f"{name} must be a finite number, 0 or above, got {value!r}.")
    return number


def fraction(value, name):
    """Return value as a float if it is 0 or above and below 1, else refuse it."""
    number = _as_real(value, name)
    if not 0 <= number < 1:
        raise ValueError(f"{name} must be a number in [0, 1), got {value!r}.")
    return number


def true_or_false(value, name):
    """Return value as a bool if it is one, else refuse it: the text "False" would count as true."""
    if not isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name} must be True or False, got {value!r}.")
    return bool(value)


def _is_whole(value):
    """Whether value is a whole number; True is none, nor is a duration of NumPy's."""
    return isinstance(value, (int, np.integer)) and not isinstance(value, (bool, np.timedelta64))


def _as_real(value, name):
    if not isinstance(value, numbers.Real) or isinstance(value, (bool, np.timedelta64)):
        raise TypeError(f"{name} must be a number, got {value!r}.")
    try:
        return float(value)
    except OverflowError:
        return math.inf
