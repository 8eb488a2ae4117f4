"""Callbacks: a reader's own functions, called after each epoch of `fit`."""

import numpy as np


def as_callbacks(callbacks):
    """Return callbacks as a list of functions, or refuse it."""
    if not isinstance(callbacks, (list, tuple)) or not all(map(callable, callbacks)):
        raise TypeError(
            "callbacks must be a list of functions, each called as f(epoch, model, history), got "
            f"{callbacks!r}."
        )
    return list(callbacks)


def call_each(callbacks, epoch, model, history):
    """Call each of them; return whether one of them has asked to stop, by returning True."""
    answers = [callback(epoch, model, history) for callback in callbacks]
    for callback, answer in zip(callbacks, answers):
        if answer is not None and not isinstance(answer, (bool, np.bool_)):
            raise TypeError(
                f"The callback {getattr(callback, '__name__', callback)!r} must return True to "
                f"stop, or False or nothing to go on, got {answer!r}."
            )
    return any(answers)
