"""Optimizers: they use gradients. Finding gradients is `backward`'s work; the two stay apart."""

from .parameters import checked_gradients, checked_parameters, refuse_copies
from .parts import as_model
from .quiet import quiet
from .validation import positive_number


class SGD:
    """Stochastic gradient descent: each parameter goes a little way against its gradient.

    Parameters
    ----------
    model : Sequential
    lr : float
        The learning rate, above 0; it may be changed between steps.
    """

    def __init__(self, model, lr):
        self.lr = lr
        self.model = as_model(model)
        refuse_copies(model)

    @property
    def lr(self):
        return self._lr

    @lr.setter
    def lr(self, lr):
        self._lr = positive_number(lr, "lr")

    @quiet
    def step(self):
        """Take one step, p = p - lr * dp for every parameter p, in place.

        Raises
        ------
        RuntimeError
            If a gradient is missing.
        ValueError
            If a gradient has not the shape of its parameter or is no real number, or if a
            parameter cannot be changed in place: read-only, or of another dtype than float64.

        After an error nothing has changed.
        """
        parameters = checked_parameters(self.model)
        gradients = checked_gradients(self.model.gradients(), parameters)
        lr = self.lr
        steps = [lr * gradient for gradient in gradients.values()]
        for parameter, step in zip(parameters.values(), steps):
            parameter -= step

    def settings(self):
        """The arguments that make it again, besides the model: `nnlib.save` writes them."""
        return {"lr": self.lr}

    def __repr__(self):
        return f"SGD(lr={self.lr})"
