"""Exercise 1.4: tanh for any finite number."""

import numpy as np

from ....exercises.drawing import either_sign, whole, with_a_zero
from ....exercises.exercise import Exercise, Misconception

FAR = 900.0  # e^900 is beyond float64


def stable_tanh(Z):
    """From Z (n, d_out), any finite numbers, to tanh of each, (n, d_out)."""
    small = np.exp(-2 * np.abs(Z))
    return np.sign(Z) * (1 - small) / (1 + small)


def near_and_far(tanh, Z):
    """Values near 0 and far out, also in one array; on how many far sides something overflows."""
    low, high = Z - FAR, Z + FAR
    mixed = np.concatenate([Z, low, high])
    warnings = overflows(tanh, low) + overflows(tanh, high)
    return tanh(Z), tanh(low), tanh(high), tanh(mixed), warnings


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


def exponent_above_zero(Z):
    large = np.exp(2 * np.abs(Z))
    return np.sign(Z) * (1 - large) / (1 + large)


def one_scale(Z):
    up, down = (np.exp(side - np.abs(Z).max()) for side in (Z, -Z))
    return (up - down) / (up + down)


def without_warnings(Z):
    with np.errstate(all="ignore"):
        return textbook(Z)


def half_the_exponent(Z):
    small = np.exp(-np.abs(Z))
    return np.sign(Z) * (1 - small) / (1 + small)


STABLE_TANH = Exercise(
    "1.4",
    solution=stable_tanh,
    parts=(
        "tanh near 0",
        "tanh near -900",
        "tanh near 900",
        "tanh of all these in one array",
        "overflow warnings",
    ),
    probe=near_and_far,
    one_result=True,
    draw=lambda rng, n, d_out: (either_sign(rng, 0.2, 2.5, (n, d_out)),),
    example=lambda: (np.array([[-1000.0, 0.5, 1000.0]]),),
    edges=lambda rng: {
        "an exact 0": (with_a_zero(either_sign(rng, 0.2, 2.5, (4, 3))),),
        "whole numbers": (whole(rng, 1, 3, (4, 3)),),
        "numbers above 0 only": (rng.uniform(0.2, 2.5, (4, 3)),),
        "numbers below 0 only": (-rng.uniform(0.2, 2.5, (4, 3)),),
    },
    misconceptions=(
        Misconception(
            "overflow on both sides",
            "On the way a power of e overflows, on either side. np.where, for one, computes both "
            "of its forms for every z and only then chooses.",
            lambda Z: np.where(Z >= 0, safe_on_the_right(Z), safe_on_the_left(Z)),
        ),
        Misconception(
            "overflow on one side",
            "Far out on one side a power of e still overflows on the way. Which z would make your "
            "exponent large?",
            lambda Z: 2 / (1 + np.exp(-2 * Z)) - 1,
        ),
        Misconception(
            "safe on the right only",
            "For a very negative z a power of e overflows, and inf/inf is nan. Which sign should "
            "the exponent have there?",
            safe_on_the_right,
        ),
        Misconception(
            "safe on the left only",
            "For a large positive z a power of e overflows, and inf/inf is nan. Which sign should "
            "the exponent have there?",
            safe_on_the_left,
        ),
        Misconception(
            "the textbook formula",
            "Far from 0, on either side, powers of e overflow here, as in the textbook's formula, "
            "and inf/inf is nan.",
            textbook,
        ),
        Misconception(
            "warnings switched off",
            "The warnings are switched off, but the powers of e still overflow, and inf/inf is "
            "still nan.",
            without_warnings,
        ),
        Misconception(
            "nan replaced by 1",
            "You put 1 where the formula gave nan. Far to the left that is wrong, and the overflow "
            "is papered over, not avoided.",
            lambda Z: np.nan_to_num(textbook(Z), nan=1.0),
        ),
        Misconception(
            "nan replaced by 0",
            "You put 0 where the formula gave nan. Far out tanh is close to -1 or 1, and the "
            "overflow is papered over, not avoided.",
            lambda Z: np.nan_to_num(textbook(Z)),
        ),
        Misconception(
            "one scale for all",
            "You take the largest |z| of the array off every exponent. Where z is much nearer to "
            "0, both powers become 0, and 0/0 is nan.",
            one_scale,
        ),
        Misconception(
            "z cut off at 5",
            "You cut z off at 5, so all that lies beyond gets tanh(5). That is 0.99991, not yet 1; "
            "the algebra needs no limit.",
            lambda Z: np.tanh(np.clip(Z, -5, 5)),
        ),
        Misconception(
            "exponent above zero",
            "Your power of e grows with |z|, where it should shrink. Near 0 that turns the sign "
            "round, far out it overflows.",
            exponent_above_zero,
        ),
        Misconception(
            "sign lost",
            "tanh is negative where z is; yours is not. Where on the way does the sign of z get "
            "lost?",
            size_only,
        ),
        Misconception(
            "half the exponent",
            "This is tanh of z/2. Multiply e^z by e^(-z), then e^(-z) by e^(-z), and look at the "
            "two exponents again.",
            half_the_exponent,
        ),
        Misconception(
            "nan replaced, warnings off",
            "You put 0 where the formula gave nan, and switched the warnings off. Far out tanh is "
            "close to -1 or 1, and the powers of e still overflow.",
            lambda Z: np.nan_to_num(without_warnings(Z)),
        ),
    ),
)


EXERCISES = (STABLE_TANH,)
