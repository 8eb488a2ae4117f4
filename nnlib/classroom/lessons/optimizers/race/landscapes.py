"""Landscapes: the loss over two parameters, and its slopes. Four shapes that tell optimizers apart.

Each has a lowest loss of its own, 0 but for the five rows; none falls without end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from .....activations import relu
from .....data import make_article_weights, make_five_rows
from .....layers import Linear
from .....losses import MSELoss


@dataclass(frozen=True)
class Landscape:
    """A loss over two parameters, and the part of it that is drawn.

    Attributes
    ----------
    name : str
        As a reader chooses it.
    loss, slopes : functions of two floats
        They return a float, and its slopes along the first and the second parameter.
    start : (float, float)
        Where every run starts.
    lowest : tuple of (float, float)
        All points where the loss is lowest.
    ranges : two of (float, float)
        The edges of the map.
    ticks : two of tuple of float
    heights : tuple of float
        Of the contour lines.
    names : (str, str)
        Of the two parameters.
    """

    name: str
    loss: Callable
    slopes: Callable
    start: tuple
    lowest: tuple
    ranges: tuple
    ticks: tuple
    heights: tuple
    names: tuple = ("x", "y")

    @property
    def lowest_loss(self):
        return self.loss(*self.lowest[0])

    def on_map(self, point):
        return all(low <= p <= high for p, (low, high) in zip(point, self.ranges))


@cache  # four of several small pictures may show one landscape
def grid(landscape, count=81):
    """The loss all over the map: x and y of shape (count,), the loss of (y count, x count)."""
    x, y = (np.linspace(*ends, count) for ends in landscape.ranges)
    return x, y, np.array([[landscape.loss(a, b) for a in x] for b in y])


X, Y = make_five_rows()
W1, b1, W2, b2 = make_article_weights()
A1 = relu(X @ W1 + b1)


def five_rows_loss(w1, w2):
    """The loss of the article's network with these two weights in its second layer."""
    return MSELoss().forward(Linear.from_weights([[w1], [w2]], b2).forward(A1), Y)


def five_rows_slopes(w1, w2):
    layer, loss = Linear.from_weights([[w1], [w2]], b2), MSELoss()
    loss.forward(layer.forward(A1), Y)
    layer.backward(loss.backward())
    return layer.dW[:, 0]


RAVINE = Landscape(
    "ravine",
    lambda x, y: (x**2 + 25 * y**2) / 2,
    lambda x, y: (x, 25 * y),
    start=(-4.0, 1.0),
    lowest=((0.0, 0.0),),
    ranges=((-5.0, 2.6), (-1.6, 1.6)),
    ticks=((-4, -2, 0, 2), (-1, 0, 1)),
    heights=(0.5, 2, 5, 10, 20, 30),
)
ROSENBROCK = Landscape(
    "Rosenbrock",
    lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
    lambda x, y: (-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)),
    start=(-1.5, 2.0),
    lowest=((1.0, 1.0),),
    ranges=((-2.0, 2.0), (-1.0, 3.0)),
    ticks=((-1, 0, 1), (-1, 0, 1, 2, 3)),
    heights=(5, 30, 150, 400, 1000),
)
SADDLE = Landscape(
    "saddle",
    lambda x, y: x**2 / 2 + (y**2 - 1) ** 2 / 4,
    lambda x, y: (x, y**3 - y),
    start=(-1.5, 0.01),
    lowest=((0.0, 1.0), (0.0, -1.0)),
    ranges=((-2.0, 2.0), (-1.6, 1.6)),
    ticks=((-1, 0, 1), (-1, 0, 1)),
    heights=(0.05, 0.15, 0.25, 0.5, 1, 2),
)
FIVE_ROWS = Landscape(
    "five rows",
    five_rows_loss,
    five_rows_slopes,
    start=(float(W2[0, 0]), float(W2[1, 0])),
    lowest=(tuple(float(w) for w in np.linalg.lstsq(A1, Y - b2, rcond=None)[0][:, 0]),),
    ranges=((-1.0, 4.5), (-9.0, 3.0)),
    ticks=((0, 2, 4), (-8, -4, 0)),
    heights=(9, 20, 50, 150, 400, 1000),
    names=("W2[0, 0]", "W2[1, 0]"),
)
LANDSCAPES = (RAVINE, ROSENBROCK, SADDLE, FIVE_ROWS)
