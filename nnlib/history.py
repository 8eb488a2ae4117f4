"""History: what a run of training leaves behind, to look at and to draw."""

from dataclasses import dataclass, field


@dataclass
class History:
    """The losses of a run, one number an epoch, and whether the network has died.

    Attributes
    ----------
    train_loss : list of float
        Mean over the examples of an epoch, each counted with the weights of its own step.
    validation_loss : list of float
        Loss on the validation data after each epoch; empty where there is none.
    dead_layer : int or None
        The first ReLU layer, counted from 1, whose units are all off on every training row in the
        end: then the network gives the same output for every row, and learns no more.
    best_epoch : int or None
        With early stopping, the epoch, counted from 1, whose weights the model has in the end.
    """

    train_loss: list = field(default_factory=list)
    validation_loss: list = field(default_factory=list)
    dead_layer: int | None = None
    best_epoch: int | None = None

    def last_losses(self):
        """The losses of the last epoch, in words."""
        text = f"train {self.train_loss[-1]:.4g}"
        if self.validation_loss:
            text += f", validation {self.validation_loss[-1]:.4g}"
        return text
