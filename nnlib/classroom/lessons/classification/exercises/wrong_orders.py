"""Epochs of steps, each in an order of its own, and the ways in which they go wrong."""

import numpy as np

from .wrong_readers import step


def same_rows(order, epoch, start, stop):
    """Which rows of X, and which labels, a batch takes."""
    return order[start:stop], order[start:stop]


def labels_in_the_old_order(order, epoch, start, stop):
    return order[start:stop], np.arange(len(order))[start:stop]


def run(X, labels, W, b, orders, size, lr, *, pick=same_rows, one=step, whole=False, **lines):
    """The steps, with lines replaced; with `whole`, a last smaller batch is left out."""
    for epoch, order in enumerate(orders):
        last = len(order) - size + 1 if whole else len(order)
        for start in range(0, last, size):
            rows, places = pick(order, epoch, start, start + size)
            W, b = one(X[rows], labels[places], W, b, lr, **lines)
    return W, b


def with_orders(change):
    """The right steps in other orders."""
    return lambda X, labels, W, b, orders, size, lr: run(X, labels, W, b, change(orders), size, lr)


def labels_by_the_next_order(X, labels, W, b, orders, size, lr):
    """Rows and labels mixed by two orders."""

    def pick(order, epoch, start, stop):
        following = orders[(epoch + 1) % len(orders)]
        return order[start:stop], following[start:stop]

    return run(X, labels, W, b, orders, size, lr, pick=pick)


def piled_up(orders):
    """Each order applied to the rows as the one before left them."""
    places, piled = np.arange(len(orders[0])), []
    for order in orders:
        places = places[order]
        piled.append(places)
    return piled


def first_batch(X, labels, W, b, orders, size, lr):
    return run(X, labels, W, b, [orders[0][:size]], size, lr)


def last_batch(X, labels, W, b, orders, size, lr):
    start = (len(X) - 1) // size * size
    return run(X, labels, W, b, [orders[-1][start:]], size, lr)


def one_batch(X, labels, W, b, orders, size, lr):
    return run(X, labels, W, b, orders, len(X), lr)


def divided_by(count):
    """The mean taken with another number than that of the rows in the batch."""

    def steps(X, labels, W, b, orders, size, lr):
        slope = {"slope": lambda P, Y: (P - Y) / count(X, size)}
        return run(X, labels, W, b, orders, size, lr, **slope)

    return steps
