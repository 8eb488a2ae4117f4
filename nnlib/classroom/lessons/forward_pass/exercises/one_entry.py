"""Exercise 3.1: one entry of Z."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def one_entry(X, W, b, i, k):
    """From X (n, d_in), W (d_in, d_out), b (1, d_out) and two indices to the number Z[i, k]."""
    return X[i] @ W[:, k] + b[0, k]


def draw_entry(rng, n, d_in, d_out):
    """A layer, its input, and two different indices that are good for a row and for a column.

    Z[i, k] is below 0, where ReLU would show.
    """
    i, k = rng.permutation(min(n, d_out))[:2].tolist()
    X, W, b = (rng.normal(size=size) for size in ((n, d_in), (d_in, d_out), (1, d_out)))
    sign = -1.0 if one_entry(X, W, b, i, k) > 0 else 1.0
    return sign * X, W, sign * b, i, k


def one_entry_edges(rng):
    X, W, b = rng.normal(size=(4, 2)), rng.normal(size=(2, 5)), rng.normal(size=(1, 5))
    return {
        "the first row and unit": (X, W, b, 0, 0),
        "the last row and unit": (X, W, b, 3, 4),
        "i = k": (X, W, b, 2, 2),
    }


ONE_ENTRY = Exercise(
    "3.1",
    solution=one_entry,
    parts=("Z[i, k]",),
    draw=draw_entry,
    alone=("d_in",),
    example=lambda: (*five_rows("X", "W1", "b1"), 1, 0),
    edges=one_entry_edges,
    misconceptions=(
        Misconception(
            "bias left out",
            "This is the sum of the products alone. The unit has a bias too.",
            lambda X, W, b, i, k: X[i] @ W[:, k],
        ),
        Misconception(
            "bias in every term",
            "You add the bias once for each feature. It belongs to the unit, and counts once.",
            lambda X, W, b, i, k: np.sum(X[i] * W[:, k] + b[0, k]),
        ),
        Misconception(
            "products not added up",
            "You multiply and stop, so you have one number for each feature. An entry of Z is the "
            "sum of these products, and the bias.",
            lambda X, W, b, i, k: X[i] * W[:, k] + b[0, k],
        ),
        Misconception(
            "only the first feature",
            "You use the first feature only. The article has no other, but in general each feature "
            "adds a product.",
            lambda X, W, b, i, k: X[i, 0] * W[0, k] + b[0, k],
        ),
        Misconception(
            "row of W",
            "You take row k of W, the weights of a feature. The weights of a unit lie elsewhere.",
            lambda X, W, b, i, k: X[i] @ W[k] + b[0, k],
        ),
        Misconception(
            "column of X",
            "You take column i of X, feature i of all the rows. Row i is the example.",
            lambda X, W, b, i, k: X[:, i] @ W[:, k] + b[0, k],
        ),
        Misconception(
            "one index for b",
            "b[k] is row k of b, and b has a single row. Its shape is (1, d_out), so one number of "
            "it needs two indices.",
            lambda X, W, b, i, k: X[i] @ W[:, k] + b[k],
        ),
        Misconception(
            "whole row of biases",
            "b[0] is the one row of b, with the biases of all units. One number of it needs a "
            "second index.",
            lambda X, W, b, i, k: X[i] @ W[:, k] + b[0],
        ),
        Misconception(
            "after relu already",
            "You set negative numbers to 0. Z is what goes into ReLU: it is there before ReLU has "
            "done anything.",
            lambda X, W, b, i, k: max(0.0, X[i] @ W[:, k] + b[0, k]),
        ),
        Misconception(
            "positive instead of negative",
            "Your number is positive where Z[i, k] is negative. An entry of Z keeps its sign.",
            lambda X, W, b, i, k: abs(X[i] @ W[:, k] + b[0, k]),
        ),
        Misconception(
            "all units of the row",
            "This is the whole row of Z, a number for each unit. One of them is asked for.",
            lambda X, W, b, i, k: (X @ W + b)[i],
        ),
        Misconception(
            "all the biases added",
            "You add the biases of all units, so one number becomes several. This entry belongs to "
            "one unit.",
            lambda X, W, b, i, k: X[i] @ W[:, k] + b,
        ),
        Misconception(
            "bias chosen by row",
            "You choose the bias by the number of the row. A bias belongs to a unit, and all rows "
            "share it.",
            lambda X, W, b, i, k: X[i] @ W[:, k] + b[0, i],
        ),
        Misconception(
            "row and column swapped",
            "You read i as the column and k as the row. In Z[i, k] the row comes first.",
            lambda X, W, b, i, k: X[k] @ W[:, i] + b[0, i],
        ),
        Misconception(
            "counted from one",
            "You take 1 off the indices. NumPy counts rows and columns from 0, and so do i and k.",
            lambda X, W, b, i, k: X[i - 1] @ W[:, k - 1] + b[0, k - 1],
        ),
    ),
)


EXERCISES = (ONE_ENTRY,)
