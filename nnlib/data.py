"""Data: the article's five rows, and its made-up table.

Source: Okan Yenigün, "Building a Neural Network from Scratch in Python: A Step-by-Step Guide",
2023.
"""

import numpy as np

from .validation import as_random_state, positive_integer


def make_five_rows():
    """Return the article's example, X and Y of shape (5, 1): one feature, one target."""
    X = np.array([[10.0], [20.0], [-20.0], [-40.0], [-3.0]])
    Y = np.array([[9.0], [13.0], [5.0], [-2.0], [-1.0]])
    return X, Y


def make_article_weights():
    """Return the article's parameters for the five rows: one input, two hidden units, one output.

    Returns
    -------
    W1 : array of shape (1, 2)
    b1 : array of shape (1, 2)
    W2 : array of shape (2, 1)
    b2 : array of shape (1, 1)
        The article does not print W2 and b2; they follow from the predictions it prints.
    """
    W1 = np.array([[0.73, 0.2]])
    b1 = np.array([[4.0, 2.0]])
    W2 = np.array([[0.4], [0.1]])
    b2 = np.array([[4.0]])
    return W1, b1, W2, b2


def make_article_data(n=100_000, seed=42):
    """Make the article's table: five features and a target that is linear in them, plus noise.

        target = 50 + 0.8 a + 0.4 b - 0.2 c + 10 d + 20 e + noise

    Parameters
    ----------
    n : int
        Number of rows, at least 1.
    seed : int or numpy.random.RandomState
        The article seeds NumPy's legacy generator with 42. A RandomState is drawn from and so moves
        on, which allows going on where the data ended, as the article does for its weights.

    Returns
    -------
    table : pandas.DataFrame of n rows, with columns a, b, c, d, e, target
        a, b, c are normal(0, 1); d is one of 0, 1, 2, 3; e is 0 or 1; the noise is normal(0, 10),
        so no model's mean squared error can be expected to fall below 100.
    """
    import pandas as pd  # imported here, so that nnlib alone costs NumPy alone

    n, draw = positive_integer(n, "n"), as_random_state(seed, "seed")
    a, b, c = (draw.normal(0, 1, n) for _ in range(3))
    d = draw.randint(0, 4, n)
    e = draw.binomial(1, 0.5, n)
    noise = draw.normal(0, 10, n)
    target = 50 + 0.8 * a + 0.4 * b - 0.2 * c + 10 * d + 20 * e + noise
    return pd.DataFrame({"a": a, "b": b, "c": c, "d": d, "e": e, "target": target})
