"""Exercises of notebook 4, the mean squared error."""

import numpy as np

from ...exercise import Exercise, Misconception


def predictions_and_targets(rng, n, d_out):
    """Targets of order 1, and predictions that miss each of them by 0.3 to 2."""
    Y = rng.normal(size=(n, d_out))
    return Y + rng.uniform(0.3, 2, size=Y.shape) * rng.choice([-1, 1], size=Y.shape), Y


def two_outputs():
    """The three rows with two outputs of section 4.2."""
    Y_hat = np.array([[2.0, 2.0], [5.0, 3.0], [5.0, 9.0]])
    return Y_hat, np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])


def rmse(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to one number."""
    return np.sqrt(np.mean((Y_hat - Y) ** 2))


RMSE = Exercise(
    "4.1",
    solution=rmse,
    parts=("root mean squared error",),
    draw=predictions_and_targets,
    example=two_outputs,
    misconceptions=(
        Misconception(
            "no root",
            "This is the mean squared error. Its unit is still the target's unit, squared.",
            lambda Y_hat, Y: np.mean((Y_hat - Y) ** 2),
        ),
        Misconception(
            "root before the mean",
            "You take the root of each square, which undoes the squaring. What comes out is the "
            "mean of the absolute errors.",
            lambda Y_hat, Y: np.mean(np.sqrt((Y_hat - Y) ** 2)),
        ),
        Misconception(
            "mean before the square",
            "You take the mean of the plain errors first. Too high and too low cancel in it, and "
            "the square comes too late.",
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
            "You divide after you have taken the root. The mean belongs under the root: four "
            "times as many squares need four times the divisor there, and only twice behind it.",
            lambda Y_hat, Y: np.sqrt(np.sum((Y_hat - Y) ** 2)) / Y.size,
        ),
        Misconception(
            "one root per output",
            "You average over the rows only, so each output keeps a number of its own. We want "
            "one number for the whole table.",
            lambda Y_hat, Y: np.sqrt(np.mean((Y_hat - Y) ** 2, axis=0)),
        ),
        Misconception(
            "mean of the roots",
            "You take a root for each output, then their mean; scikit-learn's function of this "
            "name does so. It is not the root of the mean squared error.",
            lambda Y_hat, Y: np.mean(np.sqrt(np.mean((Y_hat - Y) ** 2, axis=0))),
        ),
    ),
)


def mse_gradient(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to dY_hat (n, d_out)."""
    return 2 * (Y_hat - Y) / Y.size


MSE_GRADIENT = Exercise(
    "4.2",
    solution=mse_gradient,
    parts=("dY_hat",),
    draw=predictions_and_targets,
    example=two_outputs,
    misconceptions=(
        Misconception(
            "gradient of half the sum",
            "You return the errors themselves, as the article does. They are the gradient of half "
            "the sum of the squares; our loss is the mean of the squares.",
            lambda Y_hat, Y: Y_hat - Y,
        ),
        Misconception(
            "gradient of the sum",
            "This belongs to the sum of the squares. Our loss divides that sum, so each slope is "
            "divided as well.",
            lambda Y_hat, Y: 2 * (Y_hat - Y),
        ),
        Misconception(
            "the 2 is missing",
            "Your slopes are half as steep as the loss. What is the slope of a square?",
            lambda Y_hat, Y: (Y_hat - Y) / Y.size,
        ),
        Misconception(
            "divided by the rows",
            "You divide by the number of rows. The loss is a mean over all entries, and with "
            "several outputs these are more.",
            lambda Y_hat, Y: 2 * (Y_hat - Y) / len(Y),
        ),
        Misconception(
            "half squares, divided by rows",
            "This belongs to another loss: half of the squares, summed over the outputs, mean "
            "over the rows. Ours has no half, and is the mean over all entries.",
            lambda Y_hat, Y: (Y_hat - Y) / len(Y),
        ),
        Misconception(
            "divided twice",
            "You divide by all entries, and by the rows once more. The loss divides once.",
            lambda Y_hat, Y: 2 * (Y_hat - Y) / Y.size / len(Y),
        ),
        Misconception(
            "target minus prediction",
            "Every sign is turned round. Where a prediction is too high, raising it raises the "
            "loss, so its slope must be positive.",
            lambda Y_hat, Y: 2 * (Y - Y_hat) / Y.size,
        ),
        Misconception(
            "squares kept",
            "You still have the squares in it. A square has lost its sign, so it cannot say which "
            "way to go; its slope can.",
            lambda Y_hat, Y: 2 * (Y_hat - Y) ** 2 / Y.size,
        ),
        Misconception(
            "slope of absolute error",
            "These are the slopes of the mean absolute error: all of one size. The slope of a "
            "square grows with the miss.",
            lambda Y_hat, Y: np.sign(Y_hat - Y) / Y.size,
        ),
        Misconception(
            "slopes averaged over rows",
            "You average the slopes over the rows. Each prediction has a slope of its own, so "
            "dY_hat has the shape of Y_hat.",
            lambda Y_hat, Y: 2 * np.mean(Y_hat - Y, axis=0),
        ),
        Misconception(
            "one slope for all",
            "You average all slopes into one number. Each prediction has a slope of its own, so "
            "dY_hat has the shape of Y_hat.",
            lambda Y_hat, Y: 2 * np.mean(Y_hat - Y),
        ),
    ),
)

EXERCISES = (RMSE, MSE_GRADIENT)
