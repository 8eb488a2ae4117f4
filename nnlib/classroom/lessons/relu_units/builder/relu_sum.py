"""The units of the ReLU builder, scaled and added: a network of two layers."""

import numpy as np

from .....layers import Linear, ReLU
from .....losses import MSELoss
from .....network import Sequential

LOW, HIGH = -10.0, 10.0  # the range of x that is shown, and on which a unit is dead or alive
X = np.linspace(LOW, HIGH, 201).reshape(-1, 1)
NEARLY = 1e-6  # a slider's -3 + 32 * 0.1 is 0.2 up to rounding only
TARGETS = {
    "tent": lambda x: np.maximum(0, 6 - np.abs(x)),
    "|x|": np.abs,
    "x²/10": lambda x: x**2 / 10,
}


class ReLUSum:
    """y = sum over k of outer_k relu(w_k x + b_k), for the first units of a state, and its target.

    Attributes
    ----------
    hidden, network : Sequential
        Up to the units, and up to their sum.
    outer : array of shape (units,)
    dead : array of bool, shape (units,)
        Whether the unit is 0 on all of X.
    hinges : array of shape (h,)
        Where the sum may bend inside the range, from left to right. A unit whose weight or outer
        weight is 0 bends nothing.
    """

    def __init__(self, state):
        numbers = range(1, state["units"] + 1)
        w, b, outer = (
            np.array([[state[f"{kind}_{k}"] for k in numbers]]) for kind in ("w", "b", "outer")
        )
        self.hidden = Sequential(Linear.from_weights(w, b), ReLU())
        self.network = Sequential(self.hidden, Linear.from_weights(outer.T, np.zeros((1, 1))))
        self.outer = outer[0]
        self.dead = np.all(self.hidden.predict(X) < NEARLY, axis=0)
        bends = (np.abs(w[0]) > NEARLY) & (np.abs(self.outer) > NEARLY)
        hinges = -b[0, bends] / w[0, bends]
        inside = hinges[(hinges > LOW + NEARLY) & (hinges < HIGH - NEARLY)]
        self.hinges = np.unique(np.round(inside, 6)) + 0.0  # one for two at the same place; no -0
        self.target_name, self.target = list(TARGETS.items())[state["target"]]

    def units(self, x):
        """Each unit times its outer weight: from x (n,) to (n, units)."""
        return self.hidden.predict(x.reshape(-1, 1)) * self.outer

    def at(self, x):
        """The sum: from x (n,) to (n,)."""
        return self.network.predict(x.reshape(-1, 1))[:, 0]

    def corners(self):
        """The hinges, and both ends of the range."""
        return np.array([LOW, *self.hinges, HIGH])

    def slopes(self):
        """The slope of each straight piece, by the chain rule at a point half-way along it."""
        corners = self.corners()
        middles = ((corners[:-1] + corners[1:]) / 2).reshape(-1, 1)
        self.network.forward(middles)
        slopes = self.network.backward(np.ones_like(middles))[:, 0]
        return np.round(slopes, 9) + 0.0

    def error(self):
        """The mean squared error against the target, over X."""
        return MSELoss().forward(self.network.predict(X), self.target(X))
