"""Exercise 5.3: back through the bend of ReLU."""

import numpy as np

import nnlib

from ....exercises.drawing import both_signs
from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def through_relu(dZ2, W2, Z1):
    """From dZ2 (n, d_out), W2 (d_hidden, d_out) and Z1 (n, d_hidden) to dZ1 (n, d_hidden)."""
    dA1 = dZ2 @ W2.T
    return dA1 * nnlib.relu_derivative(Z1)


def draw_through_relu(rng, n, d_hidden, d_out):
    return (
        rng.normal(size=(n, d_out)),
        rng.normal(size=(d_hidden, d_out)),
        both_signs(rng, 0.4, 1.6, (n, d_hidden)),
    )


def outputs_and_weights(rng):
    return rng.normal(size=(4, 3)), rng.normal(size=(2, 3))


def gated(dA, Z):
    return dA * (Z > 0)


THROUGH_RELU = Exercise(
    "5.3",
    solution=through_relu,
    parts=("dZ1",),
    draw=draw_through_relu,
    example=lambda: five_rows("dY_hat", "W2", "Z1"),
    edges=lambda rng: {
        "units that are all on": (*outputs_and_weights(rng), rng.uniform(0.4, 1.6, (4, 2))),
        "units that are all off": (*outputs_and_weights(rng), -rng.uniform(0.4, 1.6, (4, 2))),
        "as many rows, units and outputs": (
            *rng.normal(size=(2, 3, 3)),
            both_signs(rng, 0.4, 1.6, (3, 3)),
        ),
    },  # fmt: skip
    misconceptions=(
        Misconception(
            "gate left out",
            "This is dA1, what arrives behind ReLU. A unit that was off on the way forward lets "
            "nothing through on the way back.",
            lambda dZ2, W2, Z1: dZ2 @ W2.T,
        ),
        Misconception(
            "gate at the gradient",
            "You let the positive prices through and stop the negative ones. The gate does not ask "
            "for the price; it asks whether the unit was on.",
            lambda dZ2, W2, Z1: nnlib.relu(dZ2 @ W2.T),
        ),
        Misconception(
            "output instead of slope",
            "You multiply by relu(Z1), by what came out of the unit. A price passes a bend with "
            "the slope of the bend, which is 1 or 0.",
            lambda dZ2, W2, Z1: (dZ2 @ W2.T) * nnlib.relu(Z1),
        ),
        Misconception(
            "input instead of slope",
            "You multiply by Z1 itself, by what went into the unit. A price passes a bend with "
            "the slope of the bend at Z1, which is 1 or 0.",
            lambda dZ2, W2, Z1: (dZ2 @ W2.T) * Z1,
        ),
        Misconception(
            "gate upside down",
            "You keep the prices of the units that were off, and stop those of the units that were "
            "on.",
            lambda dZ2, W2, Z1: gated(dZ2 @ W2.T, -Z1),
        ),
        Misconception(
            "slope alone",
            "This is the slope of ReLU. Along one way slopes multiply: the price that arrives at "
            "A1 is missing.",
            lambda dZ2, W2, Z1: nnlib.relu_derivative(Z1),
        ),
        Misconception(
            "d_hidden columns, n rows",
            "An `@` has d_hidden columns at its left and n rows at its right. Does dZ2 stand at "
            "the left of the weights, and does your gate work entry by entry?",
            lambda dZ2, W2, Z1: (dZ2 @ W2.T) @ nnlib.relu_derivative(Z1),
        ),
        Misconception(
            "dA1 on its side",
            "Your dA1 lies on its side, (d_hidden, n), and does not fit the gate. Here each "
            "example is a row: which factor must stand at the left?",
            lambda dZ2, W2, Z1: gated(W2 @ dZ2.T, Z1),
        ),
        Misconception(
            "W2 not turned",
            "`@` sums over the columns of its left factor: here, the outputs. They are the columns "
            "of W2 too, so the shapes do not fit.",
            lambda dZ2, W2, Z1: dZ2 @ W2,
        ),
        Misconception(
            "star instead of @",
            "You multiply dZ2 and the weights entry by entry, which happens to fit for one output. "
            "A hidden unit feeds all outputs, and their prices add up.",
            lambda dZ2, W2, Z1: gated(dZ2 * W2.T, Z1),
        ),
        Misconception(
            "first output only",
            "You count the way through the first output only. A hidden unit feeds all of them, and "
            "over several ways slopes add up.",
            lambda dZ2, W2, Z1: gated(dZ2[:, :1] * W2[:, 0], Z1),
        ),
        Misconception(
            "mean over the outputs",
            "You average over the outputs. A hidden unit feeds all of them, and over several ways "
            "slopes add up.",
            lambda dZ2, W2, Z1: gated(dZ2 @ W2.T / W2.shape[1], Z1),
        ),
        Misconception(
            "sums before products",
            "You add up prices and weights first and multiply then. Each output's price must meet "
            "that output's own weight before anything is added.",
            lambda dZ2, W2, Z1: gated(dZ2.sum(axis=1, keepdims=True) * W2.sum(axis=1), Z1),
        ),
        Misconception(
            "divided twice",
            "You divide by the number of rows. Rows stay apart here, and dZ2 has the 1/n of the "
            "loss in it already.",
            lambda dZ2, W2, Z1: gated(dZ2 @ W2.T, Z1) / len(Z1),
        ),
        Misconception(
            "sign instead of slope",
            "You multiply by the sign of Z1, so a unit that was off turns the price round. Its "
            "slope is 0: it lets nothing through.",
            lambda dZ2, W2, Z1: (dZ2 @ W2.T) * np.sign(Z1),
        ),
    ),
)


EXERCISES = (THROUGH_RELU,)
