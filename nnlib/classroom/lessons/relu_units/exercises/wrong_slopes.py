"""What wrong answers to exercise 2.4 are made of."""

import numpy as np

from ....exercises.exercise import Misconception


def add_changes(w1, b1, w2, first, changes):
    """The slope on the far left, then one change at each hinge from left to right."""
    return first + np.cumsum([0.0, *changes[np.argsort(-b1 / w1)]])


def slope_on_the_left(w1, w2):
    return np.sum((w1 * w2)[w1 < 0])


def points_between(hinges):
    """A point left of all hinges, one between each and the next, and one right of all."""
    return np.array([hinges[0] - 1, *(hinges[:-1] + hinges[1:]) / 2, hinges[-1] + 1])


def points_after(hinges, step):
    """A point left of all hinges, and one a step to the right of each."""
    return np.array([hinges[0] - step, *(hinges + step)])


def points_before(hinges, step):
    """A point a step to the left of each hinge, and one right of all."""
    return np.array([*(hinges - step), hinges[-1] + step])


def slopes_at(points, w1, b1, w2):
    return np.array([np.sum((w1 * w2)[w1 * x + b1 > 0]) for x in points])


def steps_of_one(w1, b1, w2):
    points = points_between(np.sort(-b1 / w1))
    there, one_on = (np.maximum(np.outer(x, w1) + b1, 0) @ w2 for x in (points, points + 1))
    return one_on - there


def points_unsorted(hinges):
    """The outermost points, and between them the middles in the order of the units."""
    return np.array([hinges.min() - 1, *(hinges[:-1] + hinges[1:]) / 2, hinges.max() + 1])


def heights_at(points, w1, b1, w2):
    return np.array([np.sum(w2 * np.maximum(w1 * x + b1, 0)) for x in points])


AT_OTHER_POINTS = (
    Misconception(
        "hinges not sorted, but ends right",
        "The outermost points are right, but between them you go through the hinges in the "
        "order of the units. From left to right they may come in another order.",
        lambda w1, b1, w2: slopes_at(points_unsorted(-b1 / w1), w1, b1, w2),
    ),
    Misconception(
        "heights instead of slopes",
        "These are the heights of the curve at your points. How steep it is there, is asked.",
        lambda w1, b1, w2: heights_at(points_between(np.sort(-b1 / w1)), w1, b1, w2),
    ),
    Misconception(
        "slopes at the hinges",
        "You ask which units are on at the hinges themselves, where the slope jumps. Ask "
        "inside the pieces; there is one more of them.",
        lambda w1, b1, w2: slopes_at(np.sort(-b1 / w1), w1, b1, w2),
    ),
)
