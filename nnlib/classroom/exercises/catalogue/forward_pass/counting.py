"""Exercises of notebook 3, one entry and a count; deep_forward has the rest."""

import numpy as np

import nnlib

from ...exercise import Exercise, Misconception


def draw_layer(rng, d_in, d_out):
    """W (d_in, d_out) and b (1, d_out)."""
    return rng.normal(size=(d_in, d_out)), rng.normal(size=(1, d_out))


def draw_entry(rng, n, d_in, d_out):
    """A layer, its input, and two different indices that are good for a row and for a column."""
    i, k = rng.permutation(min(n, d_out))[:2].tolist()
    return rng.normal(size=(n, d_in)), *draw_layer(rng, d_in, d_out), i, k


def one_entry(X, W, b, i, k):
    """From X (n, d_in), W (d_in, d_out), b (1, d_out) and two indices to the number Z[i, k]."""
    return X[i] @ W[:, k] + b[0, k]


ONE_ENTRY = Exercise(
    "3.1",
    solution=one_entry,
    parts=("Z[i, k]",),
    draw=draw_entry,
    alone=("d_in",),
    example=lambda: (nnlib.make_five_rows()[0], *nnlib.make_article_weights()[:2], 1, 0),
    misconceptions=(
        Misconception(
            "bias forgotten",
            "You stop at the product. The unit has a bias too.",
            lambda X, W, b, i, k: X[i] @ W[:, k],
        ),
        Misconception(
            "bias in every term",
            "You add the bias once for each feature. It belongs to the unit, and counts once.",
            lambda X, W, b, i, k: np.sum(X[i] * W[:, k] + b[0, k]),
        ),
        Misconception(
            "products not added up",
            "You multiply and stop, so you have one number for each feature. An entry of Z is the "
            "sum of these products, and the bias.",
            lambda X, W, b, i, k: X[i] * W[:, k] + b[0, k],
        ),
        Misconception(
            "only the first feature",
            "You use the first feature only. The article has no other, but in general each feature "
            "adds a product.",
            lambda X, W, b, i, k: X[i, 0] * W[0, k] + b[0, k],
        ),
        Misconception(
            "row of W",
            "You take row k of W, the weights of a feature. The weights of a unit lie elsewhere.",
            lambda X, W, b, i, k: X[i] @ W[k] + b[0, k],
        ),
        Misconception(
            "column of X",
            "You take column i of X, feature i of all the rows. Row i is the example.",
            lambda X, W, b, i, k: X[:, i] @ W[:, k] + b[0, k],
        ),
        Misconception(
            "one index for b",
            "b[k] is row k of b, and b has a single row. Its shape is (1, d_out), so one number of "
            "it needs two indices.",
            lambda X, W, b, i, k: X[i] @ W[:, k] + b[k],
        ),
        Misconception(
            "all units of the row",
            "This is the whole row of Z, a number for each unit. One of them is asked for.",
            lambda X, W, b, i, k: (X @ W + b)[i],
        ),
        Misconception(
            "all the biases added",
            "You add the biases of all units, so one number becomes several. This entry belongs to "
            "one unit.",
            lambda X, W, b, i, k: X[i] @ W[:, k] + b,
        ),
        Misconception(
            "bias chosen by row",
            "You choose the bias by the number of the row. A bias belongs to a unit, and all rows "
            "share it.",
            lambda X, W, b, i, k: X[i] @ W[:, k] + b[0, i],
        ),
        Misconception(
            "row and column swapped",
            "You read i as the column and k as the row. In Z[i, k] the row comes first.",
            lambda X, W, b, i, k: X[k] @ W[:, i] + b[0, i],
        ),
        Misconception(
            "counted from one",
            "You take 1 off the indices. NumPy counts rows and columns from 0, and so do i and k.",
            lambda X, W, b, i, k: X[i - 1] @ W[:, k - 1] + b[0, k - 1],
        ),
    ),
)


def draw_data_and_widths(rng, n, d_in, d_out, depth):
    """X, Y, and the different widths of `depth` hidden layers."""
    hidden = rng.choice(np.arange(10, 30), size=depth, replace=False).tolist()
    return rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out)), hidden


def count(sizes, biases=lambda d_in, d_out: d_out):
    """The parameters of a network of these sizes, with so many biases a layer."""
    return sum(a * b + biases(a, b) for a, b in zip(sizes, sizes[1:]))


def count_parameters(X, Y, hidden):
    """From X (n, d_in), Y (n, d_out) and the hidden layers' widths to the number of parameters."""
    sizes = [X.shape[1], *hidden, Y.shape[1]]
    total = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        total += d_in * d_out + d_out
    return total


COUNT_PARAMETERS = Exercise(
    "3.2",
    solution=count_parameters,
    parts=("number of parameters",),
    draw=draw_data_and_widths,
    alone=("d_in", "d_out", "depth"),
    example=lambda: (*nnlib.make_five_rows(), [2]),
    misconceptions=(
        Misconception(
            "biases forgotten",
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
            "output layer forgotten",
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
    ),
)

EXERCISES = (ONE_ENTRY, COUNT_PARAMETERS)
