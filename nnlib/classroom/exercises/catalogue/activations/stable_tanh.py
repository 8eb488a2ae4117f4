"""Exercise 1.4: tanh for any finite number."""

import numpy as np

from ...exercise import Exercise, Misconception
from ..drawing import either_sign

FAR = 900.0  # e^900 is beyond float64


def stable_tanh(Z):
    """From Z (n, d_out), any finite numbers, to tanh of each, (n, d_out)."""
    small = np.exp(-2 * np.abs(Z))
    return np.sign(Z) * (1 - small) / (1 + small)


def near_and_far(tanh, Z):
    """Values near 0 and far out; and on how many of the two far sides something overflows."""
    low, high = Z - FAR, Z + FAR
    return tanh(Z), tanh(low), tanh(high), overflows(tanh, low) + overflows(tanh, high)


def overflows(function, Z):
    try:
        with np.errstate(over="raise"):
            function(Z)
    except FloatingPointError:
        return 1.0
    return 0.0


def textbook(Z):
    return (np.exp(Z) - np.exp(-Z)) / (np.exp(Z) + np.exp(-Z))


def safe_on_the_right(Z):
    return (1 - np.exp(-2 * Z)) / (1 + np.exp(-2 * Z))


def safe_on_the_left(Z):
    return (np.exp(2 * Z) - 1) / (np.exp(2 * Z) + 1)


def size_only(Z):
    small = np.exp(-2 * np.abs(Z))
    return (1 - small) / (1 + small)


def half_the_exponent(Z):
    small = np.exp(-np.abs(Z))
    return np.sign(Z) * (1 - small) / (1 + small)


STABLE_TANH = Exercise(
    "1.4",
    solution=stable_tanh,
    parts=("tanh near 0", "tanh near -900", "tanh near 900", "number of overflows"),
    probe=near_and_far,
    draw=lambda rng, n, d_out: (either_sign(rng, 0.2, 2.5, (n, d_out)),),
    example=lambda: (np.array([[-1000.0, 0.5, 1000.0]]),),
    misconceptions=(
        Misconception(
            "overflow on both sides",
            "The values are right, but on the way a power of e overflows, on either side. "
            "np.where, for one, computes both of its forms for every z and only then chooses.",
            lambda Z: np.where(Z >= 0, safe_on_the_right(Z), safe_on_the_left(Z)),
        ),
        Misconception(
            "overflow on one side",
            "The values are right, but far out on one side a power of e still overflows on the "
            "way. Which z would make your exponent large?",
            lambda Z: 2 / (1 + np.exp(-2 * Z)) - 1,
        ),
        Misconception(
            "the textbook formula",
            "Near 0 this is right, as the textbook's formula is. Far from 0, on either side, "
            "powers of e overflow, and inf/inf is nan.",
            textbook,
        ),
        Misconception(
            "safe on the right only",
            "For a large positive z this is right. For a very negative z a power of e overflows, "
            "and inf/inf is nan.",
            safe_on_the_right,
        ),
        Misconception(
            "safe on the left only",
            "For a very negative z this is right. For a large positive z a power of e overflows, "
            "and inf/inf is nan.",
            safe_on_the_left,
        ),
        Misconception(
            "sign lost",
            "tanh is negative where z is; yours is not. Taking |z| alone loses the sign.",
            size_only,
        ),
        Misconception(
            "half the exponent",
            "This is tanh of z/2. By how many factors e^z do e^z and e^(-z) differ?",
            half_the_exponent,
        ),
    ),
)


EXERCISES = (STABLE_TANH,)
