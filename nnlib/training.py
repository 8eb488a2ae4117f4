"""Training: for each mini-batch of each epoch go forward, backward, and take a step."""

import contextlib
import copy
import warnings

import numpy as np

from .batches import minibatches
from .callbacks import as_callbacks, call_each
from .divergence import Watch, check_parameters, finite_loss
from .early_stopping import EarlyStopping
from .history import History
from .labels import as_targets
from .memory import forget
from .parameters import refuse_copies
from .parts import as_loss, as_model, as_optimizer
from .quiet import quiet
from .validation import (
    as_finite_matrix,
    as_generator,
    as_one_number,
    as_pair,
    positive_integer,
    same_rows,
)


@quiet  # an overflow is found by its loss, and said in words
def fit(
    model,
    loss_fn,
    optimizer,
    X,
    Y,
    *,
    epochs,
    batch_size,
    rng,
    validation=None,
    patience=None,
    callbacks=(),
    progress=False,
):
    """Train the model in place.

    Parameters
    ----------
    model : Sequential
    loss_fn : MSELoss, SoftmaxCrossEntropyLoss, BinaryCrossEntropyLoss
    optimizer : SGD, RMSprop, Adam, AdamW
    X : array of shape (n, d_in)
    Y : array of shape (n, d_out), or labels (n,) for a loss that takes them
    epochs : int
        How often every row is used.
    batch_size : int
    rng : numpy.random.Generator
        Shuffles the rows, anew in each epoch. To go on in another process just as without a pause,
        keep its `bit_generator.state` beside the saved model and optimizer.
    validation : pair (X, Y) of arrays, optional
        Rows that the model never trains on; their loss is measured after each epoch.
    patience : int, optional
        Early stopping: end when so many epochs in a row have brought no new lowest validation loss,
        and in any case give the model back the weights of the epoch that had it: after an error or
        an interrupt too, which then say so. What the optimizer remembers stays that of the last
        step.
    callbacks : list of functions
        Each is called after each epoch as f(epoch, model, history), the epoch counted from 1. One
        that returns True stops the training after that epoch, once all have been called; an
        exception goes through, and leaves the model as it is then, or, with patience, at its best.
        They run with NumPy's warnings of overflow and nan switched off, as `fit` does.
    progress : bool
        Whether to show a tqdm bar with both losses, the best epoch, and what has stopped it.

    Returns
    -------
    history : History

    Raises
    ------
    FloatingPointError
        When learning has diverged: a loss, a parameter, or what the optimizer remembers of one is
        no longer finite, or the training loss after the last step is over ten times the one before
        the first and also over ten times that of predicting the mean of Y (of labels, the share of
        each class). Where all units of a ReLU layer have died on the way, over twice that is
        enough. The message names what was seen and what to try; without patience the parameters are
        as the last step left them. A network that has died and gives about the mean is no error;
        `history.dead_layer` tells it.
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
    callbacks = as_callbacks(callbacks)
    early = None if patience is None else EarlyStopping(patience)
    if early is not None and validation is None:
        raise ValueError("patience needs a validation loss: give validation=(X, Y) too.")
    refuse_copies(model)
    X, Y = _training_data(model, loss_fn, X, Y)
    if validation is not None:
        validation = _validation_data(model, loss_fn, validation)
    history = History()
    try:
        watch = Watch(model, loss_fn, X, Y, validation)
        with _bar(epochs, progress) as bar:
            for epoch in range(1, epochs + 1):
                batches = minibatches(X, Y, batch_size, rng=rng)
                history.train_loss.append(_train_epoch(model, loss_fn, optimizer, batches, epoch))
                check_parameters(model, epoch, optimizer)
                if validation is not None:
                    history.validation_loss.append(watch.validate(epoch, optimizer))
                stop = _look_around(epoch, model, history, early, callbacks)
                if progress:
                    bar.update()
                    bar.set_postfix_str(_in_words(history, early, stop))
                if stop:
                    break
        if early is not None:
            early.restore(model)
            history.best_epoch = early.best_epoch
        history.dead_layer = watch.judge(optimizer)
    except BaseException as error:  # an interrupt too
        if early is not None:
            early.rescue(model, error)
        raise
    finally:
        forget(model)
        forget(loss_fn)
    return history


def _train_epoch(model, loss_fn, optimizer, batches, epoch):
    """Take one step for each batch; return the loss averaged over the examples."""
    total, examples = 0.0, 0
    for step, (X, Y) in enumerate(batches, start=1):
        loss = loss_fn.forward(model.forward(X), Y)
        loss = finite_loss(loss, optimizer, "training loss in epoch {}, step {},", epoch, step)
        model.backward(loss_fn.backward())
        optimizer.step()
        total += loss * len(X)  # a smaller last batch counts for less
        examples += len(X)
    return total / examples


def _look_around(epoch, model, history, early, callbacks):
    """Return why to stop after this epoch, in words, or None."""
    waited = early is not None and early.look(epoch, history.validation_loss[-1], model)
    called = call_each(callbacks, epoch, model, history)
    return "stopped early" if waited else "stopped by a callback" if called else None


def _in_words(history, early, stop):
    """What the progress bar says after an epoch."""
    return ", ".join(str(part) for part in (history.last_losses(), early, stop) if part)


def _training_data(model, loss_fn, X, Y):
    """Return X and Y as arrays that model and loss can use, or say why they cannot."""
    X, Y = as_finite_matrix(X, "X"), as_targets(Y, "Y")
    same_rows(X, Y)
    # One row of X shows whether it fits, but of the labels each may be the one that is none.
    # Copies, since model and loss remember it, and a warning would come twice.
    Y_hat = np.repeat(copy.deepcopy(model).forward(X[:1]), len(Y), axis=0)
    with warnings.catch_warnings(action="ignore"):
        loss = copy.deepcopy(loss_fn).forward(Y_hat, Y)
    if np.ndim(loss) > 0:  # even (1, 1): with more rows it would be as long as they are many
        raise ValueError(
            "loss_fn.forward must return one real number, the mean over all entries, got an array "
            f"of shape {np.shape(loss)} for {len(Y)} rows."
        )
    as_one_number(loss, "loss_fn.forward")
    return X, Y


def _validation_data(model, loss_fn, validation):
    X, Y = as_pair(validation, "validation")
    try:
        return _training_data(model, loss_fn, X, Y)
    except ValueError as error:
        raise ValueError(f"In validation: {error}") from error


def _bar(epochs, progress):
    """A context with a tqdm bar if wanted."""
    if not progress:
        return contextlib.nullcontext()
    from tqdm import tqdm  # imported only where it is used

    return tqdm(total=epochs, desc="epochs", unit="epoch")
