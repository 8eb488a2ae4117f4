"""The right answers to the questions of notebook 1, computed."""

import numpy as np

import nnlib


def height_of_the_best_line():
    x = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
    return float(np.polyfit(x, x**2, 1)[1])


def after_ten_sigmoids():
    """The choice that is nearest, in powers of ten."""
    left = nnlib.sigmoid_derivative(0.0) ** 10
    choices = {"a": 2.5, "b": 1e-3, "c": 1e-6, "d": 1e-300}
    return min(choices, key=lambda letter: abs(np.log10(choices[letter] / left)))


def textbook_softmax_of_large_scores():
    z = np.array([1000.0, 1001.0, 1002.0])
    with np.errstate(over="ignore", invalid="ignore"):
        shares = np.exp(z) / np.exp(z).sum()
    choices = {"a": nnlib.softmax(z), "b": [1 / 3, 1 / 3, 1 / 3], "c": [0, 0, 1], "d": [np.nan] * 3}
    return next(c for c, value in choices.items() if np.allclose(shares, value, equal_nan=True))


ANSWERS = {
    "1.1": height_of_the_best_line(),
    "1.2": float(nnlib.softmax(np.array([1.0, 1.0, 3.0]))[-1]),
    "1.3": after_ten_sigmoids(),
    "1.4": textbook_softmax_of_large_scores(),
    "1.5": float(nnlib.relu(2.0) + nnlib.relu(-1.0) - nnlib.relu(2.0 - 1.0)),
}
