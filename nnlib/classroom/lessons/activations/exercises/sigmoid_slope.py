"""Exercise 1.2: the slope of sigmoid."""

import numpy as np

import nnlib

from ....exercises.drawing import either_sign, whole, with_a_zero
from ....exercises.exercise import Exercise, Misconception


def sigmoid_slope(Z):
    """From Z (n, d_out), what goes into sigmoid, to its slopes (n, d_out)."""
    A = nnlib.sigmoid(Z)
    return A * (1 - A)


SIGMOID_SLOPE = Exercise(
    "1.2",
    solution=sigmoid_slope,
    draw=lambda rng, n, d_out: (either_sign(rng, 0.2, 2.5, (n, d_out)),),
    example=lambda: (np.array([[-1.0, 0.0, 2.0]]),),
    edges=lambda rng: {
        "an exact 0": (with_a_zero(either_sign(rng, 0.2, 2.5, (4, 3))),),
        "whole numbers": (whole(rng, 1, 3, (4, 3)),),
    },
    misconceptions=(
        Misconception(
            "z squashed twice",
            "Sigmoid is taken twice here: the slope is that at a, not at z. A formula for z wants "
            "what goes into sigmoid, not what comes out.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.sigmoid(Z)),
        ),
        Misconception(
            "z in place of a",
            "This is z (1 - z). In a (1 - a) the letter a stands for what comes out of sigmoid.",
            lambda Z: Z * (1 - Z),
        ),
        Misconception(
            "the formula of tanh",
            "This is 1 - a², with sigmoid's a. That formula belongs to tanh.",
            lambda Z: 1 - nnlib.sigmoid(Z) ** 2,
        ),
        Misconception(
            "height instead of slope",
            "This is sigmoid itself: how high the curve is. Its slope says how fast it rises.",
            nnlib.sigmoid,
        ),
        Misconception(
            "the slope of tanh",
            "This is the slope of tanh. Sigmoid is less steep: its slope is never above 1/4.",
            nnlib.tanh_derivative,
        ),
        Misconception(
            "brackets left out",
            "It is 0 everywhere, though sigmoid rises everywhere. Is a pair of brackets missing?",
            lambda Z: nnlib.sigmoid(Z) * 1 - nnlib.sigmoid(Z),
        ),
        Misconception(
            "step counted once",
            "Every slope is twice too large. If you divided a difference by h: how far is it from "
            "z - h to z + h?",
            lambda Z: 2 * nnlib.sigmoid_derivative(Z),
        ),
        Misconception(
            "inner slope left out",
            "This is -a², below 0 everywhere, though sigmoid rises. If you derived it yourself, a "
            "factor was lost on the way; section 1.3 has the formula.",
            lambda Z: -(nnlib.sigmoid(Z) ** 2),
        ),
        Misconception(
            "a minus too many",
            "The size is right, the sign is not. Sigmoid rises everywhere, so no slope is below 0.",
            lambda Z: -nnlib.sigmoid_derivative(Z),
        ),
        Misconception(
            "a matrix product",
            "`@` multiplies rows by columns and adds up. An entry of a should meet its own "
            "1 - a only.",
            lambda Z: nnlib.sigmoid(Z).T @ (1 - nnlib.sigmoid(Z)),
        ),
        Misconception(
            "a matrix product, other one turned",
            "`@` multiplies rows by columns and adds up. An entry of a should meet its own "
            "1 - a, and no other.",
            lambda Z: nnlib.sigmoid(Z) @ (1 - nnlib.sigmoid(Z)).T,
        ),
    ),
)


EXERCISES = (SIGMOID_SLOPE,)
