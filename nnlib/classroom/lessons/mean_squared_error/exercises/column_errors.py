"""Exercise 4.3: errors of flat targets, without the table of all pairs."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows
from .predictions import predictions_and_targets


def column_errors(Y_hat, y_flat):
    """From Y_hat (n, 1) and y_flat (n,) to the errors (n, 1)."""
    Y = y_flat.reshape(-1, 1)
    return Y_hat - Y


def predictions_and_flat_targets(rng, n):
    """A column of predictions, and targets as they come out of a DataFrame."""
    Y_hat, Y = predictions_and_targets(rng, n, 1)
    return Y_hat, Y[:, 0]


def network_and_flat_targets():
    """The network's five predictions, and the five targets as a flat array."""
    Y_hat, Y = five_rows("Y_hat", "Y")
    return Y_hat, Y[:, 0]


COLUMN_ERRORS = Exercise(
    "4.3",
    solution=column_errors,
    parts=("errors",),
    draw=predictions_and_flat_targets,
    example=network_and_flat_targets,
    alone=("n",),
    edges=lambda rng: {
        "whole targets": (rng.normal(size=(4, 1)), rng.integers(1, 9, 4)),
        "a prediction without any error": (np.array([[1.5], [2.0]]), np.array([1.0, 2.0])),
    },
    misconceptions=(
        Misconception(
            "table of all pairs",
            "A column minus a flat array (or a row) is a table: each prediction minus each "
            "target. If you wrote y_flat.T: a flat array stays flat when it is transposed.",
            lambda Y_hat, y_flat: Y_hat - y_flat,
        ),
        Misconception(
            "flat errors",
            "The numbers are right, but flat: you lost the column. The next line that meets an "
            "(n, 1) array would make a table of them.",
            lambda Y_hat, y_flat: Y_hat[:, 0] - y_flat,
        ),
        Misconception(
            "reshaped too late",
            "You subtract first, and put the whole table into one long column. The shape must be "
            "right before the subtraction.",
            lambda Y_hat, y_flat: (Y_hat - y_flat).reshape(-1, 1),
        ),
        Misconception(
            "a column of the table",
            "The shape is right, but it was cut out of the table: every prediction is compared "
            "with the first target.",
            lambda Y_hat, y_flat: (Y_hat - y_flat)[:, :1],
        ),
        Misconception(
            "mean of the table",
            "You average the rows of the table. That compares each prediction with the mean of "
            "all targets.",
            lambda Y_hat, y_flat: np.mean(Y_hat - y_flat, axis=1, keepdims=True),
        ),
        Misconception(
            "a row of errors",
            "You turned the predictions into a row. Here each example has a row of its own, so "
            "the errors stand in a column.",
            lambda Y_hat, y_flat: Y_hat.T - y_flat,
        ),
        Misconception(
            "target minus prediction",
            "Every sign is turned round. In this notebook a prediction that is too high has a "
            "positive error.",
            lambda Y_hat, y_flat: y_flat.reshape(-1, 1) - Y_hat,
        ),
        Misconception(
            "absolute errors",
            "Your errors have lost their signs. An error says too high or too low as well.",
            lambda Y_hat, y_flat: np.abs(Y_hat - y_flat.reshape(-1, 1)),
        ),
    ),
)


EXERCISES = (COLUMN_ERRORS,)
