"""Backward steps: the lines of both passes, what each takes, and one entry by hand."""

from dataclasses import dataclass

import numpy as np

from ..diagrams.canvas import number_text
from ..diagrams.tables import factor, sum_of_products


@dataclass(frozen=True)
class Step:
    """One line of code.

    Parameters
    ----------
    code : str
        The line. What stands before its first "=" is the array that it gives.
    shapes : str
        The same line in shapes, for the article's five rows.
    above : str
        The array that comes in, on the way back from above.
    local : tuple of str
        The arrays of the local derivative; on the way forward the weights and biases.
    what : str
        In words, what is multiplied by what.
    entry : tuple of int
        Row and column of the entry that is written out.
    """

    code: str
    shapes: str
    above: str
    local: tuple
    what: str
    entry: tuple

    @property
    def gives(self):
        return self.code.split(" = ")[0]

    @property
    def backward(self):
        return self.gives.startswith("d")


STEPS = (
    Step(
        "Z1 = X @ W1 + b1", "(5, 1) @ (1, 2) + (1, 2) → (5, 2)", "X", ("W1", "b1"),
        "Layer 1, for all five rows", (4, 0),
    ),
    Step(
        "A1 = nnlib.relu(Z1)", "(5, 2) → (5, 2)", "Z1", (),
        "ReLU shuts what is below 0", (3, 0),
    ),
    Step(
        "Y_hat = A1 @ W2 + b2", "(5, 2) @ (2, 1) + (1, 1) → (5, 1)", "A1", ("W2", "b2"),
        "Layer 2, without ReLU", (4, 0),
    ),
    Step(
        "loss = np.mean((Y_hat - Y) ** 2)", "(5, 1) - (5, 1) → one number", "Y_hat", ("Y",),
        "One number for the whole pass; here the way turns round", (0, 0),
    ),
    Step(
        "dY_hat = 2 * (Y_hat - Y) / Y.size", "(5, 1) - (5, 1) → (5, 1)", "loss", ("Y_hat", "Y"),
        "From above comes 1, the slope of the loss over itself; the local derivative is "
        "2 (Y_hat - Y) / n", (4, 0),
    ),
    Step(
        "dW2 = A1.T @ dY_hat", "(2, 5) @ (5, 1) → (2, 1)", "dY_hat", ("A1",),
        "From above comes dY_hat; the local derivative of a weight is its input, A1. The products "
        "of five rows add up", (0, 0),
    ),
    Step(
        "db2 = dY_hat.sum(axis=0, keepdims=True)", "(5, 1) → (1, 1)", "dY_hat", (),
        "From above comes dY_hat; the local derivative of a bias is 1. Five rows add up", (0, 0),
    ),
    Step(
        "dA1 = dY_hat @ W2.T", "(5, 1) @ (1, 2) → (5, 2)", "dY_hat", ("W2",),
        "From above comes dY_hat; the local derivative of an input is its weight, W2", (4, 0),
    ),
    Step(
        "dZ1 = dA1 * nnlib.relu_derivative(Z1)", "(5, 2) * (5, 2) → (5, 2)", "dA1", ("slope",),
        "From above comes dA1; the local derivative is the slope of ReLU at Z1, 1 or 0", (3, 0),
    ),
    Step(
        "dW1 = X.T @ dZ1", "(1, 5) @ (5, 2) → (1, 2)", "dZ1", ("X",),
        "From above comes dZ1; the local derivative of a weight is its input, X. The products "
        "of five rows add up", (0, 0),
    ),
    Step(
        "db1 = dZ1.sum(axis=0, keepdims=True)", "(5, 2) → (1, 2)", "dZ1", (),
        "From above comes dZ1; the local derivative of a bias is 1. Five rows add up", (0, 0),
    ),
)  # fmt: skip


def by_hand(step, arrays):
    """Write out one entry of a step, such as "dA1[4, 0] = 2.346*0.4 ≈ 0.9382"."""
    i, j = step.entry
    result = number_text(arrays[step.gives][i, j], 4)
    if step.gives == "loss":
        return f"loss = {result}"
    return f"{step.gives}[{i}, {j}] = {_how(step, arrays, i, j, result)}"


def _how(step, arrays, i, j, result):
    """Return the right-hand side: what is multiplied and added up, and the result."""
    above, local = arrays[step.above], [arrays[name] for name in step.local]
    value = arrays[step.gives][i, j]
    if step.gives in ("Z1", "Y_hat"):
        products = sum_of_products(above[i], local[0][:, j], value).split()[:-2]
        return f"{' '.join(products)} + {factor(local[1][0, j])} = {result}"
    if step.gives == "A1":
        return f"relu({number_text(above[i, j], 4)}) = {result}"
    if step.gives == "dY_hat":
        y_hat, y = (number_text(array[i, j], 4) for array in local)
        return f"1 * 2*({y_hat} - ({y}))/{local[0].size} = {result}"
    if step.gives == "dZ1":
        return f"{factor(above[i, j])}*{number_text(local[0][i, j])} = {result}"
    if step.gives == "dA1":
        return sum_of_products(above[i], local[0][j], value)
    inputs = local[0][:, i] if local else np.ones(len(above))  # of a weight, or of a bias
    return sum_of_products(inputs, above[:, j], value)
