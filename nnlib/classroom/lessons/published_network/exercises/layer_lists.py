"""Networks that are lists of lists, for exercise 7.1."""

import numpy as np

from ....checking.outcomes import NotNumbers
from ....exercises.drawing import both_signs
from ....exercises.five_rows import five_rows


def draw_layers(rng, n, d_in, d_first, d_second, d_out):
    """Three layers, what went through them, and the gradient of a prediction of both signs."""
    return of_sizes(rng, n, d_in, d_first, d_second, d_out)


def of_sizes(rng, n, *sizes):
    """The same for a network of these sizes."""
    layers = [
        [both_signs(rng, 0.4, 1.6, (rows, columns)), rng.normal(size=(1, columns))]
        for rows, columns in zip(sizes, sizes[1:])
    ]
    grad = both_signs(rng, 0.4, 1.6, (n, sizes[-1]))
    return layers, go_forward(layers, rng.normal(size=(n, sizes[0]))), grad


def go_forward(layers, X):
    """What each layer takes, and the prediction behind the last."""
    hidden = [X]
    for W, b in layers[:-1]:
        hidden.append(np.maximum(hidden[-1] @ W + b, 0))
    W, b = layers[-1]
    return [*hidden, hidden[-1] @ W + b]


def five_rows_as_lists():
    """The article's network and rows, on the way back."""
    W1, b1, W2, b2, X, A1, Y_hat, dY_hat = five_rows(
        "W1", "b1", "W2", "b2", "X", "A1", "Y_hat", "dY_hat"
    )
    return [[W1, b1], [W2, b2]], [X, A1, Y_hat], dY_hat


def look_at_layers(function, layers, hidden, grad):
    """dW and db of each layer, one after another; db may be flat, for b - lr * db takes both."""
    pairs = function(layers, hidden, grad)
    if not isinstance(pairs, (list, tuple)) or any(
        not isinstance(pair, (list, tuple)) or len(pair) != 2 for pair in pairs
    ):
        raise NotNumbers("something else than a list of pairs [dW, db].")
    if len(pairs) != len(layers):
        raise NotNumbers(f"{len(pairs)} pairs for {len(layers)} layers.")
    arrays = [array for dW, db in pairs for array in (dW, np.atleast_2d(db))]
    return arrays + [np.zeros((0, 0))] * (6 - len(arrays))  # the example has two layers only
