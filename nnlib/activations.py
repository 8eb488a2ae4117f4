"""Activations: the bends between the layers, and their slopes.

Each function works entry by entry on an array of any shape and returns float64 of the same shape;
only `softmax` looks at a whole row. A slope takes `Z`, what went *into* the activation, never `A`,
what came out of it.

None of them overflows or warns for any finite input, whatever np.seterr says. The naive formulas
do: notebook 01 shows it. What is no array of real numbers is refused with a ValueError.
"""

import numpy as np

from .arrays import as_floats
from .quiet import quiet
from .validation import finite_number

ZERO = np.zeros(())  # NumPy compares with an array faster than with a float


@quiet
def sigmoid(Z):
    """Squash each entry into (0, 1): 1 / (1 + e^-z).

    Written with e^-|z|, which never exceeds 1, so that nothing overflows.

    Parameters
    ----------
    Z : array_like of any shape

    Returns
    -------
    A : float64 array of the shape of Z
    """
    Z = as_floats(Z, "Z")
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


@quiet
def sigmoid_derivative(Z):
    """Slope of `sigmoid` at Z, shaped as Z: sigmoid(z) * sigmoid(-z), at most 1/4.

    With a = 1 / (1 + e^-z), the slope is e^-z / (1 + e^-z)^2 = a (1 - a), and 1 - a = sigmoid(-z).
    Written so, it is exact also where a rounds to 1.
    """
    Z = as_floats(Z, "Z")
    return sigmoid(Z) * sigmoid(-Z)


def relu(Z):
    """Keep what is positive, set the rest to zero: max(0, z), shaped as Z."""
    return np.maximum(as_floats(Z, "Z"), ZERO)


def relu_derivative(Z):
    """Slope of `relu` at Z, shaped as Z: 1 where z > 0, else 0.

    At z = 0 the function has a corner, and any slope in [0, 1] is right; we take 0.
    """
    return np.heaviside(as_floats(Z, "Z"), ZERO)


@quiet
def leaky_relu(Z, alpha=0.1):
    """Keep what is positive, shrink the rest: z where z > 0, else alpha * z; shaped as Z.

    Right for any alpha; `maximum(alpha * z, z)` is right for alpha <= 1 only.
    """
    Z, alpha = as_floats(Z, "Z"), finite_number(alpha, "alpha")
    return np.maximum(Z, 0.0) + alpha * np.minimum(Z, 0.0)  # inf where alpha * z is beyond floats


@quiet
def leaky_relu_derivative(Z, alpha=0.1):
    """Slope of `leaky_relu` at Z, shaped as Z: 1 where z > 0, else alpha (at z = 0 too)."""
    positive, alpha = relu_derivative(Z), finite_number(alpha, "alpha")
    return positive + alpha * (1.0 - positive)


@quiet
def tanh(Z):
    """Squash each entry into (-1, 1): (e^z - e^-z) / (e^z + e^-z), shaped as Z."""
    return np.tanh(as_floats(Z, "Z"))


@quiet
def tanh_derivative(Z):
    """Slope of `tanh` at Z, shaped as Z: 1 - tanh(z)^2 = 4 / (e^z + e^-z)^2, at most 1.

    Written with e^-2|z|: exact also where tanh rounds to 1.
    """
    small = np.exp(-np.abs(as_floats(Z, "Z"))) ** 2
    return 4.0 * small / (1.0 + small) ** 2


@quiet
def softmax(Z):
    """Turn each row of scores into positive shares that add up to 1.

    The largest score of a row is subtracted first. That changes nothing in the shares,
    since e^(z - m) / sum e^(z - m) = e^z / sum e^z, and no exponent is above 0.

    Parameters
    ----------
    Z : array_like of shape (..., k)
        Scores; the last axis holds the k scores of one example.

    Returns
    -------
    A : float64 array of the shape of Z; each row (last axis) sums to 1

    Raises
    ------
    ValueError
        If Z is a single number or has no scores in its last axis.
    """
    Z = as_floats(Z, "Z")
    if Z.ndim == 0 or Z.shape[-1] == 0:
        raise ValueError(
            f"softmax needs at least one score in each row, got an array of shape {Z.shape}. "
            "Give it one example a row, for instance shape (n, k) for k classes."
        )
    shares = np.exp(Z - Z.max(axis=-1, keepdims=True))  # -inf is a welcome difference: e^-inf is 0
    return shares / shares.sum(axis=-1, keepdims=True)
