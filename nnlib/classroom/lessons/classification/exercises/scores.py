"""Scores and labels for the exercises of this lesson, near 0 and far out."""

import numpy as np

from ....exercises.drawing import whole

# Beyond what e can be raised to, also less the mean of a wide row and divided by 3, the highest
# temperature.
VERY_FAR = 4000.0
# What people add to a share so that its logarithm is finite; each gives another wrong number.
SMALL = (1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15, 1e-16)


def scores_and_labels(rng, n, k):
    """Scores Z (n, k), and labels (n,) that may be any class."""
    return 1.5 * rng.normal(size=(n, k)), rng.integers(k, size=n)


def one_class_and_whole_numbers(rng):
    """Edges of what is drawn."""
    return {
        "one class in all rows": (rng.normal(size=(4, 3)), np.array([1, 1, 1, 1])),
        "whole numbers": (whole(rng, 1, 3, (4, 3)), np.array([0, 2, 1, 2])),
    }


def four_rows():
    """The rows and labels of sections 9.1 and 9.2."""
    Z = np.array([[2.0, 1.0, -1.0], [0.0, 0.0, 0.0], [-3.0, 4.0, 1.0], [5.0, 5.0, -2.0]])
    return Z, np.array([0, 2, 1, 2])


def near_and_far(function, Z, *others):
    """Rows at one height; the same far below and far above one another; rows wide in themselves."""
    far = Z + up_and_down(len(Z)).reshape(-1, 1)
    wide = Z + up_and_down(Z.shape[1])
    return function(Z, *others), function(far, *others), function(wide, *others)


def up_and_down(count):
    return VERY_FAR * (-1.0) ** np.arange(1, count + 1)


def without_maximum(Z):
    """Softmax as in section 9.1: its powers overflow."""
    powers = np.exp(Z)
    return powers / powers.sum(axis=1, keepdims=True)


def at_labels(table, labels):
    """In each row the entry in the column of its label, (n,)."""
    return table[np.arange(len(table)), labels]
