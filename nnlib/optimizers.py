"""Optimizers: they use gradients. Finding gradients is `backward`'s work; the two stay apart."""

import math
import numbers


class SGD:
    """Stochastic gradient descent: each parameter goes a little way against its gradient.

    Parameters
    ----------
    model : Sequential
    lr : float
        The learning rate, above 0; it may be changed between steps.
    """

    def __init__(self, model, lr):
        if isinstance(lr, bool) or not isinstance(lr, numbers.Real):
            raise TypeError(f"lr must be a number, got {lr!r}.")
        if not (lr > 0 and math.isfinite(lr)):
            raise ValueError(f"lr must be a finite number above 0, got {lr!r}.")
        self.model = model
        self.lr = lr

    def step(self):
        """Take one step, p = p - lr * dp for every parameter p, in place.

        Raises
        ------
        RuntimeError
            If a gradient is missing; then nothing has changed.
        """
        parameters, gradients = self.model.parameters(), self.model.gradients()
        missing = [name for name, gradient in gradients.items() if gradient is None]
        if missing:
            raise RuntimeError(
                f"There is no gradient yet for {', '.join(missing)}: call model.forward(X), "
                "loss_fn.forward(Y_hat, Y) and model.backward(loss_fn.backward()) first."
            )
        for name, parameter in parameters.items():
            parameter -= self.lr * gradients[name]

    def __repr__(self):
        return f"SGD(lr={self.lr})"
