"""Fixtures that several test files need."""

import os
from functools import partial

# Read by SciPy and scikit-learn when they load. Without it scikit-learn skips one estimator check.
os.environ["SCIPY_ARRAY_API"] = "1"

import matplotlib
import numpy as np
import pytest
from helpers import random_network

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
    """Return `random_network`, with the test's own generator."""
    return partial(random_network, rng)


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
