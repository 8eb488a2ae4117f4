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
        if not hasattr(model, "parameters"):
            raise TypeError(f"SGD needs the model whose parameters it changes, got {model!r}.")
        self.model = model
        self.lr = float(lr)

    def step(self):
        """Take one step, p = p - lr * dp for every parameter p, in place.

        Raises
        ------
        RuntimeError
            If a gradient is missing.
        ValueError
            If a gradient has not the shape of its parameter.

        After an error nothing has changed.
        """
        parameters, gradients = self.model.parameters(), self.model.gradients()
        missing = [name for name, gradient in gradients.items() if gradient is None]
        if missing:
            raise RuntimeError(
                f"There is no gradient yet for {', '.join(missing)}: call model.forward(X), "
                "loss_fn.forward(Y_hat, Y) and model.backward(loss_fn.backward()) first."
            )
        for name, parameter in parameters.items():
            if gradients[name].shape != parameter.shape:
                raise ValueError(
                    f"{name} has shape {parameter.shape}, but its gradient has shape "
                    f"{gradients[name].shape}. Was it summed over the rows (axis=0, keepdims=True)?"
                )
        for name, parameter in parameters.items():
            parameter -= self.lr * gradients[name]

    def settings(self):
        """The arguments that make it again, besides the model: `nnlib.save` writes them."""
        return {"lr": self.lr}

    def __repr__(self):
        return f"SGD(lr={self.lr})"
