"""Validation: what every part asks of its input, said in the same words.

A refusal names the shape that came, the shape that was wanted, and the way out.
"""

import numpy as np


def as_matrix(X, name):
    """Return X as a float64 array of shape (n, d), n and d at least 1.

    Raises
    ------
    ValueError
        If X has not two axes, has no rows or no columns, or holds anything but real numbers.
    """
    X = _as_float(X, name)
    if X.ndim != 2:
        way = "(1, -1) for one row" if name == "b" else "(-1, 1) for one column"
        advice = f" Use {name}.reshape{way}." if X.ndim == 1 else ""
        raise ValueError(
            f"{name} has shape {X.shape}, but one example a row is needed: shape (n, d).{advice}"
        )
    if X.size == 0:
        raise ValueError(f"{name} has shape {X.shape}: there is no number in it.")
    return X


def as_finite_matrix(X, name):
    """Return X as `as_matrix` does, and refuse nan and inf."""
    X = as_matrix(X, name)
    if not np.isfinite(X).all():
        raise ValueError(f"{name} holds nan or inf: remove those rows or fill them in first.")
    return X


def _as_float(X, name):
    """Return X as float64; text stays refused even where it spells a number."""
    try:
        X = np.asarray(X)
    except ValueError:
        raise ValueError(
            f"{name} has rows of different lengths; each needs as many numbers."
        ) from None
    if X.dtype == float:
        return X
    entries = X.flat if X.dtype.kind == "O" else ()
    try:
        if X.dtype.kind not in "buifO" or any(
            x is None or isinstance(x, (str, bytes)) for x in entries
        ):
            raise TypeError
        return X.astype(float)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(
            f"{name} has shape {X.shape} and dtype {X.dtype}, but real numbers are needed. Turn "
            "text, dates and gaps into numbers first, for instance with a dummy column for each "
            "category."
        ) from None


def same_rows(X, Y):
    """Refuse X and Y with different numbers of rows."""
    if len(X) != len(Y):
        raise ValueError(
            f"X has {len(X)} rows (shape {X.shape}) and Y has {len(Y)} (shape {Y.shape}). "
            "Row i of Y is the target of row i of X: both need the same number of rows."
        )


def as_generator(rng):
    """Return rng if it is a numpy.random.Generator, else refuse it with the way to make one."""
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"rng must be a numpy.random.Generator, got {type(rng).__name__}. "
            "Make one with np.random.default_rng(0)."
        )
    return rng


def positive_integer(value, name):
    """Return value as an int if it is a whole number of at least 1, else refuse it."""
    if isinstance(value, bool) or not isinstance(value, (int, np.integer)):
        raise TypeError(f"{name} must be a whole number, got {value!r}.")
    if value < 1:
        raise ValueError(f"{name} must be at least 1, got {value}.")
    return int(value)


def as_gradient(dY, shape, layer):
    """Return dY as float64, or refuse it where its shape is not that of the layer's output."""
    dY = _as_float(dY, "the gradient")
    if dY.shape != shape:
        raise ValueError(
            f"{layer!r}: the gradient has shape {dY.shape}, but the layer's output had shape "
            f"{shape}. A gradient has the shape of what it belongs to."
        )
    return dY
