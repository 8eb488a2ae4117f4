"""Backward numbers: the arrays of both passes, and those that an update made too early spoils."""

import numpy as np

from .....activations import relu_derivative
from .....data import make_article_weights, make_five_rows
from .....layers import Linear, ReLU
from .....losses import MSELoss
from .....network import Sequential

LR = 0.1  # large, so that the wrong numbers are seen to be wrong; a smaller one hides them
SPOILT = ("dA1", "dZ1", "dW1", "db1")  # what depends on the W2 that the backward pass takes


def both_passes():
    """Return all arrays by name: of the two passes, and the `SPOILT` as if W2 were updated first.

    These, and the updated W2, are under the names that `too_early` gives.
    """
    X, Y = make_five_rows()
    W1, b1, W2, b2 = make_article_weights()
    model, loss_fn = _network(W1, b1, W2, b2), MSELoss()
    Z1, A1, Y_hat = _outputs(model, X)
    loss = np.array([[loss_fn.forward(Y_hat, Y)]])
    dloss, dY_hat = np.ones((1, 1)), loss_fn.backward()  # the loss over itself: 1
    arrays = dict(X=X, W1=W1, b1=b1, Z1=Z1, A1=A1, W2=W2, b2=b2, Y_hat=Y_hat, Y=Y, loss=loss)
    arrays |= {"slope": relu_derivative(Z1), "dloss": dloss, "dY_hat": dY_hat}
    arrays |= _gradients(model, dY_hat)
    updated = W2 - LR * arrays["dW2"]
    wrong_model = _network(W1, b1, updated, b2)
    _outputs(wrong_model, X)  # each layer keeps what came in: the same as before
    wrong = {"W2": updated, **_gradients(wrong_model, dY_hat)}
    return arrays | {too_early(name): wrong[name] for name in ("W2", *SPOILT)}


def too_early(name):
    """Return the name of an array as it is if W2 is updated before the gradient goes through."""
    return f"{name}, too early"


def with_updated_W2(arrays):
    """Return a new dict of the arrays, with the spoilt ones in place of the true ones."""
    return arrays | {name: arrays[too_early(name)] for name in ("W2", *SPOILT)}


def _network(W1, b1, W2, b2):
    return Sequential(Linear.from_weights(W1, b1), ReLU(), Linear.from_weights(W2, b2))


def _outputs(model, X):
    """Return what each layer gives, on the way forward."""
    outputs = []
    for layer in model.layers:
        X = layer.forward(X)
        outputs.append(X)
    return outputs


def _gradients(model, dY_hat):
    """Return the gradients behind dY_hat by name, on the way back."""
    layer1, relu, layer2 = model.layers
    dA1 = layer2.backward(dY_hat)
    dZ1 = relu.backward(dA1)
    layer1.backward(dZ1)
    found = {f"d{name}": gradient for name, gradient in model.gradients().items()}
    return found | {"dA1": dA1, "dZ1": dZ1}
