"""Exercise 7.3, a bug hunt: a loop whose first step is right."""

from functools import partial

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from .wrong_steps import (
    all_from_the_start,
    all_rows_at_once,
    article_slopes,
    averaged_bias,
    bias_after_the_weights,
    keep_adding,
    loop,
    times,
    weights_only,
)


def train_steps(W, b, batches, lr):
    """From W (d_in, d_out), b (1, d_out), pairs (X, Y) and lr to W, b after a step for each."""
    for X, Y in batches:
        dY_hat = 2 * (X @ W + b - Y) / Y.size
        dW = X.T @ dY_hat
        db = dY_hat.sum(axis=0, keepdims=True)
        W, b = W - lr * dW, b - lr * db
    return W, b


def draw_train_steps(rng, n, d_in, d_out):
    """A linear layer, and three batches of different sizes."""
    W, b = rng.normal(size=(d_in, d_out)), rng.normal(size=(1, d_out))
    batches = [
        (rng.normal(size=(rows, d_in)), 2 + rng.normal(size=(rows, d_out)))
        for rows in (n, n + 2, n + 1)
    ]
    return W, b, batches, float(rng.uniform(0.1, 0.3))


def example_batches():
    """One weight, one bias, two batches: small enough for paper."""
    batches = [
        (np.array([[1.0], [2.0]]), np.array([[1.0], [1.0]])),
        (np.array([[3.0]]), np.array([[2.0]])),
    ]
    return np.array([[1.0]]), np.array([[0.0]]), batches, 0.1


def single_batch(rng):
    W, b, batches, lr = draw_train_steps(rng, 4, 3, 2)
    return W, b, batches[:1], lr


def rows_one_by_one(rng):
    W, b, batches, lr = draw_train_steps(rng, 4, 3, 2)
    X, Y = batches[0]
    return W, b, [(X[i : i + 1], Y[i : i + 1]) for i in range(len(X))], lr


TRAIN_STEPS = Exercise(
    "7.3",
    solution=train_steps,
    parts=("W", "b"),
    draw=draw_train_steps,
    example=example_batches,
    edges=lambda rng: {
        "a single batch": single_batch(rng),
        "batches of one row": rows_one_by_one(rng),
        "whole numbers": (np.array([[1]]), np.array([[0]]), *example_batches()[2:]),
    },
    keeps_lists=True,
    misconceptions=(
        Misconception(
            "the fault of the code",
            "The fault of the code above is still there: the gradients of earlier batches are in "
            "the later steps. Whose gradient does a step want?",
            keep_adding,
        ),
        Misconception(
            "all gradients at the start",
            "All gradients are those of the first weights. Each step makes new weights, and the "
            "next batch needs its gradient there.",
            all_from_the_start,
        ),
        Misconception(
            "mean of the batches",
            "You take one step, along the mean of the batches' gradients at the first weights. "
            "Asked for is a step for each batch.",
            partial(all_from_the_start, share=lambda count: 1 / count),
        ),
        Misconception(
            "all rows at once",
            "You put all rows into one batch, and take one step. Asked for is a step for each "
            "batch, from where the one before ended.",
            all_rows_at_once,
        ),
        Misconception(
            "first batch only",
            "There is one step only, with the first batch. Does `return` stand inside the loop?",
            lambda W, b, batches, lr: loop(W, b, batches[:1], lr),
        ),
        Misconception(
            "each step from the start",
            "Only the last batch has left a trace. Each step seems to start from the first "
            "weights: where should it start?",
            lambda W, b, batches, lr: loop(W, b, batches[-1:], lr),
        ),
        Misconception(
            "bias after the weights",
            "The bias's gradient is found with weights that have moved already. All gradients "
            "first, then the update.",
            bias_after_the_weights,
        ),
        Misconception(
            "mean instead of sum",
            "The bias is averaged over the rows, as in the article. The 1/n is in dY_hat already.",
            partial(loop, slopes=averaged_bias),
        ),
        Misconception(
            "gradient of the sum",
            "Your steps are too long by the number of entries: the loss is a mean, and nothing is "
            "divided.",
            partial(loop, slopes=times(lambda Y: Y.size)),
        ),
        Misconception(
            "divided by the rows only",
            "You divide by the rows. The mean runs over all entries, rows times outputs.",
            partial(loop, slopes=times(lambda Y: Y.shape[1])),
        ),
        Misconception(
            "the 2 left out",
            "Your steps are half as long as they should be: the slope of a square brings a 2.",
            partial(loop, slopes=times(lambda Y: 0.5)),
        ),
        Misconception(
            "the article's gradient",
            "This is the article's step: no 2/n, weights summed, biases averaged. No single rate "
            "mends both.",
            partial(loop, slopes=article_slopes),
        ),
        Misconception(
            "step uphill",
            "You add the step. The gradient says where the loss grows, and you want it to fall.",
            partial(loop, step=lambda p, lr, gradient: p + lr * gradient),
        ),
        Misconception(
            "learning rate left out",
            "You subtract the whole gradient. How long is the step that lr asks for?",
            partial(loop, step=lambda p, lr, gradient: p - gradient),
        ),
        Misconception(
            "bias left behind",
            "Your weights take their steps, and the bias stays where it was.",
            weights_only,
        ),
    ),
)


EXERCISES = (TRAIN_STEPS,)
