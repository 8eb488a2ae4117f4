"""Layers: each turns its input into its output, and a gradient on its output into one on its input.

    forward(X)   -> Y     remembers what backward will need
    backward(dY) -> dX    the chain rule; a layer with parameters also leaves their gradients
    forget()              drops what forward remembered

`dY` stands for the gradient of the loss with respect to Y, and has the shape of Y.
"""

import numpy as np

from . import activations
from .memory import Memory
from .parameters import copy_of_biases, copy_of_weights
from .quiet import quiet
from .validation import as_generator, as_gradient, as_matrix, finite_number, positive_integer


class Linear(Memory):
    """A linear layer with a bias: Z = X @ W + b.

    Parameters
    ----------
    in_features, out_features : int
        Columns of X, and columns of Z.
    rng : numpy.random.Generator
        Draws W from a normal distribution of variance 2 / in_features, which keeps the spread of
        the values from layer to layer behind ReLU (He et al., 2015). The biases start at zero.

    Attributes
    ----------
    W : float64 array of shape (in_features, out_features)
    b : float64 array of shape (1, out_features)
        Both may be set, to numbers of any kind: the layer takes a float64 copy. Their shapes stay.
    dW, db : the gradients of the loss, shaped as W and b; None before the first `backward`
    """

    _remembered = "_X"
    _W = _b = _X = None
    dW = db = None

    def __init__(self, in_features, out_features, *, rng):
        in_features = positive_integer(in_features, "in_features")
        out_features = positive_integer(out_features, "out_features")
        scale = np.sqrt(2.0 / in_features)
        self.W = as_generator(rng).normal(0.0, scale, (in_features, out_features))
        self.b = np.zeros((1, out_features))

    @classmethod
    def from_weights(cls, W, b):
        """Make a layer from copies of W (in_features, out_features) and b (1, out_features)."""
        layer = cls.__new__(cls)
        layer.W, layer.b = W, b
        return layer

    @property
    def W(self):
        return self._W

    @W.setter
    def W(self, W):
        if W is None or W is not self._W:  # it is, after `layer.W -= step`: changed in place
            self._W = copy_of_weights(W, self._W)

    @property
    def b(self):
        return self._b

    @b.setter
    def b(self, b):
        if b is None or b is not self._b:
            self._b = copy_of_biases(b, self._b, self._W)

    @property
    def in_features(self):
        return self.W.shape[0]

    @property
    def out_features(self):
        return self.W.shape[1]

    @quiet
    def forward(self, X):
        """Return Z = X @ W + b of shape (n, out_features), for X of shape (n, in_features).

        Raises
        ------
        ValueError
            If X is no matrix of numbers with in_features columns.
        """
        X, W, b = as_matrix(X, "X"), self._W, self._b
        if X.shape[1] != W.shape[0]:
            raise ValueError(
                f"{self!r}: X has shape {X.shape} and W has shape {W.shape}; the columns of X "
                f"({X.shape[1]}) must be as many as the rows of W ({W.shape[0]})."
            )
        self._X = X
        return X @ W + b

    @quiet
    def backward(self, dZ):
        """Return dX of shape (n, in_features), for dZ of shape (n, out_features); set dW and db.

        RuntimeError without a `forward` before, ValueError for a dZ of another shape.

        Why these formulas. One entry of the output is Z[i, k] = sum_j X[i, j] W[j, k] + b[0, k].

        - W[j, k] touches Z[i, k] in every row i, each time through X[i, j], so its gradient
          collects them all: dW[j, k] = sum_i X[i, j] dZ[i, k], which is X.T @ dZ.
        - b[0, k] touches Z[i, k] in every row i with slope 1: db[0, k] = sum_i dZ[i, k].
          It is a sum, as for W; the 1/n of a mean stands in the loss, and only there.
        - X[i, j] touches row i of Z, entry k through W[j, k]:
          dX[i, j] = sum_k dZ[i, k] W[j, k], which is dZ @ W.T.
        """
        if self._X is None:
            raise RuntimeError("Linear.backward needs what forward saw: call forward(X) first.")
        X, W = self._X, self._W
        dZ = as_gradient(dZ, (len(X), W.shape[1]), self)
        self.dW = X.T @ dZ
        self.db = dZ.sum(axis=0, keepdims=True)
        return dZ @ W.T

    def parameters(self):
        """The arrays that learning changes, by name."""
        return {"W": self._W, "b": self._b}

    def gradients(self):
        """Their gradients, by the same names."""
        return {"W": self.dW, "b": self.db}

    def __repr__(self):
        return f"Linear(in_features={self.in_features}, out_features={self.out_features})"


class Activation(Memory):
    """A layer without parameters, A = f(Z) entry by entry; a subclass names f and its slope."""

    _remembered = "_Z"
    _Z = None

    def forward(self, Z):
        """Return A = f(Z), for Z of shape (n, d) and of the same shape."""
        self._Z = Z = as_matrix(Z, "Z")
        return self.function(Z)  # not of self._Z, which another thread may have changed by now

    @quiet
    def backward(self, dA):
        """Return dZ = dA * f'(Z).

        Entry by entry, since A[i, k] depends on Z[i, k] alone: dZ[i, k] = dA[i, k] f'(Z[i, k]).
        """
        if self._Z is None:
            raise RuntimeError(f"{self!r}.backward needs what forward saw: call forward(Z) first.")
        return as_gradient(dA, self._Z.shape, self) * self.derivative(self._Z)

    def parameters(self):
        return {}

    def gradients(self):
        return {}

    def __repr__(self):
        return f"{type(self).__name__}()"


class ReLU(Activation):
    """A = max(0, Z)."""

    function = staticmethod(activations.relu)
    derivative = staticmethod(activations.relu_derivative)


class LeakyReLU(Activation):
    """A = Z where Z > 0, else alpha * Z; PyTorch calls alpha `negative_slope`."""

    def __init__(self, alpha=0.1):
        self.alpha = finite_number(alpha, "alpha")

    def function(self, Z):
        return activations.leaky_relu(Z, self.alpha)

    def derivative(self, Z):
        return activations.leaky_relu_derivative(Z, self.alpha)

    def __repr__(self):
        return f"LeakyReLU(alpha={self.alpha})"


class Sigmoid(Activation):
    """A = 1 / (1 + e^-Z)."""

    function = staticmethod(activations.sigmoid)
    derivative = staticmethod(activations.sigmoid_derivative)


class Tanh(Activation):
    """A = tanh(Z)."""

    function = staticmethod(activations.tanh)
    derivative = staticmethod(activations.tanh_derivative)
