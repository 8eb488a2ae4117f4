"""Parameters and gradients: what learning and its check may rely on, whoever wrote the layer.

Both change parameters in place and by little, so that an integer would swallow the change, a
float32 round most of it away, and a copy never hand it on.
"""

import itertools

import numpy as np

from .arrays import FLOAT64, as_floats
from .validation import as_matrix


def copy_of_weights(new, old):
    """Return a float64 copy of a layer's new weights, of the shape of the old ones, if any."""
    W = as_matrix(new, "W")
    if old is not None and W.shape != old.shape:
        raise ValueError(
            f"W has shape {W.shape}, but the layer's weights have shape {old.shape} and keep it. "
            "For another shape make a new layer with Linear.from_weights(W, b)."
        )
    return W.copy()


def copy_of_biases(new, old, W):
    """Return a float64 copy of a layer's new biases, one for each column of W."""
    if W is None:
        raise ValueError("Set W before b: there is one bias for each column of W.")
    b, wanted = as_matrix(new, "b"), (1, W.shape[1])
    if b.shape != wanted:
        grown = old is not None and b.shape[1] == wanted[1]
        advice = " Was a gradient subtracted that was not summed over the rows?" if grown else ""
        raise ValueError(
            f"W has shape {W.shape}, so b needs shape {wanted}, one bias for each column of W; "
            f"got {b.shape}.{advice}"
        )
    return b.copy()


def as_named_arrays(arrays, function):
    """Return the dict that the function of a layer or a model has returned, or refuse it."""
    if not isinstance(arrays, dict):
        raise TypeError(
            f"{function} must return a dict of arrays by name, got {type(arrays).__name__}."
        )
    return arrays


def checked_parameters(model):
    """Return model.parameters(), each a float64 array that may be changed in place.

    Raises
    ------
    TypeError
        If they are no dict of arrays.
    ValueError
        If one of them has another dtype or is read-only.
    """
    parameters = as_named_arrays(model.parameters(), "parameters()")
    for name, parameter in parameters.items():
        if type(parameter) is not np.ndarray:
            raise TypeError(
                f"{name} must be a plain NumPy array, since learning changes it in place, got "
                f"{type(parameter).__name__}. Use np.array({name}, dtype=float)."
            )
        if parameter.dtype != FLOAT64:
            raise ValueError(
                f"{name} has dtype {parameter.dtype}, but learning changes it by little and in "
                f"place, which needs float64. Use np.array({name}, dtype=float)."
            )
        if not parameter.flags.writeable:
            raise ValueError(
                f"{name} is read-only, but learning changes it in place. Use {name}.copy()."
            )
    return parameters


def refuse_copies(model):
    """Refuse parameters whose change would reach no layer, or two.

    The first are those that `parameters()` makes anew each time, the second those that share their
    memory: each gradient is only one part of the slope then.
    """
    parameters, again = checked_parameters(model), model.parameters()
    for name, parameter in parameters.items():
        if parameter.size and not np.may_share_memory(parameter, again[name]):
            raise ValueError(
                f"parameters() returns a copy of {name}, so that a change of it reaches no layer. "
                "Let it return the layer's own array."
            )
    for one, other in itertools.combinations(parameters, 2):
        if np.shares_memory(parameters[one], parameters[other]):
            raise ValueError(
                f"{one} and {other} share their memory, so that a change of one changes the other. "
                "Give each layer an array of its own, for instance a copy()."
            )


def refuse_infinite(values):
    """Refuse nan and inf in any of these values by name."""
    for name, value in values.items():
        if not np.isfinite(value).all():
            raise ValueError(f"{name} holds nan or inf, so no gradient is right or wrong there.")


def refuse_coarse(values):
    """Refuse float16 and float32 in any of these values by name."""
    for name, value in values.items():
        if getattr(value, "dtype", None) in (np.float16, np.float32):
            raise ValueError(
                f"{name} has dtype {value.dtype}, whose rounding cannot be told from a wrong "
                "formula: compute it in float64."
            )


def checked_gradients(gradients, parameters):
    """Return the gradient of each parameter, as float64 and of its shape.

    Raises
    ------
    RuntimeError
        If a gradient is missing.
    ValueError
        If a gradient has not the shape of its parameter, or holds anything but real numbers.
    """
    checked, missing = {}, []
    as_named_arrays(gradients, "gradients()")
    for name, parameter in parameters.items():
        gradient = gradients.get(name)
        if gradient is None:
            missing.append(name)
            continue
        checked[name] = gradient = as_floats(gradient, "d" + name)
        if gradient.shape != parameter.shape:
            raise ValueError(
                f"{name} has shape {parameter.shape}, but its gradient has shape "
                f"{gradient.shape}. Was it summed over the rows (axis=0, keepdims=True)?"
            )
    if missing:
        raise RuntimeError(
            f"There is no gradient yet for {', '.join(missing)}: call model.forward(X), "
            "loss_fn.forward(Y_hat, Y) and model.backward(loss_fn.backward()) first. A layer's "
            "backward leaves them and returns dX; its gradients() names them as parameters() does."
        )
    return checked
