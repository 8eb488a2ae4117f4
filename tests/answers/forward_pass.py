"""The right answers to the questions of notebook 3, computed."""

import numpy as np

import nnlib


def product_by_entry():
    """What `*` does in place of `@` with two features, two units and two rows: a, b or c."""
    X, W = np.array([[10.0, 1.0], [20.0, 2.0]]), np.array([[1.0, 2.0], [3.0, 4.0]])
    return "c" if np.allclose(X * W, X @ W) else "b"


def bias_as_column():
    """What the sum with b1.T does, for five rows and for two: a, b, c or d."""
    X, _ = nnlib.make_five_rows()
    W1, b1, _, _ = nnlib.make_article_weights()
    fails = {}
    for n in (5, 2):
        try:
            wrong = X[:n] @ W1 + b1.T
            fails[n] = False
            assert not np.allclose(wrong, X[:n] @ W1 + b1)
        except ValueError:
            fails[n] = True
    return {(True, True): "a", (False, False): "b", (True, False): "c"}[fails[5], fails[2]]


def answers():
    X, _ = nnlib.make_five_rows()
    W1, b1, W2, b2 = nnlib.make_article_weights()
    at_minus_20 = nnlib.relu(np.array([[-20.0]]) @ W1 + b1) @ W2 + b2
    sizes = np.array([5, 10, 10, 1])
    return {
        "3.1": float(at_minus_20[0, 0]),
        "3.2": product_by_entry(),
        "3.3": (nnlib.relu(X @ W1 + b1) @ W2).shape,
        "3.4": bias_as_column(),
        "3.5": int(sizes[:-1] @ sizes[1:] + sizes[1:].sum()),
        "3.6": (W1.T @ X.T + b1.T).shape,
    }


ANSWERS = answers()
