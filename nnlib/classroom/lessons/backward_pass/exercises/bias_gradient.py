"""Exercise 5.2: the gradient of the biases."""

from ....exercises.drawing import whole
from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def bias_gradient(dZ):
    """From dZ (n, d_out) to db (1, d_out)."""
    return dZ.sum(axis=0, keepdims=True)


BIAS_GRADIENT = Exercise(
    "5.2",
    solution=bias_gradient,
    parts=("db",),
    draw=lambda rng, n, d_out: (rng.normal(size=(n, d_out)),),
    example=lambda: five_rows("dZ1"),
    edges=lambda rng: {
        "as many rows as outputs": (rng.normal(size=(3, 3)),),
        "whole numbers": (whole(rng, 1, 5, (4, 3)),),
    },
    misconceptions=(
        Misconception(
            "mean instead of sum",
            "You average over the rows, as the article does. The bias is added in every row, so "
            "the prices add up; the 1/n of the loss is in dZ already.",
            lambda dZ: dZ.mean(axis=0, keepdims=True),
        ),
        Misconception(
            "mean, and keepdims left out",
            "You average over the rows, and the result has lost its row: (d_out,). The bias is "
            "added in every row, so the prices add up, and db has the shape of b.",
            lambda dZ: dZ.mean(axis=0),
        ),
        Misconception(
            "keepdims left out",
            "The numbers are right, the shape is (d_out,). A gradient has the shape of its "
            "parameter, and b is a row, (1, d_out).",
            lambda dZ: dZ.sum(axis=0),
        ),
        Misconception(
            "sum across the outputs",
            "You add up across each row, and get one number per row. A bias belongs to one "
            "output, and collects that output's price from all rows.",
            lambda dZ: dZ.sum(axis=1, keepdims=True),
        ),
        Misconception(
            "across, and keepdims left out",
            "You add up across each row, and get n numbers, one per row. There is one bias for "
            "each output, so which way must the sum go?",
            lambda dZ: dZ.sum(axis=1),
        ),
        Misconception(
            "one column per example",
            "You average across each row, as a course does where each example is a column and dZ "
            "has no 1/n. Here each example is a row, and the 1/n stands in dY_hat.",
            lambda dZ: dZ.sum(axis=1, keepdims=True) / dZ.shape[1],
        ),
        Misconception(
            "all outputs in one",
            "You add up everything, to one number for all outputs. Each output has a bias of its "
            "own, which does not touch the others.",
            lambda dZ: dZ.sum(),
        ),
        Misconception(
            "all outputs in one box",
            "You add up everything, to one number in a (1, 1) array. Each output has a bias of "
            "its own, which does not touch the others.",
            lambda dZ: dZ.sum(keepdims=True),
        ),
        Misconception(
            "mean of everything",
            "You average over everything, to one number. Each output has a bias of its own, and "
            "what is added in every row adds up.",
            lambda dZ: dZ.mean(),
        ),
        Misconception(
            "rows not added up",
            "You hand dZ on as it is, a price for each row. The bias is the same number in all "
            "rows; subtracting this from b would give every row a bias of its own.",
            lambda dZ: dZ,
        ),
    ),
)


EXERCISES = (BIAS_GRADIENT,)
