"""Exercise 2.5: three units that make a tent."""

import itertools

import numpy as np

import nnlib

from ....checking.outcomes import NotNumbers, as_parts
from ....exercises.exercise import Exercise, Misconception
from .wrong_tents import with_outer_weights, with_slopes


def tent(left, top, right, height):
    """From three places on the x axis and a height to w1, b1, w2 of three units, (3,) each."""
    up = height / (top - left)
    down = -height / (right - top)
    w1 = np.ones(3)
    b1 = -np.array([left, top, right])
    w2 = np.array([up, down - up, -down])
    return w1, b1, w2


def draw_tent(rng):
    """One side is clearly steeper than the other; no corner is near 0, no width near 1."""
    narrow, wide = rng.permutation([rng.uniform(0.5, 0.8), rng.uniform(1.3, 2.2)])
    left = rng.choice([rng.uniform(-7, -4), rng.uniform(1, 3)])
    places = left, left + narrow, left + narrow + wide, rng.uniform(1.5, 3)
    return tuple(round(float(place), 2) for place in places)


def curve(function, left, top, right, height):
    """What the units make: the sum from well left to well right of the tent."""
    names = ("w1", "b1", "w2")
    w1, b1, w2 = (part.ravel() for part in as_parts(function(left, top, right, height), names))
    if not len(w1) == len(b1) == len(w2):
        raise NotNumbers(f"{len(w1)} w1, {len(b1)} b1 and {len(w2)} w2; each unit has one of each.")
    x = np.concatenate(
        [left - np.array([2.0, 0.7]), np.linspace(left, top, 4),
         np.linspace(top, right, 5)[1:], right + np.array([0.7, 2.0])]
    )  # fmt: skip
    y = nnlib.relu(np.outer(x, w1) + b1) @ w2
    coarsest = min((w1.dtype, b1.dtype, w2.dtype), key=lambda dtype: dtype.itemsize)
    return (np.round(y, 9) + 0.0).astype(coarsest)  # an answer in float32 is compared as one


def hinges_mirrored(left, top, right, height):
    w1, b1, w2 = tent(left, top, right, height)
    return w1, -b1, w2


def measured_from_zero(left, top, right, height):
    w1, b1, _ = tent(left, top, right, height)
    return w1, b1, tent(0.0, top, right, height)[2]


def results_exchanged():
    """w1, b1, w2 in each of the other orders."""
    for a, b, c in list(itertools.permutations(range(3)))[1:]:

        def wrong(*arguments, a=a, b=b, c=c):
            results = tent(*arguments)
            return results[a], results[b], results[c]

        order = ", ".join(("w1", "b1", "w2")[k] for k in (a, b, c))
        sentence = f"You return {order}. Look at the order that the task names."
        if (a, b, c) == (2, 1, 0):
            sentence = (
                "Your first weights hold what belongs into the outer ones. (Is it the order of the "
                "three results?) With other first weights the biases put the hinges elsewhere."
            )
        yield Misconception(f"returned as {order}", sentence, wrong)


def height_as_slope(left, top, right, height):
    w1, b1, _ = tent(left, top, right, height)
    return w1, b1, height * np.array([1.0, -2.0, 1.0])


TENT = Exercise(
    "2.5",
    solution=tent,
    parts=("curve",),
    probe=curve,
    draw=draw_tent,
    example=lambda: (1.0, 3.0, 7.0, 4.0),
    edges=lambda rng: {
        "a corner at 0": (-1.5, 0.0, 2.5, 2.0),
        "a left end at 0": (0.0, 1.5, 2.0, 3.0),
        "whole numbers": (1, 3, 7, 4),
        "a top in the middle": (-1.0, 0.5, 2.0, 2.5),
    },
    misconceptions=(
        Misconception(
            "slopes as outer weights",
            "You take the slopes of the pieces as outer weights. The units further left are still "
            "on; an outer weight is the change of the slope.",
            with_outer_weights(lambda up, down: [up, down, 0.0]),
        ),
        Misconception(
            "second slope not a change",
            "Your first and third unit are right. The second takes the slope of the falling side, "
            "and forgets that the first unit still rises there.",
            with_outer_weights(lambda up, down: [up, down, -down]),
        ),
        Misconception(
            "falls for ever",
            "Up to the right end your tent is right, but there it goes on falling below 0. The "
            "third unit has to bring the slope back to 0.",
            with_outer_weights(lambda up, down: [up, down - up, 0.0]),
        ),
        Misconception(
            "third bend the wrong way",
            "To the right of the tent your curve falls twice as fast, instead of not at all. The "
            "last change of slope has the other sign.",
            with_outer_weights(lambda up, down: [up, down - up, down]),
        ),
        Misconception(
            "right side rises",
            "To the right of the top your curve goes on rising, as steeply as it should fall. "
            "Which sign has a slope that falls?",
            with_outer_weights(lambda up, down: [up, -down - up, down]),
        ),
        Misconception(
            "both sides equally steep",
            "You give both sides the slope of the rising one. That is right only if the top stands "
            "in the middle.",
            with_outer_weights(lambda up, down: [up, -2 * up, up]),
        ),
        Misconception(
            "height as slope",
            "You take the height as the slope. That is right only if each side is 1 wide, as in "
            "the tent of section 2.5.",
            height_as_slope,
        ),
        Misconception(
            "height left out",
            "Your tent has its corners at the right places, but it is always 1 high.",
            lambda left, top, right, height: tent(left, top, right, 1.0),
        ),
        Misconception(
            "rise measured from zero",
            "You divide the height by top. That is how far the top is from 0; the tent begins to "
            "rise at left.",
            measured_from_zero,
        ),
        Misconception(
            "hinges mirrored",
            "Your corners are at -left, -top and -right. A unit with w1 = 1 and b1 = 3 has its "
            "hinge at -3, not at 3.",
            hinges_mirrored,
        ),
        Misconception(
            "brackets left out",
            "In a / b - c only b stands below the line. Each side's height is to be divided by "
            "its whole width.",
            with_slopes(
                lambda left, top, right, height: (height / top - left, -height / right - top)
            ),
        ),
        Misconception(
            "brackets left out below the line",
            "In -(a / b - c) only b stands below the line. Each side's height is to be divided by "
            "its whole width.",
            with_slopes(
                lambda left, top, right, height: (height / top - left, top - height / right)
            ),
        ),
        Misconception(
            "slopes upside down",
            "You divide the widths by the height. A slope says how far up the line goes for each "
            "step to the right.",
            with_slopes(
                lambda left, top, right, height: ((top - left) / height, (top - right) / height)
            ),
        ),
        Misconception(
            "change the wrong way round",
            "Your change at the top is the slope before it minus the slope after it. Which of the "
            "two must be added to the first slope to make the second?",
            with_outer_weights(lambda up, down: [up, up - down, -down]),
        ),
        *results_exchanged(),
    ),
    alone=(),
)


EXERCISES = (TENT,)
