"""Exercise 4.2: the gradient of the mean squared error."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from .predictions import predictions_and_targets, two_outputs, without_one_error


def mse_gradient(Y_hat, Y):
    """From Y_hat and Y, both (n, d_out), to dY_hat (n, d_out)."""
    return 2 * (Y_hat - Y) / Y.size


MSE_GRADIENT = Exercise(
    "4.2",
    solution=mse_gradient,
    parts=("dY_hat",),
    draw=predictions_and_targets,
    example=two_outputs,
    edges=lambda rng: {
        "a prediction without any error": without_one_error(rng, 4, 3),
        "errors of one sign": (rng.uniform(2, 3, (4, 3)), rng.uniform(0, 1, (4, 3))),
    },
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
            "the 2 left out",
            "Every slope is half of what it should be. What is the slope of a square?",
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
            "one slope per output",
            "Here all rows share one slope for each output. Each prediction has a slope of its "
            "own, so dY_hat has the shape of Y_hat.",
            lambda Y_hat, Y: 2 * np.mean(Y_hat - Y, axis=0),
        ),
        Misconception(
            "one slope for all",
            "All slopes have become one number. Each prediction has a slope of its own, so dY_hat "
            "has the shape of Y_hat.",
            lambda Y_hat, Y: 2 * np.mean(Y_hat - Y),
        ),
        Misconception(
            "squares instead of slopes",
            "These are the squared errors, divided as the mean does: the parts of the loss itself. "
            "Asked for is how the loss changes with each prediction.",
            lambda Y_hat, Y: (Y_hat - Y) ** 2 / Y.size,
        ),
    ),
)


EXERCISES = (MSE_GRADIENT,)
