"""Wrong answers to exercise 6.2."""

import math

import numpy as np


def cut(X, Y, order, batch_size):
    starts = range(0, len(order), batch_size)
    return [(X[order[i : i + batch_size]], Y[order[i : i + batch_size]]) for i in starts]


def shuffle_apart(X, Y, batch_size, rng):
    X, Y = X[rng.permutation(len(X))], Y[rng.permutation(len(Y))]
    return cut(X, Y, np.arange(len(X)), batch_size)


def draw_each_batch(X, Y, batch_size, rng):
    batches = []
    for _ in range(math.ceil(len(X) / batch_size)):
        rows = rng.choice(len(X), batch_size, replace=False)
        batches.append((X[rows], Y[rows]))
    return batches


def share_out_evenly(X, Y, batch_size, rng):
    steps = math.ceil(len(X) / batch_size)
    return [(X[rows], Y[rows]) for rows in np.array_split(rng.permutation(len(X)), steps)]


def leave_an_empty_batch(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    rows = [order[k * batch_size :][:batch_size] for k in range(len(X) // batch_size + 1)]
    return [(X[batch], Y[batch]) for batch in rows]


def step_by_one_row(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    rows = [order[i : i + batch_size] for i in range(len(X))]
    return [(X[batch], Y[batch]) for batch in rows]


def same_rows_last(X, Y, batch_size, rng):
    full = len(X) // batch_size * batch_size
    order = np.concatenate([rng.permutation(full), np.arange(full, len(X))])
    return cut(X, Y, order, batch_size)
