"""Exercise 6.5, the bug hunt: a loss with one fault."""

import numpy as np

from ....exercises.drawing import either_sign
from ....exercises.exercise import Exercise, Misconception


def huber_gradient(Y_hat, Y):
    """From Y_hat (n, d_out) and Y (n, d_out) to dY_hat (n, d_out) of the Huber loss."""
    D = Y_hat - Y
    return np.clip(D, -1, 1) / D.size


def draw_differences(rng, n, d_out):
    """Small and large differences of both signs, none near the seam at 1, and one far out."""
    kind = rng.permutation(np.arange(n * d_out) % 4).reshape(n, d_out)
    size = np.where(kind < 2, rng.uniform(0.2, 0.8, kind.shape), rng.uniform(1.3, 3, kind.shape))
    far_out = (kind >= 2) & (size == size.max())
    size = np.where(far_out, n * d_out * size, size)  # even divided by all entries, it is above 1
    Y = rng.normal(size=(n, d_out))
    return Y + np.where(kind % 2 == 0, size, -size), Y


def entry_losses(D):
    return np.where(np.abs(D) > 1, np.abs(D) - 0.5, D**2 / 2)


HUBER_GRADIENT = Exercise(
    "6.5",
    solution=huber_gradient,
    parts=("dY_hat",),
    draw=draw_differences,
    example=lambda: (np.array([[0.5, -0.5, 3.0]]), np.zeros((1, 3))),
    edges=lambda rng: {
        "differences below 1 only": (either_sign(rng, 0.2, 0.8, (4, 3)), np.zeros((4, 3))),
        "differences beyond 1 only": (either_sign(rng, 1.3, 3, (4, 3)), np.zeros((4, 3))),
        "a difference of exactly 0": (np.array([[0.5, 0.0, -2.0]]), np.zeros((1, 3))),
        "a difference of exactly 1": (np.array([[0.5, 1.0, -1.0]]), np.zeros((1, 3))),
    },
    misconceptions=(
        Misconception(
            "the fault of the class",
            "The fault of the class above is still there: you divide by the rows only. `forward` "
            "takes the mean over more numbers than that.",
            lambda Y_hat, Y: np.clip(Y_hat - Y, -1, 1) / len(Y),
        ),
        Misconception(
            "gradient of the sum",
            "The slopes are right, but nothing is divided. This is the gradient of the sum, and "
            "the loss is a mean.",
            lambda Y_hat, Y: np.clip(Y_hat - Y, -1, 1),
        ),
        Misconception(
            "divided by the outputs only",
            "You divide by the number of outputs, which gives every row a mean of its own. The "
            "loss is the mean over all entries of all rows.",
            lambda Y_hat, Y: np.clip(Y_hat - Y, -1, 1) / Y.shape[1],
        ),
        Misconception(
            "a 2 too many",
            "Every slope is twice too large. Here the square has a ½ in front of it, and the "
            "slope of ½d² has no 2.",
            lambda Y_hat, Y: 2 * np.clip(Y_hat - Y, -1, 1) / Y.size,
        ),
        Misconception(
            "the squared error's slope",
            "Your slope goes on growing with the difference, as that of the squared error does. "
            "Beyond 1 this loss is a straight line, which has one slope.",
            lambda Y_hat, Y: (Y_hat - Y) / Y.size,
        ),
        Misconception(
            "the mean squared error's gradient",
            "This is the gradient of the mean squared error. The Huber loss has a ½, and beyond 1 "
            "it is a straight line.",
            lambda Y_hat, Y: 2 * (Y_hat - Y) / Y.size,
        ),
        Misconception(
            "that fault, and a 2",
            "You divide by the rows only, which is the fault of the class above, and a 2 has come "
            "in as well. The slope of ½d² has none.",
            lambda Y_hat, Y: 2 * np.clip(Y_hat - Y, -1, 1) / len(Y),
        ),
        Misconception(
            "that fault, and uncut",
            "You divide by the rows only, which is the fault of the class above. And your slope "
            "goes on growing beyond 1, where the loss is a straight line.",
            lambda Y_hat, Y: (Y_hat - Y) / len(Y),
        ),
        Misconception(
            "the sign only",
            "You use the sign of every difference: that is the slope of the absolute error. "
            "Between -1 and 1 this loss is a parabola, flatter towards the middle.",
            lambda Y_hat, Y: np.sign(Y_hat - Y) / Y.size,
        ),
        Misconception(
            "large differences switched off",
            "Large differences have the slope 0 here. They count for less than in the squared "
            "error, but they still count.",
            lambda Y_hat, Y: np.where(np.abs(Y_hat - Y) > 1, 0, Y_hat - Y) / Y.size,
        ),
        Misconception(
            "cut on one side only",
            "The slope is cut at 1, but not at -1. Far on the left this loss is a straight line "
            "too.",
            lambda Y_hat, Y: np.minimum(Y_hat - Y, 1) / Y.size,
        ),
        Misconception(
            "clipped too late",
            "You divide first and clip then, so differences far beyond 1 get through. The clip is "
            "for the difference itself.",
            lambda Y_hat, Y: np.clip((Y_hat - Y) / Y.size, -1, 1),
        ),
        Misconception(
            "one side switched off",
            "Every prediction that is too low has the slope 0 here. It misses as well: which way "
            "does the loss go when that prediction grows?",
            lambda Y_hat, Y: np.clip(Y_hat - Y, 0, 1) / Y.size,
        ),
        Misconception(
            "all signs lost",
            "No slope is negative here. Where a prediction is too low, the loss falls when it "
            "grows.",
            lambda Y_hat, Y: np.clip(np.abs(Y_hat - Y), 0, 1) / Y.size,
        ),
        Misconception(
            "sign lost",
            "Large differences all get the slope 1, those below -1 too. On the left branch of "
            "this loss the slope is negative.",
            lambda Y_hat, Y: np.where(np.abs(Y_hat - Y) > 1, 1, Y_hat - Y) / Y.size,
        ),
        Misconception(
            "target minus prediction",
            "Every sign is turned round. A prediction that is too high must have a positive slope.",
            lambda Y_hat, Y: np.clip(Y - Y_hat, -1, 1) / Y.size,
        ),
        Misconception(
            "losses instead of slopes",
            "These are the losses of the entries. Asked for is how fast each of them changes with "
            "its prediction.",
            lambda Y_hat, Y: entry_losses(Y_hat - Y) / Y.size,
        ),
        Misconception(
            "one row for all",
            "The rows have become one. Each prediction has a slope of its own: dY_hat has the "
            "shape of Y_hat.",
            lambda Y_hat, Y: np.clip(Y_hat - Y, -1, 1).sum(axis=0, keepdims=True) / Y.size,
        ),
    ),
)


EXERCISES = (HUBER_GRADIENT,)
