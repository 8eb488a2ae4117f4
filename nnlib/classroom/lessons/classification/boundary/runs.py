"""Runs: a small network trained on points in the plane, kept as it is after each epoch.

An epoch is one step of Adam, with all points in one batch. The points are those of notebook 9, the
moons moved so that their middle is at 0.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from .....activations import softmax
from .....cross_entropy import SoftmaxCrossEntropyLoss
from .....labels import accuracy
from .....layers import Linear, ReLU
from .....network import Sequential
from .....optimizers import Adam
from .....training import fit

POINTS, EPOCHS = 200, 200
UNITS = (1, 2, 3, 8)
RATES = (0.005, 0.05, 0.5)
STARTS = 3  # networks with other random weights


def moons():
    from sklearn.datasets import make_moons

    X, labels = make_moons(POINTS, noise=0.15, random_state=0)
    return X - (0.5, 0.25), labels


def rings():
    from sklearn.datasets import make_circles

    return make_circles(POINTS, factor=0.5, noise=0.08, random_state=0)


def blobs():
    from sklearn.datasets import make_blobs

    middles = [(-0.7, -0.6), (0.7, 0.6)]
    return make_blobs(POINTS, centers=middles, cluster_std=0.45, random_state=0)


SHAPES = (moons, rings, blobs)


@cache
def points_of(shape):
    """Return the points of one of SHAPES, X of shape (200, 2), and their labels, each 0 or 1."""
    X, labels = SHAPES[shape]()
    X.flags.writeable = labels.flags.writeable = False
    return X, labels


@dataclass(frozen=True)
class Run:
    """What a run left: an entry for each epoch, the first before any step.

    Attributes
    ----------
    networks : tuple of EPOCHS + 1 Sequential
    losses, right : arrays of shape (EPOCHS + 1,)
        Of all points: the loss, and the share of them whose class the network names.
    """

    networks: tuple
    losses: np.ndarray
    right: np.ndarray


@cache  # a slider is moved back and forth; a run is a few hundred kilobytes at most
def record(shape, units, lr, start):
    """Train a network with so many hidden units on one of SHAPES, and return the Run."""
    X, labels = points_of(shape)
    rng = np.random.default_rng(start)
    model = Sequential(Linear(2, units, rng=rng), ReLU(), Linear(units, 2, rng=rng))
    networks = [copy_of(model)]

    def keep(epoch, model, history):
        networks.append(copy_of(model))

    loss_fn, adam = SoftmaxCrossEntropyLoss(), Adam(model, lr)
    fit(
        model, loss_fn, adam, X, labels, epochs=EPOCHS, batch_size=POINTS, rng=rng, callbacks=[keep]
    )
    logits = [network.predict(X) for network in networks]
    losses = np.array([SoftmaxCrossEntropyLoss().forward(Z, labels) for Z in logits])
    right = np.array([accuracy(Z, labels) for Z in logits])
    losses.flags.writeable = right.flags.writeable = False
    return Run(tuple(networks), losses, right)


def copy_of(model):
    first, relu, last = model.layers
    return Sequential(
        Linear.from_weights(first.W, first.b), relu, Linear.from_weights(last.W, last.b)
    )


def shares_of(network, X):
    """Return the share of class 1 for each row of X, shape (n,)."""
    return softmax(network.predict(X))[:, 1]


def dead_units(network, X):
    """Return how many of the hidden units are on for no row of X."""
    first = network.layers[0]
    return int(np.sum((X @ first.W + first.b <= 0).all(axis=0)))
