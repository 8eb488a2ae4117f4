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


def whole(rng, low, high, shape):
    """Whole numbers of size low to high, of either sign, in an array of integers."""
    return rng.choice([-1, 1], size=shape) * rng.integers(low, high, size=shape, endpoint=True)


def with_a_zero(numbers):
    """The same numbers, with 0 in place of the last one."""
    changed = np.array(numbers)
    changed.flat[-1] = 0
    return changed


def spread(rng, n, d):
    """Rows whose columns have a spread of about 1, as few as they may be: none is nearly constant.

    Where one is, whoever adds a tiny number to the spread, as many do, would get another result.
    """
    rows = rng.normal(size=(n, d))
    return rows * (rng.uniform(0.7, 1.3, d) / rows.std(axis=0))


def numbered(n, d):
    """Whole numbers, different in each row and each column."""
    return np.arange(n * d).reshape(n, d) ** 2
