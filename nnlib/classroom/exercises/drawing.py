"""Random numbers that stay away from 0, where corners and equal results lie."""

import numpy as np


def either_sign(rng, low, high, shape):
    """Numbers of size low to high, each of either sign."""
    return rng.choice([-1.0, 1.0], size=shape) * rng.uniform(low, high, size=shape)


def both_signs(rng, low, high, shape):
    """Numbers of size low to high whose signs take turns along each axis; the rows are shuffled.

    So no row and no column of at least two has one sign only.
    """
    signs = (-1.0) ** (np.indices(shape).sum(axis=0) + rng.integers(2))
    return rng.permutation(signs) * rng.uniform(low, high, size=shape)
