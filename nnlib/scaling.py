"""Scaling: each column in a unit of its own while a network trains, undone in it afterwards.

One learning rate suits columns of one size. So a column is centred and divided by its spread, both
taken from the training rows alone. What comes out is still a plain network, in the reader's units.
"""

import numpy as np

from .losses import MSELoss

LARGEST = 1e150  # above it, squares overflow
ROUNDING = 1e-13  # of the numbers: 0.1 + 0.2 is not 0.3, but a column of these two does not vary
SMALLEST = 1e-290  # below it, a weight that is divided by it may overflow
SMALLEST_ERROR = 1e-150  # below it, squares vanish


class ColumnScale:
    """The center and the spread of each column of a matrix.

    Parameters
    ----------
    M : array of shape (n, d)
        The training rows.
    name : str
        What a refusal calls them.

    Attributes
    ----------
    center, scale : arrays of shape (d,)
        Mean and standard deviation. A column that never varies has the scale 1.
    varies : array of bool, shape (d,)
        Whether a column varies by more than rounding; measured in units of its rounding, any new
        row would be far away.

    Raises
    ------
    ValueError
        If the numbers of a column are so far apart that a square overflows, or so close together
        that a weight would.
    """

    def __init__(self, M, name):
        # As distances from the first row: so a constant is its own mean, to the last bit.
        with np.errstate(over="ignore"):
            distances = M - M[0]
        largest = np.abs(distances).max(axis=0)
        if not np.all(largest < LARGEST):
            raise ValueError(
                f"The numbers of {name} are too far apart: divide them, by 1e6 for instance."
            )
        self.varies = largest > ROUNDING * np.abs(M).max(axis=0)
        if np.any(self.varies & (largest < SMALLEST)):
            raise ValueError(_too_close(name))
        unit = np.where(self.varies, largest, 1.0)  # so that no square overflows or vanishes
        self.center = M[0] + distances.mean(axis=0)
        self.scale = np.where(self.varies, unit * (distances / unit).std(axis=0), 1.0)

    def transform(self, M):
        """Return M in units of the spread, counted from the center."""
        return (M - self.center) / self.scale


class NoScale:
    """The scale of k outputs that stay as they are, such as logits; their targets are labels."""

    def __init__(self, k):
        self.center, self.scale, self.varies = np.zeros(k), np.ones(k), np.ones(k, dtype=bool)

    def transform(self, labels):
        return labels


def _too_close(name):
    return f"The numbers of {name} are too close together: multiply them, by 1e200 for instance."


def start_at_zero(model, X_scale, Y_scale):
    """Take out what a column that never varies would add by the luck of the random start.

    A target that never varies is then predicted exactly, and its error of 0 changes no weight.
    """
    model.layers[0].W[~X_scale.varies] = 0.0
    model.layers[-1].W[:, ~Y_scale.varies] = 0.0
    model.layers[-1].b[:, ~Y_scale.varies] = 0.0


def undo_scaling(model, X_scale, Y_scale):
    """Let a network that was trained on scaled columns take X, and give Y, as they are.

    The gradients of the last step belong to the weights of before, so they go.
    """
    first, last = model.layers[0], model.layers[-1]
    first.W /= X_scale.scale[:, None]
    first.b -= X_scale.center @ first.W
    last.W *= Y_scale.scale
    last.b *= Y_scale.scale
    last.b += Y_scale.center
    for layer in model.layers:
        if layer.parameters():
            layer.dW = layer.db = None


class LossInTargetUnits(MSELoss):
    """The mean squared error of scaled targets, told in the target's own units.

    `forward` returns the mean of (scale * (Y_hat - Y))^2. `backward` gives the gradient of the mean
    of (Y_hat - Y)^2, where a column with a small spread weighs as much as one with a large spread.

    ValueError where all spreads are so small that every square would be 0, right or wrong.
    """

    def __init__(self, Y_scale):
        self.scale = Y_scale.scale
        if Y_scale.varies.any() and self.scale[Y_scale.varies].max() < SMALLEST_ERROR:
            raise ValueError(_too_close("y"))

    def _mean_square(self, difference):
        return super()._mean_square(difference * self.scale)
