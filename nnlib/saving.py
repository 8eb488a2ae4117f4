"""Saving: a network in one file, and the same network again, bit for bit.

The file is an .npz: `numpy.load` reads its arrays (W1, b1, W2, ...), and any unzip program shows
network.json, which says what layers they belong to.
"""

import numpy as np

from .layers import LeakyReLU, Linear, ReLU, Sigmoid, Tanh
from .network import Sequential
from .saved_files import read_file, write_file
from .saved_optimizers import arrays_of_state, build_optimizer, describe_optimizer
from .validation import as_matrix, finite_number

FORMAT, VERSION = "nnlib network", 1
ACTIVATIONS = {kind.__name__: kind for kind in (ReLU, LeakyReLU, Sigmoid, Tanh)}


def save(model, path, optimizer=None):
    """Write the network, and its optimizer if there is one, into the file at this path.

    Parameters
    ----------
    model : Sequential
        Of nnlib's own layers: a file cannot hold the code of yours.
    path : str or path
        Taken as it is: nothing is appended. A file that is there is replaced in one moment, so
        that it holds the old network or the new one, never half of it.
    optimizer : SGD, RMSprop, Adam, AdamW, optional
        With all that it remembers: going on after loading is the same as never having stopped.

    Raises
    ------
    TypeError
        If the model is no Sequential, or a layer, the optimizer or its schedule is not nnlib's own.
    ValueError
        If a parameter or what is remembered of it holds nan or inf, the layers do not fit together,
        or the optimizer belongs to another model.
    OSError
        If there is no such folder, or it cannot be written to.

    After an error nothing has been written.

    Examples
    --------
    >>> import os, tempfile
    >>> import numpy as np
    >>> import nnlib
    >>> rng = np.random.default_rng(0)
    >>> model = nnlib.Sequential(nnlib.Linear(3, 4, rng=rng), nnlib.LeakyReLU(0.2))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = os.path.join(folder, "model.npz")
    ...     nnlib.save(model, path)
    ...     same = nnlib.load(path)
    >>> X = np.ones((2, 3))
    >>> np.array_equal(same.predict(X), model.predict(X))
    True
    """
    if type(model) is not Sequential:
        raise TypeError(
            f"Only a Sequential can be saved, got {type(model).__name__}. Put a layer into one, "
            "Sequential(layer); of a fitted estimator, save its model_."
        )
    whole = Sequential(*model.layers)  # refuses a chain that was changed and could not be loaded
    description = {"format": FORMAT, "version": VERSION}
    description["layers"] = [_describe(layer) for layer in whole.layers]
    arrays = {name: _sound(p, name) for name, p in whole.parameters().items()}
    if optimizer is not None:
        description["optimizer"] = describe_optimizer(optimizer, model)
        arrays |= arrays_of_state(optimizer)
    write_file(path, description, arrays)


def load(path, *, with_optimizer=False):
    """Return the network in a file that `save` wrote.

    Parameters
    ----------
    path : str or path
        As it was given to `save`.
    with_optimizer : bool
        Whether to return its optimizer too, to go on training: the pair (model, optimizer).

    Raises
    ------
    ValueError
        If it is no file of `save`, is damaged, has another version, holds weights that do not fit
        its layers, or nan or inf; or if an optimizer is wanted that was not saved.
    OSError
        If there is no such file, or it cannot be read.
    """
    description, arrays = read_file(path)
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise ValueError(f"{path} holds no network: nnlib.save did not write it.")
    if description.get("version") != VERSION:
        raise ValueError(
            f"{path} is written in version {description.get('version')} of the format, and this "
            f"nnlib reads version {VERSION}: use the nnlib that wrote it, or a newer one."
        )
    try:
        model = _build(description["layers"], arrays)
        optimizer = build_optimizer(description.get("optimizer"), model, arrays)
        if arrays:
            raise ValueError(f"{', '.join(arrays)} belong to no layer")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{path} contradicts itself, so it is not loaded: {error}") from None
    if with_optimizer and optimizer is None:
        raise ValueError(f"{path} holds no optimizer: save it with save(model, path, optimizer).")
    return (model, optimizer) if with_optimizer else model


def _describe(layer):
    kind = type(layer)
    if kind is Linear:
        sizes = {"in_features": layer.in_features, "out_features": layer.out_features}
        return {"type": "Linear", **sizes}
    if ACTIVATIONS.get(kind.__name__) is not kind:
        raise TypeError(
            f"{layer!r} is a layer of your own, and a file cannot hold its code. Save the arrays "
            "alone, numpy.savez(path, **model.parameters()), and put them into a new network."
        )
    return {"type": kind.__name__, **_settings(layer)}


def _sound(parameter, name):
    """Return a parameter as a matrix, and refuse what no training can mend."""
    if not np.isfinite(as_matrix(parameter, name)).all():
        raise ValueError(f"{name} holds nan or inf, so this network is lost: train a new one.")
    return parameter


def _settings(layer):
    """The arguments that make this activation again."""
    return {"alpha": finite_number(layer.alpha, "alpha")} if isinstance(layer, LeakyReLU) else {}


def _build(layers, arrays):
    """Return the network; take its arrays out of the dict."""
    built, number = [], 0
    for settings in layers:
        kind, settings = settings["type"], {k: v for k, v in settings.items() if k != "type"}
        if kind == "Linear":
            number += 1
            built.append(_build_linear(number, arrays, **settings))
        elif kind in ACTIVATIONS:
            built.append(_build_activation(kind, settings))
        else:
            raise ValueError(f"there is no layer {kind!r} in this nnlib")
    return Sequential(*built)


def _build_activation(kind, settings):
    layer = ACTIVATIONS[kind](**settings)
    if _settings(layer) != settings:  # a default must not stand in for what is missing
        raise ValueError(f"{kind} needs {', '.join(_settings(layer))}, got {settings}")
    return layer


def _build_linear(number, arrays, in_features, out_features):
    for name in (f"W{number}", f"b{number}"):
        if name not in arrays:
            raise ValueError(f"{name} is missing")
    W, b = arrays.pop(f"W{number}"), arrays.pop(f"b{number}")
    if W.dtype != float or b.dtype != float or W.shape != (in_features, out_features):
        raise ValueError(
            f"W{number} has shape {W.shape} and dtype {W.dtype}, b{number} has dtype {b.dtype}; "
            f"layer {number} needs ({in_features}, {out_features}), both float64"
        )
    return Linear.from_weights(_sound(W, f"W{number}"), _sound(b, f"b{number}"))
