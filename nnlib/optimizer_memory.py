"""What an optimizer remembers of each parameter, checked before it is used or taken back."""

import numpy as np

from .arrays import as_floats
from .parameters import as_named_arrays


def restored_memory(array, kind, name):
    """Return a copy of what is remembered of a parameter, or refuse what no step can have left."""
    array = as_floats(array, f"The {kind} of {name}").copy()
    if not np.isfinite(array).all():
        raise ValueError(
            f"The {kind} of {name} holds nan or inf, so no step after it is right: take an earlier "
            "state."
        )
    if kind == "square" and (array < 0).any():
        raise ValueError(f"The square of {name} holds numbers below 0, which no square is.")
    return array


def checked_memory(memory, kind, parameters):
    """Return the arrays, one for each parameter and of its shape, or refuse them."""
    as_named_arrays(memory, kind)
    shapes = {name: np.shape(array) for name, array in memory.items()}
    wanted = {name: parameter.shape for name, parameter in parameters.items()}
    if shapes != wanted:
        raise ValueError(
            f"The optimizer remembers the {kind} of parameters of the shapes {shapes}, but the "
            f"model has {wanted}. Make a new optimizer for this model."
        )
    return memory


def checked_update(update, name, parameter, kinds):
    """Return the step of a parameter and its memory, as an `update` returned them, or refuse it."""
    is_pair = isinstance(update, (tuple, list)) and len(update) == 2
    if not is_pair or not isinstance(update[1], (tuple, list)):
        raise TypeError(
            f"update must return a pair for {name}: its step, and a tuple of what to remember of "
            f"it, got {type(update).__name__}."
        )
    arrays = [as_floats(a, f"what update gives for {name}") for a in (update[0], *update[1])]
    found = [array.shape for array in arrays]
    if found != [parameter.shape] * (1 + len(kinds)):
        raise ValueError(
            f"update must return the step of {name} and what to remember of it ({len(kinds)} "
            f"arrays), each of the shape {parameter.shape}, got the shapes {found}."
        )
    return arrays[0], arrays[1:]
