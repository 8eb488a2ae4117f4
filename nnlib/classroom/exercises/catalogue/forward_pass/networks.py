"""Exercises of notebook 3 that go through several layers."""

import numpy as np

import nnlib

from ...exercise import Exercise, Misconception


def draw_two_layers(rng, n, d_in, d_hidden, d_out):
    """X and the parameters of two layers; somewhere a unit is off, and a prediction negative."""
    sizes = (n, d_in), (d_in, d_hidden), (1, d_hidden), (d_hidden, d_out), (1, d_out)
    while True:
        X, W1, b1, W2, b2 = (rng.normal(size=size) for size in sizes)
        if np.any(X @ W1 + b1 < 0) and np.any(two_layers(X, W1, b1, W2, b2) < 0):
            return X, W1, b1, W2, b2


def two_layers(X, W1, b1, W2, b2):
    """From X (n, d_in) through d_hidden ReLU units to Y_hat (n, d_out)."""
    A1 = nnlib.relu(X @ W1 + b1)
    return A1 @ W2 + b2


TWO_LAYERS = Exercise(
    "3.3",
    solution=two_layers,
    parts=("Y_hat",),
    draw=draw_two_layers,
    example=lambda: (nnlib.make_five_rows()[0], *nnlib.make_article_weights()),
    misconceptions=(
        Misconception(
            "no ReLU",
            "You go from layer 1 straight to layer 2. Without ReLU the two collapse into one "
            "linear layer.",
            lambda X, W1, b1, W2, b2: (X @ W1 + b1) @ W2 + b2,
        ),
        Misconception(
            "ReLU on the output",
            "You send the output through ReLU too. The output units have none: a prediction may be "
            "negative.",
            lambda X, W1, b1, W2, b2: nnlib.relu(two_layers(X, W1, b1, W2, b2)),
        ),
        Misconception(
            "ReLU only on the output",
            "Your ReLU stands at the end. It belongs to the hidden units, between the two layers.",
            lambda X, W1, b1, W2, b2: nnlib.relu((X @ W1 + b1) @ W2 + b2),
        ),
        Misconception(
            "b1 after ReLU",
            "You add b1 behind ReLU. The bias decides where a unit switches on, so it must be in "
            "before.",
            lambda X, W1, b1, W2, b2: (nnlib.relu(X @ W1) + b1) @ W2 + b2,
        ),
        Misconception(
            "b1 forgotten",
            "The hidden units have no bias in your code, so all of them switch on at 0.",
            lambda X, W1, b1, W2, b2: nnlib.relu(X @ W1) @ W2 + b2,
        ),
        Misconception(
            "ReLU on the input",
            "You send X through ReLU. Features may be negative; it is the hidden units' Z that "
            "ReLU bends.",
            lambda X, W1, b1, W2, b2: (nnlib.relu(X) @ W1 + b1) @ W2 + b2,
        ),
        Misconception(
            "largest over the rows",
            "You take the largest number of each column, over all rows: np.max(Z, 0) does that. "
            "ReLU compares each entry with 0.",
            lambda X, W1, b1, W2, b2: np.max(X @ W1 + b1, 0) @ W2 + b2,
        ),
        Misconception(
            "on or off only",
            "You pass on 1 for each unit that is on. ReLU passes on the value itself.",
            lambda X, W1, b1, W2, b2: (X @ W1 + b1 > 0) @ W2 + b2,
        ),
        Misconception(
            "sign dropped",
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


def draw_network(rng, n, d_in, first, second, d_out):
    """X, and the weights and biases of three layers."""
    sizes = [d_in, first, second, d_out]
    weights = [rng.normal(size=pair) for pair in zip(sizes, sizes[1:])]
    return rng.normal(size=(n, d_in)), weights, [rng.normal(size=(1, size)) for size in sizes[1:]]


def try_two_depths(function, X, weights, biases):
    """What comes out of all layers, and of the first one as a network of its own."""
    one = function(X, weights[:1], biases[:1])
    return function(X, weights, biases), one


def forward(X, weights, biases):
    """From X (n, d_in) and lists of the layers' W and b to Y_hat (n, d_out)."""
    A = X
    for W, b in zip(weights[:-1], biases[:-1]):
        A = nnlib.relu(A @ W + b)
    return A @ weights[-1] + biases[-1]


def in_turn(X, weights, biases, before=np.array, after=nnlib.relu):
    """A wrong forward pass: the same steps for every layer."""
    for W, b in zip(weights, biases):
        X = after(before(X) @ W + b)
    return X


def bias_last(X, weights, biases):
    """A wrong forward pass: ReLU in the right places, but in front of the bias."""
    for W, b in zip(weights[:-1], biases[:-1]):
        X = nnlib.relu(X @ W) + b
    return X @ weights[-1] + biases[-1]


def start_from_X(X, weights, biases):
    """A wrong forward pass: each layer gets X."""
    for W, b in zip(weights, biases):
        A = nnlib.relu(X @ W + b) if W is not weights[-1] else X @ W + b
    return A


def relu_once(X, weights, biases):
    """A wrong forward pass: ReLU only behind layer 1."""
    A = nnlib.relu(X @ weights[0] + biases[0])
    return in_turn(A, weights[1:], biases[1:], after=np.array)


FORWARD = Exercise(
    "3.5",
    solution=forward,
    parts=("Y_hat of three layers", "Y_hat of one layer"),
    draw=draw_network,
    probe=try_two_depths,
    example=lambda: (
        nnlib.make_five_rows()[0],
        list(nnlib.make_article_weights()[::2]),
        list(nnlib.make_article_weights()[1::2]),
    ),
    misconceptions=(
        Misconception(
            "ReLU on the output",
            "You use ReLU behind every layer. The last one has none: a prediction may be negative.",
            in_turn,
        ),
        Misconception(
            "no ReLU",
            "There is no ReLU between your layers. Without it they collapse into one linear layer.",
            lambda X, weights, biases: in_turn(X, weights, biases, after=np.array),
        ),
        Misconception(
            "ReLU on the input",
            "You use ReLU in front of every layer, so X is cut off too. Features may be negative.",
            lambda X, weights, biases: in_turn(X, weights, biases, nnlib.relu, np.array),
        ),
        Misconception(
            "ReLU behind layer 1 only",
            "You use ReLU once, behind layer 1. Each hidden layer needs it, and a single layer is "
            "the output, with none.",
            relu_once,
        ),
        Misconception(
            "bias after ReLU",
            "You add the bias behind ReLU. It decides where a unit switches on, so it must be in "
            "before.",
            bias_last,
        ),
        Misconception(
            "biases forgotten",
            "Your layers have no biases. Each of them adds its own.",
            lambda X, weights, biases: forward(X, weights, [0 * b for b in biases]),
        ),
        Misconception(
            "last layer forgotten",
            "Your loop ends with the last hidden layer. The output layer is missing.",
            lambda X, weights, biases: in_turn(X, weights[:-1], biases[:-1]),
        ),
        Misconception(
            "first layer only",
            "Only layer 1 is computed, with ReLU. Does `return` stand inside the loop?",
            lambda X, weights, biases: in_turn(X, weights[:1], biases[:1]),
        ),
        Misconception(
            "a layer too many",
            "You ask for a layer that is not in the lists. They hold any number of layers, also "
            "one.",
            lambda X, weights, biases: weights[len(weights)],
        ),
        Misconception(
            "X into every layer",
            "Every layer gets X in your code. Only the first one does; what does the next one get?",
            start_from_X,
        ),
    ),
)

EXERCISES = (TWO_LAYERS, FORWARD)
