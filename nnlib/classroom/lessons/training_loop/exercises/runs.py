"""Small runs for exercise 6.4, and where they lead."""

import numpy as np

import nnlib

from ....checking.outcomes import NotNumbers
from ....exercises.five_rows import five_rows


def draw_run(rng, n, m, d_in, d_hidden, d_out, steps):
    """A network with one hidden layer, its loss and optimizer, and two tables."""
    model = nnlib.Sequential(
        nnlib.Linear(d_in, d_hidden, rng=rng), nnlib.ReLU(), nnlib.Linear(d_hidden, d_out, rng=rng)
    )
    rows = [rng.normal(size=(k, d)) for k in (n, m) for d in (d_in, d_out)]
    return model, nnlib.MSELoss(), nnlib.SGD(model, lr=0.1), *rows, steps + 1


def example_run():
    """The network and the rows of the article; two of them are kept out for validation."""
    X, Y, W1, b1, W2, b2 = five_rows("X", "Y", "W1", "b1", "W2", "b2")
    layers = nnlib.Linear.from_weights(W1, b1), nnlib.ReLU(), nnlib.Linear.from_weights(W2, b2)
    model = nnlib.Sequential(*layers)
    sgd = nnlib.SGD(model, lr=0.001)
    return model, nnlib.MSELoss(), sgd, X[:3], Y[:3], X[3:], Y[3:], 2


def train_and_look(function, model, *arguments):
    """What the answer returns, and where it leaves the network."""
    losses = function(model, *arguments)
    if not isinstance(losses, (tuple, list, np.ndarray)) or len(losses) != 2:
        raise NotNumbers("something else than two lists: training losses, validation losses.")
    weights = np.concatenate([array.ravel() for array in model.parameters().values()])
    return (*losses, weights)
