"""The gradient check: do the formulas agree with what the loss really does?

Nudge one number up and down, see how much the loss moves, divide by the distance. That is slow and
needs no calculus, so it can judge a `backward` that is fast and full of it.
"""

import numpy as np

TOLERANCE = 1e-6  # rounding in a float64 difference stays far below, a wrong formula far above
EPS = 1e-5  # weighs the error of a difference formula (eps^2) against rounding (1e-16 / eps)


def numerical_gradient(f, X, *, eps=EPS):
    """Estimate the gradient of f at X by central differences, entry by entry.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of X and returns a float.
    X : array_like
    eps : float
        How far each entry is nudged up and down.

    Returns
    -------
    gradient : float64 array of the shape of X, with entries (f(x + eps) - f(x - eps)) / (2 eps)
    """
    X = np.array(X, dtype=float)  # a copy: the caller's array stays as it is
    return (_nudged(lambda: f(X), X, eps) - _nudged(lambda: f(X), X, -eps)) / (2 * eps)


def relative_error(a, b, *, floor=0.0):
    """Largest difference between a and b, as a share of their largest entry, or of the floor.

    0 means equal, 2 means opposite, nan that one of them holds nan. Different shapes: ValueError.
    """
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.shape != b.shape:
        raise ValueError(f"Cannot compare gradients of shapes {a.shape} and {b.shape}.")
    if np.array_equal(a, b):
        return 0.0
    with np.errstate(invalid="ignore"):  # nan and inf give nan, which no bound lets through
        return float(np.abs(a - b).max() / np.max([np.abs(a).max(), np.abs(b).max(), floor]))


class GradientCheck:
    """What `check_gradients` found.

    Attributes
    ----------
    errors : dict of str to float
        The relative error of each parameter's gradient ("W1", "b1", ...) and of the input's ("X").
    passed : bool
        Whether every error is below `TOLERANCE`.
    """

    def __init__(self, errors):
        self.errors = errors

    @property
    def passed(self):
        return all(error < TOLERANCE for error in self.errors.values())

    def __repr__(self):
        # An error of rounding differs from machine to machine, so only its bound is shown.
        lines = ["gradient   relative error"]
        for name, error in self.errors.items():
            verdict = f"below {TOLERANCE:g}  ok" if error < TOLERANCE else f"{error:.4f}  WRONG"
            lines.append(f"d{name:<10}{verdict}")
        return "\n".join(lines)


def check_gradients(model, loss_fn, X, Y):
    """Compare the gradients of `model.backward` with what the loss does when entries are nudged.

    Every entry of every parameter and of X is nudged four times, so keep the example small.

    Parameters
    ----------
    model : Sequential
    loss_fn : MSELoss
    X : array of shape (n, d_in)
    Y : array of shape (n, d_out)

    Returns
    -------
    check : GradientCheck

    Notes
    -----
    The parameters end as they were, bit for bit; the model's gradients are those at X, Y.

    At a corner of ReLU the loss has two slopes, one from each side, and any value between them is
    right. A gradient far smaller than the loss is lost in the loss's rounding, so differences are
    measured against a thousandth of the loss at least.
    """
    X = np.array(X, dtype=float)

    def loss():
        return loss_fn.forward(model.forward(X), Y)

    arrays = {**model.parameters(), "X": X}
    slopes = {name: _one_sided_slopes(loss, array) for name, array in arrays.items()}
    floor = max(1e-3 * loss(), 1e-6)  # this loss is also the one that backward starts from
    dX = model.backward(loss_fn.backward())
    errors = {}
    for name, gradient in {**model.gradients(), "X": dX}.items():
        low, high = np.sort(slopes[name], axis=0)
        errors[name] = relative_error(gradient, np.clip(gradient, low, high), floor=floor)
    return GradientCheck(errors)


def _one_sided_slopes(loss, array):
    """The slopes of the loss on the way down and on the way up, for each entry of the array.

    The formulas are exact for a parabola, which is what the mean squared error of a ReLU network
    is along each entry, from one corner to the next.
    """
    here = loss()
    down = (3 * here - 4 * _nudged(loss, array, -EPS) + _nudged(loss, array, -2 * EPS)) / (2 * EPS)
    up = (4 * _nudged(loss, array, EPS) - 3 * here - _nudged(loss, array, 2 * EPS)) / (2 * EPS)
    return down, up


def _nudged(loss, array, step):
    """The loss after each entry of the array alone has moved by step; the array ends as it was."""
    losses = np.empty_like(array)
    for index in np.ndindex(array.shape):
        value = array[index]
        try:
            array[index] = value + step
            losses[index] = loss()
        finally:
            array[index] = value
    return losses
