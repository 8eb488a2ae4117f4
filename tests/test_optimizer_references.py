"""The optimizers against PyTorch's: float64, on the CPU, measured once and stored in references/.

The optimizer of a row is written as it prints itself.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from nnlib import SGD, Adam, AdamW, MSELoss, RMSprop, make_five_rows

REFERENCES = Path(__file__).parent / "references"
KINDS = {kind.__name__: kind for kind in (SGD, RMSprop, Adam, AdamW)}
CLOSE = 1e-10  # relative to the largest number: rounding, grown over up to 2000 steps


def rows_by_optimizer(name, *columns):
    """Return {(the text of these columns): [(steps, numbers), ...]} of a table."""
    runs = {}
    with open(REFERENCES / name, encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            key = tuple(row.pop(column) for column in columns)
            steps = int(row.pop("steps"))
            runs.setdefault(key, []).append((steps, np.array([*row.values()], dtype=float)))
    return runs


def make(text, model):
    """Return the optimizer that prints itself so, for a model."""
    kind, arguments = text.split("(", 1)
    settings = eval(f"dict({arguments}")
    optimizer = KINDS[kind](model, **settings)
    assert repr(optimizer) == text
    return optimizer


def assert_close(found, wanted):
    np.testing.assert_allclose(found, wanted, rtol=0, atol=CLOSE * np.abs(wanted).max())


FIVE_ROWS = rows_by_optimizer("optimizers_on_five_rows.csv", "optimizer")


@pytest.mark.parametrize("text", [key for (key,) in FIVE_ROWS])
def test_the_five_rows(five_row_network, text):
    model, loss_fn, (X, Y) = five_row_network, MSELoss(), make_five_rows()
    optimizer = make(text, model)
    for steps, (loss, *parameters) in FIVE_ROWS[text,]:
        while optimizer.t < steps:
            loss_fn.forward(model.forward(X), Y)
            model.backward(loss_fn.backward())
            optimizer.step()
        assert loss_fn.forward(model.forward(X), Y) == pytest.approx(loss, rel=CLOSE)
        assert_close(np.concatenate([p.ravel() for p in model.parameters().values()]), parameters)


class Point:
    """A model with one parameter, (x, y), and a function of it in place of data and loss."""

    def __init__(self, start, slope):
        self.p, self.slope = np.array([start]), slope

    def forward(self, X):
        return X

    def backward(self, dY):
        return dY

    def parameters(self):
        return {"p": self.p}

    def gradients(self):
        return {"p": np.array([self.slope(*self.p[0])])}


def rosenbrock(x, y):
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def rosenbrock_slope(x, y):
    return -2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)


def ravine(x, y):
    return (x**2 + 25 * y**2) / 2


def ravine_slope(x, y):
    return x, 25 * y


FUNCTIONS = {
    "rosenbrock": (rosenbrock, rosenbrock_slope, (-1.5, 2.0)),
    "ravine": (ravine, ravine_slope, (-4.0, 1.0)),
}
POINTS = rows_by_optimizer("optimizers_on_two_functions.csv", "function", "optimizer")


@pytest.mark.parametrize("name, text", POINTS)
def test_two_functions(name, text):
    f, slope, start = FUNCTIONS[name]
    model = Point(start, slope)
    optimizer = make(text, model)
    for steps, (value, *point) in POINTS[name, text]:
        while optimizer.t < steps:
            optimizer.step()
        assert_close(model.p[0], point)
        assert f(*model.p[0]) == pytest.approx(value, rel=CLOSE)
