"""Exercise 3.3: forward through two layers."""

import numpy as np

import nnlib

from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def two_layers(X, W1, b1, W2, b2):
    """From X (n, d_in) through d_hidden ReLU units to Y_hat (n, d_out)."""
    A1 = nnlib.relu(X @ W1 + b1)
    return A1 @ W2 + b2


def draw_two_layers(rng, n, d_in, d_hidden, d_out):
    """X and the parameters of two layers; somewhere a unit is off, and a prediction negative."""
    sizes = (n, d_in), (d_in, d_hidden), (1, d_hidden), (d_hidden, d_out), (1, d_out)
    while True:
        X, W1, b1, W2, b2 = (rng.normal(size=size) for size in sizes)
        if np.any(X @ W1 + b1 < 0) and np.any(two_layers(X, W1, b1, W2, b2) < 0):
            return X, W1, b1, W2, b2


TWO_LAYERS = Exercise(
    "3.3",
    solution=two_layers,
    parts=("Y_hat",),
    draw=draw_two_layers,
    example=lambda: five_rows("X", "W1", "b1", "W2", "b2"),
    edges=lambda rng: {
        "a single hidden unit": draw_two_layers(rng, 7, 3, 1, 2),
        "a single feature": draw_two_layers(rng, 7, 1, 4, 2),
        "layers of one width": draw_two_layers(rng, 7, 3, 3, 3),
    },
    misconceptions=(
        Misconception(
            "no relu",
            "You go from layer 1 straight to layer 2. Without ReLU the two collapse into one "
            "linear layer.",
            lambda X, W1, b1, W2, b2: (X @ W1 + b1) @ W2 + b2,
        ),
        Misconception(
            "relu on the output",
            "Your output goes through ReLU too. The output units have none: a prediction may be "
            "negative.",
            lambda X, W1, b1, W2, b2: nnlib.relu(two_layers(X, W1, b1, W2, b2)),
        ),
        Misconception(
            "relu only on the output",
            "Your ReLU stands at the end. It belongs to the hidden units, between the two layers.",
            lambda X, W1, b1, W2, b2: nnlib.relu((X @ W1 + b1) @ W2 + b2),
        ),
        Misconception(
            "bias after relu",
            "You add b1 after ReLU. The bias decides where a unit switches on, so it must be in "
            "before.",
            lambda X, W1, b1, W2, b2: (nnlib.relu(X @ W1) + b1) @ W2 + b2,
        ),
        Misconception(
            "b1 left out",
            "The hidden units have no bias in your code, so all of them switch on at 0.",
            lambda X, W1, b1, W2, b2: nnlib.relu(X @ W1) @ W2 + b2,
        ),
        Misconception(
            "both biases left out",
            "Neither layer adds its bias. Hidden units and output units each have one.",
            lambda X, W1, b1, W2, b2: nnlib.relu(X @ W1) @ W2,
        ),
        Misconception(
            "relu on the input",
            "Here ReLU acts on X and on nothing else. Features may be negative; it is the hidden "
            "units' Z that ReLU bends.",
            lambda X, W1, b1, W2, b2: (nnlib.relu(X) @ W1 + b1) @ W2 + b2,
        ),
        Misconception(
            "largest over the rows",
            "You take the largest number of each column, over all rows, as np.max(Z, 0) does. "
            "ReLU compares each entry with 0.",
            lambda X, W1, b1, W2, b2: np.max(X @ W1 + b1, 0) @ W2 + b2,
        ),
        Misconception(
            "on or off only",
            "You pass on 1 for each unit that is on. ReLU passes on the value itself.",
            lambda X, W1, b1, W2, b2: (X @ W1 + b1 > 0) @ W2 + b2,
        ),
        Misconception(
            "sign lost",
            "You turn negative numbers into positive ones. ReLU sets them to 0.",
            lambda X, W1, b1, W2, b2: abs(X @ W1 + b1) @ W2 + b2,
        ),
        Misconception(
            "positive part cut off",
            "You keep the negative numbers and cut off the positive ones. ReLU does the opposite.",
            lambda X, W1, b1, W2, b2: np.minimum(0, X @ W1 + b1) @ W2 + b2,
        ),
        Misconception(
            "stops at the hidden layer",
            "You return what the hidden units give. The prediction needs layer 2 as well.",
            lambda X, W1, b1, W2, b2: nnlib.relu(X @ W1 + b1),
        ),
    ),
)


EXERCISES = (TWO_LAYERS,)
