"""Wrong answers to exercise 7.1."""

import numpy as np


def gate(grad, out):
    return grad * (out > 0)


def walk(
    layers, hidden, grad,
    *,
    at_bend=gate,
    at_end=lambda grad, out: grad,
    weights=lambda taken, grad: taken.T @ grad,
    bias=lambda grad: grad.sum(axis=0, keepdims=True),
):  # fmt: skip
    """The way back through all layers, each line of which can be replaced by another."""
    gradients = []
    for i in reversed(range(len(layers))):
        bend = at_bend if i < len(layers) - 1 else at_end
        grad = bend(grad, hidden[i + 1])
        gradients.insert(0, [weights(hidden[i], grad), bias(grad)])
        grad = grad @ layers[i][0].T
    return gradients


def gate_too_late(layers, hidden, grad):
    """The gate stands behind the layer's own gradients, in what is handed on."""
    gradients = []
    for i in reversed(range(len(layers))):
        gradients.insert(0, [hidden[i].T @ grad, grad.sum(axis=0, keepdims=True)])
        shut = hidden[i + 1] <= 0 if i < len(layers) - 1 else False
        grad = np.where(shut, 0, grad) @ layers[i][0].T
    return gradients


def after_a_step(layers, hidden, grad):
    pairs = zip(layers, walk(layers, hidden, grad))
    return [[W - dW, b - db] for (W, b), (dW, db) in pairs]


def updated_weights_sent_back(layers, hidden, grad):
    """The weights take a whole step before the gradient goes through them."""
    gradients = []
    for i in reversed(range(len(layers))):
        if i < len(layers) - 1:
            grad = gate(grad, hidden[i + 1])
        dW = hidden[i].T @ grad
        gradients.insert(0, [dW, grad.sum(axis=0, keepdims=True)])
        grad = grad @ (layers[i][0] - dW).T
    return gradients
