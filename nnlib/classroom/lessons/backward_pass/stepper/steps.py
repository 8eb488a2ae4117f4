"""Backward steps: the lines of both passes, what each takes, and one entry by hand."""

from dataclasses import dataclass

import numpy as np

from ....diagrams.canvas import number_text
from ....diagrams.tables import STAY


@dataclass(frozen=True)
class Step:
    """One line of code.

    Parameters
    ----------
    code : str
        The line. What stands before its first "=" is the array that it gives.
    shapes : str
        The same line in shapes, for the article's five rows.
    arrives : str
        The array that comes in; on the way back the price that arrives from behind.
    local : tuple of str
        The arrays of the local slope; on the way forward the weights and biases.
    what : str
        In words, what is multiplied by what.
    entry : tuple of int
        Row and column of the entry that is written out.
    """

    code: str
    shapes: str
    arrives: str
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
        "The mean of five squares: one number for the whole pass. Here the way turns round", (0, 0),
    ),
    Step(
        "dY_hat = 2 * (Y_hat - Y) / Y.size", "(5, 1) - (5, 1) → (5, 1)", "dloss", ("Y_hat", "Y"),
        "1 arrives, the slope of the loss over itself; the local slope is 2 (Y_hat - Y) / n",
        (4, 0),
    ),
    Step(
        "dW2 = A1.T @ dY_hat", "(2, 5) @ (5, 1) → (2, 1)", "dY_hat", ("A1",),
        "dY_hat arrives; the local slope of a weight is its input, A1. Five rows add up", (0, 0),
    ),
    Step(
        "db2 = dY_hat.sum(axis=0, keepdims=True)", "(5, 1) → (1, 1)", "dY_hat", (),
        "dY_hat arrives; the local slope of a bias is 1. Five rows add up", (0, 0),
    ),
    Step(
        "dA1 = dY_hat @ W2.T", "(5, 1) @ (1, 2) → (5, 2)", "dY_hat", ("W2",),
        "dY_hat arrives; the local slope of an input is its weight, W2", (4, 0),
    ),
    Step(
        "dZ1 = dA1 * nnlib.relu_derivative(Z1)", "(5, 2) * (5, 2) → (5, 2)", "dA1", ("slope",),
        "dA1 arrives; the local slope is that of ReLU at Z1, 1 or 0", (3, 0),
    ),
    Step(
        "dW1 = X.T @ dZ1", "(1, 5) @ (5, 2) → (1, 2)", "dZ1", ("X",),
        "dZ1 arrives; the local slope of a weight is its input, X. Five rows add up", (0, 0),
    ),
    Step(
        "db1 = dZ1.sum(axis=0, keepdims=True)", "(5, 2) → (1, 2)", "dZ1", (),
        "dZ1 arrives; the local slope of a bias is 1. Five rows add up", (0, 0),
    ),
)  # fmt: skip


def by_hand(step, arrays):
    """Write out one entry of a step, such as "dA1[4, 0] = 2.3456*0.4 = 0.93824"."""
    return f"{entry_name(step)} = {_terms(step, arrays)} {equals(arrays[step.gives][step.entry])}"


def entry_name(step):
    """Return how the entry is called that is written out."""
    return "loss" if step.gives == "loss" else f"{step.gives}[{step.entry[0]}, {step.entry[1]}]"


def equals(value):
    """Return a value behind "=", or to four digits behind "≈" if five do not hold it."""
    exact = number_text(value, 5)
    if np.isclose(float(exact), value, rtol=1e-12, atol=0):
        return f"={STAY}{exact}"  # no line may break before the result
    return f"≈{STAY}{number_text(value, 4)}"


def _terms(step, arrays):
    """Return what is multiplied and added up."""
    i, j = step.entry
    arrives, local = arrays[step.arrives], [arrays[name] for name in step.local]
    if step.gives in ("Z1", "Y_hat"):
        return f"{_sum(arrives[i], local[0][:, j])} + {_factor(local[1][0, j])}"
    if step.gives == "A1":
        return f"relu({number_text(arrives[i, j], 5)})"
    if step.gives == "loss":
        squares = [f"{_factor(error)}**2" for error in (arrives - local[0]).ravel()]
        return f"({' + '.join(squares)})/{len(squares)}"
    if step.gives == "dY_hat":
        y_hat, y = (_factor(array[i, j]) for array in local)
        return f"1 * 2*({y_hat} - {y})/{local[0].size}"
    if step.gives == "dZ1":
        return _sum([arrives[i, j]], [local[0][i, j]])
    if step.gives == "dA1":
        return _sum(arrives[i], local[0][j])
    inputs = local[0][:, i] if local else np.ones(len(arrives))  # of a weight, or of a bias
    return _sum(inputs, arrives[:, j])


def _sum(row, column):
    """Return "20*0.73 + (-3)*0.2", which may be broken into lines at its pluses."""
    return " + ".join(f"{_factor(a)}*{_factor(b)}" for a, b in zip(row, column, strict=True))


def _factor(value):
    """Return a number in brackets if negative, to a digit more than a result that is rounded."""
    text = number_text(value, 5)
    return f"({text})" if value < 0 else text
