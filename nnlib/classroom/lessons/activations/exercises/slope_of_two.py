"""Exercise 1.3: the slope of two activations in a row."""

import numpy as np

import nnlib

from ....exercises.drawing import either_sign, whole, with_a_zero
from ....exercises.exercise import Exercise, Misconception


def slope_of_two(Z):
    """From Z (n, d_out) to the slopes of sigmoid(tanh(z)) at each z, (n, d_out)."""
    A = nnlib.tanh(Z)
    return nnlib.sigmoid_derivative(A) * nnlib.tanh_derivative(Z)


SLOPE_OF_TWO = Exercise(
    "1.3",
    solution=slope_of_two,
    draw=lambda rng, n, d_out: (either_sign(rng, 0.2, 2.5, (n, d_out)),),
    example=lambda: (np.array([[0.0, 1.0]]),),
    edges=lambda rng: {
        "an exact 0": (with_a_zero(either_sign(rng, 0.2, 2.5, (4, 3))),),
        "whole numbers": (whole(rng, 1, 3, (4, 3)),),
    },
    misconceptions=(
        Misconception(
            "both slopes at z",
            "Both slopes are taken at z. But what goes into sigmoid is not z: tanh was there "
            "first.",
            lambda Z: nnlib.sigmoid_derivative(Z) * nnlib.tanh_derivative(Z),
        ),
        Misconception(
            "both slopes at a",
            "Both slopes are taken at tanh(z). That is where sigmoid is; but what goes into tanh?",
            lambda Z: (
                nnlib.sigmoid_derivative(nnlib.tanh(Z)) * nnlib.tanh_derivative(nnlib.tanh(Z))
            ),
        ),
        Misconception(
            "outer slope only",
            "This says what a change of sigmoid's input does. On its way there from z, the change "
            "has already passed through tanh.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.tanh(Z)),
        ),
        Misconception(
            "inner slope only",
            "This says what the change is after tanh. It still has to pass through sigmoid.",
            nnlib.tanh_derivative,
        ),
        Misconception(
            "slopes added",
            "The two slopes are added here. The change that leaves tanh is what enters sigmoid, "
            "so the second slope stretches the result of the first.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.tanh(Z)) + nnlib.tanh_derivative(Z),
        ),
        Misconception(
            "slopes added, both at z",
            "Two things: slopes of activations in a row do not add up. And sigmoid is not at z, "
            "but at what tanh made of it.",
            lambda Z: nnlib.sigmoid_derivative(Z) + nnlib.tanh_derivative(Z),
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
            "Here the slope of tanh goes into the slope of sigmoid. What goes into sigmoid is the "
            "height of tanh; its slope is a factor.",
            lambda Z: nnlib.sigmoid_derivative(nnlib.tanh_derivative(Z)),
        ),
        Misconception(
            "height instead of slope",
            "This is sigmoid(tanh(z)) itself. The task asks how fast it grows with z.",
            lambda Z: nnlib.sigmoid(nnlib.tanh(Z)),
        ),
    ),
)


EXERCISES = (SLOPE_OF_TWO,)
