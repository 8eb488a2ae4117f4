"""Exercise 9.7, a bug hunt: a reader that stays at 10 %."""

from functools import partial

import numpy as np

import nnlib

from ....exercises.exercise import Exercise, Misconception
from .wrong_orders import (
    divided_by,
    first_batch,
    labels_by_the_next_order,
    labels_in_the_old_order,
    last_batch,
    one_batch,
    piled_up,
    run,
    with_orders,
)
from .wrong_readers import LINES, bias_after_the_weights, softmax_twice


def mixed_steps(X, labels, W, b, orders, size, lr):
    """From rows, labels (n,), W, b and orders (n,), one for each epoch, to the last W and b."""
    for order in orders:
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            P = nnlib.softmax(X[rows] @ W + b)
            dZ = (P - nnlib.one_hot(labels[rows], W.shape[1])) / len(rows)
            W, b = W - lr * X[rows].T @ dZ, b - lr * dZ.sum(axis=0, keepdims=True)
    return W, b


def draw_mixed_steps(rng, n, d_in, k):
    """Three orders of three rows for each of n, and batches of which the last is often smaller."""
    X, labels = rng.normal(size=(3 * n, d_in)), rng.integers(k, size=3 * n)
    W, b = rng.normal(size=(d_in, k)), rng.normal(size=(1, k))
    orders = [rng.permutation(3 * n) for _ in range(3)]
    return X, labels, W, b, orders, int(rng.integers(2, 5)), float(rng.uniform(0.2, 0.6))


def example_mixed_steps():
    """Three rows with one feature, two classes, one order, batches of two."""
    X, labels = np.array([[1.0], [0.0], [-1.0]]), np.array([0, 1, 1])
    return X, labels, np.zeros((1, 2)), np.zeros((1, 2)), [np.array([2, 0, 1])], 2, 1.0


MIXED_STEPS = Exercise(
    "9.7",
    solution=mixed_steps,
    parts=("W", "b"),
    draw=draw_mixed_steps,
    example=example_mixed_steps,
    keeps_lists=True,
    misconceptions=(
        Misconception(
            "the fault of the code",
            "The fault of the code above is still there: the rows come in the new order, the "
            "labels in the old one. So most rows learn somebody else's label.",
            partial(run, pick=labels_in_the_old_order),
        ),
        Misconception(
            "the fault turned round",
            "Now the labels come in the new order, and the rows in the old one. They must go "
            "through the same order.",
            partial(run, pick=lambda *of: labels_in_the_old_order(*of)[::-1]),
        ),
        Misconception(
            "nothing mixed at all",
            "Rows and labels belong together, but come in the old order in every epoch. The orders "
            "are given; use them for both.",
            with_orders(lambda orders: [np.sort(order) for order in orders]),
        ),
        Misconception(
            "labels mixed by another order",
            "You mix the labels by an order of their own, that of the next epoch. Rows and labels "
            "need the same one.",
            labels_by_the_next_order,
        ),
        Misconception(
            "orders piled up",
            "Each epoch mixes what the one before has mixed. An order names rows of the X that "
            "came in; give the mixed ones another name.",
            with_orders(piled_up),
        ),
        Misconception(
            "orders read backwards",
            "You ask at which place a row comes. An order says which row comes at a place.",
            with_orders(lambda orders: [np.argsort(order) for order in orders]),
        ),
        Misconception(
            "first order in all epochs",
            "Every epoch goes through the first order. Each has one of its own.",
            with_orders(lambda orders: [orders[0]] * len(orders)),
        ),
        Misconception(
            "first epoch only",
            "There is one epoch only. Does `return` stand inside the outer loop?",
            with_orders(lambda orders: orders[:1]),
        ),
        Misconception(
            "last epoch only",
            "Only the last epoch has left a trace. Does each start from the first W and b?",
            with_orders(lambda orders: orders[-1:]),
        ),
        Misconception(
            "first step only",
            "There is one step only. Does `return` stand inside the loops?",
            first_batch,
        ),
        Misconception(
            "each step from the start",
            "Only the last batch has left a trace. Each step should start where the one before "
            "ended.",
            last_batch,
        ),
        Misconception(
            "last batch left out",
            "The rows at the end that do not fill a batch have no step. A smaller batch is a batch "
            "as well.",
            partial(run, whole=True),
        ),
        Misconception(
            "all rows at once",
            "There is one step for each epoch, with all rows. Asked for is a step for each batch.",
            one_batch,
        ),
        Misconception(
            "divided by the batch size",
            "You divide by `size`. The last batch may have fewer rows, and the mean is over those "
            "it has.",
            divided_by(lambda X, size: size),
        ),
        Misconception(
            "divided by all rows",
            "You divide by the number of all rows. The mean runs over the rows of the batch.",
            divided_by(lambda X, size: len(X)),
        ),
        Misconception(
            "bias after the weights",
            "The bias's gradient is found with weights that have moved already. All gradients "
            "first, then the update.",
            partial(run, one=bias_after_the_weights),
        ),
        Misconception(
            "softmax taken twice",
            "You take the softmax of shares. The new ones are never far apart.",
            partial(run, shares=softmax_twice),
        ),
        *(Misconception(name, text, partial(run, **lines)) for name, text, lines in LINES),
        Misconception(
            "the fault, and no 1/n",
            "The labels still come in the old order, and nothing divides by the rows of the batch. "
            "There are two things to mend.",
            partial(run, pick=labels_in_the_old_order, **LINES[0][2]),
        ),
    ),
)


EXERCISES = (MIXED_STEPS,)
