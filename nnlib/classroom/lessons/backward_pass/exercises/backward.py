"""Exercise 5.4: the gradients of a whole network."""

from functools import partial

import numpy as np

import nnlib

from ....exercises.drawing import both_signs
from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows
from .wrong_gradients import UPDATED_EARLY, gated_output, gradients, inputs_before_relu, row_means
from .wrong_products import FOR_BACKWARD


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
    sizes = (d_in, d_hidden), (1, d_hidden), (d_hidden, d_out), (1, d_out)
    while True:
        X, Y = rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out))
        W1, b1, W2, b2 = (both_signs(rng, 0.4, 1.6, size) for size in sizes)
        if np.abs(X @ W1 + b1).min() > 0.01:
            return X, Y, W1, b1, W2, b2


BACKWARD = Exercise(
    "5.4",
    solution=backward,
    parts=("dW1", "db1", "dW2", "db2"),
    draw=draw_backward_pass,
    example=lambda: five_rows("X", "Y", "W1", "b1", "W2", "b2"),
    edges=lambda rng: {
        "a single hidden unit": draw_backward_pass(rng, 5, 3, 1, 2),
        "a single feature": draw_backward_pass(rng, 5, 1, 4, 2),
    },
    misconceptions=(
        Misconception(
            "mean instead of sum",
            "You average the bias gradients over the rows. A bias is added in every row, so the "
            "prices add up, and dY_hat has the 1/n in it already.",
            partial(gradients, biases=row_means),
        ),
        Misconception(
            "the article's gradients",
            "These are the article's lines: the error without its 2/n, summed for the weights, "
            "averaged for the biases. The two disagree by n, and both with the loss.",
            partial(gradients, price=lambda Y_hat, Y: Y_hat - Y, biases=row_means),
        ),
        Misconception(
            "gradient of half the sum",
            "You start from the error Y_hat - Y alone. The loss is a mean of squares, and both "
            "the mean and the square leave a factor.",
            partial(gradients, price=lambda Y_hat, Y: Y_hat - Y),
        ),
        Misconception(
            "gradient of the sum",
            "You start from 2 (Y_hat - Y), the gradient of the sum of squares. The loss is their "
            "mean: where does its division stand?",
            partial(gradients, price=lambda Y_hat, Y: 2 * (Y_hat - Y)),
        ),
        Misconception(
            "the 2 left out",
            "Every number is half of what it should be: it belongs to half the mean squared "
            "error. Our loss has no one half, so the square leaves a 2.",
            partial(gradients, price=lambda Y_hat, Y: (Y_hat - Y) / Y.size),
        ),
        Misconception(
            "divided by the rows",
            "You divide by the number of rows. The loss is the mean over all entries of Y; with "
            "several outputs these are more than the rows.",
            partial(gradients, price=lambda Y_hat, Y: 2 * (Y_hat - Y) / len(Y)),
        ),
        Misconception(
            "the 2 left out, rows only",
            "You divide the error by the number of rows. The loss is a mean over all entries of "
            "Y, and the square in it leaves a factor.",
            partial(gradients, price=lambda Y_hat, Y: (Y_hat - Y) / len(Y)),
        ),
        Misconception(
            "divided twice",
            "You divide by n in dY_hat, and once more behind it. One division is enough: every "
            "line behind dY_hat inherits it.",
            partial(gradients, weights=lambda A, dZ: A.T @ dZ / len(A), biases=row_means),
        ),
        Misconception(
            "target minus prediction",
            "Every sign is turned, as if the error were Y - Y_hat. The gradient points uphill, to "
            "a larger loss; the minus comes with the step.",
            partial(gradients, price=lambda Y_hat, Y: 2 * (Y - Y_hat) / Y.size),
        ),
        Misconception(
            "gate left out",
            "You take dA1 where dZ1 belongs. A unit that was off on the way forward lets nothing "
            "through on the way back.",
            partial(gradients, gate=lambda dA, Z: dA),
        ),
        Misconception(
            "gate at the gradient",
            "Your gate stops the negative prices. It should stop the prices of the units that were "
            "off.",
            partial(gradients, gate=lambda dA, Z: nnlib.relu(dA)),
        ),
        Misconception(
            "output instead of slope",
            "At the gate you multiply by relu(Z1), what came out of the unit. A price passes a "
            "bend with the slope of the bend, which is 1 or 0.",
            partial(gradients, gate=lambda dA, Z: dA * nnlib.relu(Z)),
        ),
        Misconception(
            "no relu",
            "Your forward pass has no ReLU: layer 2 gets Z1. The gradient must belong to the "
            "network that made the loss.",
            partial(gradients, relu=lambda Z: Z),
        ),
        Misconception(
            "dW2 from Z1",
            "Your dW2 takes Z1 for the input of layer 2. What did its weights really meet on the "
            "way forward?",
            inputs_before_relu,
        ),
        Misconception(
            "relu on the output",
            "You put a ReLU behind the last layer too. Then no prediction can be negative; our "
            "network ends with a linear layer.",
            partial(gradients, output=nnlib.relu),
        ),
        Misconception(
            "relu and gate on the output",
            "You put a ReLU behind the last layer, and its gate on the way back. Our network ends "
            "with a linear layer: a prediction may be negative, and its price passes.",
            gated_output,
        ),
        Misconception(
            "keepdims left out",
            "The numbers of the bias gradients are right, but each has lost its row. A gradient "
            "has the shape of its parameter, and a bias is (1, d_out).",
            partial(gradients, biases=lambda dZ: dZ.sum(axis=0)),
        ),
        *UPDATED_EARLY,
        *FOR_BACKWARD,
    ),
)


EXERCISES = (BACKWARD,)
