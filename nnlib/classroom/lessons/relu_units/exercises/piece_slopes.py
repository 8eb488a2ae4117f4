"""Exercise 2.4: the slopes of a sum of units, piece by piece."""

import numpy as np

from ....exercises.drawing import both_signs, either_sign
from ....exercises.exercise import Exercise, Misconception
from .wrong_slopes import (
    AT_OTHER_POINTS,
    add_changes,
    points_after,
    points_before,
    points_between,
    slope_on_the_left,
    slopes_at,
    steps_of_one,
)


def piece_slopes(w1, b1, w2):
    """From w1, b1, w2 of K units, (K,) each, to the slopes from left to right (K + 1,)."""
    hinges = np.sort(-b1 / w1)
    middles = (hinges[:-1] + hinges[1:]) / 2
    inside = [hinges[0] - 1, *middles, hinges[-1] + 1]
    return np.array([np.sum((w1 * w2)[w1 * x + b1 > 0]) for x in inside])


def draw_units(rng, units):
    """One unit, or at least three that are not in the order of their hinges, nor its reverse.

    Two of the hinges are so close that a step of 0.01 leads across both.
    """
    count = units + 1 if units > 1 else 1
    middle = rng.choice([-1, 1]) * rng.uniform(2, 4)  # around 0, a mirrored hinge is hard to see
    in_order = middle + 1.5 * (np.arange(count) - count / 2) + rng.uniform(0, 0.4, count)
    if count > 1:
        close = rng.integers(count - 1)
        in_order[close + 1] = in_order[close] + rng.uniform(0.005, 0.009)
    hinges = np.roll(in_order, 1 + rng.integers(max(1, count - 1)))
    w1, w2 = both_signs(rng, 0.4, 1.6, (count,)), both_signs(rng, 0.5, 2.0, (count,))
    return w1, -w1 * hinges, w2


PIECE_SLOPES = Exercise(
    "2.4",
    solution=piece_slopes,
    draw=draw_units,
    example=lambda: (
        np.array([0.2, 0.3, -0.6]),
        np.array([1.99, -2.0, 2.0]),
        np.array([1.0, -2.0, 0.5]),
    ),
    edges=lambda rng: {
        "two units": (np.array([0.5, -0.8]), np.array([2.0, 1.0]), rng.uniform(0.5, 2, 2)),
        "units that are all on at the right": (
            rng.uniform(0.4, 1.6, 3),
            np.array([1.0, -3.0, 5.0]),
            either_sign(rng, 0.5, 2, 3),
        ),
        "units that are all on at the left": (
            -rng.uniform(0.4, 1.6, 3),
            np.array([1.0, -3.0, 5.0]),
            either_sign(rng, 0.5, 2, 3),
        ),
    },  # fmt: skip
    misconceptions=(
        *AT_OTHER_POINTS,
        Misconception(
            "cumulative sum from zero",
            "You start at 0 and add w1 w2 at each hinge, from left to right. A unit with negative "
            "w1 is on at the left already, and switches off at its hinge.",
            lambda w1, b1, w2: add_changes(w1, b1, w2, 0.0, w1 * w2),
        ),
        Misconception(
            "sum in the units' order",
            "You add up w1 w2 in the order of the units, from 0 on. The hinges may come in another "
            "order, and some units are on at the far left already.",
            lambda w1, b1, w2: np.cumsum([0.0, *w1 * w2]),
        ),
        Misconception(
            "cumulative sum of inner weights",
            "You add up w1 alone, from 0 on. Two things are missing: the outer weights, and the "
            "units that are on at the far left.",
            lambda w1, b1, w2: add_changes(w1, b1, w2, 0.0, w1),
        ),
        Misconception(
            "inner weights in the units' order",
            "You add up w1 alone, in the order of the units. The outer weights are missing, the "
            "hinges may come in another order, and some units are on at the far left.",
            lambda w1, b1, w2: np.cumsum([0.0, *w1]),
        ),
        Misconception(
            "flat on the far left",
            "Your changes at the hinges are right, but you start from slope 0. Units with negative "
            "w1 are on at the far left.",
            lambda w1, b1, w2: add_changes(w1, b1, w2, 0.0, np.abs(w1) * w2),
        ),
        Misconception(
            "never switches off",
            "Your slope on the far left is right. But then every unit adds its w1 w2 at its hinge, "
            "also the units that switch off there.",
            lambda w1, b1, w2: add_changes(w1, b1, w2, slope_on_the_left(w1, w2), w1 * w2),
        ),
        Misconception(
            "outer weights left out",
            "You add up w1 of the units that are on. That is the sum of the bare units: each is "
            "still scaled by its outer weight.",
            lambda w1, b1, w2: piece_slopes(w1, b1, np.ones(len(w2))),
        ),
        Misconception(
            "inner weights left out",
            "You add up w2 of the units that are on. How steep a unit is before it is scaled, its "
            "w1, is missing.",
            lambda w1, b1, w2: piece_slopes(w1, b1, w2 / w1),
        ),
        Misconception(
            "units that are off",
            "In each piece you add up the units that are off there. They are flat, and leave the "
            "slope alone.",
            lambda w1, b1, w2: np.sum(w1 * w2) - piece_slopes(w1, b1, w2),
        ),
        Misconception(
            "hinges not sorted",
            "You go through the hinges in the order of the units. From left to right they may come "
            "in another order.",
            lambda w1, b1, w2: slopes_at(points_between(-b1 / w1), w1, b1, w2),
        ),
        Misconception(
            "units in their own order",
            "You go from slope to slope in the order of the units. From left to right their hinges "
            "may come in another order.",
            lambda w1, b1, w2: slope_on_the_left(w1, w2) + np.cumsum([0.0, *np.abs(w1) * w2]),
        ),
        Misconception(
            "hinges mirrored",
            "Your points are mirrored at 0, as if a unit bent at b1 / w1. So they lie in the "
            "wrong pieces.",
            lambda w1, b1, w2: slopes_at(points_between(np.sort(b1 / w1)), w1, b1, w2),
        ),
        Misconception(
            "step across a hinge",
            "You measure with a step of 1, and in a narrow piece that leads across the next hinge. "
            "The rule with the units that are on needs no step.",
            steps_of_one,
        ),
        Misconception(
            "a point beyond the next hinge",
            "One of your points lies beyond the next hinge. A fixed step to the right of a hinge "
            "leads out of its piece wherever that piece is narrower.",
            lambda w1, b1, w2: slopes_at(points_after(np.sort(-b1 / w1), 0.1), w1, b1, w2),
        ),
        Misconception(
            "a point before the previous hinge",
            "One of your points lies beyond the hinge before it. A fixed step to the left of a "
            "hinge leads out of its piece wherever that piece is narrower.",
            lambda w1, b1, w2: slopes_at(points_before(np.sort(-b1 / w1), 0.1), w1, b1, w2),
        ),
        Misconception(
            "inner pieces only",
            "These are the slopes between the hinges. To the left of the first hinge and to the "
            "right of the last there is one more piece each.",
            lambda w1, b1, w2: piece_slopes(w1, b1, w2)[1:-1],
        ),
        Misconception(
            "first piece missing",
            "These are the slopes to the right of each hinge. To the left of all hinges there is a "
            "piece too.",
            lambda w1, b1, w2: piece_slopes(w1, b1, w2)[1:],
        ),
        Misconception(
            "last piece missing",
            "These are the slopes to the left of each hinge. To the right of all hinges there is a "
            "piece too.",
            lambda w1, b1, w2: piece_slopes(w1, b1, w2)[:-1],
        ),
        Misconception(
            "units one by one",
            "These are the slopes of the single units. Where several are on, their slopes add up.",
            lambda w1, b1, w2: w1 * w2,
        ),
        Misconception(
            "changes instead of slopes",
            "After the first value you return by how much the slope changes at each hinge. Asked "
            "for is the slope itself.",
            lambda w1, b1, w2: np.diff(piece_slopes(w1, b1, w2), prepend=0.0),
        ),
        Misconception(
            "right to left",
            "These are the right slopes, from right to left.",
            lambda w1, b1, w2: piece_slopes(w1, b1, w2)[::-1],
        ),
    ),
    alone=("units",),
)


EXERCISES = (PIECE_SLOPES,)
