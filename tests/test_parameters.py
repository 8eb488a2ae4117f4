"""Layers of the reader's own: parameters and gradients that would mislead are refused by name."""

import numpy as np
import pytest

from nnlib import SGD, Linear, MSELoss, Sequential, check_gradients, fit

X = np.array([[1.0, -2.0], [0.5, 3.0], [2.0, 1.0], [-1.0, 0.25], [4.0, -0.5]])
Y = X @ [[1.0, 2.0, 0.0], [0.5, -1.0, 3.0]]
W = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])


class Own:
    """Z = X @ W, right in every formula, with its arrays as they were handed over."""

    def __init__(self, W):
        self.W, self.dW = W, None

    def forward(self, X):
        self.X = X
        return X @ np.asarray(self.W, dtype=float)

    def backward(self, dZ):
        self.dW = self.X.T @ dZ
        return dZ @ np.asarray(self.W, dtype=float).T

    def parameters(self):
        return {"W": self.W}

    def gradients(self):
        return {"W": self.dW}


def judged(layer):
    return check_gradients(Sequential(layer), MSELoss(), X, Y)


class Recorder:
    """An optimizer that looks at nothing."""

    lr = 0.1

    def step(self):
        pass


def trained(layer):
    rng = np.random.default_rng(0)
    fit(Sequential(layer), MSELoss(), Recorder(), X, Y, epochs=1, batch_size=2, rng=rng)


def optimized(layer):
    SGD(Sequential(layer), lr=0.1)


def test_right_ones_are_taken():
    assert judged(Own(W.copy())).passed
    assert judged(Own(np.repeat(W, 2, axis=1)[:, ::2])).passed, "a view is the layer's own memory"
    trained(Own(W.copy()))
    optimized(Own(W.copy()))


class Copies(Own):
    def parameters(self):
        return {"W": self.W.copy()}


class Twice(Own):
    def parameters(self):
        return {"W": self.W, "V": self.W[:1]}

    def gradients(self):
        return {"W": self.dW, "V": self.dW[:1]}


read_only = W.copy()
read_only.flags.writeable = False
BAD = {
    "int": (Own(np.ones((2, 3), int)), ValueError, "W1 has dtype int64.*float64"),
    "float32": (Own(W.astype(np.float32)), ValueError, "W1 has dtype float32.*float64"),
    "object": (Own(W.astype(object)), ValueError, "W1 has dtype object.*float64"),
    "list": (Own(W.tolist()), TypeError, "W1 must be a plain NumPy array.*got list"),
    "masked": (Own(np.ma.array(W)), TypeError, "W1 must be a plain NumPy array.*MaskedArray"),
    "read-only": (Own(read_only), ValueError, r"W1 is read-only.*W1\.copy\(\)"),
    "copies": (Copies(W.copy()), ValueError, "returns a copy of W1"),
    "shared": (Twice(W.copy()), ValueError, r"W1 and V1 share their memory.*copy\(\)"),
}


@pytest.mark.parametrize("use", [judged, trained, optimized])
@pytest.mark.parametrize("layer, error, message", BAD.values(), ids=list(BAD))
def test_parameters_that_learning_cannot_change_are_refused(use, layer, error, message):
    with pytest.raises(error, match=message):
        use(layer)


def test_parameters_come_by_name():
    class Listed(Own):
        def parameters(self):
            return [self.W]

    with pytest.raises(TypeError, match="dict of arrays by name"):
        Sequential(Listed(W))
    with pytest.raises(TypeError, match="dict of arrays by name, got list"):
        SGD(Listed(W), 0.1)


@pytest.mark.parametrize("gradients", [None, [1.0]])
def test_gradients_come_by_name(gradients):
    class Nameless(Own):
        def gradients(self):
            return gradients

    message = r"gradients\(\) must return a dict of arrays by name"
    with pytest.raises(TypeError, match=message):
        judged(Nameless(W.copy()))
    for model in (Nameless(W.copy()), Sequential(Nameless(W.copy()))):
        with pytest.raises(TypeError, match=message):
            SGD(model, 0.1).step()


def test_two_parts_of_one_array_are_two_parameters():
    both = np.arange(6.0).reshape(1, 6)

    class Parts(Own):
        def parameters(self):
            return {"a": both[:, ::2], "b": both[:, 1::2]}

    optimized(Parts(W))


def test_a_parameter_without_numbers_is_right():
    class Empty(Own):
        def parameters(self):
            return {"W": self.W, "none": np.zeros((0, 3))}

        def gradients(self):
            return {"W": self.dW, "none": np.zeros((0, 3))}

    assert judged(Empty(W.copy())).passed


def with_gradient(gradient):
    class Changed(Own):
        def gradients(self):
            return {"W": gradient(self.dW)}

    return Changed(W.copy())


GRADIENTS = {
    "none": (lambda dW: None, RuntimeError, "no gradient yet for W1"),
    "turned": (lambda dW: dW.T, ValueError, r"W1 has shape \(2, 3\).*gradient has shape \(3, 2\)"),
    "flat": (lambda dW: dW.sum(axis=0), ValueError, r"W1 has shape \(2, 3\).*shape \(3,\)"),
    "complex": (lambda dW: dW * 1j, ValueError, "dW1 has shape.*complex128.*real numbers"),
    "text": (lambda dW: dW.astype(str), ValueError, "dW1 has shape.*real numbers"),
    "masked": (lambda dW: np.ma.masked_less(dW, np.inf), ValueError, "dW1 has masked"),
    "float32": (lambda dW: dW.astype(np.float32), ValueError, "dW1 has dtype float32.*float64"),
}


@pytest.mark.parametrize("gradient, error, message", GRADIENTS.values(), ids=list(GRADIENTS))
def test_gradients_on_which_no_verdict_is_possible_are_refused(gradient, error, message):
    with pytest.raises(error, match=message):
        judged(with_gradient(gradient))


def test_gradients_of_other_names_are_missed():
    class Renamed(Own):
        def gradients(self):
            return {"w": self.dW}

    with pytest.raises(RuntimeError, match="no gradient yet for W1.*names them as parameters"):
        judged(Renamed(W.copy()))


def test_a_backward_that_returns_nothing_is_told_so():
    class Mute(Own):
        def backward(self, dZ):
            super().backward(dZ)

    with pytest.raises(RuntimeError, match="no gradient yet for X.*returns dX"):
        judged(Mute(W.copy()))


def test_a_list_of_the_right_numbers_is_right():
    assert judged(with_gradient(lambda dW: dW.tolist())).passed


def test_a_forward_or_a_loss_in_float32_is_not_judged():
    class Coarse(Own):
        def forward(self, X):
            return super().forward(X).astype(np.float32)

    class CoarseLoss(MSELoss):
        def forward(self, Y_hat, Y):
            return np.float32(super().forward(Y_hat, Y))

    with pytest.raises(ValueError, match="Y_hat has dtype float32"):
        judged(Coarse(W.copy()))
    with pytest.raises(ValueError, match="loss_fn.forward returns has dtype float32"):
        check_gradients(Sequential(Own(W.copy())), CoarseLoss(), X, Y)


def test_nothing_is_judged_where_the_loss_is_not_finite():
    with pytest.raises(ValueError, match="the loss holds nan or inf"):
        check_gradients(Sequential(Own(W.copy())), MSELoss(), 1e200 * X, Y)
    with pytest.raises(ValueError, match="W1 holds nan or inf"):
        judged(Linear.from_weights(W * np.nan, np.zeros((1, 3))))
