"""Exercises of notebook 1, activations: the slope of one, and of two in a row."""

import numpy as np

import nnlib

from ...exercise import Exercise, Misconception
from .bend import away_from_zero


def sigmoid_slope(Z):
    """From Z (n, d_out), what goes into sigmoid, to its slopes (n, d_out)."""
    A = nnlib.sigmoid(Z)
    return A * (1 - A)


SIGMOID_SLOPE = Exercise(
    "1.2",
    solution=sigmoid_slope,
    parts=("slopes",),
    draw=lambda rng, n, d_out: (away_from_zero(rng, n, d_out),),
    example=lambda: (np.array([[-1.0, 0.0, 2.0]]),),
    misconceptions=(
        Misconception(
            "z squashed twice",
            "You hand a, which came out of sigmoid, to a formula that expects z, which went in. So "
            "sigmoid was taken twice.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.sigmoid(Z)),
        ),
        Misconception(
            "z in place of a",
            "You put z itself into a (1 - a). There, a stands for what comes out of sigmoid.",
            lambda Z: Z * (1 - Z),
        ),
        Misconception(
            "the formula of tanh",
            "The square of a belongs to the slope of tanh. Sigmoid has another formula.",
            lambda Z: 1 - nnlib.sigmoid(Z) ** 2,
        ),
        Misconception(
            "height instead of slope",
            "This is sigmoid itself, how high the curve is. Its slope says how fast it rises.",
            nnlib.sigmoid,
        ),
        Misconception(
            "the slope of tanh",
            "This is the slope of tanh. Sigmoid is less steep: its slope is never above 1/4.",
            nnlib.tanh_derivative,
        ),
        Misconception(
            "brackets forgotten",
            "It is 0 everywhere: without brackets, * is worked out before -.",
            lambda Z: nnlib.sigmoid(Z) * 1 - nnlib.sigmoid(Z),
        ),
        Misconception(
            "step counted once",
            "Twice too steep everywhere. From z - h to z + h the step is longer than h.",
            lambda Z: 2 * nnlib.sigmoid_derivative(Z),
        ),
        Misconception(
            "inner slope forgotten",
            "This is the slope of 1/u, and you stop there. But u = 1 + e^(-z) changes with z too, "
            "and its own slope is a second factor.",
            lambda Z: -(nnlib.sigmoid(Z) ** 2),
        ),
        Misconception(
            "a minus too many",
            "The size is right, the sign is not. Sigmoid rises everywhere, so no slope is below 0.",
            lambda Z: -nnlib.sigmoid_derivative(Z),
        ),
    ),
)


def slope_of_two(Z):
    """From Z (n, d_out) to the slopes of sigmoid(tanh(z)) at each z, (n, d_out)."""
    A = nnlib.tanh(Z)
    return nnlib.sigmoid_derivative(A) * nnlib.tanh_derivative(Z)


SLOPE_OF_TWO = Exercise(
    "1.3",
    solution=slope_of_two,
    parts=("slopes",),
    draw=lambda rng, n, d_out: (away_from_zero(rng, n, d_out),),
    example=lambda: (np.array([[0.0, 1.0]]),),
    misconceptions=(
        Misconception(
            "both slopes at z",
            "Both slopes are taken at z. But what goes into sigmoid is not z: tanh was there "
            "first.",
            lambda Z: nnlib.sigmoid_derivative(Z) * nnlib.tanh_derivative(Z),
        ),
        Misconception(
            "outer slope only",
            "This says what a change of sigmoid's input does. On its way there from z, the change "
            "has already passed through tanh.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.tanh(Z)),
        ),
        Misconception(
            "inner slope only",
            "This says what the change is behind tanh. It still has to pass through sigmoid.",
            nnlib.tanh_derivative,
        ),
        Misconception(
            "slopes added",
            "You add the two slopes. The change that leaves tanh is what enters sigmoid, so the "
            "second slope stretches the result of the first.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.tanh(Z)) + nnlib.tanh_derivative(Z),
        ),
        Misconception(
            "the other way round",
            "This is the slope of tanh(sigmoid(z)). Here tanh comes first, and sigmoid takes what "
            "comes out of it.",
            lambda Z: nnlib.tanh_derivative(nnlib.sigmoid(Z)) * nnlib.sigmoid_derivative(Z),
        ),
        Misconception(
            "outputs in place of inputs",
            "Each slope gets what came out of its activation. Both formulas expect what went in.",
            lambda Z: (
                nnlib.sigmoid_derivative(nnlib.sigmoid(nnlib.tanh(Z)))
                * nnlib.tanh_derivative(nnlib.tanh(Z))
            ),
        ),
        Misconception(
            "slope of a slope",
            "You feed the slope of tanh into the slope of sigmoid. What goes into sigmoid is the "
            "height of tanh; its slope is a factor.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.tanh_derivative(Z)),
        ),
        Misconception(
            "height instead of slope",
            "This is sigmoid(tanh(z)) itself. Asked for is how fast it grows with z.",
            lambda Z: nnlib.sigmoid(nnlib.tanh(Z)),
        ),
    ),
)

EXERCISES = (SIGMOID_SLOPE, SLOPE_OF_TWO)
