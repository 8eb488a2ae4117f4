"""Predictions that miss their targets, for the exercises on the loss."""

import numpy as np

from ....exercises.drawing import either_sign


def predictions_and_targets(rng, n, d_out):
    """Targets of order 1, and predictions that miss each of them by 0.3 to 2."""
    Y = rng.normal(size=(n, d_out))
    return Y + either_sign(rng, 0.3, 2, Y.shape), Y


def without_one_error(rng, n, d_out):
    """The same, but the last prediction hits its target."""
    Y_hat, Y = predictions_and_targets(rng, n, d_out)
    Y_hat[-1, -1] = Y[-1, -1]
    return Y_hat, Y


def two_outputs():
    """The three rows with two outputs of section 4.2."""
    Y_hat = np.array([[2.0, 2.0], [5.0, 3.0], [5.0, 9.0]])
    return Y_hat, np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
