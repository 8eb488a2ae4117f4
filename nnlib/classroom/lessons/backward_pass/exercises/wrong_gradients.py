"""What wrong answers to exercise 5.4 are made of."""

from functools import partial

import nnlib

from ....exercises.exercise import Misconception
from .through_relu import gated


def gradients(
    X, Y, W1, b1, W2, b2,
    *,
    price=lambda Y_hat, Y: 2 * (Y_hat - Y) / Y.size,
    relu=nnlib.relu,
    gate=gated,
    weights=lambda A, dZ: A.T @ dZ,
    biases=lambda dZ: dZ.sum(axis=0, keepdims=True),
    output=lambda Z2: Z2,
    through=lambda dY_hat, W2, dW2: dY_hat @ W2.T,
):  # fmt: skip
    """The backward pass, each line of which can be replaced by another."""
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    dY_hat = price(output(A1 @ W2 + b2), Y)
    dW2, db2 = weights(A1, dY_hat), biases(dY_hat)
    dZ1 = gate(through(dY_hat, W2, dW2), Z1)
    return weights(X, dZ1), biases(dZ1), dW2, db2


def inputs_before_relu(X, Y, W1, b1, W2, b2):
    dW1, db1, _, db2 = gradients(X, Y, W1, b1, W2, b2)
    Z1 = X @ W1 + b1
    dY_hat = 2 * (gated(Z1, Z1) @ W2 + b2 - Y) / Y.size
    return dW1, db1, Z1.T @ dY_hat, db2


def gated_output(X, Y, W1, b1, W2, b2):
    """A ReLU behind the last layer, on both ways."""

    def price(Y_hat, Y):
        return 2 * (Y_hat - Y) / Y.size * (Y_hat > 0)

    return gradients(X, Y, W1, b1, W2, b2, price=price, output=nnlib.relu)


def row_means(dZ):
    return dZ.mean(axis=0, keepdims=True)


def updated_early(lr):
    """The mistake of sending the price through a W2 that has taken its step at this rate."""
    return Misconception(
        f"W2 updated early, rate {lr}",
        "Your dZ1 goes through W2 after its update. This loss was made by the W2 of the forward "
        "pass: all gradients first, then the steps.",
        partial(gradients, through=lambda dY_hat, W2, dW2: dY_hat @ (W2 - lr * dW2).T),
    )


# A rate cannot be read off the answer; these are the usual ones, the first is the article's.
UPDATED_EARLY = tuple(map(updated_early, (0.0001, 0.001, 0.01, 0.1)))
