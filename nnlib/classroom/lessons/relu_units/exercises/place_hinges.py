"""Exercise 2.1: biases that put the hinges where they should be."""

import numpy as np

from ....exercises.drawing import both_signs, either_sign, whole, with_a_zero
from ....exercises.exercise import Exercise, Misconception


def place_hinges(w1, hinges):
    """From w1 (K,) and hinges (K,) to the biases b1 (K,) that put the hinges there."""
    return -w1 * hinges


PLACE_HINGES = Exercise(
    "2.1",
    solution=place_hinges,
    parts=("b1",),
    draw=lambda rng, units: (
        both_signs(rng, 0.3, 0.8, (units,)),
        both_signs(rng, 1.2, 4.0, (units,)),
    ),
    example=lambda: (np.array([2.0, -4.0, 0.5]), np.array([3.0, 2.0, -4.0])),
    edges=lambda rng: {
        "whole numbers": (whole(rng, 1, 5, 4), whole(rng, 1, 5, 4)),
        "whole weights": (whole(rng, 1, 5, 4), either_sign(rng, 1.2, 1.8, 4)),
        "whole hinges": (either_sign(rng, 0.3, 0.8, 4), whole(rng, 1, 5, 4)),
        "a hinge at 0": (either_sign(rng, 0.3, 0.8, 4), with_a_zero(rng.uniform(1.2, 4, 4))),
    },
    misconceptions=(
        Misconception(
            "hinges mirrored",
            "Your units bend at minus the hinge. Put one of your biases into w1 x + b1 = 0 and "
            "solve for x.",
            lambda w1, hinges: w1 * hinges,
        ),
        Misconception(
            "bias is minus the hinge",
            "That is right only where w1 = 1, as in section 2.5. Another slope needs another bias "
            "to cross zero at the same place.",
            lambda w1, hinges: -hinges,
        ),
        Misconception(
            "bias is the hinge",
            "The bias is the height of the line at x = 0, not the place where it crosses zero. "
            "relu(2x - 6) does not bend at -6.",
            lambda w1, hinges: hinges,
        ),
        Misconception(
            "divided by the weight",
            "Dividing by w1 is the way from b1 to the hinge. Here you go the other way: from the "
            "hinge to b1.",
            lambda w1, hinges: -hinges / w1,
        ),
        Misconception(
            "divided by the hinge",
            "Dividing by the hinge does not undo the way from b1 to the hinge. Solve w1 x + b1 = "
            "0 for b1, with the hinge in place of x.",
            lambda w1, hinges: -w1 / hinges,
        ),
        Misconception(
            "sign of the weight lost",
            "Your biases are right where w1 is positive. A unit that is on at the left needs its "
            "negative w1 as it is.",
            lambda w1, hinges: -np.abs(w1) * hinges,
        ),
        Misconception(
            "first unit only",
            "Only the first unit's bias comes back. Does `return` stand inside the loop?",
            lambda w1, hinges: -w1[0] * hinges[0],
        ),
    ),
    alone=("units",),
)


EXERCISES = (PLACE_HINGES,)
