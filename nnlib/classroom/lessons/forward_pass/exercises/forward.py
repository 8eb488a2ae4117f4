"""Exercise 3.5: forward through any number of layers."""

import numpy as np

import nnlib

from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def forward(X, weights, biases):
    """From X (n, d_in) and lists of the layers' W and b to Y_hat (n, d_out)."""
    A = X
    for W, b in zip(weights[:-1], biases[:-1]):
        A = nnlib.relu(A @ W + b)
    return A @ weights[-1] + biases[-1]


def draw_network(rng, n, d_in, first, second, d_out):
    """X, and the weights and biases of three layers."""
    return of_widths(rng, n, d_in, first, second, d_out)


def of_widths(rng, n, *sizes):
    """X, and the weights and biases of a network of these widths."""
    weights = [rng.normal(size=pair) for pair in zip(sizes, sizes[1:])]
    biases = [rng.normal(size=(1, size)) for size in sizes[1:]]
    return rng.normal(size=(n, sizes[0])), weights, biases


def try_two_depths(function, X, weights, biases):
    """What comes out of all layers, and of the first one as a network of its own."""
    return function(X, weights, biases), function(X, weights[:1], biases[:1])


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
    """A wrong forward pass: ReLU only after layer 1."""
    A = nnlib.relu(X @ weights[0] + biases[0])
    return in_turn(A, weights[1:], biases[1:], after=np.array)


FORWARD = Exercise(
    "3.5",
    solution=forward,
    parts=("Y_hat of three layers", "Y_hat of one layer"),
    draw=draw_network,
    probe=try_two_depths,
    one_result=True,
    example=lambda: (
        *five_rows("X"),
        list(five_rows("W1", "W2")),
        list(five_rows("b1", "b2")),
    ),
    edges=lambda rng: {
        "two layers": of_widths(rng, 4, 3, 5, 2),
        "five layers": of_widths(rng, 4, 3, 5, 2, 4, 3, 2),
        "layers of one width": of_widths(rng, 4, 3, 3, 3, 3),
    },
    misconceptions=(
        Misconception(
            "relu on the output",
            "ReLU acts on your output, too. The last layer has none: a prediction may be negative.",
            in_turn,
        ),
        Misconception(
            "relu only on the output",
            "You use ReLU once, at the very end. It belongs between the layers, and the last layer "
            "has none.",
            lambda X, weights, biases: nnlib.relu(in_turn(X, weights, biases, after=np.array)),
        ),
        Misconception(
            "no relu",
            "There is no ReLU between your layers. Without it they collapse into one linear layer.",
            lambda X, weights, biases: in_turn(X, weights, biases, after=np.array),
        ),
        Misconception(
            "relu on the input",
            "ReLU acts on X itself. Features may be negative, and layer 1 needs them as they are.",
            lambda X, weights, biases: in_turn(X, weights, biases, nnlib.relu, np.array),
        ),
        Misconception(
            "relu on X alone",
            "You use ReLU once, on X, and then never again. Features may be negative; it is what "
            "the hidden layers compute that ReLU bends.",
            lambda X, weights, biases: in_turn(nnlib.relu(X), weights, biases, after=np.array),
        ),
        Misconception(
            "relu after layer 1 only",
            "You use ReLU once, after layer 1. Each hidden layer needs it, and a single layer is "
            "the output, with none.",
            relu_once,
        ),
        Misconception(
            "bias after relu",
            "You add the bias after ReLU. It decides where a unit switches on, so it must be in "
            "before.",
            bias_last,
        ),
        Misconception(
            "biases left out",
            "A bias is missing. Each layer adds its own.",
            lambda X, weights, biases: forward(X, weights, [0 * b for b in biases]),
        ),
        Misconception(
            "last bias left out",
            "Your last layer adds no bias. The output units have one each, like all others.",
            lambda X, weights, biases: forward(X, weights, [*biases[:-1], 0 * biases[-1]]),
        ),
        Misconception(
            "hidden biases left out",
            "Only your last layer adds its bias. The hidden units have one each, too.",
            lambda X, weights, biases: forward(
                X, weights, [*(0 * b for b in biases[:-1]), biases[-1]]
            ),
        ),
        Misconception(
            "output layer left out",
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


EXERCISES = (FORWARD,)
