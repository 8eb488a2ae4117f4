"""Arrays: real numbers in any wrapping become float64, and what would mislead is refused in words.

NumPy converts more than is good: text that spells numbers, dates as days, and the junk below a
mask.
"""

import numbers

import numpy as np

from .quiet import quiet

FLOAT64 = np.dtype(float)


def as_floats(X, name):
    """Return X as a plain float64 array of its own shape: X itself, where it is one already.

    Raises
    ------
    ValueError
        If X is masked, sparse or ragged, or holds anything but real numbers.
    """
    if type(X) is np.ndarray and X.dtype == FLOAT64:
        return X
    return _converted(X, name)


@quiet
def _converted(X, name):
    if hasattr(type(X), "toarray"):
        raise ValueError(
            f"{name} is sparse ({type(X).__name__}), but an array with all its zeros is needed: "
            f"use {name}.toarray()."
        )
    refuse_masked(X, name)
    try:
        array = np.asarray(X)
    except ValueError:
        raise ValueError(
            f"{name} has rows of different lengths; each needs as many numbers."
        ) from None
    try:
        if not _are_numbers(array):
            raise TypeError
        return array.astype(float)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(_no_numbers(X, array, name)) from None


def refuse_masked(X, name):
    """Refuse X where something in it is masked."""
    if _is_masked(X):
        raise ValueError(
            f"{name} has masked entries, and what is below the mask would be used. Leave those "
            f"rows out, or fill them in with {name}.filled(value)."
        )


def _is_masked(X):
    """Whether anything in X is masked; a mask that hides nothing does no harm."""
    if isinstance(X, (list, tuple)):
        return not set(map(type, X)) <= {int, float} and any(map(_is_masked, X))
    return isinstance(X, np.ndarray) and np.ma.is_masked(X)


def _are_numbers(array):
    """Whether each entry is a number: text is none, even where it spells one; nor is a duration."""
    if array.dtype.kind != "O":
        return array.dtype.kind in "buif"
    return all(
        issubclass(kind, (numbers.Number, np.bool_))
        # Of a complex number of NumPy's, float() would keep the real part.
        and not issubclass(kind, (np.timedelta64, np.complexfloating))
        for kind in set(map(type, array.flat))  # few, however many the entries
    )


def _no_numbers(X, array, name):
    message = f"{name} has shape {array.shape} and dtype {array.dtype}"
    if array.ndim == 0:
        return (
            f"{message} (it is a {type(X).__name__}), but real numbers are needed. Use an array, a "
            "table or a list of rows; list(...) makes one of a generator."
        )
    return (
        f"{message}, but real numbers in the range of float64 are needed. Turn text, dates and "
        "gaps into numbers first, for instance with a dummy column for each category."
    )
