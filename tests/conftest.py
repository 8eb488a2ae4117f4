"""Helpers that several test files need."""

import os

# Read by SciPy and scikit-learn when they load. Without it scikit-learn skips one estimator check.
os.environ["SCIPY_ARRAY_API"] = "1"

import matplotlib
import numpy as np
import pytest

from nnlib import Linear, ReLU, Sequential


@pytest.fixture(autouse=True)
def own_matplotlib_settings():
    """Put matplotlib's settings back after each test, so that no test depends on another's."""
    with matplotlib.rc_context():
        yield


@pytest.fixture
def rng():
    return np.random.default_rng(20)


@pytest.fixture
def make_network(rng):
    """Return a function that makes a network of the given sizes, all biases away from zero.

    Biases of zero would put a ReLU exactly on its corner wherever the layer before is dead, and
    there a numerical gradient means nothing.
    """

    def make(*sizes, activation=ReLU):
        layers = []
        for n_in, n_out in zip(sizes, sizes[1:]):
            W, b = rng.normal(size=(n_in, n_out)), rng.normal(size=(1, n_out))
            layers += [Linear.from_weights(W, b), activation()]
        return Sequential(*layers[:-1])

    return make


@pytest.fixture
def five_row_network():
    """The article's network for its five rows."""
    from nnlib import make_article_weights

    W1, b1, W2, b2 = make_article_weights()
    return Sequential(Linear.from_weights(W1, b1), ReLU(), Linear.from_weights(W2, b2))


@pytest.fixture
def snapshot():
    """Return a function that copies a model's parameters and gradients, to compare them later."""

    def take(model):
        arrays = {f"{name}": p.tobytes() for name, p in model.parameters().items()}
        for name, gradient in model.gradients().items():
            arrays[f"d{name}"] = None if gradient is None else gradient.tobytes()
        return arrays

    return take
