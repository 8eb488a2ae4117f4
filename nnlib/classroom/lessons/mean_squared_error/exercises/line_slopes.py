"""Exercise 4.4: the slopes of the loss of a line."""

import numpy as np

from ....exercises.drawing import either_sign, with_a_zero
from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def line_slopes(X, Y, w, b):
    """From X and Y, both (n, 1), and the numbers w and b to the numbers dw and db."""
    dY_hat = 2 * (w * X + b - Y) / Y.size
    dw = np.sum(dY_hat * X)
    db = np.sum(dY_hat)
    return dw, db


def line_data(rng, n):
    """A column X away from 0, targets, and a line that is neither flat nor through the origin."""
    X, (w, b) = either_sign(rng, 0.5, 2, (n, 1)), either_sign(rng, 0.5, 2, (2,))
    return X, rng.normal(size=(n, 1)), float(w), float(b)


def with_errors(slopes):
    """Turn slopes(errors, X, w) into a function of the arguments of `line_slopes`."""
    return lambda X, Y, w, b: slopes(w * X + b - Y, X, w)


LINE_SLOPES = Exercise(
    "4.4",
    solution=line_slopes,
    parts=("dw", "db"),
    draw=line_data,
    example=lambda: (*five_rows("X", "Y"), 0.1, 4.0),
    alone=("n",),
    edges=lambda rng: {
        "an x of 0": (with_a_zero(rng.normal(size=(4, 1))), rng.normal(size=(4, 1)), 0.5, 1.5),
        "a flat line through 0": (*rng.normal(size=(2, 4, 1)), 0.0, 0.0),
    },
    misconceptions=(
        Misconception(
            "results swapped",
            "The two slopes are right, but each stands in the other's place. Which one is asked "
            "for first?",
            lambda X, Y, w, b: line_slopes(X, Y, w, b)[::-1],
        ),
        Misconception(
            "x left out of dw",
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
            "You add up the errors, for w each times its x. That belongs to half the sum of the "
            "squares; our loss is their mean.",
            with_errors(lambda e, X, w: (np.sum(e * X), np.sum(e))),
        ),
        Misconception(
            "gradient of the sum",
            "This belongs to the sum of the squares, and grows with the number of rows. Our loss "
            "is their mean.",
            with_errors(lambda e, X, w: (2 * np.sum(e * X), 2 * np.sum(e))),
        ),
        Misconception(
            "the 2 left out",
            "Both slopes are half of what they should be. What is the slope of a square?",
            with_errors(lambda e, X, w: (np.mean(e * X), np.mean(e))),
        ),
        Misconception(
            "the article's gradients",
            "The plain errors are summed for w and averaged for b, as in the article. So the two "
            "slopes belong to different losses.",
            with_errors(lambda e, X, w: (np.sum(e * X), np.mean(e))),
        ),
        Misconception(
            "divided twice",
            "The number of rows divides twice here. The 1/n of the loss is in dY_hat already, and "
            "behind it no line divides again.",
            with_errors(lambda e, X, w: (2 * np.mean(e * X) / len(e), 2 * np.mean(e) / len(e))),
        ),
        Misconception(
            "sums before products",
            "Every x meets the slope of every row, as if you added up first and multiplied then. "
            "Only an x and a slope of the same row belong together.",
            with_errors(lambda e, X, w: (2 * np.mean(e) * np.sum(X), 2 * np.mean(e))),
        ),
        Misconception(
            "no rows to sum",
            "`@` sums over the columns of its left factor, and here it has only one. What must "
            "lie on its side so that the sum runs over the rows?",
            with_errors(lambda e, X, w: (2 * X @ e / len(e), 2 * np.mean(e))),
        ),
        Misconception(
            "star instead of @",
            "A row times a column, with `*`, is a table: every x times the slope of every row. "
            "Only an x and a slope of the same row belong together, and their products add up.",
            with_errors(lambda e, X, w: (2 * X.T * e / len(e), 2 * np.mean(e))),
        ),
        Misconception(
            "table of all pairs",
            "A column and a row make a table: every x times the slope of every row. Only an x and "
            "a slope of the same row belong together, and their products add up.",
            with_errors(lambda e, X, w: (2 * X * e.T / len(e), 2 * np.mean(e))),
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
            "b left out",
            "Your predictions leave out b. The errors are those of another line, through the "
            "origin.",
            lambda X, Y, w, b: line_slopes(X, Y, w, 0.0),
        ),
    ),
)


EXERCISES = (LINE_SLOPES,)
