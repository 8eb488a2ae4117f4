"""Exercises of notebook 5: the gradients of a whole network."""

import numpy as np

import nnlib

from ...exercise import Exercise, Misconception
from .linear_layer import from_notebook
from .through_relu import draw_mixed, gated


def backward(X, Y, W1, b1, W2, b2):
    """From X (n, d_in), Y (n, d_out) and the parameters to dW1, db1, dW2, db2, shaped as these."""
    Z1 = X @ W1 + b1
    A1 = nnlib.relu(Z1)
    Y_hat = A1 @ W2 + b2
    dY_hat = 2 * (Y_hat - Y) / Y.size
    dW2 = A1.T @ dY_hat
    db2 = dY_hat.sum(axis=0, keepdims=True)
    dZ1 = (dY_hat @ W2.T) * nnlib.relu_derivative(Z1)
    dW1 = X.T @ dZ1
    db1 = dZ1.sum(axis=0, keepdims=True)
    return dW1, db1, dW2, db2


def draw_backward_pass(rng, n, d_in, d_hidden, d_out):
    """Rows and a network, until no unit is near its bend in any row."""
    while True:
        X, Y = rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out))
        W1, b1 = draw_mixed(rng, (d_in, d_hidden)), draw_mixed(rng, (1, d_hidden))
        if np.abs(X @ W1 + b1).min() > 0.01:
            return X, Y, W1, b1, draw_mixed(rng, (d_hidden, d_out)), draw_mixed(rng, (1, d_out))


def gradients(
    X, Y, W1, b1, W2, b2,
    *,
    price=lambda Y_hat, Y: 2 * (Y_hat - Y) / Y.size,
    relu=nnlib.relu,
    gate=gated,
    weights=lambda A, dZ: A.T @ dZ,
    biases=lambda dZ: dZ.sum(axis=0, keepdims=True),
    output=lambda Z2: Z2,
):  # fmt: skip
    """The backward pass, each line of which can be replaced by another."""
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    dY_hat = price(output(A1 @ W2 + b2), Y)
    dZ1 = gate(dY_hat @ W2.T, Z1)
    return weights(X, dZ1), biases(dZ1), weights(A1, dY_hat), biases(dY_hat)


def faulty(**lines):
    """The backward pass with these lines in place of its own."""
    return lambda *arguments: gradients(*arguments, **lines)


def inputs_before_relu(X, Y, W1, b1, W2, b2):
    dW1, db1, _, db2 = gradients(X, Y, W1, b1, W2, b2)
    Z1 = X @ W1 + b1
    dY_hat = 2 * (gated(Z1, Z1) @ W2 + b2 - Y) / Y.size
    return dW1, db1, Z1.T @ dY_hat, db2


def row_means(dZ):
    return dZ.mean(axis=0, keepdims=True)


BACKWARD = Exercise(
    "5.4",
    solution=backward,
    parts=("dW1", "db1", "dW2", "db2"),
    draw=draw_backward_pass,
    example=from_notebook("X", "Y", "W1", "b1", "W2", "b2"),
    misconceptions=(
        Misconception(
            "biases averaged",
            "You average the bias gradients over the rows. A bias is added in every row, so the "
            "prices add up, and dY_hat has the 1/n in it already.",
            faulty(biases=row_means),
        ),
        Misconception(
            "the article's gradients",
            "These are the article's lines: the error without its 2/n, summed for the weights, "
            "averaged for the biases. The two disagree by n, and both with the loss.",
            faulty(price=lambda Y_hat, Y: Y_hat - Y, biases=row_means),
        ),
        Misconception(
            "error without its factor",
            "You start from the error Y_hat - Y alone. The loss is a mean of squares, and both "
            "the mean and the square leave a factor.",
            faulty(price=lambda Y_hat, Y: Y_hat - Y),
        ),
        Misconception(
            "mean left out",
            "You start from 2 (Y_hat - Y), the gradient of the sum of squares. The loss is their "
            "mean: where does its division stand?",
            faulty(price=lambda Y_hat, Y: 2 * (Y_hat - Y)),
        ),
        Misconception(
            "half the squared error",
            "Every number is half of what it should be: it belongs to half the mean squared error. "
            "Our loss has no one half, so the square leaves a 2.",
            faulty(price=lambda Y_hat, Y: (Y_hat - Y) / Y.size),
        ),
        Misconception(
            "divided by rows only",
            "You divide by the number of rows. The loss is the mean over all entries of Y; with "
            "several outputs these are more than the rows.",
            faulty(price=lambda Y_hat, Y: 2 * (Y_hat - Y) / len(Y)),
        ),
        Misconception(
            "divided twice",
            "You divide by n in dY_hat, and once more behind it. One division is enough: every "
            "line behind dY_hat inherits it.",
            faulty(weights=lambda A, dZ: A.T @ dZ / len(A), biases=row_means),
        ),
        Misconception(
            "truth minus prediction",
            "Every sign is turned, as if the error were Y - Y_hat. The gradient points uphill, to "
            "a larger loss; the minus comes with the step.",
            faulty(price=lambda Y_hat, Y: 2 * (Y - Y_hat) / Y.size),
        ),
        Misconception(
            "gate left out",
            "You take dA1 where dZ1 belongs. A unit that was off on the way forward lets nothing "
            "through on the way back.",
            faulty(gate=lambda dA, Z: dA),
        ),
        Misconception(
            "gate at the gradient",
            "Your gate stops the negative prices. It should stop the prices of the units that were "
            "off.",
            faulty(gate=lambda dA, Z: nnlib.relu(dA)),
        ),
        Misconception(
            "relu, not its slope",
            "At the gate you multiply by relu(Z1), what came out of the unit. A price passes a "
            "bend with the slope of the bend, which is 1 or 0.",
            faulty(gate=lambda dA, Z: dA * nnlib.relu(Z)),
        ),
        Misconception(
            "no relu forward",
            "Your forward pass has no ReLU: layer 2 gets Z1. The gradient must belong to the "
            "network that made the loss.",
            faulty(relu=lambda Z: Z),
        ),
        Misconception(
            "dW2 from Z1",
            "Your dW2 takes Z1 for the input of layer 2. What did its weights really meet on the "
            "way forward?",
            inputs_before_relu,
        ),
        Misconception(
            "relu behind the output",
            "You put a ReLU behind the last layer too. Then no prediction can be negative; our "
            "network ends with a linear layer.",
            faulty(output=nnlib.relu),
        ),
        Misconception(
            "biases without keepdims",
            "The numbers of the bias gradients are right, but each has lost its row. A gradient "
            "has the shape of its parameter, and a bias is (1, d_out).",
            faulty(biases=lambda dZ: dZ.sum(axis=0)),
        ),
    ),
)

EXERCISES = (BACKWARD,)
