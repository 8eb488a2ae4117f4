"""The loss of the five rows over two parameters of the article's second layer, w and b.

w is the first entry of W2 and b is the entry of b2, each a float; all the other parameters stay.
"""

import numpy as np

from .....activations import relu
from .....data import make_article_weights, make_five_rows
from .....layers import Linear
from .....losses import MSELoss

X, Y = make_five_rows()
W1, b1, W2, _ = make_article_weights()
BENDS = -b1 / W1  # the x at which the hidden units switch


def second_layer(w, b):
    """The article's second layer, with w and b in place of two of its parameters."""
    return Linear.from_weights([[w], W2[1]], [[b]])


def predict_at(w, b, X):
    """What the network with this w and b predicts for X of shape (n, 1): Y_hat, (n, 1)."""
    return second_layer(w, b).forward(relu(X @ W1 + b1))


def loss_of(w, b):
    """The loss of the five rows, a float."""
    return MSELoss().forward(predict_at(w, b, X), Y)


def slopes_of(w, b):
    """The slopes of the loss along w and along b, by formula: an array of shape (2,)."""
    layer, loss = second_layer(w, b), MSELoss()
    loss.forward(layer.forward(relu(X @ W1 + b1)), Y)
    layer.backward(loss.backward())
    return np.array([layer.dW[0, 0], layer.db[0, 0]])


def step_from(w, b, lr):
    """Where one step against the gradient lands: its w and b, of shape (2,)."""
    return np.array([w, b]) - lr * slopes_of(w, b)
