"""Training: shuffle, cut into mini-batches, and for each one go forward, backward, and a step."""

import contextlib
import copy
from dataclasses import dataclass, field

import numpy as np

from .divergence import Watch, check_parameters, finite_loss
from .memory import forget
from .parameters import refuse_copies
from .parts import as_loss, as_model, as_optimizer
from .quiet import quiet
from .validation import (
    as_finite_matrix,
    as_generator,
    as_matrix,
    as_one_number,
    as_pair,
    positive_integer,
    same_rows,
)


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
    """

    train_loss: list = field(default_factory=list)
    validation_loss: list = field(default_factory=list)
    dead_layer: int | None = None


def minibatches(X, Y, batch_size, *, rng):
    """Shuffle the rows of X and Y together, and yield them in batches.

    Parameters
    ----------
    X : array of shape (n, d_in)
    Y : array of shape (n, d_out)
    batch_size : int
        Rows in a batch; the last batch has what is left over, and is kept.
    rng : numpy.random.Generator

    Returns
    -------
    batches : iterator over pairs (X_batch, Y_batch) that together hold every row once

    Raises
    ------
    TypeError, ValueError
        At the call, for input of the wrong kind or shape.
    """
    X, Y = as_matrix(X, "X"), as_matrix(Y, "Y")
    same_rows(X, Y)
    batch_size = positive_integer(batch_size, "batch_size")
    order = as_generator(rng).permutation(len(X))
    X, Y = X[order], Y[order]  # one copy of all rows is cheaper than one of each batch
    return ((X[i : i + batch_size], Y[i : i + batch_size]) for i in range(0, len(X), batch_size))


@quiet  # an overflow is found by its loss, and said in words
def fit(
    model, loss_fn, optimizer, X, Y, *, epochs, batch_size, rng, validation=None, progress=False
):
    """Train the model in place.

    Parameters
    ----------
    model : Sequential
    loss_fn : MSELoss
    optimizer : SGD
    X : array of shape (n, d_in)
    Y : array of shape (n, d_out)
    epochs : int
        How often every row is used.
    batch_size : int
    rng : numpy.random.Generator
        Shuffles the rows, anew in each epoch.
    validation : pair (X, Y) of arrays, optional
        Rows that the model never trains on; their loss is measured after each epoch.
    progress : bool
        Whether to show a tqdm bar with both losses.

    Returns
    -------
    history : History

    Raises
    ------
    FloatingPointError
        When learning has diverged: a loss or a parameter is no longer finite, or the training
        loss after the last step is over ten times the one before the first and also over ten times
        that of predicting the mean of Y. Where all units of a ReLU layer have died on the way,
        over twice that of the mean is enough. The message names what was seen and what to try; the
        parameters are as the last step left them. A network that has died and gives about the
        mean is no error; `history.dead_layer` tells it.
    TypeError, ValueError
        For input of the wrong kind or shape, with nan or inf in it, or with validation rows so far
        from the others that their loss is inf from the start; then nothing has changed.

    Afterwards model and loss have forgotten the rows that they saw.
    """
    as_model(model)
    as_loss(loss_fn)
    as_optimizer(optimizer)
    if getattr(optimizer, "model", model) is not model:
        raise ValueError("This optimizer was made for another model: make one for this model.")
    epochs = positive_integer(epochs, "epochs")
    positive_integer(batch_size, "batch_size")
    as_generator(rng)
    refuse_copies(model)
    history = History()
    with _epochs(epochs, progress) as bar:
        X, Y = _training_data(model, loss_fn, X, Y)
        if validation is not None:
            validation = _validation_data(model, loss_fn, validation)
        try:
            watch = Watch(model, loss_fn, X, Y, validation)
            for epoch in bar:
                batches = minibatches(X, Y, batch_size, rng=rng)
                history.train_loss.append(_train_epoch(model, loss_fn, optimizer, batches, epoch))
                check_parameters(model, epoch, optimizer)
                if validation is not None:
                    history.validation_loss.append(watch.validate(epoch, optimizer))
                if progress:
                    bar.set_postfix_str(_last_losses(history))
            history.dead_layer = watch.judge(optimizer)
        finally:
            forget(model)
            forget(loss_fn)
    return history


def _train_epoch(model, loss_fn, optimizer, batches, epoch):
    """Take one step for each batch; return the loss averaged over the examples."""
    total, examples = 0.0, 0
    for step, (X, Y) in enumerate(batches, start=1):
        loss = loss_fn.forward(model.forward(X), Y)
        loss = finite_loss(loss, f"The training loss in epoch {epoch}, step {step},", optimizer)
        model.backward(loss_fn.backward())
        optimizer.step()
        total += loss * len(X)  # a smaller last batch counts for less
        examples += len(X)
    return total / examples


def _training_data(model, loss_fn, X, Y):
    """Return X and Y as matrices that the model can use, or say why it cannot."""
    X, Y = as_finite_matrix(X, "X"), as_finite_matrix(Y, "Y")
    same_rows(X, Y)
    # One row is enough to see that the shapes fit; copies, since model and loss remember it.
    loss = copy.deepcopy(loss_fn).forward(copy.deepcopy(model).forward(X[:1]), Y[:1])
    if np.ndim(loss) > 0:  # even (1, 1): with more rows it would be as long as they are many
        raise ValueError(
            "loss_fn.forward must return one real number, the mean over all entries, got an array "
            f"of shape {np.shape(loss)} for one row."
        )
    as_one_number(loss, "loss_fn.forward")
    return X, Y


def _validation_data(model, loss_fn, validation):
    X, Y = as_pair(validation, "validation")
    try:
        return _training_data(model, loss_fn, X, Y)
    except ValueError as error:
        raise ValueError(f"In validation: {error}") from error


def _epochs(epochs, progress):
    """A context with the epochs 1, 2, ..., behind a tqdm bar if wanted."""
    if not progress:
        return contextlib.nullcontext(range(1, epochs + 1))
    from tqdm import tqdm  # imported only where it is used

    return tqdm(range(1, epochs + 1), desc="epochs", unit="epoch")


def _last_losses(history):
    text = f"train {history.train_loss[-1]:.4g}"
    if history.validation_loss:
        text += f", validation {history.validation_loss[-1]:.4g}"
    return text
