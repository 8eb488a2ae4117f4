"""One step of a linear reader, and the ways in which it goes wrong."""

import numpy as np

import nnlib

from .scores import at_labels


def mean_slope(P, Y):
    return (P - Y) / len(Y)


def downhill(p, lr, gradient):
    return p - lr * gradient


def summed(dZ):
    return dZ.sum(axis=0, keepdims=True)


def step(
    X, labels, W, b, lr, *, shares=nnlib.softmax, slope=mean_slope, of_bias=summed, move=downhill
):
    """W and b after a step; each line may be replaced by a wrong one."""
    dZ = slope(shares(X @ W + b), nnlib.one_hot(labels, W.shape[1]))
    return move(W, lr, X.T @ dZ), move(b, lr, of_bias(dZ))


def bias_after_the_weights(X, labels, W, b, lr):
    moved, _ = step(X, labels, W, b, lr)
    return moved, step(X, labels, moved, b, lr)[1]


def softmax_over_the_rows(Z):
    return nnlib.softmax(Z.T).T


def softmax_twice(Z):
    return nnlib.softmax(nnlib.softmax(Z))


def through_softmax(slope, P):
    """Each row of a slope along shares P, back to the scores: times the Jacobian."""
    return P * (slope - (slope * P).sum(axis=1, keepdims=True))


def loss_of(P, labels):
    return -np.log(at_labels(P, labels)).mean()


# What is wrong in a line of the step: a name, a sentence, and the line.
LINES = (
    (
        "1/n left out",
        "Your steps are too long by the number of rows in them. The loss is a mean over these "
        "rows, so its slopes are divided by their number.",
        {"slope": lambda P, Y: P - Y},
    ),
    (
        "divided by all entries",
        "You divide by rows times classes. The mean runs over the rows: each has one surprise.",
        {"slope": lambda P, Y: (P - Y) / Y.size},
    ),
    (
        "labels left out of the slope",
        "You use the shares alone. Nothing is taken off at the labels, so the right scores are "
        "pushed down too.",
        {"slope": lambda P, Y: P / len(Y)},
    ),
    (
        "answers instead of shares",
        "You use what the reader says, a 1 for the largest score. The slope asks how sure it is.",
        {"slope": lambda P, Y: (np.eye(P.shape[1])[P.argmax(axis=1)] - Y) / len(Y)},
    ),
    (
        "the Jacobian once more",
        "You send P - Y back through softmax. The derivative of softmax is in it already.",
        {"slope": lambda P, Y: through_softmax(P - Y, P) / len(Y)},
    ),
    (
        "softmax over the rows",
        "Your softmax shares out each class among the rows. Each row has shares of its own.",
        {"shares": softmax_over_the_rows},
    ),
    (
        "no softmax in the slope",
        "You subtract the labels from the scores. Softmax turns them into shares first.",
        {"shares": lambda Z: Z},
    ),
    (
        "step uphill",
        "Both steps go the wrong way: the gradient says where the loss grows, and you want it to "
        "fall. Look at the sign of P - Y too.",
        {"move": lambda p, lr, gradient: p + lr * gradient},
    ),
    (
        "learning rate left out",
        "You subtract the whole gradient. How long is the step that lr asks for?",
        {"move": lambda p, lr, gradient: p - gradient},
    ),
    (
        "mean instead of sum",
        "The bias is averaged over the rows. The 1/n is in dZ already.",
        {"of_bias": lambda dZ: dZ.mean(axis=0, keepdims=True)},
    ),
    (
        "one bias for all",
        "All entries of dZ are added up for the bias, to about 0. Each class has a bias of its "
        "own.",
        {"of_bias": lambda dZ: dZ.sum()},
    ),
)
