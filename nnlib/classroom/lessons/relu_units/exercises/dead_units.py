"""Exercise 2.3: which units are 0 on all the data."""

import numpy as np

from ....exercises.drawing import both_signs
from ....exercises.exercise import Exercise, Misconception


def dead_units(x, w1, b1):
    """From x (n,), w1 (K,), b1 (K,) to (K,): True for each unit that is 0 on all of x."""
    return np.array([np.all(w * x + b <= 0) for w, b in zip(w1, b1)])


def draw_dead_and_alive(rng, n, units):
    """One unit, or each kind at least once: never on, on for some of the data, always on.

    Some hinges lie on the outermost data point: so all numbers
    are such that w x + b is exact.
    """
    far = rng.choice([-1, 1]) * rng.uniform(6, 8)  # from 0, so that no hinge changes its sign
    x = rounded(far + rng.uniform(-3, 3, size=units + 6 + n))
    middle = rounded((x.mean() + x.max()) / 2)
    beyond_left, beyond_right = rounded([x.min(), x.max()] + rng.uniform(0.3, 2, 2) * [-1, 1])
    kinds = [(1, beyond_right), (-1, beyond_left), (1, x.max()), (-1, x.min())]  # dead
    kinds += [(1, middle), (-1, middle), (1, beyond_left), (-1, beyond_right)]  # alive
    kinds += [kinds[k] for k in rng.integers(len(kinds), size=units)]
    first = int(rng.choice([0, 4]))  # dead or alive
    others = kinds[:first] + kinds[first + 1 :]
    shuffled = [kinds[first], *rng.permutation(others)] if units > 1 else [rng.choice(kinds)]
    signs, hinges = np.array(shuffled).T
    w1 = signs * rounded(rng.uniform(0.5, 2, len(signs)))
    return x, w1, -w1 * hinges


def rounded(numbers):
    """To multiples of 1/64, whose sums and products are exact."""
    return np.round(np.multiply(numbers, 64)) / 64


DEAD_UNITS = Exercise(
    "2.3",
    solution=dead_units,
    draw=draw_dead_and_alive,
    example=lambda: (
        np.array([10.0, 20.0, -20.0, -40.0, -3.0]),
        np.array([0.73, 0.3, 0.5, -0.1]),
        np.array([4.0, -2.0, -15.0, -5.0]),
    ),
    edges=lambda rng: {
        "data on both sides of 0": (
            rounded(both_signs(rng, 1, 4, (7,))),
            np.array([1.0, -1.0, 0.5, -0.5, 2.0]),
            np.array([-5.0, -5.0, 3.0, -1.0, 0.5]),
        ),
        "a single data point": (
            np.array([2.0]),
            np.array([1.0, -1.0, 1.0, -1.0]),
            np.array([-3.0, 3.0, -1.0, 1.0]),
        ),
        "whole numbers": (
            np.array([3, -2, 1]),
            np.array([1, -1, 2, -2]),
            np.array([-4, -1, -6, -5]),
        ),
    },  # fmt: skip
    misconceptions=(
        Misconception(
            "off somewhere",
            "You call a unit dead if it is off at one point or more. Nearly every unit is off "
            "somewhere; a dead one is on nowhere.",
            lambda x, w1, b1: np.array([np.any(w * x + b <= 0) for w, b in zip(w1, b1)]),
        ),
        Misconception(
            "alive instead of dead",
            "Your True stands for the living units, those that are on somewhere. The dead ones "
            "are asked for.",
            lambda x, w1, b1: ~dead_units(x, w1, b1),
        ),
        Misconception(
            "judged by the mean input",
            "You add up or average what goes into the ReLU, so that large negative values hide the "
            "positive ones. One positive value among them keeps the unit alive.",
            lambda x, w1, b1: w1 * x.mean() + b1 <= 0,
        ),
        Misconception(
            "hinge right of the data",
            "A hinge to the right of the data makes a unit dead only if w1 is positive. With a "
            "negative w1 such a unit is on everywhere.",
            lambda x, w1, b1: -b1 / w1 >= x.max(),
        ),
        Misconception(
            "hinge outside the data",
            "A unit with its hinge outside the data is off on all of them or on for all of them. "
            "Which of the two depends on the sign of w1, too.",
            lambda x, w1, b1: (-b1 / w1 >= x.max()) | (-b1 / w1 <= x.min()),
        ),
        Misconception(
            "judged by the bias",
            "You look at the sign of the bias alone. Whether a unit is on depends on w1 x + b1: on "
            "its weight and on the data, too.",
            lambda x, w1, b1: b1 < 0,
        ),
        Misconception(
            "no unit found dead",
            "You find no dead unit, though there are some. Take the third unit of the example by "
            "hand: what goes into the ReLU at each of the five points, and what comes out?",
            lambda x, w1, b1: np.zeros(len(w1), dtype=bool),
        ),
        Misconception(
            "zero itself left out",
            "Your answer differs where a hinge lies exactly on the outermost data point. There the "
            "unit's line is 0, and ReLU makes 0 of that, too.",
            lambda x, w1, b1: np.array([np.all(w * x + b < 0) for w, b in zip(w1, b1)]),
        ),
        Misconception(
            "a row for each unit",
            "You return a table: for each unit, whether it is off at each single point. The points "
            "of a unit should be put together into one value.",
            lambda x, w1, b1: np.array([w * x + b <= 0 for w, b in zip(w1, b1)]),
        ),
        Misconception(
            "first unit only",
            "Only the first unit's value comes back. Does `return` stand inside the loop?",
            lambda x, w1, b1: dead_units(x, w1, b1)[0],
        ),
        Misconception(
            "a table of all points",
            "You return a table: for each point and each unit, whether it is off there. One value "
            "for each unit is asked for.",
            lambda x, w1, b1: np.outer(x, w1) + b1 <= 0,
        ),
        Misconception(
            "points instead of units",
            "You return one value for each point of x: whether all units are off there. Asked for "
            "is one value for each unit.",
            lambda x, w1, b1: np.array([np.all(w1 * x_one + b1 <= 0) for x_one in x]),
        ),
        Misconception(
            "one value for all",
            "You return one value for all units together. Each unit needs its own True or False.",
            lambda x, w1, b1: np.all(dead_units(x, w1, b1)),
        ),
        Misconception(
            "numbers of the units",
            "You return the numbers of the dead units, and they are the right ones. Asked for is "
            "True or False for each unit, dead or not.",
            lambda x, w1, b1: np.flatnonzero(dead_units(x, w1, b1)),
        ),
        Misconception(
            "first and last point only",
            "You look at the first and the last point only. The data come in any order: each point "
            "counts.",
            lambda x, w1, b1: (w1 * x[0] + b1 <= 0) & (w1 * x[-1] + b1 <= 0),
        ),
    ),
    alone=("units",),
)


EXERCISES = (DEAD_UNITS,)
