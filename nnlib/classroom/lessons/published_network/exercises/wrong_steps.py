"""Wrong answers to exercise 7.3."""

import numpy as np


def slopes(W, b, X, Y):
    """The true gradients of the mean squared error."""
    dY_hat = 2 * (X @ W + b - Y) / Y.size
    return X.T @ dY_hat, dY_hat.sum(axis=0, keepdims=True)


def loop(W, b, batches, lr, *, slopes=slopes, step=lambda p, lr, gradient: p - lr * gradient):
    """A step for each batch; the gradients or the step can be replaced by others."""
    for X, Y in batches:
        dW, db = slopes(W, b, X, Y)
        W, b = step(W, lr, dW), step(b, lr, db)
    return W, b


def keep_adding(W, b, batches, lr):
    """The gradients of all batches so far in each step."""
    sum_W, sum_b = np.zeros_like(W), np.zeros_like(b)
    for X, Y in batches:
        dW, db = slopes(W, b, X, Y)
        sum_W, sum_b = sum_W + dW, sum_b + db
        W, b = W - lr * sum_W, b - lr * sum_b
    return W, b


def all_from_the_start(W, b, batches, lr, *, share=lambda count: 1):
    """One step, along all gradients at the weights of the start."""
    found = [slopes(W, b, X, Y) for X, Y in batches]
    lr = lr * share(len(batches))
    return W - lr * sum(dW for dW, _ in found), b - lr * sum(db for _, db in found)


def all_rows_at_once(W, b, batches, lr):
    X, Y = (np.vstack(tables) for tables in zip(*batches))
    return loop(W, b, [(X, Y)], lr)


def bias_after_the_weights(W, b, batches, lr):
    for X, Y in batches:
        W = W - lr * slopes(W, b, X, Y)[0]
        b = b - lr * slopes(W, b, X, Y)[1]
    return W, b


def times(factor):
    """The gradients, both of them factor(Y) times too long."""

    def wrong(W, b, X, Y):
        return tuple(factor(Y) * gradient for gradient in slopes(W, b, X, Y))

    return wrong


def averaged_bias(W, b, X, Y):
    dW, db = slopes(W, b, X, Y)
    return dW, db / len(Y)


def article_slopes(W, b, X, Y):
    G = X @ W + b - Y
    return X.T @ G, G.mean(axis=0, keepdims=True)


def weights_only(W, b, batches, lr):
    for X, Y in batches:
        W = W - lr * slopes(W, b, X, Y)[0]
    return W, b
