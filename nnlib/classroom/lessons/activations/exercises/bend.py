"""Exercise 1.1: a bend of one's own."""

import numpy as np

import nnlib

from ....exercises.drawing import either_sign, whole, with_a_zero
from ....exercises.exercise import Exercise, Misconception


def bend(Z, left, right):
    """From Z (n, d_out) and the slopes left and right of 0 to A (n, d_out)."""
    return np.where(Z > 0, right * Z, left * Z)


def bend_both_ways(bend, Z, low, high):
    """The smaller slope on the left, then on the right: `maximum` is right for one of them."""
    again = Z.copy()  # the first call may change Z
    return bend(Z, low, high), bend(again, high, low)


def bend_edges(rng):
    Z = either_sign(rng, 0.2, 2.5, (4, 3))
    return {
        "an exact 0": (with_a_zero(Z), 0.4, 1.5),
        "a negative slope": (Z, -0.5, 1.5),
        "two negative slopes": (Z, -1.5, -0.5),
        "a slope of 0": (Z, 0.0, 1.5),
        "whole numbers": (whole(rng, 1, 5, (4, 3)), 0.4, 1.5),
    }


BEND = Exercise(
    "1.1",
    solution=bend,
    parts=("A (left < right)", "A (left > right)"),
    probe=bend_both_ways,
    one_result=True,
    draw=lambda rng, n, d_out: (
        either_sign(rng, 0.2, 2.5, (n, d_out)),
        round(rng.uniform(0.2, 0.8), 2),
        round(rng.uniform(1.2, 2.5), 2),
    ),
    example=lambda: (np.array([[-2.0, 0.0, 3.0]]), 0.1, 1.0),
    edges=bend_edges,
    misconceptions=(
        Misconception(
            "larger of two lines",
            "The larger of the two lines is the right one only as long as left is smaller than "
            "right. Which line counts depends on the sign of z, not on its height.",
            lambda Z, left, right: np.maximum(left * Z, right * Z),
        ),
        Misconception(
            "smaller of two lines",
            "The smaller of the two lines is the right one only as long as left is larger than "
            "right. Which line counts depends on the sign of z, not on its height.",
            lambda Z, left, right: np.minimum(left * Z, right * Z),
        ),
        Misconception(
            "nothing left of 0",
            "To the left of 0 your line is flat, as in ReLU. There the slope should be `left`.",
            lambda Z, left, right: right * np.maximum(0, Z),
        ),
        Misconception(
            "sides exchanged",
            "The two slopes have changed sides. `left` belongs to z < 0.",
            lambda Z, left, right: np.where(Z > 0, left * Z, right * Z),
        ),
        Misconception(
            "slope instead of height",
            "This says how steep the line is at each z. The task asks how high it is there.",
            lambda Z, left, right: np.where(Z > 0, right, left),
        ),
        Misconception(
            "two whole lines added",
            "Both lines count everywhere here, and the sum of two straight lines is straight "
            "again. Each should count on one side only.",
            lambda Z, left, right: left * Z + right * Z,
        ),
        Misconception(
            "right slope always 1",
            "To the right of 0 your slope is 1, as in leaky ReLU. It should be `right`.",
            lambda Z, left, right: np.where(Z > 0, Z, left * Z),
        ),
        Misconception(
            "fixed slopes",
            "Your slopes are always 0.1 and 1. Take the ones that are handed in as `left` and "
            "`right`.",
            lambda Z, left, right: nnlib.leaky_relu(Z),
        ),
        Misconception(
            "left side turned over",
            "To the left of 0 your line lies above 0. With a positive slope it should run below 0 "
            "there.",
            lambda Z, left, right: right * np.maximum(0, Z) + left * np.maximum(0, -Z),
        ),
        Misconception(
            "size of z on both sides",
            "left · |z| counts on both sides of 0, and never runs below 0. Each slope belongs to "
            "one side only.",
            lambda Z, left, right: right * np.maximum(0, Z) + left * np.abs(Z),
        ),
        Misconception(
            "first number only",
            "Only the first number of Z comes back. Does `return` stand inside the loop?",
            lambda Z, left, right: bend(Z[0, 0], left, right),
        ),
        Misconception(
            "first row returned alone",
            "Only the first row of Z comes back. Does `return` stand inside the loop?",
            lambda Z, left, right: bend(Z[0], left, right),
        ),
        Misconception(
            "slope instead of height below 0",
            "To the left of 0 you return the slope itself. How high the line is depends on z.",
            lambda Z, left, right: np.where(Z > 0, right * Z, left),
        ),
        Misconception(
            "slope instead of height above 0",
            "To the right of 0 you return the slope itself. How high the line is, depends on z, "
            "too.",
            lambda Z, left, right: np.where(Z > 0, right, left * Z),
        ),
    ),
)


EXERCISES = (BEND,)
