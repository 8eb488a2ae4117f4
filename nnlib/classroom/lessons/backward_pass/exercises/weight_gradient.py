"""Exercise 5.1: the gradient of the weights."""

import numpy as np

from ....exercises.drawing import whole
from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows
from .wrong_products import FOR_WEIGHT_GRADIENT


def weight_gradient(A, dZ):
    """From A (n, d_in) and dZ (n, d_out) to dW (d_in, d_out)."""
    return A.T @ dZ


WEIGHT_GRADIENT = Exercise(
    "5.1",
    solution=weight_gradient,
    parts=("dW",),
    draw=lambda rng, n, d_in, d_out: (rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out))),
    example=lambda: five_rows("A1", "dY_hat"),
    alone=("n", "d_in", "d_out"),
    edges=lambda rng: {
        "as many rows as inputs and outputs": tuple(rng.normal(size=(2, 3, 3))),
        "whole numbers": (whole(rng, 1, 5, (4, 3)), whole(rng, 1, 5, (4, 2))),
    },
    misconceptions=(
        Misconception(
            "mean instead of sum",
            "You divide by the number of rows. dZ has the 1/n of the loss in it already; behind "
            "dY_hat no line divides again.",
            lambda A, dZ: A.T @ dZ / len(A),
        ),
        Misconception(
            "divided by all entries",
            "You divide by dZ.size. That division belongs to dY_hat, and dZ brings it along.",
            lambda A, dZ: A.T @ dZ / dZ.size,
        ),
        Misconception(
            "dW on its side",
            "This is dW lying on its side, (d_out, d_in). Here the rows of W belong to the inputs "
            "of the layer, and so do the rows of dW.",
            lambda A, dZ: dZ.T @ A,
        ),
        Misconception(
            "no rows to sum",
            "`@` sums over the columns of its left factor, and these must fit the rows of its "
            "right one. What must be turned so that the sum runs over the n rows?",
            lambda A, dZ: A @ dZ,
        ),
        *FOR_WEIGHT_GRADIENT,
        Misconception(
            "star instead of @",
            "`*` multiplies entry by entry and adds up nothing. Each entry of dW is a sum over "
            "the rows.",
            lambda A, dZ: A.T * dZ,
        ),
        Misconception(
            "entry by entry",
            "You multiply A and dZ entry by entry. But every input meets every output, and the "
            "products of all rows add up.",
            lambda A, dZ: A * dZ,
        ),
        Misconception(
            "sums before products",
            "You add up the rows first and multiply then. The input of a row must meet the "
            "price of its own row before anything is added.",
            lambda A, dZ: np.outer(A.sum(axis=0), dZ.sum(axis=0)),
        ),
        Misconception(
            "one dW per row",
            "You keep a gradient for each row. The weight is the same one in all rows, so their "
            "shares must be added up.",
            lambda A, dZ: A[:, :, np.newaxis] * dZ[:, np.newaxis, :],
        ),
        Misconception(
            "last row only",
            "Only the last row is in your result. If you wrote a loop: does each row take the "
            "place of those before it?",
            lambda A, dZ: np.outer(A[-1], dZ[-1]),
        ),
        Misconception(
            "first row only",
            "Only the first row is in your result. Does `return` stand inside the loop?",
            lambda A, dZ: np.outer(A[0], dZ[0]),
        ),
        Misconception(
            "outer product of everything",
            "Every number of A meets every number of dZ here, across the rows too, as in "
            "np.outer. Only numbers of the same row belong together.",
            np.outer,
        ),
        Misconception(
            "minus of the step",
            "Every sign is turned. The gradient points uphill; the minus comes with the step, "
            "not before.",
            lambda A, dZ: -A.T @ dZ,
        ),
    ),
)


EXERCISES = (WEIGHT_GRADIENT,)
