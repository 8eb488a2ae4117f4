"""Losses: one number that says how wrong the predictions are, and its gradient.

The mean is taken here, so 1/n stands here and nowhere else: every gradient behind it is a plain
sum over the rows.
"""

import math

import numpy as np

from .arrays import as_floats
from .memory import Memory
from .quiet import quiet
from .validation import array_of, as_matrix


class MSELoss(Memory):
    """Mean squared error, L = mean over all entries of (Y_hat - Y)^2."""

    _remembered = "_difference"
    _difference = None

    @quiet
    def forward(self, Y_hat, Y):
        """Return the loss as a float, and remember the differences for `backward`.

        Parameters
        ----------
        Y_hat, Y : array_like of shape (n, d_out)
            Predictions and targets.

        Raises
        ------
        ValueError
            If the shapes differ. NumPy would broadcast (n,) against (n, 1) to (n, n).
        """
        predicted, wanted = as_floats(Y_hat, "Y_hat"), as_floats(Y, "Y")
        if predicted.shape != wanted.shape:
            names = array_of(Y_hat, "Y_hat"), array_of(Y, "Y")
            raise ValueError(_different_shapes(predicted.shape, wanted.shape, *names))
        self._difference = difference = as_matrix(Y_hat, "Y_hat") - wanted
        return self._mean_square(difference)

    def _mean_square(self, difference):
        return float((difference**2).sum() / difference.size)

    @quiet
    def backward(self):
        """Return dY_hat = 2 (Y_hat - Y) / (n * d_out), of shape (n, d_out).

        L = (1/m) sum of (Y_hat - Y)^2 over its m = n * d_out entries. One entry of Y_hat stands in
        one square of the sum, whose slope is 2 (Y_hat - Y).
        """
        if self._difference is None:
            raise RuntimeError("MSELoss.backward needs a loss: call forward(Y_hat, Y) first.")
        return 2.0 * self._difference / self._difference.size

    def __repr__(self):
        return "MSELoss()"


def _different_shapes(predicted, wanted, Y_hat, Y):
    message = f"Y_hat has shape {predicted} and Y has shape {wanted}; they must be equal."
    try:
        result = np.broadcast_shapes(predicted, wanted)
    except ValueError:
        return f"{message} There is one prediction for each target, row by row."
    flat, other = (Y, predicted) if len(wanted) == 1 else (Y_hat, wanted)
    is_flat = {len(predicted), len(wanted)} == {1, 2} and math.prod(predicted) == math.prod(wanted)
    advice = f" Use {flat}.reshape(-1, 1)." if is_flat and other[1] == 1 else ""
    return f"{message} Their difference would silently have shape {result}.{advice}"
