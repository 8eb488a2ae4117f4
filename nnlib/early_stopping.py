"""Early stopping: end where the validation loss was lowest, and not where the epochs ran out.

Past that point a network goes on to learn its training rows by heart, and new rows get worse.
"""

import numpy as np

from .divergence import LOST
from .validation import positive_integer


class EarlyStopping:
    """Keeps the weights of the best epoch, and knows when the wait for a better one is over.

    Parameters
    ----------
    patience : int
        How many epochs in a row may pass without a new lowest validation loss.

    Attributes
    ----------
    best_epoch : int or None
        The epoch, counted from 1, whose validation loss was the lowest; the first one of equals.
    best_loss : float
    """

    def __init__(self, patience):
        self.patience = positive_integer(patience, "patience")
        self.best_epoch, self.best_loss, self._weights = None, np.inf, {}

    def look(self, epoch, loss, model):
        """Take note of the loss after this epoch; return whether to stop."""
        if loss < self.best_loss:
            self.best_epoch, self.best_loss = epoch, loss
            self._weights = {name: p.copy() for name, p in model.parameters().items()}
        return epoch - self.best_epoch >= self.patience

    def restore(self, model):
        """Give the model the weights of the best epoch, in place."""
        for name, parameter in model.parameters().items():
            parameter[...] = self._weights[name]

    def rescue(self, model, error):
        """After an error give the best weights back, if there are any, and say so in the error."""
        if self.best_epoch is None:
            return
        self.restore(model)
        back = f"The model has the weights of its best epoch again, epoch {self.best_epoch}."
        if LOST in str(error):
            error.args = (str(error).replace(LOST, back),)
        else:
            error.add_note(back)

    def __str__(self):
        return f"best {self.best_loss:.4g} in epoch {self.best_epoch}"
