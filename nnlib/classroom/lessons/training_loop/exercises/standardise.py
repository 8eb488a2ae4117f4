"""Exercise 6.3: scaling without leakage."""

import numpy as np

from ....exercises.drawing import numbered, spread, whole
from ....exercises.exercise import Exercise, Misconception


def standardise(X_train, X_test):
    """From X_train (n, d) and X_test (m, d) to both, scaled by the columns of X_train."""
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std


def draw_tables(rng, n, m, d):
    """Columns of different mean and spread, and test rows that are a little elsewhere."""
    mean, std = rng.uniform(1, 4, d), rng.uniform(0.5, 3, d)
    X_train, X_test = spread(rng, n, d), rng.normal(0.5, 1.5, size=(m, d))
    return X_train * std + mean, X_test * std + mean


def scale(tables, mean, std):
    return tuple((table - mean) / std for table in tables)


def scale_by_all_rows(X_train, X_test):
    rows = np.vstack([X_train, X_test])
    return scale((X_train, X_test), rows.mean(axis=0), rows.std(axis=0))


def scale_each_row(X_train, X_test):
    return tuple(standardise(X.T, X.T)[0].T for X in (X_train, X_test))


def scale_to_0_and_1(X_train, X_test):
    low, high = X_train.min(axis=0), X_train.max(axis=0)
    return scale((X_train, X_test), low, high - low)


STANDARDISE = Exercise(
    "6.3",
    solution=standardise,
    parts=("X_train scaled", "X_test scaled"),
    draw=draw_tables,
    alone=("d",),
    example=lambda: (np.array([[1.0], [2.0], [3.0]]), np.array([[10.0]])),
    edges=lambda rng: {
        "a single test row": draw_tables(rng, 6, 1, 3),
        "whole numbers": (numbered(5, 2), whole(rng, 1, 9, (3, 2))),
    },
    misconceptions=(
        Misconception(
            "scaled by all rows",
            "You take the mean and spread of all rows. The test rows then reach into the "
            "training, and the test is no test any more.",
            scale_by_all_rows,
        ),
        Misconception(
            "test rows scaled by themselves",
            "You scale the test rows by their own mean and spread. The same number then means "
            "one thing in the training and another in the test.",
            lambda X_train, X_test: (
                standardise(X_train, X_train)[0],
                standardise(X_test, X_test)[0],
            ),
        ),
        Misconception(
            "test rows not scaled",
            "The test rows come out as they went in. Are they left alone, or did you overwrite "
            "X_train before taking the mean and spread for the test rows?",
            lambda X_train, X_test: (standardise(X_train, X_test)[0], X_test.copy()),
        ),
        Misconception(
            "test rows not centred",
            "The test rows are divided, but nothing is subtracted from them. Did you overwrite "
            "X_train before taking the mean for the test rows?",
            lambda X_train, X_test: (
                standardise(X_train, X_test)[0],
                X_test / X_train.std(axis=0),
            ),
        ),
        Misconception(
            "one scale for all columns",
            "You take one mean and one spread for the whole table. A column of large numbers "
            "then still has larger ones than the others.",
            lambda X_train, X_test: scale((X_train, X_test), X_train.mean(), X_train.std()),
        ),
        Misconception(
            "rows in place of columns",
            "Each row is scaled by its own mean and spread. That adds up different kinds of "
            "number, such as an age and a blood pressure.",
            scale_each_row,
        ),
        Misconception(
            "divided by the variance",
            "You divide by the variance. It is the square of the spread, and has the square of "
            "the unit.",
            lambda X_train, X_test: scale(
                (X_train, X_test), X_train.mean(axis=0), X_train.var(axis=0)
            ),
        ),
        Misconception(
            "mean not subtracted",
            "The spreads are right, but the columns are not centred: nothing is subtracted.",
            lambda X_train, X_test: scale((X_train, X_test), 0, X_train.std(axis=0)),
        ),
        Misconception(
            "spread left as it is",
            "The columns are centred, but each has the spread that it had.",
            lambda X_train, X_test: scale((X_train, X_test), X_train.mean(axis=0), 1),
        ),
        Misconception(
            "divided before subtracting",
            "You divide first, and then subtract the mean of the numbers as they were before. "
            "Look at the brackets.",
            lambda X_train, X_test: tuple(
                X / X_train.std(axis=0) - X_train.mean(axis=0) for X in (X_train, X_test)
            ),
        ),
        Misconception(
            "brackets left out",
            "Here the mean is divided and then subtracted, for a division comes before a minus. "
            "The spreads of the columns are then as they were.",
            lambda X_train, X_test: tuple(
                X - X_train.mean(axis=0) / X_train.std(axis=0) for X in (X_train, X_test)
            ),
        ),
        Misconception(
            "divided by n - 1",
            "Your spread divides by n - 1 (ddof=1, as pandas does), the notebook's by n. Either "
            "would serve a network; the check wants the notebook's.",
            lambda X_train, X_test: scale(
                (X_train, X_test), X_train.mean(axis=0), X_train.std(axis=0, ddof=1)
            ),
        ),
        Misconception(
            "scaled to 0 and 1",
            "You bring each column between its smallest and its largest number. That is another "
            "scaling, and one row far out decides it.",
            scale_to_0_and_1,
        ),
        Misconception(
            "each to 0 and 1 by itself",
            "You bring both tables between 0 and 1, each by its own smallest and largest numbers. "
            "Mean and spread are asked for, and the test rows should have no say.",
            lambda X_train, X_test: (
                scale_to_0_and_1(X_train, X_train)[0],
                scale_to_0_and_1(X_test, X_test)[0],
            ),
        ),
    ),
)


EXERCISES = (STANDARDISE,)
