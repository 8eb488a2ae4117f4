"""Solvers: the optimizers by the names that the estimators know them by."""

from functools import partial

from ..optimizers import SGD, Adam, RMSprop

SOLVERS = {
    "sgd": SGD,
    "momentum": partial(SGD, momentum=0.9),
    "rmsprop": RMSprop,
    "adam": Adam,
}
# Of columns that are scaled. Momentum adds up to ten steps; RMSprop's first are ten times too long.
RATES = {"sgd": 0.05, "momentum": 0.005, "rmsprop": 0.005, "adam": 0.05}


def make_optimizer(solver, model, lr, weight_decay, rates):
    """Return the optimizer of this name for the model, or refuse the name; lr=None is its rate."""
    if not isinstance(solver, str) or solver not in SOLVERS:
        raise ValueError(f"solver must be one of {', '.join(map(repr, SOLVERS))}, got {solver!r}.")
    lr = rates[solver] if lr is None else lr
    return SOLVERS[solver](model, lr=lr, weight_decay=weight_decay)
