"""Products whose factors do not fit, in exercises 5.1, 5.4 and 5.5.

Several slips end in the same error: what counts is which columns meet which rows. So a name tells
these two, and a sentence is true for each of the slips.
"""

import nnlib

from ....exercises.exercise import Misconception
from .wrong_gradients import gradients

FOR_WEIGHT_GRADIENT = (
    Misconception(
        "wrong factor turned",
        "You turned dZ and left A as it is, so the inputs meet the outputs. Which of the two must "
        "be turned so that the sum runs over the n rows?",
        lambda A, dZ: A @ dZ.T,
    ),
    Misconception(
        "dZ first, none turned",
        "`@` sums over the columns of its left factor, here the outputs. The sum must run over "
        "the n rows, and the rows of dW belong to the inputs.",
        lambda A, dZ: dZ @ A,
    ),
    Misconception(
        "dZ first, A turned",
        "`@` sums over the columns of its left factor, here the outputs. Whose columns should be "
        "the n rows, and which factor should stand at the left?",
        lambda A, dZ: dZ @ A.T,
    ),
    Misconception(
        "both turned",
        "You turned both factors. The sum runs over the rows, which must be the columns of the "
        "left factor and stay the rows of the right one.",
        lambda A, dZ: A.T @ dZ.T,
    ),
)


def of_network(product):
    """Turn product(X, W1, W2, Z1, dY_hat), which does not fit, into a backward pass."""

    def wrong(X, Y, W1, b1, W2, b2):
        Z1 = X @ W1 + b1
        return product(X, W1, W2, Z1, nnlib.relu(Z1) @ W2 + b2 - Y)

    return wrong


FOR_BACKWARD = (
    Misconception(
        "d_hidden columns, n rows",
        "An `@` has d_hidden columns at its left and n rows at its right. What should it sum "
        "over, and which factor must be turned, or stand first, for that?",
        of_network(lambda X, W1, W2, Z1, dY_hat: Z1 @ dY_hat),
    ),
    Misconception(
        "d_hidden columns, d_out rows",
        "An `@` has d_hidden columns at its left and d_out rows at its right. Which factor is "
        "turned that should not be, or not turned that should be?",
        of_network(lambda X, W1, W2, Z1, dY_hat: Z1 @ dY_hat.T),
    ),
    Misconception(
        "d_out columns, d_hidden rows",
        "An `@` has d_out columns at its left and d_hidden rows at its right. If that is dA1, it "
        "should sum over the outputs: are they the rows of its right factor?",
        of_network(lambda X, W1, W2, Z1, dY_hat: dY_hat @ W2),
    ),
    Misconception(
        "d_in columns, n rows",
        "An `@` has d_in columns at its left and n rows at its right. If that is dW1, it should "
        "sum over the rows: which factor must be turned for that?",
        of_network(lambda X, W1, W2, Z1, dY_hat: X @ Z1),
    ),
    Misconception(
        "d_in columns, d_hidden rows",
        "An `@` has d_in columns at its left and d_hidden rows at its right: is something turned "
        "that should not be? W1 is (d_in, d_hidden), and in dW1 the sum runs over the rows.",
        of_network(lambda X, W1, W2, Z1, dY_hat: X @ Z1.T),
    ),
    Misconception(
        "dA1 on its side",
        "Your dA1 lies on its side, (d_hidden, n), and does not fit the gate. Here each example "
        "is a row: which factor must stand at the left?",
        lambda *arguments: gradients(*arguments, through=lambda dY_hat, W2, dW2: W2 @ dY_hat.T),
    ),
)

FOR_BACKWARD_STEP = (
    Misconception(
        "d_in columns, n rows",
        "An `@` has d_in columns at its left and n rows at its right. Over what should it sum: "
        "the rows, for dW, or the outputs, for dA?",
        lambda A, W, b, dZ, lr: A @ dZ,
    ),
    Misconception(
        "d_in columns, d_out rows",
        "An `@` has d_in columns at its left and d_out rows at its right. If that is dW, it should "
        "sum over the n rows: which factor must be turned for that?",
        lambda A, W, b, dZ, lr: A @ dZ.T,
    ),
    Misconception(
        "d_out columns, d_in rows",
        "An `@` has d_out columns at its left and d_in rows at its right. If that is dA, it should "
        "sum over the outputs: are they the rows of its right factor?",
        lambda A, W, b, dZ, lr: dZ @ W,
    ),
    Misconception(
        "dW on its side",
        "Your dW lies on its side, (d_out, d_in), and W cannot take such a step. The rows of W "
        "belong to the inputs of the layer.",
        lambda A, W, b, dZ, lr: (W - lr * dZ.T @ A, b - lr * dZ.sum(axis=0), dZ @ W.T),
    ),
)
