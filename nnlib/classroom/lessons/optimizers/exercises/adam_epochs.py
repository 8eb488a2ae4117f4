"""Exercise 8.8, a bug hunt: an Adam that counts its parameters."""

from functools import partial

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from .moments import draw_betas, draw_eps, draw_layer, on_own_copies
from .wrong_adams import beside_the_fault, corrected, with_lines
from .wrong_epochs import (
    first_of_each_epoch,
    first_steps,
    run,
    some_epochs,
    updates_begun,
    within_epoch,
)
from .wrong_lines import AVERAGES, CORRECTION, FRACTION, MOVE
from .wrong_loops import list_asked_for_items, without_items


def adam_epochs(parameters, epochs, lr, betas, eps):
    """From parameters {name: array} and epochs, lists of such gradients, to the last ones."""
    beta1, beta2 = betas
    last = dict(parameters)
    mean, square = dict.fromkeys(last, 0.0), dict.fromkeys(last, 0.0)
    steps = [gradients for epoch in epochs for gradients in epoch]
    for t, gradients in enumerate(steps, start=1):
        for name, dp in gradients.items():
            mean[name] = beta1 * mean[name] + (1 - beta1) * dp
            square[name] = beta2 * square[name] + (1 - beta2) * dp**2
            mean_hat = mean[name] / (1 - beta1**t)
            square_hat = square[name] / (1 - beta2**t)
            last[name] = last[name] - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return last


def draw_adam_epochs(rng, d_in, d_out):
    """Three epochs of one, two and three steps, in some order."""
    counts = rng.permutation([1, 2, 3])
    parameters, gradients = draw_layer(rng, d_in, d_out, sum(counts))
    ends = np.cumsum(counts)
    epochs = [gradients[end - count : end] for count, end in zip(counts, ends)]
    return parameters, epochs, float(rng.uniform(0.1, 0.4)), draw_betas(rng), draw_eps(rng)


def example_adam_epochs():
    """One weight, one bias, two epochs of two steps; the gradients never change."""
    one = np.array([[1.0]])
    epochs = [[{"W": one, "b": -4 * one}] * 2] * 2
    return {"W": one, "b": 0 * one}, epochs, 0.1, (0.9, 0.999), 1e-8


ADAM_EPOCHS = Exercise(
    "8.8",
    solution=adam_epochs,
    parts=("W", "b"),
    draw=draw_adam_epochs,
    probe=on_own_copies,
    alone=("d_out",),
    example=example_adam_epochs,
    misconceptions=(
        Misconception(
            "the fault of the class",
            "The fault of the class above is still there: t goes up with every parameter. Adam "
            "counts steps, and in one step all parameters have the same t.",
            partial(run, count=updates_begun),
        ),
        Misconception(
            "t counts epochs",
            "Your t goes up once in an epoch. The averages take in a gradient in every step, so "
            "t counts steps.",
            partial(run, count=lambda epoch, in_epoch, step, update: epoch),
        ),
        Misconception(
            "t starts again in each epoch",
            "Your t starts again with each epoch, while the averages go on. They do not start at "
            "0 there, so there is nothing to correct anew.",
            partial(run, count=within_epoch),
        ),
        Misconception(
            "all starts again in each epoch",
            "t and both averages start again with each epoch. An epoch is one pass through the "
            "rows; what Adam remembers goes on.",
            partial(run, count=within_epoch, forget=lambda in_epoch: in_epoch == 1),
        ),
        Misconception(
            "averages forgotten between epochs",
            "Both averages start at 0 in each epoch, while t goes on. They are made once, before "
            "all loops.",
            partial(run, forget=lambda in_epoch: in_epoch == 1),
        ),
        Misconception(
            "averages forgotten between steps",
            "Both averages start at 0 in each step, so nothing is remembered. They are made once, "
            "before all loops.",
            partial(run, forget=lambda in_epoch: True),
        ),
        Misconception(
            "averages shared by all parameters",
            "All parameters share one mean and one square, so the gradients of W are in the steps "
            "of b. Each parameter needs its own.",
            partial(run, owner=lambda name: "all"),
        ),
        Misconception(
            "shared averages, and that fault",
            "All parameters share one mean and one square, and t goes up with every parameter. "
            "Each parameter needs its own averages, and all have one t.",
            partial(run, owner=lambda name: "all", count=updates_begun),
        ),
        Misconception(
            "corrected averages kept",
            "The corrected averages take the place of the averages, and the next step corrects "
            "them again.",
            partial(run, remember=corrected),
        ),
        Misconception(
            "items left out",
            "You loop over a dict as if it held pairs. Alone it gives its names; what gives names "
            "and arrays?",
            without_items,
        ),
        Misconception(
            "a list asked for items",
            "You ask a list for its items. An epoch is a list with a dict for each step: is a loop "
            "missing?",
            list_asked_for_items,
        ),
        Misconception(
            "first step only",
            "There is one step only. Does `return` stand inside the loops?",
            first_steps,
        ),
        Misconception(
            "first epoch only",
            "There is one epoch only. Does `return` stand inside the outer loop?",
            some_epochs(slice(1)),
        ),
        Misconception(
            "last epoch only",
            "Only the last epoch has left a trace. Does each epoch start from the first "
            "parameters?",
            some_epochs(slice(-1, None)),
        ),
        Misconception(
            "one step for each epoch",
            "There is one step for each epoch, with its first gradients. Each dict of gradients "
            "is a step.",
            first_of_each_epoch,
        ),
        *beside_the_fault(partial(run, count=updates_begun), FRACTION),
        *with_lines(run, CORRECTION + FRACTION + AVERAGES + MOVE),
    ),
)


EXERCISES = (ADAM_EPOCHS,)
