"""Saved optimizers: what an optimizer needs to go on after a pause, in words and arrays.

An optimizer that can be saved has `settings()`, the arguments that made it. `state()` returns
numbers, such as {"t": 3}, and arrays for each parameter, such as {"mean": {"W1": ..., "b1": ...}};
`restore(state)` takes them back.
"""

from dataclasses import asdict

import numpy as np

from .optimizers import OPTIMIZERS
from .schedules import SCHEDULES


def describe_optimizer(optimizer, model):
    """Return what JSON can hold of it, or refuse what could not be loaded again."""
    kind = type(optimizer)
    if OPTIMIZERS.get(kind.__name__) is not kind:
        raise TypeError(f"{optimizer!r} is no optimizer of nnlib's: save the model without it.")
    if optimizer.model is not model:
        raise ValueError("This optimizer was made for another model: save it with that one.")
    settings = optimizer.settings()
    return {"type": kind.__name__, **settings, "lr": _describe_rate(settings["lr"])}


def _describe_rate(lr):
    """A number as it is, a schedule of nnlib's by its name and its settings."""
    if not callable(lr):
        return lr
    kind = type(lr)
    if SCHEDULES.get(kind.__name__) is not kind:
        raise TypeError(
            f"lr is a function of your own, {lr!r}, and a file cannot hold its code: set "
            "optimizer.lr to a number to save, and to the function again after loading. The count "
            "of the steps is kept."
        )
    return {"type": kind.__name__, **asdict(lr)}


def arrays_of_state(optimizer):
    """{"t": 3, "mean": {"W1": ...}} as arrays: {"optimizer.t": ..., "optimizer.mean.W1": ...}."""
    arrays = {}
    for name, value in optimizer.state().items():
        if isinstance(value, dict):
            arrays |= {f"optimizer.{name}.{key}": np.asarray(array) for key, array in value.items()}
        else:
            arrays[f"optimizer.{name}"] = np.asarray(value)
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise ValueError(f"{name} holds nan or inf, so no step after it is right.")
    return arrays


def build_optimizer(settings, model, arrays):
    """Return the optimizer, or None where there is none; take its arrays out of the dict."""
    if settings is None:
        return None
    kind, settings = settings["type"], {k: v for k, v in settings.items() if k != "type"}
    if kind not in OPTIMIZERS:
        raise ValueError(f"there is no optimizer {kind!r} in this nnlib")
    optimizer = OPTIMIZERS[kind](model, **settings | {"lr": _build_rate(settings["lr"])})
    state = {}
    for key in [key for key in arrays if key.startswith("optimizer.")]:
        array, (_, name, *parameter) = arrays.pop(key), key.split(".")
        if parameter:
            state.setdefault(name, {})[parameter[0]] = array
        else:
            state[name] = array.item()
    is_old = list(settings) == ["lr"] and not optimizer.remembers  # SGD once had no count of steps
    if state or not is_old:
        optimizer.restore(state)
    return optimizer


def _build_rate(lr):
    if not isinstance(lr, dict):
        return lr
    kind, settings = lr["type"], {k: v for k, v in lr.items() if k != "type"}
    if kind not in SCHEDULES:
        raise ValueError(f"there is no schedule {kind!r} in this nnlib")
    return SCHEDULES[kind](**settings)
