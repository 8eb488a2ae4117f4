"""The gradient check: do the formulas agree with what the loss really does?

Nudge one number up and down, see how much the loss moves, divide by the distance. That is slow and
needs no calculus, so it can judge a `backward` that is fast and full of it.
"""

import numpy as np

from .arrays import as_floats
from .labels import as_targets
from .parameters import checked_gradients, refuse_coarse, refuse_copies, refuse_infinite
from .parts import as_loss, as_model
from .quiet import quiet
from .validation import as_finite, as_finite_matrix, as_one_number, positive_number

TOLERANCE = 1e-6  # rounding in a float64 difference stays far below, a wrong formula far above
EPS = 1e-5  # weighs the error of a difference formula (eps^2) against rounding (1e-16 / eps)
DISTANCES = (1e-4, 1e-5, 1e-6, 1e-7)  # a right gradient fits at one of them at least


@quiet
def numerical_gradient(f, X, *, eps=EPS):
    """Estimate the gradient of f at X by central differences, entry by entry.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of X and returns one number.
    X : array_like
    eps : float
        How far each entry is nudged up and down; for entries above 1, this share of the entry.

    Returns
    -------
    gradient : float64 array of the shape of X, with entries (f(x + eps) - f(x - eps)) / (2 eps)

    Raises
    ------
    TypeError, ValueError
        If f is no function of real value, X is not finite, or x + eps rounds to x.
    """
    if not callable(f):
        raise TypeError(f"f must be a function, got {f!r}: numerical_gradient(f, X).")
    eps = positive_number(eps, "eps")
    X = as_finite(X, "X").copy()  # as is what f gets: the caller's array stays as it is
    step = eps * np.maximum(1.0, np.abs(X))
    if (X + step == X).any():
        raise ValueError(f"eps={eps:g} is too small: x + eps rounds to x. Use {EPS:g}.")

    def value():
        return _fine_number(f(X.copy()), "f")

    return (_nudged(value, X, step) - _nudged(value, X, -step)) / (2 * step)


def _fine_number(value, function):
    refuse_coarse({f"What {function} returns": value})
    return as_one_number(value, function)


@quiet
def relative_error(a, b, *, floor=0.0):
    """Largest difference between a and b, as a share of their largest entry, or of the floor.

    0 means equal, 2 means opposite, nan that one of them holds nan. Different shapes: ValueError.
    """
    a, b = as_floats(a, "a"), as_floats(b, "b")
    if a.shape != b.shape:
        raise ValueError(f"Cannot compare gradients of shapes {a.shape} and {b.shape}.")
    if np.array_equal(a, b) and np.isfinite(a).all():
        return 0.0
    # nan and inf give nan, which no bound lets through.
    return float(np.abs(a - b).max() / np.max([np.abs(a).max(), np.abs(b).max(), floor]))


class GradientCheck:
    """What `check_gradients` found.

    Attributes
    ----------
    errors : dict of str to float
        The relative error of each parameter's gradient ("W1", "b1", ...) and of the input's ("X").
    too_small : set of str
        The names of the gradients that are lost in the rounding of the loss: right or wrong, the
        loss cannot tell.
    passed : bool
        Whether every error is below `TOLERANCE`, as it is where a gradient is too small to tell.
        The check itself counts as true then.
    """

    def __init__(self, errors, too_small=()):
        self.errors, self.too_small = errors, set(too_small)

    @property
    def passed(self):
        return all(error < TOLERANCE for error in self.errors.values())

    def __bool__(self):
        return self.passed

    def __repr__(self):
        # An error of rounding differs from machine to machine, so only its bound is shown.
        lines = ["gradient   relative error"]
        for name, error in self.errors.items():
            verdict = "too small to tell" if name in self.too_small else f"below {TOLERANCE:g}  ok"
            if not error < TOLERANCE:
                verdict = f"{error:.4f}  WRONG"
            lines.append(f"d{name:<10}{verdict}")
        return "\n".join(lines)


@quiet
def check_gradients(model, loss_fn, X, Y):
    """Compare the gradients of `model.backward` with what the loss does when entries are nudged.

    Every entry of every parameter and of X is nudged, a few times, so keep the example small.

    Parameters
    ----------
    model : Sequential
    loss_fn : MSELoss, SoftmaxCrossEntropyLoss, ...
    X : array of shape (n, d_in)
    Y : array of shape (n, d_out), or labels of shape (n,) for a loss that takes them

    Returns
    -------
    check : GradientCheck

    Raises
    ------
    TypeError, ValueError, RuntimeError
        If X or Y is none of these or not finite, the shapes do not fit, or no verdict is possible:
        a parameter or the loss is not finite or not float64, a gradient is missing or misshapen.

    Notes
    -----
    The parameters end as they were, bit for bit; the model's gradients are those at X, Y.

    At a corner of ReLU the loss has two slopes, one from each side, and any value between them is
    right. Close to a corner, only short nudges see the right slopes; elsewhere long ones see them
    best. So several distances are tried, and the best fit counts. A gradient far smaller than the
    loss is lost in its rounding, so differences are measured against a thousandth of it at least.
    """
    as_model(model)
    as_loss(loss_fn)
    X, Y = as_finite_matrix(X, "X").copy(), as_targets(Y, "Y")
    refuse_copies(model)
    arrays = {**model.parameters(), "X": X}

    def loss():
        Y_hat = model.forward(X)
        refuse_coarse({"Y_hat": Y_hat})
        return _fine_number(loss_fn.forward(Y_hat, Y), "loss_fn.forward")

    refuse_infinite({**arrays, "the loss": loss()})
    slopes = {name: _slopes(loss, array) for name, array in arrays.items()}
    floor = max(1e-3 * loss(), 1e-6)  # this loss is also the one that backward starts from
    gradients = {"X": model.backward(loss_fn.backward())} | model.gradients()
    refuse_coarse({f"d{name}": gradient for name, gradient in gradients.items()})
    errors, too_small = {}, set()
    for name, gradient in checked_gradients(gradients, arrays).items():
        errors[name] = relative_error(gradient, _nearest(gradient, slopes[name]), floor=floor)
        if np.abs(gradient).max(initial=0.0) < TOLERANCE * floor:
            too_small.add(name)
    return GradientCheck(errors, too_small)


def _slopes(loss, array):
    """For each distance, the slopes of the loss on the way down and on the way up.

    The formulas are exact for a parabola, which is what the mean squared error of a ReLU network
    is along each entry, from one corner to the next.
    """
    here, slopes = loss(), []
    for eps in DISTANCES:
        two_down, down, up, two_up = (_nudged(loss, array, k * eps) for k in (-2, -1, 1, 2))
        down_slope = (3 * here - 4 * down + two_down) / (2 * eps)
        up_slope = (4 * up - 3 * here - two_up) / (2 * eps)
        slopes.append((down_slope, up_slope))
    return slopes


def _nearest(gradient, slopes):
    """For each entry, what comes nearest to the gradient between the slopes of any one distance."""
    between = [np.clip(gradient, np.minimum(*pair), np.maximum(*pair)) for pair in slopes]
    choice = np.argmin(np.abs(np.array(between) - gradient), axis=0)
    return np.choose(choice, between)


def _nudged(loss, array, step):
    """The loss after each entry of the array alone has moved by its step; the array is put back."""
    losses, step = np.empty_like(array), np.broadcast_to(step, array.shape)
    for index in np.ndindex(array.shape):
        value = array[index]
        try:
            array[index] = value + step[index]
            losses[index] = loss()
        finally:
            array[index] = value
    return losses
