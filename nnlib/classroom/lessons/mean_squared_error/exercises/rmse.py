"""Exercise 4.1: the root of the mean squared error."""

import numpy as np

from ....exercises.drawing import whole
from ....exercises.exercise import Exercise, Misconception
from .predictions import predictions_and_targets, two_outputs


def rmse(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to one number."""
    return np.sqrt(np.mean((Y_hat - Y) ** 2))


RMSE = Exercise(
    "4.1",
    solution=rmse,
    parts=("root mean squared error",),
    draw=predictions_and_targets,
    example=two_outputs,
    edges=lambda rng: {
        "whole numbers": (whole(rng, 1, 9, (4, 3)), whole(rng, 1, 9, (4, 3))),
        "errors of one sign": (rng.uniform(2, 3, (4, 3)), rng.uniform(0, 1, (4, 3))),
        "predictions without any error": (np.ones((4, 3)), np.ones((4, 3))),
    },
    misconceptions=(
        Misconception(
            "no root",
            "This is the mean squared error. Its unit is still the target's unit, squared.",
            lambda Y_hat, Y: np.mean((Y_hat - Y) ** 2),
        ),
        Misconception(
            "half in place of root",
            "This is half the mean squared error. If you wrote `** 1/2`: a power comes before a "
            "division.",
            lambda Y_hat, Y: np.mean((Y_hat - Y) ** 2) / 2,
        ),
        Misconception(
            "spread of the errors",
            "This is the standard deviation of the errors, which subtracts their mean first. "
            "Predictions that are all too high by 3 would then seem perfect.",
            lambda Y_hat, Y: np.std(Y_hat - Y),
        ),
        Misconception(
            "mean of absolute errors",
            "This is the mean of the absolute errors. If you took the root of each square: that "
            "undoes the squaring.",
            lambda Y_hat, Y: np.mean(np.sqrt((Y_hat - Y) ** 2)),
        ),
        Misconception(
            "mean left out",
            "Nothing is averaged, and a root undoes each square: these are the absolute errors. "
            "We want one number for the whole table.",
            lambda Y_hat, Y: np.sqrt((Y_hat - Y) ** 2),
        ),
        Misconception(
            "mean before the square",
            "This is the mean of the plain errors, without its sign. Too high and too low cancel "
            "in it, and a square behind the mean comes too late.",
            lambda Y_hat, Y: np.sqrt(np.mean(Y_hat - Y) ** 2),
        ),
        Misconception(
            "divided by the rows",
            "You divide the sum of the squares by the number of rows. With several outputs there "
            "are more squares than rows.",
            lambda Y_hat, Y: np.sqrt(np.sum((Y_hat - Y) ** 2) / len(Y)),
        ),
        Misconception(
            "sum instead of mean",
            "You take the root of the sum of the squares. It grows with the size of the table, "
            "even when the misses stay the same.",
            lambda Y_hat, Y: np.sqrt(np.sum((Y_hat - Y) ** 2)),
        ),
        Misconception(
            "divided behind the root",
            "You divide by the number of entries after the root. The mean belongs under it.",
            lambda Y_hat, Y: np.sqrt(np.sum((Y_hat - Y) ** 2)) / Y.size,
        ),
        Misconception(
            "one root per output",
            "You average over the rows only, so each output keeps a number of its own. We want "
            "one number for the whole table.",
            lambda Y_hat, Y: np.sqrt(np.mean((Y_hat - Y) ** 2, axis=0)),
        ),
        Misconception(
            "one root per row",
            "You average across each row, so each example keeps a number of its own. We want one "
            "number for the whole table.",
            lambda Y_hat, Y: np.sqrt(np.mean((Y_hat - Y) ** 2, axis=1)),
        ),
        Misconception(
            "mean of the roots",
            "You take a root for each output, then their mean; scikit-learn's function of this "
            "name does so. It is not the root of the mean squared error.",
            lambda Y_hat, Y: np.mean(np.sqrt(np.mean((Y_hat - Y) ** 2, axis=0))),
        ),
    ),
)


EXERCISES = (RMSE,)
