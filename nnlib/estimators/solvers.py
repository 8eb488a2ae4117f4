"""Solvers: the optimizers by the names that the estimators know them by."""

from functools import partial

from ..optimizers import SGD, Adam, RMSprop

SOLVERS = {
    "sgd": SGD,
    "momentum": partial(SGD, momentum=0.9),
    "rmsprop": RMSprop,
    "adam": Adam,
}


def make_optimizer(solver, model, lr, weight_decay):
    """Return the optimizer of this name for the model, or refuse the name."""
    if not isinstance(solver, str) or solver not in SOLVERS:
        raise ValueError(f"solver must be one of {', '.join(map(repr, SOLVERS))}, got {solver!r}.")
    return SOLVERS[solver](model, lr=lr, weight_decay=weight_decay)
