"""The gradient check: do the formulas agree with what the loss really does?

Nudge one number up and down, see how much the loss moves, divide by the distance. That is slow and
needs no calculus, so it can judge a `backward` that is fast and full of it.
"""

import numpy as np

TOLERANCE = 1e-6  # rounding in a float64 difference stays far below, a wrong formula far above


def numerical_gradient(f, X, *, eps=1e-5):
    """Estimate the gradient of f at X by central differences, entry by entry.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of X and returns a float.
    X : array_like
    eps : float
        How far each entry is nudged up and down. The default weighs the error of the formula
        (eps^2) against that of rounding (1e-16 / eps).

    Returns
    -------
    gradient : float64 array of the shape of X, with entries (f(x + eps) - f(x - eps)) / (2 eps)
    """
    X = np.array(X, dtype=float)  # a copy: the caller's array stays as it is
    gradient = np.empty_like(X)
    for index in np.ndindex(X.shape):
        value = X[index]
        X[index] = value + eps
        above = f(X)
        X[index] = value - eps
        below = f(X)
        X[index] = value
        gradient[index] = (above - below) / (2 * eps)
    return gradient


def relative_error(a, b):
    """Largest difference between a and b, as a share of their largest entry.

    0 means equal, 2 means opposite, nan that one of them holds nan. Different shapes: ValueError.
    """
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if a.shape != b.shape:
        raise ValueError(f"Cannot compare gradients of shapes {a.shape} and {b.shape}.")
    if np.array_equal(a, b):
        return 0.0
    with np.errstate(invalid="ignore"):  # nan and inf give nan, which no bound lets through
        return float(np.abs(a - b).max() / np.maximum(np.abs(a).max(), np.abs(b).max()))


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
            good = error < TOLERANCE
            lines.append(f"d{name:<10}{f'below {TOLERANCE:g}  ok' if good else f'{error:.4f}  WRONG'}")
        return "\n".join(lines)


def check_gradients(model, loss_fn, X, Y):
    """Compare the gradients of `model.backward` with numerical ones.

    Every entry of every parameter and of X is nudged, so keep the example small. Near a corner of
    ReLU (a Z within about 1e-5 of zero) the two may differ though the formulas are right.

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
    """
    X = np.array(X, dtype=float)

    def loss_of_input(nudged):
        return loss_fn.forward(model.forward(nudged), Y)

    numerical = {"X": numerical_gradient(loss_of_input, X)}
    for name, parameter in model.parameters().items():
        numerical[name] = _numerical_gradient_in_place(lambda: loss_of_input(X), parameter)

    loss_of_input(X)  # so that backward sees the parameters as they are
    dX = model.backward(loss_fn.backward())
    analytic = {**model.gradients(), "X": dX}
    return GradientCheck({name: relative_error(analytic[name], numerical[name]) for name in analytic})


def _numerical_gradient_in_place(loss, parameter):
    original = parameter.copy()

    def loss_at(nudged):
        parameter[...] = nudged
        return loss()

    try:
        return numerical_gradient(loss_at, original)
    finally:
        parameter[...] = original
