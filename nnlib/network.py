"""The network: layers one after another, forward from the first, backward from the last."""

from .layers import Linear
from .memory import forget
from .parameters import as_named_arrays


class Sequential:
    """A chain of layers: the output of each is the input of the next.

    Parameters
    ----------
    *layers : Linear, ReLU, ... or another Sequential, whose layers are then taken over

    Raises
    ------
    TypeError
        If something in the chain is no layer.
    ValueError
        If there is no layer, one layer stands in the chain twice (it remembers one input only),
        or a Linear layer takes another number of features than the one before it gives.

    Notes
    -----
    Each layer remembers the input of the last `forward`, and `backward` belongs to that one. So
    does the memory of a layer that two networks share.
    """

    def __init__(self, *layers):
        self.layers = []
        for layer in layers:
            self.layers.extend(layer.layers if isinstance(layer, Sequential) else [layer])
        if not self.layers:
            raise ValueError("A network needs at least one layer.")
        for layer in self.layers:
            _check_layer(layer)
        if len({id(layer) for layer in self.layers}) < len(self.layers):
            raise ValueError("The same layer stands in the network twice: make a second one.")
        _check_widths([layer for layer in self.layers if isinstance(layer, Linear)])

    def forward(self, X):
        """Return Y_hat of shape (n, d_out), for X of shape (n, d_in)."""
        for layer in self.layers:
            X = layer.forward(X)
        return X

    def predict(self, X):
        """Return Y_hat as `forward` does, and remember nothing: each layer forgets as it goes.

        This halves the memory that it takes. `backward` needs a `forward` of its own afterwards.
        """
        return forward_and_forget(self, X)

    def forget(self):
        """Let every layer drop what `forward` remembered."""
        for layer in self.layers:
            forget(layer)

    def backward(self, dY_hat):
        """Return dX of shape (n, d_in), for dY_hat of shape (n, d_out); leave dW, db in the layers.

        The chain rule, read backwards: what a layer gives back for its input is what the layer
        before it gets for its output. No parameter changes here.
        """
        gradient = dY_hat
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient)
        return gradient

    def parameters(self):
        """The arrays that learning changes: {"W1": ..., "b1": ..., "W2": ..., "b2": ...}.

        They are the layers' own arrays, not copies: changing one in place changes the network.
        """
        return _numbered(filter(None, [layer.parameters() for layer in self.layers]))

    def gradients(self):
        """The gradients that the last `backward` left, by the names of `parameters`."""
        layers = [layer for layer in self.layers if layer.parameters()]
        return _numbered(as_named_arrays(layer.gradients(), "gradients()") for layer in layers)

    def __repr__(self):
        lines, number = ["Sequential("], 0
        for layer in self.layers:
            line = f"  {layer!r}"
            if parameters := layer.parameters():
                number += 1
                shapes = ", ".join(f"{name}{number} {p.shape}" for name, p in parameters.items())
                count = sum(p.size for p in parameters.values())
                line = f"{line:<43} {shapes}: {count} parameters"
            lines.append(line)
        total = sum(p.size for p in self.parameters().values())
        return "\n".join([*lines, f")  {total} parameters in all"])


def is_chain(model):
    """Whether forward goes through model.layers, one by one; a subclass may have another way."""
    return isinstance(model, Sequential) and type(model).forward is Sequential.forward


def forward_and_forget(model, X):
    """Return model.forward(X), and leave no memory of X.

    Whoever measures a loss comes here: a reader's own `predict` may return labels, not Y_hat.
    """
    if not is_chain(model):
        Y_hat = model.forward(X)
        forget(model)
        return Y_hat
    for layer in model.layers:
        X = layer.forward(X)
        forget(layer)
    return X


def _numbered(groups):
    """Join the dicts of the layers that have parameters; their names get the layer's number."""
    return {
        f"{name}{number}": array
        for number, group in enumerate(groups, start=1)
        for name, array in group.items()
    }


def _check_layer(layer):
    verbs = ("forward", "backward", "parameters", "gradients")
    missing = [verb for verb in verbs if not callable(getattr(layer, verb, None))]
    if isinstance(layer, type) or "forward" in missing:
        raise TypeError(
            f"{layer!r} is no layer. Hand over the layers one by one, each made with its "
            "brackets: Sequential(Linear(1, 2, rng=rng), ReLU())."
        )
    if missing:
        raise TypeError(
            f"{layer!r} is no layer: it has no {', '.join(missing)}. A layer has forward(X), "
            "backward(dY), and parameters() and gradients() that return {} where it has none."
        )
    if not isinstance(layer.parameters(), dict):
        raise TypeError(f"{layer!r}: parameters() must return a dict of arrays by name.")


def _check_widths(linear_layers):
    for number, (first, second) in enumerate(zip(linear_layers, linear_layers[1:]), start=1):
        if first.out_features != second.in_features:
            raise ValueError(
                f"Linear layer {number} gives {first.out_features} columns (W{number} has shape "
                f"{first.W.shape}), but layer {number + 1} takes {second.in_features} "
                f"(W{number + 1} has shape {second.W.shape}): these two numbers must be equal."
            )
