"""Exercise 2.2: several lines in a row are one line."""

import numpy as np

from ....exercises.drawing import both_signs, either_sign, whole, with_a_zero
from ....exercises.exercise import Exercise, Misconception


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
    return both_signs(rng, 1.2, 1.9, (count,)), both_signs(rng, 0.5, 2.0, (count,))


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
    edges=lambda rng: {
        "two lines": (either_sign(rng, 1.2, 1.9, 2), either_sign(rng, 0.5, 2.0, 2)),
        "whole numbers": (whole(rng, 2, 4, 4), whole(rng, 1, 5, 4)),
        "whole weights": (whole(rng, 2, 4, 4), either_sign(rng, 0.5, 2.0, 4)),
        "a flat line": (with_a_zero(rng.uniform(1.2, 1.9, 3))[::-1], rng.uniform(0.5, 2, 3)),
    },
    misconceptions=(
        Misconception(
            "biases added",
            "You add the biases as they are. Each bias passes through the lines that come "
            "after its own, and is multiplied there.",
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
        Misconception(
            "later biases left out",
            "Only the first bias comes through. Each line adds a bias of its own on the way.",
            lambda w, b: (np.prod(w), np.prod(w[1:]) * b[0]),
        ),
    ),
    alone=("lines",),
)


EXERCISES = (ONE_LINE,)
