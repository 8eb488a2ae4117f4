"""Optimizers: they use gradients. Finding gradients is `backward`'s work; the two stay apart.

    SGD        p -= lr * dp                                    remembers nothing
    momentum   p -= lr * velocity                              where the last steps went
    RMSprop    p -= lr * dp / (sqrt(square) + eps)             how large dp usually is
    Adam       p -= lr * mean / (sqrt(square) + eps)           both, each corrected for its start

Each `update` is the formula for one parameter p with the gradient dp: it returns the step and what
to remember of p. Entry by entry, so that each entry has a velocity or a size of its own. Names,
defaults and conventions are PyTorch's. The loop over the parameters is in stepping.py.
"""

import numpy as np

from .stepping import Optimizer, Setting
from .validation import fraction, not_negative, positive_number, true_or_false


class SGD(Optimizer):
    """Stochastic gradient descent: each parameter goes a little way against its gradient.

    Parameters
    ----------
    model : Sequential
    lr : float or function of the step
        The learning rate, above 0; it may be changed between steps. For functions see schedules.py.
    momentum : float in [0, 1)
        The share of its velocity that a parameter keeps from step to step.
    nesterov : bool
        Whether to take the gradient once more on top of it, as if from where the velocity leads.
    weight_decay : float
        Pulls each parameter towards 0: weight_decay * p is added to its gradient.
    max_norm : float, optional
        All gradients together are shortened to this length where they are longer; see `clip_norm`.

    Raises
    ------
    TypeError, ValueError
        For a setting of the wrong kind or outside its range; or if nesterov has no momentum.
    """

    momentum, nesterov, weight_decay = (Setting(c) for c in (fraction, true_or_false, not_negative))

    def __init__(self, model, lr, momentum=0.0, nesterov=False, weight_decay=0.0, *, max_norm=None):
        super().__init__(
            model,
            lr=lr,
            momentum=momentum,
            nesterov=nesterov,
            weight_decay=weight_decay,
            max_norm=max_norm,
        )
        if self.nesterov and not self.momentum:
            raise ValueError("nesterov changes how momentum is used: set momentum=0.9 too.")

    @property
    def remembers(self):
        return ("velocity",) if self.momentum else ()

    def update(self, p, dp, memory, lr, t):
        if self.weight_decay:
            dp = dp + self.weight_decay * p
        if not memory:
            return lr * dp, ()
        (velocity,) = memory
        velocity = self.momentum * velocity + dp
        step = dp + self.momentum * velocity if self.nesterov else velocity
        return lr * step, (velocity,)


class RMSprop(Optimizer):
    """Each entry's step is divided by the usual size of its gradient (Hinton, 2012).

    Parameters
    ----------
    model, lr, max_norm, weight_decay
        As in SGD.
    alpha : float in [0, 1)
        The share of its past in the mean square; above it, 1 - alpha is the new gradient's.
    eps : float
        Added to the root, outside it: no division by 0.
    """

    remembers = ("square",)
    alpha, eps, weight_decay = (Setting(c) for c in (fraction, positive_number, not_negative))

    def __init__(self, model, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, *, max_norm=None):
        super().__init__(
            model, lr=lr, alpha=alpha, eps=eps, weight_decay=weight_decay, max_norm=max_norm
        )

    def update(self, p, dp, memory, lr, t):
        (square,) = memory
        if self.weight_decay:
            dp = dp + self.weight_decay * p
        square = self.alpha * square + (1 - self.alpha) * dp**2
        return lr * dp / (np.sqrt(square) + self.eps), (square,)


def as_betas(betas, name):
    """Return betas as a pair of floats in [0, 1), else refuse them."""
    if not isinstance(betas, (tuple, list)) or len(betas) != 2:
        raise TypeError(f"{name} must be a pair of numbers such as (0.9, 0.999), got {betas!r}.")
    return tuple(fraction(beta, f"{name}[{i}]") for i, beta in enumerate(betas))


class Adam(Optimizer):
    """The mean gradient over its usual size, so a step of about lr (Kingma and Ba, 2015).

    Parameters
    ----------
    model, lr, max_norm
        As in SGD.
    betas : pair of floats in [0, 1)
        The share of the past in the mean, and in the mean square. Both start at 0, so after t
        steps they hold only the share 1 - beta^t of what they should, and are divided by it.
    eps : float
        Added to the root of the corrected square, outside it.
    weight_decay : float
        Added to the gradient, times p; then divided like it, so it is no plain pull towards 0.
        That is what AdamW does.
    """

    remembers = ("mean", "square")
    betas, eps, weight_decay = (Setting(c) for c in (as_betas, positive_number, not_negative))

    def __init__(
        self, model, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, *, max_norm=None
    ):
        super().__init__(
            model, lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, max_norm=max_norm
        )

    def update(self, p, dp, memory, lr, t):
        if self.weight_decay:
            dp = dp + self.weight_decay * p
        return self._adam(dp, memory, lr, t)

    def _adam(self, dp, memory, lr, t):
        (mean, square), (beta1, beta2) = memory, self.betas
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        return lr * mean_hat / (np.sqrt(square_hat) + self.eps), (mean, square)


class AdamW(Adam):
    """Adam, with a weight decay that is a plain pull towards 0 (Loshchilov and Hutter, 2019).

    The gradient knows nothing of it: p -= lr * weight_decay * p, beside Adam's step.
    """

    def __init__(
        self, model, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01, *, max_norm=None
    ):
        super().__init__(model, lr, betas, eps, weight_decay, max_norm=max_norm)

    def update(self, p, dp, memory, lr, t):
        step, memory = self._adam(dp, memory, lr, t)
        return step + lr * self.weight_decay * p, memory


OPTIMIZERS = {kind.__name__: kind for kind in (SGD, RMSprop, Adam, AdamW)}  # what can be saved
