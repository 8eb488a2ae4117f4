"""Exercises of notebook 4, second half: flat targets, and the slopes of a line."""

import numpy as np

import nnlib

from ...exercise import Exercise, Misconception


def predictions_and_flat_targets(rng, n):
    """A column of predictions, and targets as they come out of a DataFrame."""
    y_flat = rng.normal(size=n)
    return (y_flat + rng.uniform(0.3, 2, size=n) * rng.choice([-1, 1], size=n))[:, None], y_flat


def network_and_flat_targets():
    """The network's five predictions, and the five targets as a flat array."""
    X, Y = nnlib.make_five_rows()
    W1, b1, W2, b2 = nnlib.make_article_weights()
    return nnlib.relu(X @ W1 + b1) @ W2 + b2, Y[:, 0]


def column_errors(Y_hat, y_flat):
    """From Y_hat (n, 1) and y_flat (n,) to the errors (n, 1)."""
    Y = y_flat.reshape(-1, 1)
    return Y_hat - Y


COLUMN_ERRORS = Exercise(
    "4.3",
    solution=column_errors,
    parts=("errors",),
    draw=predictions_and_flat_targets,
    example=network_and_flat_targets,
    alone=("n",),
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


def line_data(rng, n):
    """A column X away from 0, targets, and a line that is neither flat nor through the origin."""
    X = rng.uniform(0.5, 2, size=(n, 1)) * rng.choice([-1, 1], size=(n, 1))
    w, b = rng.uniform(0.5, 2, size=2) * rng.choice([-1, 1], size=2)
    return X, rng.normal(size=(n, 1)), float(w), float(b)


def line_slopes(X, Y, w, b):
    """From X and Y, both (n, 1), and the numbers w and b to the numbers dw and db."""
    dY_hat = 2 * (w * X + b - Y) / Y.size
    dw = np.sum(dY_hat * X)
    db = np.sum(dY_hat)
    return dw, db


def as_numbers(function, X, Y, w, b):
    """A slope of shape (1,) or (1, 1), as sums and products leave it, is as good as a number."""
    slopes = function(X, Y, w, b)
    if not isinstance(slopes, (tuple, list)):
        return slopes
    return tuple(np.reshape(s, ()) if np.shape(s) in ((1,), (1, 1)) else s for s in slopes)


def with_errors(slopes):
    """Turn slopes(errors, X, w) into a function of the arguments of `line_slopes`."""
    return lambda X, Y, w, b: slopes(w * X + b - Y, X, w)


def without_bias(X, Y, w, b):
    """The slopes at b = 0."""
    return line_slopes(X, Y, w, 0.0)


LINE_SLOPES = Exercise(
    "4.4",
    solution=line_slopes,
    parts=("dw", "db"),
    draw=line_data,
    example=lambda: (*nnlib.make_five_rows(), 0.1, 4.0),
    probe=as_numbers,
    alone=("n",),
    misconceptions=(
        Misconception(
            "x forgotten in dw",
            "You treat w like b. A nudge of b moves every prediction alike; a nudge of w moves it "
            "more where x is larger.",
            with_errors(lambda e, X, w: (2 * np.mean(e), 2 * np.mean(e))),
        ),
        Misconception(
            "x in db as well",
            "You treat b like w. A nudge of w moves a prediction more where x is larger; a nudge "
            "of b moves every prediction alike.",
            with_errors(lambda e, X, w: (2 * np.mean(e * X), 2 * np.mean(e * X))),
        ),
        Misconception(
            "w in place of x",
            "You multiply by w. That is how the loss changes with x; here w moves, and x stays.",
            with_errors(lambda e, X, w: (2 * np.mean(e * w), 2 * np.mean(e))),
        ),
        Misconception(
            "gradient of half the sum",
            "You add up plain errors. That is the slope of half the sum of the squares; our loss "
            "is their mean.",
            with_errors(lambda e, X, w: (np.sum(e * X), np.sum(e))),
        ),
        Misconception(
            "the 2 is missing",
            "Half of what it should be. What is the slope of a square?",
            with_errors(lambda e, X, w: (np.mean(e * X), np.mean(e))),
        ),
        Misconception(
            "weights summed, biases averaged",
            "You use the plain errors, sum them for w and average them for b, as the article "
            "does. So the two slopes belong to different losses.",
            with_errors(lambda e, X, w: (np.sum(e * X), np.mean(e))),
        ),
        Misconception(
            "divided twice",
            "You average slopes that have the 1/n of the loss in them already. Behind dY_hat no "
            "line divides again.",
            with_errors(lambda e, X, w: (2 * np.mean(e * X) / len(e), 2 * np.mean(e) / len(e))),
        ),
        Misconception(
            "product of two sums",
            "You multiply after adding up. Each row has its own x and its own slope, and these "
            "two belong together.",
            with_errors(lambda e, X, w: (2 * np.mean(e) * np.sum(X), 2 * np.mean(e))),
        ),
        Misconception(
            "one slope per row",
            "You return one number for each row. There is one w and one b for all rows, and "
            "moving one of them moves all the predictions.",
            with_errors(lambda e, X, w: (2 * e * X / len(e), 2 * e / len(e))),
        ),
        Misconception(
            "target minus prediction",
            "The sign is turned round. Where the line runs too high, raising b raises the "
            "loss, so its slope must be positive.",
            with_errors(lambda e, X, w: (-2 * np.mean(e * X), -2 * np.mean(e))),
        ),
        Misconception(
            "predictions without b",
            "Your predictions leave out b. The errors are those of another line, through the "
            "origin.",
            without_bias,
        ),
    ),
)

EXERCISES = (COLUMN_ERRORS, LINE_SLOPES)
