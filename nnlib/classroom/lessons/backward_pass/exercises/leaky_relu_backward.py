"""Exercise 5.6, the bug hunt: a leaky ReLU made from a ReLU that was right."""

import numpy as np

import nnlib

from ....exercises.drawing import both_signs, whole
from ....exercises.exercise import Exercise, Misconception


def leaky_relu_backward(dA, Z, alpha):
    """From dA (n, d), Z (n, d) and alpha, the slope below 0, to dZ (n, d)."""
    slope = np.where(Z > 0, 1.0, alpha)
    return dA * slope


def draw_leaky_relu_backward(rng, n, d):
    return rng.normal(size=(n, d)), both_signs(rng, 0.4, 1.6, (n, d)), float(rng.uniform(0.2, 0.6))


def by_sides(on, off):
    """A backward that takes on(dA, alpha) where Z > 0 and off(dA, alpha) elsewhere."""
    return lambda dA, Z, alpha: np.where(Z > 0, on(dA, alpha), off(dA, alpha))


def arrives(dA, alpha):
    return dA


LEAKY_RELU_BACKWARD = Exercise(
    "5.6",
    solution=leaky_relu_backward,
    parts=("dZ",),
    draw=draw_leaky_relu_backward,
    example=lambda: (np.array([[2.0, -4.0, 1.0]]), np.array([[3.0, -1.0, -2.0]]), 0.1),
    alone=("n", "d"),
    edges=lambda rng: {
        "whole numbers": (whole(rng, 1, 5, (4, 3)), whole(rng, 1, 5, (4, 3)), 0.3),
        "units that are all on": (rng.normal(size=(4, 3)), rng.uniform(0.4, 1.6, (4, 3)), 0.3),
        "units that are all off": (rng.normal(size=(4, 3)), -rng.uniform(0.4, 1.6, (4, 3)), 0.3),
        "an alpha above 1": (rng.normal(size=(4, 3)), both_signs(rng, 0.4, 1.6, (4, 3)), 2.5),
    },
    misconceptions=(
        Misconception(
            "the fault of the class",
            "The fault of the class above is still there: where Z is below 0, dZ is alpha, "
            "whatever the price that arrived. What should alpha do to that price?",
            by_sides(arrives, lambda dA, alpha: alpha),
        ),
        Misconception(
            "gate at the gradient",
            "You ask for the sign of dA, of the price. The bend asks where Z was on the way "
            "forward.",
            lambda dA, Z, alpha: np.where(dA > 0, dA, alpha * dA),
        ),
        Misconception(
            "gate of plain relu",
            "This is the way back through plain ReLU. A leaky one is never quite shut: below 0 its "
            "slope is alpha.",
            by_sides(arrives, lambda dA, alpha: 0 * dA),
        ),
        Misconception(
            "slope left out",
            "You hand on what arrived. Below 0 the slope is alpha, so the price changes there.",
            by_sides(arrives, arrives),
        ),
        Misconception(
            "alpha on both sides",
            "Alpha acts on both sides of 0 here. Which slope has the line above 0?",
            by_sides(lambda dA, alpha: alpha * dA, lambda dA, alpha: alpha * dA),
        ),
        Misconception(
            "sides exchanged",
            "Alpha acts above 0 here, and below 0 the price passes as it is. On which side is a "
            "leaky ReLU leaky?",
            by_sides(lambda dA, alpha: alpha * dA, arrives),
        ),
        Misconception(
            "slope alone",
            "This is the slope. Along one way slopes multiply: dA, the price that arrives, is "
            "missing.",
            by_sides(lambda dA, alpha: 1, lambda dA, alpha: alpha),
        ),
        Misconception(
            "price lost above 0",
            "Where Z is above 0 you put the slope, 1, in place of the price. Slope times price is "
            "what passes.",
            by_sides(lambda dA, alpha: 1, lambda dA, alpha: alpha * dA),
        ),
        Misconception(
            "output instead of slope",
            "You multiply by leaky ReLU of Z, by what came out. A price passes a bend with the "
            "slope of the bend.",
            lambda dA, Z, alpha: dA * nnlib.leaky_relu(Z, alpha),
        ),
        Misconception(
            "backward as inverse",
            "You divide by alpha, as if the way back undid the way forward. It does not: the slope "
            "multiplies in both directions.",
            by_sides(arrives, lambda dA, alpha: dA / alpha),
        ),
        Misconception(
            "minus below 0",
            "You turn the sign below 0. Z is negative there, but the line still rises.",
            by_sides(arrives, lambda dA, alpha: -alpha * dA),
        ),
        Misconception(
            "alpha always 0.1",
            "You use an alpha of 0.1, whatever alpha is. Is it handed on to the function that you "
            "call?",
            by_sides(arrives, lambda dA, alpha: 0.1 * dA),
        ),
        Misconception(
            "@ instead of star",
            "`@` would sum over the units. One entry of Z moves one entry of A and no other, so "
            "there is nothing to sum.",
            lambda dA, Z, alpha: dA @ np.where(Z > 0, 1.0, alpha),
        ),
    ),
)


EXERCISES = (LEAKY_RELU_BACKWARD,)
