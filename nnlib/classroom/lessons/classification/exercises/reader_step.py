"""Exercise 9.8, a bug hunt: a loss that hangs at 1.5."""

from functools import partial

import numpy as np

import nnlib

from ....exercises.exercise import Exercise, Misconception
from .wrong_readers import (
    LINES,
    bias_after_the_weights,
    loss_of,
    mean_slope,
    softmax_over_the_rows,
    softmax_twice,
    step,
    through_softmax,
)


def reader_step(X, labels, W, b, lr):
    """From X (n, d_in), labels (n,), W, b and lr to the loss, and W and b one step later."""
    log_P = nnlib.log_softmax(X @ W + b)
    loss = -log_P[np.arange(len(X)), labels].mean()
    dZ = (np.exp(log_P) - nnlib.one_hot(labels, W.shape[1])) / len(X)
    return loss, W - lr * X.T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)


def draw_reader_step(rng, n, d_in, k):
    """A linear reader and a batch."""
    X, labels = rng.normal(size=(n, d_in)), rng.integers(k, size=n)
    W, b = rng.normal(size=(d_in, k)), rng.normal(size=(1, k))
    return X, labels, W, b, float(rng.uniform(0.2, 0.6))


def example_reader_step():
    """Two rows with one feature, two classes, all weights 0."""
    X, labels = np.array([[1.0], [-1.0]]), np.array([0, 1])
    return X, labels, np.zeros((1, 2)), np.zeros((1, 2)), 1.0


def run(X, labels, W, b, lr, *, loss=loss_of, in_loss=nnlib.softmax, one=step, **lines):
    """The loss and the step, with lines replaced."""
    value = loss(in_loss(X @ W + b), labels)
    return value, *one(X, labels, W, b, lr, **lines)


def loss_after_the_step(X, labels, W, b, lr):
    moved = step(X, labels, W, b, lr)
    return reader_step(X, labels, *moved, lr)[0], *moved


def derived_rightly(X, labels, W, b, lr):
    """Softmax twice, and the way back through both."""
    P = nnlib.softmax(X @ W + b)
    slope = {"slope": lambda twice, Y: through_softmax(mean_slope(twice, Y), P)}
    return run(X, labels, W, b, lr, in_loss=softmax_twice, shares=softmax_twice, **slope)


def scaled_loss(scale):
    return lambda P, labels: scale(P, labels) * loss_of(P, labels)


READER_STEP = Exercise(
    "9.8",
    solution=reader_step,
    parts=("loss", "W", "b"),
    draw=draw_reader_step,
    example=example_reader_step,
    edges=lambda rng: {
        "one class in all rows": (
            rng.normal(size=(4, 3)),
            np.array([1, 1, 1, 1]),
            np.zeros((3, 2)),
            np.zeros((1, 2)),
            0.5,
        ),
    },  # fmt: skip
    misconceptions=(
        Misconception(
            "the fault of the code",
            "The fault of the code above is still there: softmax is taken of shares, in the loss "
            "and in the slope. Only one of the two may be left.",
            partial(run, in_loss=softmax_twice, shares=softmax_twice),
        ),
        Misconception(
            "half of the fault, the loss",
            "The step is mended. The loss still takes the softmax of shares, and cannot fall as it "
            "should.",
            partial(run, in_loss=softmax_twice),
        ),
        Misconception(
            "half of the fault, the step",
            "The loss is mended. The slope still has the softmax of shares in it.",
            partial(run, shares=softmax_twice),
        ),
        Misconception(
            "softmax twice, derived rightly",
            "You keep both softmaxes, and find the way back through both. The gradient is right, "
            "of a loss that hangs all the same.",
            derived_rightly,
        ),
        Misconception(
            "sum instead of mean, loss",
            "The loss is a sum, the step is that of the mean. The loss is the mean over the rows.",
            partial(run, loss=scaled_loss(lambda P, labels: len(P))),
        ),
        Misconception(
            "sum in loss and step",
            "Loss and step are those of the sum of the surprises. Twice as many rows would double "
            "both; asked for is the mean.",
            partial(run, loss=scaled_loss(lambda P, labels: len(P)), **LINES[0][2]),
        ),
        Misconception(
            "loss below 0",
            "Your loss is below 0. The logarithm of a share is 0 at most; what turns it into a "
            "surprise?",
            partial(run, loss=scaled_loss(lambda P, labels: -1)),
        ),
        Misconception(
            "loss after the step",
            "The loss is that of the new W and b. Asked for is the one before the step.",
            loss_after_the_step,
        ),
        Misconception(
            "loss of every class",
            "Your loss averages over all classes, whatever the label. It looks at one share in "
            "each row, that of the right class.",
            partial(run, loss=lambda P, labels: -np.log(P).mean()),
        ),
        Misconception(
            "softmax nowhere but in loss",
            "The loss has its softmax, the slope has none: it subtracts the labels from the "
            "scores. One softmax is too many in the code above, not both.",
            partial(run, **{"shares": lambda Z: Z}),
        ),
        Misconception(
            "rows for classes, everywhere",
            "Softmax runs over the rows, in loss and step. Each row has shares of its own.",
            partial(run, in_loss=softmax_over_the_rows, shares=softmax_over_the_rows),
        ),
        Misconception(
            "bias after the weights",
            "The bias's gradient is found with weights that have moved already. All gradients "
            "first, then the update.",
            partial(run, one=bias_after_the_weights),
        ),
        *(
            Misconception(name, text, partial(run, **lines))
            for name, text, lines in LINES
            if name != "no softmax in the slope"  # here it has a name of its own
        ),
        Misconception(
            "the fault, and no 1/n",
            "Softmax is still taken twice, and the slope is not divided by the rows. There are two "
            "things to mend.",
            partial(run, in_loss=softmax_twice, shares=softmax_twice, **LINES[0][2]),
        ),
    ),
)


EXERCISES = (READER_STEP,)
