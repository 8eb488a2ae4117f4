"""Exercise 3.2: the number of parameters of a network."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from ....exercises.five_rows import five_rows


def count_parameters(X, Y, hidden):
    """From X (n, d_in), Y (n, d_out) and the hidden layers' widths to the number of parameters."""
    sizes = [X.shape[1], *hidden, Y.shape[1]]
    total = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        total += d_in * d_out + d_out
    return total


def draw_data_and_widths(rng, n, d_in, d_out, depth):
    """X, Y, and the different widths of `depth` hidden layers."""
    hidden = rng.choice(np.arange(10, 30), size=depth, replace=False).tolist()
    return rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out)), hidden


def count(sizes, biases=lambda d_in, d_out: d_out):
    """The parameters of a network of these sizes, with so many biases a layer."""
    return sum(a * b + biases(a, b) for a, b in zip(sizes, sizes[1:]))


COUNT_PARAMETERS = Exercise(
    "3.2",
    solution=count_parameters,
    parts=("the count",),
    draw=draw_data_and_widths,
    alone=("d_in", "d_out", "depth"),
    example=lambda: (*five_rows("X", "Y"), [2]),
    edges=lambda rng: {
        "hidden layers of one width": (rng.normal(size=(6, 3)), rng.normal(size=(6, 2)), [4, 4]),
        "four hidden layers": (rng.normal(size=(6, 3)), rng.normal(size=(6, 2)), [5, 7, 4, 9]),
        "a hidden layer of one unit": (rng.normal(size=(6, 3)), rng.normal(size=(6, 2)), [1]),
    },
    misconceptions=(
        Misconception(
            "biases left out",
            "You count the weights only. Each unit has a bias, and that is a parameter too.",
            lambda X, Y, hidden: count([X.shape[1], *hidden, Y.shape[1]], lambda a, b: 0),
        ),
        Misconception(
            "one bias a layer",
            "You count one bias for each layer. Look at the shape of b.",
            lambda X, Y, hidden: count([X.shape[1], *hidden, Y.shape[1]], lambda a, b: 1),
        ),
        Misconception(
            "a bias for each input",
            "You give each layer as many biases as it has inputs. A bias belongs to a unit, that "
            "is, to a column of W.",
            lambda X, Y, hidden: count([X.shape[1], *hidden, Y.shape[1]], lambda a, b: a),
        ),
        Misconception(
            "features with biases",
            "You count a bias for each feature of X as well. The inputs are data; only units have "
            "a bias.",
            lambda X, Y, hidden: count([X.shape[1], *hidden, Y.shape[1]]) + X.shape[1],
        ),
        Misconception(
            "rows counted",
            "Your count changes with the number of rows. How many examples there are does not "
            "matter to a layer.",
            lambda X, Y, hidden: count([len(X), *hidden, len(Y)]),
        ),
        Misconception(
            "rows of X counted",
            "You take the rows of X for its features. How many examples there are does not matter "
            "to a layer.",
            lambda X, Y, hidden: count([len(X), *hidden, Y.shape[1]]),
        ),
        Misconception(
            "output layer left out",
            "You stop at the last hidden layer. The output units have weights and biases too.",
            lambda X, Y, hidden: count([X.shape[1], *hidden]),
        ),
        Misconception(
            "first layer only",
            "Your count ends with the first layer. Does `return` stand inside the loop?",
            lambda X, Y, hidden: count([X.shape[1], hidden[0]]),
        ),
        Misconception(
            "last layer only",
            "Your count holds the last layer only. Does the total start anew in every turn?",
            lambda X, Y, hidden: count([hidden[-1], Y.shape[1]]),
        ),
        Misconception(
            "always one output",
            "You count one output unit. Y may have more columns than the article's.",
            lambda X, Y, hidden: count([X.shape[1], *hidden, 1]),
        ),
        Misconception(
            "only one hidden layer",
            "You use the first width only. The list may name several hidden layers.",
            lambda X, Y, hidden: count([X.shape[1], hidden[0], Y.shape[1]]),
        ),
        Misconception(
            "hidden layers put together",
            "You add up the widths, as if all hidden units stood in one layer. Each layer has "
            "weights to the layer before it.",
            lambda X, Y, hidden: count([X.shape[1], sum(hidden), Y.shape[1]]),
        ),
    ),
)


EXERCISES = (COUNT_PARAMETERS,)
