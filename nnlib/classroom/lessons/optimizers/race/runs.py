"""Runs: nnlib's own optimizers on a landscape, looked at after each step."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from .....optimizers import SGD, Adam, RMSprop

FAR = 1e6  # where a run has diverged and ends


@dataclass(frozen=True)
class Racer:
    """An optimizer of the race: its name, its settings if it has any, and how it is made."""

    name: str
    settings: str
    make: Callable
    lr: float


RACERS = (
    Racer("SGD", "", SGD, 0.03),
    Racer("momentum", "0.9", lambda model, lr: SGD(model, lr, momentum=0.9), 0.03),
    Racer("RMSprop", "alpha 0.9", lambda model, lr: RMSprop(model, lr, alpha=0.9), 0.1),
    Racer("Adam", "", Adam, 0.1),
)


class Point:
    """A model without data: its one parameter is a point on a landscape, p of shape (1, 2)."""

    def __init__(self, landscape):
        self.landscape = landscape
        self.p = np.array([landscape.start])
        self.dp = None

    def forward(self, X=None):
        return self.landscape.loss(*self.p[0])

    def backward(self, dY=None):
        self.dp = np.array([self.landscape.slopes(*self.p[0])])

    def parameters(self):
        return {"p": self.p}

    def gradients(self):
        return {"p": self.dp}


@dataclass(frozen=True)
class Run:
    """What a run left: a row for each step, the first before any; nan where it has diverged.

    Attributes
    ----------
    points : array of shape (steps + 2, 2)
        One more than the rest: where the step after the last one leads.
    losses : array of shape (steps + 1,)
    gradients : array of shape (steps + 1, 2)
        At that point: the next step is taken with it.
    memory : dict of str to array of shape (steps + 1, 2)
        What the optimizer remembers after that step, such as its velocity.
    """

    points: np.ndarray
    losses: np.ndarray
    gradients: np.ndarray
    memory: dict

    @property
    def last(self):
        """The last step before it diverged; all of them if it did not."""
        return int(np.isfinite(self.losses).sum()) - 1

    def next_step(self, step):
        """By how much the point moves after so many steps, of shape (2,)."""
        return self.points[step + 1] - self.points[step]


@cache  # a slider is moved back and forth
def record(landscape, racer, lr, steps):
    """Run an optimizer on a landscape at this rate for so many steps, and return the Run."""
    model = Point(landscape)
    optimizer = racer.make(model, lr)
    run = Run(
        np.full((steps + 2, 2), np.nan),
        np.full(steps + 1, np.nan),
        np.full((steps + 1, 2), np.nan),
        {kind: np.full((steps + 1, 2), np.nan) for kind in optimizer.remembers},
    )
    for step in range(steps + 1):
        run.points[step] = model.p[0]
        if np.abs(model.p).max() > FAR:
            break
        run.losses[step] = model.forward()
        model.backward()
        run.gradients[step] = model.dp[0]
        for kind, values in run.memory.items():
            values[step] = getattr(optimizer, kind)["p"][0]
        optimizer.step()
    else:
        run.points[steps + 1] = model.p[0]
    for array in (run.points, run.losses, run.gradients, *run.memory.values()):
        array.flags.writeable = False
    return run
