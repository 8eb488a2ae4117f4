"""Exercise 7.2, a bug hunt: a class that is right for many rows and wrong for few."""

import numpy as np

from ....exercises.drawing import numbered, spread, whole
from ....exercises.exercise import Exercise, Misconception


def predict_rows(X, X_train, W, b):
    """From X (m, d), X_train (n, d), W (d, d_out), b (1, d_out) to the predictions (m, d_out)."""
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    X_scaled = (X - mean) / std
    return X_scaled @ W + b


def draw_predict_rows(rng, n, m, d, d_out):
    """Columns of different mean and spread; the new rows lie elsewhere than the training rows."""
    mean, std = rng.uniform(1, 4, d), rng.uniform(0.5, 3, d)
    X, X_train = rng.normal(1, 1.5, size=(m, d)), spread(rng, n, d)
    W, b = rng.normal(size=(d, d_out)), rng.uniform(1, 2, size=(1, d_out))
    return X * std + mean, X_train * std + mean, W, b


def with_scale(scale):
    """The predictions, with the rows that scale(X, X_train) gives in place of the right ones."""
    return lambda X, X_train, W, b: scale(X, X_train) @ W + b


def scale_by(rows, X):
    return (X - rows.mean(axis=0)) / rows.std(axis=0)


def each_row_by_itself(X, X_train):
    return (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)


PREDICT_ROWS = Exercise(
    "7.2",
    solution=predict_rows,
    parts=("Y_hat",),
    draw=draw_predict_rows,
    alone=("m", "d_out"),
    example=lambda: (
        np.array([[10.0]]),
        np.array([[1.0], [2.0], [3.0]]),
        np.array([[2.0]]),
        np.array([[5.0]]),
    ),
    edges=lambda rng: {
        "a single new row": draw_predict_rows(rng, 6, 1, 3, 2),
        "whole numbers": (
            whole(rng, 1, 9, (3, 2)),
            numbered(5, 2),
            rng.normal(size=(2, 2)),
            np.ones((1, 2)),
        ),
    },  # fmt: skip
    misconceptions=(
        Misconception(
            "the fault of the class",
            "The fault of the class above is still there: the new rows are scaled by their own "
            "mean and spread. So a row's prediction depends on the rows beside it.",
            with_scale(lambda X, X_train: scale_by(X, X)),
        ),
        Misconception(
            "scaled by all rows",
            "You take the mean and spread of the new and the training rows together. The weights "
            "were learned with those of the training rows alone.",
            with_scale(lambda X, X_train: scale_by(np.vstack([X_train, X]), X)),
        ),
        Misconception(
            "not scaled",
            "The rows go in as they are. The weights belong to scaled rows.",
            with_scale(lambda X, X_train: X),
        ),
        Misconception(
            "own mean, their spread",
            "The spread is right, but the mean is that of the new rows. Both belong to the "
            "training.",
            with_scale(lambda X, X_train: (X - X.mean(axis=0)) / X_train.std(axis=0)),
        ),
        Misconception(
            "their mean, own spread",
            "The mean is right, but the spread is that of the new rows. Both belong to the "
            "training.",
            with_scale(lambda X, X_train: (X - X_train.mean(axis=0)) / X.std(axis=0)),
        ),
        Misconception(
            "one scale for all columns",
            "You take one mean and one spread for the whole table. Each column has its own.",
            with_scale(lambda X, X_train: (X - X_train.mean()) / X_train.std()),
        ),
        Misconception(
            "rows in place of columns",
            "Each row is scaled by its own mean and spread. Those of the columns are needed, and "
            "of the training rows.",
            with_scale(each_row_by_itself),
        ),
        Misconception(
            "mean not subtracted",
            "The spread is right, but nothing is subtracted.",
            with_scale(lambda X, X_train: X / X_train.std(axis=0)),
        ),
        Misconception(
            "spread left as it is",
            "The mean is subtracted, but nothing is divided.",
            with_scale(lambda X, X_train: X - X_train.mean(axis=0)),
        ),
        Misconception(
            "brackets left out",
            "Here the mean is divided and then subtracted, for a division comes before a minus.",
            with_scale(lambda X, X_train: X - X_train.mean(axis=0) / X_train.std(axis=0)),
        ),
        Misconception(
            "divided by the variance",
            "You divide by the variance, which is the square of the spread.",
            with_scale(lambda X, X_train: (X - X_train.mean(axis=0)) / X_train.var(axis=0)),
        ),
        Misconception(
            "divided by n - 1",
            "Your spread divides by n - 1 (ddof=1, as pandas does). The weights were learned with "
            "np.std, which divides by n.",
            with_scale(lambda X, X_train: (X - X_train.mean(axis=0)) / X_train.std(axis=0, ddof=1)),
        ),
        Misconception(
            "bias left out",
            "Right but for the bias: the layer adds b to each row.",
            lambda X, X_train, W, b: predict_rows(X, X_train, W, 0 * b),
        ),
        Misconception(
            "training rows predicted",
            "These are the predictions for the training rows. The new rows are in X.",
            lambda X, X_train, W, b: predict_rows(X_train, X_train, W, b),
        ),
    ),
)


EXERCISES = (PREDICT_ROWS,)
