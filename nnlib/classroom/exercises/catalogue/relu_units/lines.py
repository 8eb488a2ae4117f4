"""Exercises of notebook 2, first part: the line in a unit, and lines in a row."""

import numpy as np

from ...exercise import Exercise, Misconception


def draw_mixed(rng, size, low, high):
    """Numbers of both signs, away from 0; a single one has either sign."""
    signs = np.where(np.arange(size) % 2, -1.0, 1.0) * rng.choice([-1.0, 1.0])
    return rng.permutation(signs) * rng.uniform(low, high, size)


def place_hinges(w1, hinges):
    """From w1 (K,) and hinges (K,) to the biases b1 (K,) that put the hinges there."""
    return -w1 * hinges


PLACE_HINGES = Exercise(
    "2.1",
    solution=place_hinges,
    parts=("b1",),
    draw=lambda rng, units: (draw_mixed(rng, units, 0.3, 0.8), draw_mixed(rng, units, 1.2, 4.0)),
    example=lambda: (np.array([2.0, -4.0, 0.5]), np.array([3.0, 2.0, -4.0])),
    misconceptions=(
        Misconception(
            "hinge mirrored",
            "Your units bend at minus the hinge: to the left where they should bend to the right. "
            "Put one of your biases into w1 x + b1 = 0 and solve for x.",
            lambda w1, hinges: w1 * hinges,
        ),
        Misconception(
            "bias is minus the hinge",
            "That is right only where w1 = 1, as in section 2.5. A steeper line needs another bias "
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
            "divides by the weight",
            "Dividing by w1 is the way from b1 to the hinge. Here you go the other way: from the "
            "hinge to b1.",
            lambda w1, hinges: -hinges / w1,
        ),
        Misconception(
            "divides by the hinge",
            "You exchanged hinge and bias, but kept the division. Solve w1 x + b1 = 0 for b1, with "
            "the hinge in place of x.",
            lambda w1, hinges: -w1 / hinges,
        ),
        Misconception(
            "sign of the weight lost",
            "Your biases are right where w1 is positive. A unit that is on at the left needs its "
            "negative w1 as it is.",
            lambda w1, hinges: -np.abs(w1) * hinges,
        ),
    ),
    alone=("units",),
)


def one_line(w, b):
    """From lines in a row, w (K,) and b (K,), the first first, to w and b of the one line."""
    w_one, b_one = 1.0, 0.0
    for w_next, b_next in zip(w, b):
        w_one = w_next * w_one
        b_one = w_next * b_one + b_next
    return w_one, b_one


def draw_lines(rng, lines):
    """One line, or at least three: with two, some mistakes do not show."""
    count = lines + 1 if lines > 1 else 1
    return draw_mixed(rng, count, 1.2, 1.9), draw_mixed(rng, count, 0.5, 2.0)


def bias_times_whole_weight(w, b):
    w_one, b_one = 1.0, 0.0
    for w_next, b_next in zip(w, b):
        w_one = w_next * w_one
        b_one = w_one * b_one + b_next
    return w_one, b_one


def bias_before_weight(w, b):
    b_one = 0.0
    for w_next, b_next in zip(w, b):
        b_one = w_next * (b_one + b_next)
    return np.prod(w), b_one


ONE_LINE = Exercise(
    "2.2",
    solution=one_line,
    parts=("w", "b"),
    draw=draw_lines,
    example=lambda: (np.array([2.0, 3.0, -1.0]), np.array([1.0, -4.0, 5.0])),
    misconceptions=(
        Misconception(
            "biases added",
            "You add the biases as they are. Each bias passes through the lines behind its own, "
            "and is multiplied there.",
            lambda w, b: (np.prod(w), np.sum(b)),
        ),
        Misconception(
            "lines side by side",
            "This adds the lines up, as if each of them took x. In a row, each takes what the line "
            "before it returns.",
            lambda w, b: (np.sum(w), np.sum(b)),
        ),
        Misconception(
            "last line first",
            "You go through the lines from the last to the first. w does not mind, but b does: the "
            "first bias is the one that passes through all the others.",
            lambda w, b: one_line(w[::-1], b[::-1]),
        ),
        Misconception(
            "only the next weight",
            "You multiply each bias by the weight of the next line, then stop. It passes through "
            "all the lines that follow, not just one.",
            lambda w, b: (np.prod(w), np.sum(w[1:] * b[:-1]) + b[-1]),
        ),
        Misconception(
            "bias times the whole weight",
            "In each step you multiply the bias so far by the product of all weights so far. Only "
            "one line is new, so only one weight may join in.",
            bias_times_whole_weight,
        ),
        Misconception(
            "bias added before the weight",
            "You add a line's bias and then multiply by the same line's weight. A line multiplies "
            "first and adds its bias afterwards.",
            bias_before_weight,
        ),
        Misconception(
            "first line only",
            "The first line comes back, and the others are left out. Does `return` stand inside "
            "the loop?",
            lambda w, b: (w[0], b[0]),
        ),
        Misconception(
            "first two lines only",
            "The first two lines are put together, and the others are left out. Two lines are one "
            "line again, so the same step goes on with the next.",
            lambda w, b: one_line(w[:2], b[:2]),
        ),
    ),
    alone=("lines",),
)


EXERCISES = (PLACE_HINGES, ONE_LINE)
