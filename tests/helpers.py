"""What several test files build or measure."""

import numpy as np

from nnlib import Linear, MSELoss, ReLU, Sequential


def random_network(rng, *sizes, activation=ReLU):
    """Return a network of the given sizes, all biases away from zero.

    Biases of zero would put a ReLU exactly on its corner wherever the layer before is dead, and
    there a numerical gradient means nothing.
    """
    layers = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        W, b = rng.normal(size=(n_in, n_out)), rng.normal(size=(1, n_out))
        layers += [Linear.from_weights(W, b), activation()]
    return Sequential(*layers[:-1])


def slope_of(f, array):
    """Measure the slope of f() at each entry of array, by nudging the array in place.

    Written out here, so that the tests of the formulas do not lean on `numerical_gradient`.
    """
    slopes, h = np.empty_like(array), 1e-5
    for index in np.ndindex(array.shape):
        value = array[index]
        array[index] = value + h
        above = f()
        array[index] = value - h
        slopes[index] = (above - f()) / (2 * h)
        array[index] = value
    return slopes


# The article's faults, each alone.


class BiasesAveraged(Linear):
    """The mean over the rows in place of their sum; the 1/n stands in the loss already."""

    def backward(self, dZ):
        dX = super().backward(dZ)
        self.db = dZ.mean(axis=0, keepdims=True)
        return dX


class ErrorAsGradient(MSELoss):
    """The 2/n of the mean dropped: predicted minus actual."""

    def backward(self):
        gradient = super().backward()
        return gradient * gradient.size / 2
