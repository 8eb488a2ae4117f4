"""Steps: a network taken apart into named arrays and the lines of code between them.

The pictures of the forward and the backward pass both tell this list.
"""

from dataclasses import dataclass, field

from ...layers import Linear, ReLU
from ...network import Sequential
from ...validation import as_matrix, positive_integer

FUNCTIONS = {"ReLU": "relu", "LeakyReLU": "leaky_relu", "Sigmoid": "sigmoid", "Tanh": "tanh"}


@dataclass
class Step:
    """One layer's work: from the array `before` to the array `after`."""

    layer: object
    before: str
    after: str
    width: int  # columns of `after`
    number: int = 0  # of a linear layer: 1, 2, ...
    parameters: dict = field(default_factory=dict)  # name -> shape

    @property
    def forward(self):
        """The line of code that makes `after`."""
        if self.number:
            return f"{self.after} = {self.before} @ W{self.number} + b{self.number}"
        return f"{self.after} = {self._function}({self.before}{self._alpha})"

    def backward(self, first):
        """The lines of code that pass the gradient back; the first layer needs none on X."""
        d_after = f"d{self.after}"
        if not self.number:
            if first:
                return []
            slope = f"{self._function}_derivative({self.before}{self._alpha})"
            return [f"d{self.before} = {d_after} * {slope}"]
        lines = [
            f"dW{self.number} = {self.before}.T @ {d_after}",
            f"db{self.number} = {d_after}.sum(axis=0, keepdims=True)",
        ]
        return lines if first else [*lines, f"d{self.before} = {d_after} @ W{self.number}.T"]

    @property
    def _function(self):
        name = type(self.layer).__name__
        return FUNCTIONS.get(name, name)

    @property
    def _alpha(self):
        alpha = getattr(self.layer, "alpha", None)
        return "" if alpha is None else f", {alpha:g}"


def layers_of(model):
    """Return the layers of a Sequential, or of a list of (W, b) with ReLU between them."""
    layers = (model if hasattr(model, "layers") else _from_pairs(model)).layers
    if not linear_layers(layers):
        raise ValueError("There is no Linear layer in the network, so no weights to draw.")
    for first, second in zip(layers, layers[1:]):
        if not linear_layers([first, second]):
            raise ValueError(
                f"{first!r} and {second!r} follow each other: their results would both be called A "
                "with the same number. Put a Linear layer between them."
            )
    return layers


def _from_pairs(pairs):
    layers = []
    for W, b in pairs:
        layers += [Linear.from_weights(W, b), ReLU()]
    return Sequential(*layers[:-1])  # no ReLU after the last


def linear_layers(layers):
    """Return the Linear layers only."""
    return [layer for layer in layers if isinstance(layer, Linear)]


def steps_of(model):
    """Return the list of Steps from X to Y_hat: X, Z1, A1, Z2, ..., the last one named Y_hat."""
    layers = layers_of(model)
    steps, name, number, width = [], "X", 0, linear_layers(layers)[0].in_features
    for i, layer in enumerate(layers):
        if isinstance(layer, Linear):
            number += 1
            width = layer.out_features
            shapes = {f"W{number}": layer.W.shape, f"b{number}": layer.b.shape}
            after = f"Z{number}"
        else:
            shapes, after = {}, f"A{number}"
        after = "Y_hat" if i == len(layers) - 1 else after
        steps.append(Step(layer, name, after, width, number if shapes else 0, shapes))
        name = after
    return steps


def columns_of_x(steps):
    """Return how many columns X has: as many as the first W has rows."""
    first = next(step for step in steps if step.number)
    return first.parameters[f"W{first.number}"][0]


def count_rows(steps, n, X):
    """Return the number of rows to write: that of X, or n, or the letter n."""
    if X is None:
        return "n" if n is None else positive_integer(n, "n")
    X, d_in = as_matrix(X, "X"), columns_of_x(steps)
    if X.shape[1] != d_in:
        raise ValueError(f"X has shape {X.shape}, but W1 has {d_in} rows: X needs {d_in} columns.")
    return len(X)
