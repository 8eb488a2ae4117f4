"""Divergence: has training left the model worse than no model at all?

A loss that is inf or nan tells it at once. Often there is none. One step that is far too long can
throw all ReLU units of a layer below zero: then no gradient gets past them, the loss stops growing
before it overflows, and what is left is one number for every row. So a run is also judged at its
end, by a look at all rows. A spike on the way is no fault: many a run recovers.
"""

import math
from dataclasses import dataclass

import numpy as np

from .layers import ReLU
from .memory import forget
from .network import forward_and_forget, is_chain
from .stepping import Optimizer

FAR = 10.0  # a loss so many times above what it is held against is far above it
TWICE = 2.0  # is enough for a dead network: it has nothing left to learn with
ROWS = 1024  # looked at together: large data need no large arrays, and small ones are fast
SAME = 1e-9  # of their size: outputs that differ by less differ by rounding only
LOST = "Make a new model: the weights of this one are lost."
CONSTANT = 1e-12  # of its size: a target that varies by less does not vary


@dataclass(frozen=True)
class Look:
    """What a look at a model found.

    Attributes
    ----------
    loss : float
        The mean over all rows.
    dead : int or None
        The first ReLU layer, counted from 1, whose units are off on every row. Then the output is
        the same for every row.
    """

    loss: float
    dead: int | None


def look(model, loss_fn, X, Y):
    """Measure the loss on all rows, and find a dead layer; return a Look."""
    total, low, high = 0.0, np.inf, -np.inf
    for rows in _pieces(X):
        Y_hat = np.asarray(forward_and_forget(model, X[rows]))  # a reader's layer may give a list
        total += loss_fn.forward(Y_hat, Y[rows]) * len(Y_hat)
        low = np.minimum(low, Y_hat.min(axis=0))
        high = np.maximum(high, Y_hat.max(axis=0))
    constant = np.all(high - low <= SAME * np.maximum(np.abs(low), np.abs(high)))
    return Look(total / len(X), dead_layer(model, X) if constant else None)


def dead_layer(model, X):
    """Return the number of the first ReLU layer that is 0 on every row of X, or None.

    None too for a model that is no plain chain of layers: there a dead layer may be passed by.
    """
    dead = None
    for rows in _pieces(X):
        here = set(_silent_layers(model, X[rows]))
        dead = here if dead is None else dead & here
    return min(dead, default=None)


def _silent_layers(model, X):
    number = 0
    for layer in model.layers if is_chain(model) else ():
        X = layer.forward(X)
        forget(layer)
        if isinstance(layer, ReLU):
            number += 1
            if not X.any():
                yield number


def _pieces(X):
    return (slice(start, start + ROWS) for start in range(0, len(X), ROWS))


class Watch:
    """Looks at a model before its training, and judges it afterwards.

    The last loss is held against the larger of two: the first one, since a slow run may end a
    little below a bad start; and the loss of predicting the mean, since a good start may be a
    thousand times better than that, and the noise of single rows then looks like growth. A network
    that died on the way is held against the mean alone.
    """

    def __init__(self, model, loss_fn, X, Y, validation):
        self.model, self.loss_fn, self.X, self.Y = model, loss_fn, X, Y
        self.validation = validation
        self.start = look(model, loss_fn, X, Y)
        self.mean_loss = loss_of_the_mean(loss_fn, Y)
        if validation is not None and np.isfinite(self.start.loss):
            self._refuse_far_validation()

    def _refuse_far_validation(self):
        loss = self._validation_loss()
        if not np.isfinite(loss):
            raise ValueError(
                f"The validation loss is {loss} before the first step, where the training loss is "
                f"{self.start.loss:.3g}: bring the validation rows to the scale of the training "
                "rows."
            )

    def _validation_loss(self):
        X, Y = self.validation
        return self.loss_fn.forward(forward_and_forget(self.model, X), Y)

    def validate(self, epoch, optimizer):
        """Return the loss on the validation rows; FloatingPointError where it is not finite."""
        return finite_loss(
            self._validation_loss(), optimizer, "validation loss after epoch {}", epoch
        )

    def judge(self, optimizer):
        """Raise FloatingPointError if the last step has left a wreck; return what layer is dead."""
        end = look(self.model, self.loss_fn, self.X, self.Y)
        died = end.dead is not None and self.start.dead is None
        limit = TWICE * self.mean_loss if died else FAR * max(self.mean_loss, self.start.loss)
        if end.loss > limit or not np.isfinite(end.loss):
            what = (
                f"The training loss was {self.start.loss:.3g} before the first step and is "
                f"{end.loss:.3g} after the last; predicting {known_to_all(self.loss_fn)} gives "
                f"{self.mean_loss:.3g}"
            )
            if died:
                what += f"; {dead_in_words(end.dead)}"
            raise diverged(what, optimizer)
        return end.dead


def loss_of_the_mean(loss_fn, Y):
    """The loss of predicting the mean of each column of Y: what a model has to beat.

    A target that never varies has no such measure: it counts with its mean square, or with 1. Nor
    has a loss that is not above 0 there, as a likelihood's may be: then no finite one is too large.
    A loss on labels says itself what predicting the share of each class gives; a reader's own may
    not, and labels (n,) have no mean.
    """
    if hasattr(loss_fn, "loss_of_the_mean"):
        mean_loss = loss_fn.loss_of_the_mean(Y)
    elif Y.ndim == 1:
        mean_loss = np.inf
    elif np.all(np.ptp(Y, axis=0) <= CONSTANT * np.abs(Y).max(axis=0)):
        mean_loss = max((Y**2).mean(), 1.0)
    else:
        mean_loss = loss_fn.forward(np.broadcast_to(Y.mean(axis=0), Y.shape), Y)
    return mean_loss if mean_loss > 0 else np.inf


def known_to_all(loss_fn):
    """What is predicted without a look at X, in words."""
    on_labels = hasattr(loss_fn, "loss_of_the_mean")
    return "the share of each class" if on_labels else "the mean of Y"


def dead_in_words(number):
    """Say which layer is dead, and what it means."""
    return (
        f"all units of ReLU layer {number} are off on every training row, so the network is dead: "
        "it gives the same output for every row, and no gradient gets past that layer"
    )


def finite_loss(loss, optimizer, which, *numbers):
    """Return the loss as a float; refuse to go on after one that is nan or inf.

    The words are put together only then: this is asked at every step.
    """
    if not math.isfinite(loss):
        raise diverged(f"The {which.format(*numbers)} is {loss}", optimizer)
    return float(loss)


def check_parameters(model, epoch, optimizer):
    """The last step of an epoch is followed by no loss of its own, so look at what it left."""
    # With a square that is inf, each step after it would be 0.
    remembered = optimizer.remembered() if isinstance(optimizer, Optimizer) else {}
    for name, array in {**model.parameters(), **remembered}.items():
        if not np.isfinite(array).all():
            raise diverged(f"{name} holds nan or inf after epoch {epoch}", optimizer)


def diverged(what, optimizer):
    """Return the error that says what was seen, and what to try; `seen` is its first half."""
    seen = f"{what}: learning has diverged. Try a smaller learning rate"
    lr = getattr(optimizer, "lr", None)  # an optimizer of the reader's own may call it otherwise
    if isinstance(lr, float):
        seen += f" than {lr:g}"
    error = FloatingPointError(
        f"{seen}, and bring the columns of X and Y to a similar, small scale (subtract the mean, "
        f"divide by the standard deviation). {LOST}"
    )
    error.seen = seen
    return error
