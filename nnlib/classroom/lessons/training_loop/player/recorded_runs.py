"""Recorded runs: one small network, trained at several learning rates, looked at after each epoch.

The data are 40 points of a ramp: level, up from x = -1 to x = 1, level again, and a little noise.
The network has three hidden units. An epoch is one step, with all points in one batch.
"""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache

import numpy as np

from .....layers import Linear, ReLU
from .....losses import MSELoss
from .....network import Sequential
from .....optimizers import SGD
from .....training import fit

RATES = (0.03, 0.1, 0.3, 1.0)
EPOCHS = 200
UNITS = 3
X_CURVE = np.linspace(-2, 2, 101).reshape(-1, 1)


@dataclass(frozen=True)
class Run:
    """What a run left: a row for each epoch, the first before any step; nan where it had ended.

    Attributes
    ----------
    lr : float
    losses : array of shape (EPOCHS + 1,)
        Of all points, with the weights after that epoch.
    curves : array of shape (EPOCHS + 1, 101)
        The network's output over X_CURVE.
    W1, W2, hinges : arrays of shape (EPOCHS + 1, UNITS)
        The weights into the hidden units and out of them; the x where each unit bends.
    """

    lr: float
    losses: np.ndarray
    curves: np.ndarray
    W1: np.ndarray
    W2: np.ndarray
    hinges: np.ndarray

    @property
    def diverged(self):
        """The first epoch with a loss that is not finite, or None."""
        lost = np.flatnonzero(~np.isfinite(self.losses))
        return int(lost[0]) if len(lost) else None

    def ended(self, epoch):
        """Whether there are no weights any more at this epoch."""
        return bool(np.isnan(self.W1[epoch]).any())


def make_ramp():
    """Return the points, X and Y of shape (40, 1)."""
    rng = np.random.default_rng(1)
    X = np.linspace(-2, 2, 40).reshape(-1, 1)
    return X, np.clip(X, -1, 1) + rng.normal(0, 0.05, X.shape)


@cache
def record_all():
    """Return a Run for each of RATES. They are the same each time, so they are made once."""
    return tuple(record(lr) for lr in RATES)


def record(lr):
    """Train the network on the ramp at this learning rate, and return the Run.

    Every run starts from the same weights. One that diverges ends where `fit` stops it.
    """
    X, Y = make_ramp()
    rng = np.random.default_rng(1)
    model = Sequential(Linear(1, UNITS, rng=rng), ReLU(), Linear(UNITS, 1, rng=rng))
    loss_fn, optimizer = MSELoss(), SGD(model, lr)
    run = _empty_run(lr)
    _look(run, 0, model, loss_fn, X, Y)
    for epoch in range(1, EPOCHS + 1):
        # Of 200 epochs in one call, `fit` would judge the growth of the loss after the last only.
        with suppress(FloatingPointError):
            fit(model, loss_fn, optimizer, X, Y, epochs=1, batch_size=len(X), rng=rng)
        _look(run, epoch, model, loss_fn, X, Y)
        if not np.isfinite(run.losses[epoch]):
            break
    for array in (run.losses, run.curves, run.W1, run.W2, run.hinges):
        array.flags.writeable = False
    return run


def _empty_run(lr):
    widths = {"curves": len(X_CURVE), "W1": UNITS, "W2": UNITS, "hinges": UNITS}
    arrays = {name: np.full((EPOCHS + 1, width), np.nan) for name, width in widths.items()}
    return Run(lr, losses=np.full(EPOCHS + 1, np.nan), **arrays)


def _look(run, epoch, model, loss_fn, X, Y):
    """Write down what there is to see after this epoch."""
    parameters = model.parameters()
    # On the way to inf NumPy would warn at each product; the losses say it.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        run.losses[epoch] = loss_fn.forward(model.predict(X), Y)
        run.curves[epoch] = model.predict(X_CURVE)[:, 0]
        run.W1[epoch] = parameters["W1"][0]
        run.W2[epoch] = parameters["W2"][:, 0]
        run.hinges[epoch] = -parameters["b1"][0] / parameters["W1"][0]
