"""Schedules: a learning rate for each step. Long steps first, to get there; short ones to arrive.

A schedule is a function of the step t, counted from 1 and over all epochs: the first step is taken
with schedule(1). Any function of t will do in place of a number, `SGD(model, lr=schedule)`. Those
below are classes, so that they print what they are and can be saved, but are used like functions
that return a function, and so have the names of functions.
"""

import math
from dataclasses import dataclass

from .validation import not_negative, positive_integer, positive_number, whole_number


class _Schedule:
    def __post_init__(self):
        for name, check in self._checks.items():
            object.__setattr__(self, name, check(getattr(self, name), name))


@dataclass(frozen=True)
class constant(_Schedule):
    """The same rate at every step: constant(0.1)(t) = 0.1."""

    lr: float

    _checks = {"lr": positive_number}

    def __call__(self, t):
        _refuse_early(t)
        return self.lr


@dataclass(frozen=True)
class step_decay(_Schedule):
    """A staircase: after every so many steps, the rate is multiplied by the factor.

        rate(t) = lr * factor ** ((t - 1) // every)

    Steps 1 to `every` are taken with lr itself. PyTorch: StepLR(step_size=every, gamma=factor).

    >>> [step_decay(0.5, every=2, factor=0.5)(t) for t in (1, 2, 3, 4, 5)]
    [0.5, 0.5, 0.25, 0.25, 0.125]
    """

    lr: float
    every: int
    factor: float

    _checks = {"lr": positive_number, "every": positive_integer, "factor": positive_number}

    def __call__(self, t):
        _refuse_early(t)
        try:
            return self.lr * self.factor ** ((t - 1) // self.every)
        except OverflowError:  # a factor above 1: no rate, as `rate_at` then says
            return math.inf


@dataclass(frozen=True)
class cosine(_Schedule):
    """Half a wave of the cosine, from lr down to lr_min, after a climb if wanted.

        rate(t) = lr * t / warm_up                                   for t <= warm_up
        rate(t) = lr_min + (lr - lr_min) * (1 + cos(pi * done)) / 2  afterwards, where
        done    = (t - 1 - warm_up) / (steps - warm_up)

    All takes `steps` steps, the climb included; after them the rate is lr_min. Without warm_up it
    is PyTorch's CosineAnnealingLR(T_max=steps, eta_min=lr_min).

    >>> [round(cosine(0.8, steps=4)(t), 3) for t in (1, 2, 3, 4, 5)]
    [0.8, 0.683, 0.4, 0.117, 0.0]
    """

    lr: float
    steps: int
    warm_up: int = 0
    lr_min: float = 0.0

    _checks = {
        "lr": positive_number,
        "steps": positive_integer,
        "warm_up": whole_number,  # 0 says that there is no climb
        "lr_min": not_negative,
    }

    def __post_init__(self):
        super().__post_init__()
        if self.warm_up >= self.steps:
            raise ValueError(
                f"warm_up={self.warm_up} must be below steps={self.steps}: the climb is a part of "
                "all steps."
            )
        if self.lr_min > self.lr:
            raise ValueError(f"lr_min={self.lr_min} must not be above lr={self.lr}.")

    def __call__(self, t):
        _refuse_early(t)
        if t <= self.warm_up:
            return self.lr * t / self.warm_up
        done = min((t - 1 - self.warm_up) / (self.steps - self.warm_up), 1.0)
        return self.lr_min + (self.lr - self.lr_min) * (1 + math.cos(math.pi * done)) / 2


def _refuse_early(t):
    if t < 1:
        raise ValueError(f"Steps are counted from 1, so there is no rate of step {t}.")


SCHEDULES = {kind.__name__: kind for kind in (constant, step_decay, cosine)}


def as_rate(lr, name):
    """Return lr as a float above 0, or as it is where it is a function of the step."""
    if isinstance(lr, type):
        raise TypeError(
            f"{name} must be a number or a function of the step, got the class {lr.__name__} "
            f"itself: give it its arguments, as in cosine(0.1, steps=1000)."
        )
    return lr if callable(lr) else positive_number(lr, name)


def rate_at(lr, t):
    """Return the learning rate of step t; TypeError or ValueError where a schedule gives none.

    A schedule may end at 0; a constant rate of 0 would teach nothing.
    """
    return lr if type(lr) is float else not_negative(lr(t), f"lr({t}), what the schedule returns,")
