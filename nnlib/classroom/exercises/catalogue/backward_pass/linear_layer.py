"""Exercises of notebook 5, the backward pass: the gradients of a layer's weights and biases."""

import numpy as np

import nnlib

from ...exercise import Exercise, Misconception


def example_of_notebook():
    """The arrays of the notebook, by name: the five rows there and back again."""
    X, Y = nnlib.make_five_rows()
    W1, b1, W2, b2 = nnlib.make_article_weights()
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    dY_hat = 2 * (A1 @ W2 + b2 - Y) / Y.size
    dZ1 = (dY_hat @ W2.T) * nnlib.relu_derivative(Z1)
    return {
        "X": X, "Y": Y, "W1": W1, "b1": b1, "W2": W2, "b2": b2,
        "Z1": Z1, "A1": A1, "dY_hat": dY_hat, "dZ1": dZ1,
    }  # fmt: skip


def from_notebook(*names):
    """Return a function that gives these arrays of the notebook."""
    return lambda: tuple(example_of_notebook()[name] for name in names)


def weight_gradient(A, dZ):
    """From A (n, d_in) and dZ (n, d_out) to dW (d_in, d_out)."""
    return A.T @ dZ


WEIGHT_GRADIENT = Exercise(
    "5.1",
    solution=weight_gradient,
    parts=("dW",),
    draw=lambda rng, n, d_in, d_out: (rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out))),
    example=from_notebook("A1", "dY_hat"),
    alone=("n", "d_in", "d_out"),
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
            "wrong factor turned",
            "This is dW lying on its side, (d_out, d_in). Here the rows of W belong to the "
            "inputs of the layer, and so do the rows of dW.",
            lambda A, dZ: dZ.T @ A,
        ),
        Misconception(
            "no rows to sum",
            "`@` sums over the columns of its left factor, and these must fit the rows of its "
            "right one. What must be turned so that the sum runs over the n rows?",
            lambda A, dZ: A @ dZ,
        ),
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
            "Only the last row is in your result. In a loop, `=` forgets the rows before; they "
            "must add up.",
            lambda A, dZ: np.outer(A[-1], dZ[-1]),
        ),
        Misconception(
            "first row only",
            "Only the first row is in your result. Does `return` stand inside the loop?",
            lambda A, dZ: np.outer(A[0], dZ[0]),
        ),
        Misconception(
            "outer product of everything",
            "np.outer lays both arrays out flat and multiplies across the rows too. Only numbers "
            "of the same row belong together.",
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


def bias_gradient(dZ):
    """From dZ (n, d_out) to db (1, d_out)."""
    return dZ.sum(axis=0, keepdims=True)


BIAS_GRADIENT = Exercise(
    "5.2",
    solution=bias_gradient,
    parts=("db",),
    draw=lambda rng, n, d_out: (rng.normal(size=(n, d_out)),),
    example=from_notebook("dZ1"),
    misconceptions=(
        Misconception(
            "mean instead of sum",
            "You average over the rows, as the article does. The bias is added in every row, so "
            "the prices add up; the 1/n of the loss is in dZ already.",
            lambda dZ: dZ.mean(axis=0, keepdims=True),
        ),
        Misconception(
            "mean, and flat",
            "You average over the rows, and the result has lost its row: (d_out,). The bias is "
            "added in every row, so the prices add up, and db has the shape of b.",
            lambda dZ: dZ.mean(axis=0),
        ),
        Misconception(
            "keepdims left out",
            "The numbers are right, the shape is (d_out,). A gradient has the shape of its "
            "parameter, and b is a row, (1, d_out).",
            lambda dZ: dZ.sum(axis=0),
        ),
        Misconception(
            "sum across the outputs",
            "You add up across each row, and get one number per row. A bias belongs to one "
            "output, and collects that output's price from all rows.",
            lambda dZ: dZ.sum(axis=1, keepdims=True),
        ),
        Misconception(
            "across and flat",
            "You add up across each row, and get n numbers, one per row. There is one bias for "
            "each output, so which way must the sum go?",
            lambda dZ: dZ.sum(axis=1),
        ),
        Misconception(
            "one column per example",
            "This line is from a course where each example is a column, and where dZ has no 1/n. "
            "Here each example is a row, and the 1/n stands in dY_hat.",
            lambda dZ: dZ.sum(axis=1, keepdims=True) / dZ.shape[1],
        ),
        Misconception(
            "all outputs in one",
            "You add up everything, to one number for all outputs. Each output has a bias of its "
            "own, which does not touch the others.",
            lambda dZ: dZ.sum(),
        ),
        Misconception(
            "one box for all",
            "You add up everything, to one number in a (1, 1) array. Each output has a bias of "
            "its own, which does not touch the others.",
            lambda dZ: dZ.sum(keepdims=True),
        ),
        Misconception(
            "mean of everything",
            "You average over everything, to one number. Each output has a bias of its own, and "
            "what is added in every row adds up.",
            lambda dZ: dZ.mean(),
        ),
        Misconception(
            "not summed at all",
            "You hand dZ on as it is, a price for each row. The bias is the same number in all "
            "rows; subtracting this from b would give every row a bias of its own.",
            lambda dZ: dZ,
        ),
    ),
)

EXERCISES = (WEIGHT_GRADIENT, BIAS_GRADIENT)
