"""The reader: the network that the painter asks, the images it starts from, and how it is fooled.

The images are those of scikit-learn, 8 by 8 cells from 0 to 16. The network has 64 hidden units and
is trained on the first 1500 images when it is first asked, which takes less than a second.
"""

from functools import cache

import numpy as np

from .....activations import softmax
from .....cross_entropy import SoftmaxCrossEntropyLoss
from .....layers import Linear, ReLU
from .....network import Sequential
from .....optimizers import Adam
from .....training import fit

SIDE, BLACK = 8, 16  # of a grid: cells in a row; the value of a cell that is full
CELLS, UNITS, CLASSES = SIDE * SIDE, 64, 10
EMPTY = (0,) * CELLS
TRAINED_ON = 1500  # rows, as they come
FIRST, IMAGES = 1562, 20  # none trained on; the notebook's first picture has ten of them
PAIRS = np.transpose(np.triu_indices(CELLS, 1))  # of cells, all that there are
EXTREMES = [(a, b) for a in (0, BLACK) for b in (0, BLACK)]  # what two cells are set to


@cache
def digits():
    """Return the images as they come, of shape (1797, 64), and their labels."""
    from sklearn.datasets import load_digits

    return load_digits(return_X_y=True)


@cache
def starting_images():
    """Return what can be started from: a tuple of cells for each number, 0 for the empty grid."""
    X, _ = digits()
    images = X[FIRST : FIRST + IMAGES].astype(int).tolist()
    return (EMPTY, *(tuple(image) for image in images))


def label_of(number):
    """The digit of a test image, counted from 1."""
    _, labels = digits()
    return int(labels[FIRST + number - 1])


@cache
def reader():
    """Return the trained network, which takes cells from 0 to 1. It is the same each time."""
    X, labels = (array[:TRAINED_ON] for array in digits())
    rng = np.random.default_rng(0)
    network = Sequential(Linear(CELLS, UNITS, rng=rng), ReLU(), Linear(UNITS, CLASSES, rng=rng))
    adam, rng = Adam(network, lr=0.003), np.random.default_rng(0)
    loss_fn = SoftmaxCrossEntropyLoss()
    fit(network, loss_fn, adam, X / BLACK, labels, epochs=40, batch_size=32, rng=rng)
    return network


def shares_of(images):
    """Return the share of each digit, of shape (n, 10), for images of shape (n, 64)."""
    return softmax(reader().predict(np.asarray(images) / BLACK))


def hidden_units(cells):
    """Return what the hidden units give for one image, of shape (64,); 0 where one is off."""
    linear, relu, _ = reader().layers
    return Sequential(linear, relu).predict(np.array([cells]) / BLACK)[0]


def change_two(cells):
    """Return the cells with two of them set to 0 or 16, so that the answer changes if it can.

    All pairs are tried; the best gives the largest share to a digit that is not the answer now.
    """
    versions = np.tile(cells, (len(EXTREMES), len(PAIRS), 1))
    for version, values in zip(versions, EXTREMES, strict=True):
        np.put_along_axis(version, PAIRS, np.array([values]), axis=1)
    versions = versions.reshape(-1, CELLS)
    shares = shares_of(versions)
    shares[:, shares_of([cells]).argmax()] = 0
    return tuple(versions[shares.max(axis=1).argmax()].tolist())
