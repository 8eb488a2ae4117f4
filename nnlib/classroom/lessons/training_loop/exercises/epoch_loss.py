"""Exercise 6.1: the loss of an epoch."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception


def epoch_loss(batch_losses, batch_sizes):
    """From batch_losses (k,) and batch_sizes (k,) to the loss of the epoch, a float."""
    return np.sum(batch_losses * batch_sizes) / np.sum(batch_sizes)


EPOCH_LOSS = Exercise(
    "6.1",
    solution=epoch_loss,
    parts=("the loss of the epoch",),
    draw=lambda rng, k: (
        rng.uniform(0.5, 3, k),
        rng.choice(np.arange(2, 30), k, replace=False),
    ),
    alone=(),
    example=lambda: (np.array([3.0, 9.0]), np.array([2, 1])),
    edges=lambda rng: {
        "a single batch": (np.array([2.5]), np.array([7])),
        "batches of one size": (rng.uniform(0.5, 3, 4), np.full(4, 6)),
        "a last batch of one row": (rng.uniform(0.5, 3, 4), np.array([6, 6, 6, 1])),
    },
    misconceptions=(
        Misconception(
            "mean over the batches",
            "You take the mean over the batches. A small batch then counts as much as a large "
            "one, and its examples count for more than the others.",
            lambda batch_losses, batch_sizes: np.mean(batch_losses),
        ),
        Misconception(
            "losses added up",
            "You add the losses of the batches up. With twice as many batches the same network "
            "would seem twice as bad.",
            lambda batch_losses, batch_sizes: np.sum(batch_losses),
        ),
        Misconception(
            "losses taken for sums",
            "You divide the sum of the batch losses by the number of rows. But each batch loss "
            "is a mean over its rows already, not a sum.",
            lambda batch_losses, batch_sizes: np.sum(batch_losses) / np.sum(batch_sizes),
        ),
        Misconception(
            "divided by the batches",
            "Each loss times its rows is right, but then you divide by the number of batches. "
            "What you have added up is a sum over examples.",
            lambda batch_losses, batch_sizes: np.mean(batch_losses * batch_sizes),
        ),
        Misconception(
            "not divided",
            "You add up loss times rows, and do not divide. A loss is a mean: it must not "
            "grow with the number of rows.",
            lambda batch_losses, batch_sizes: np.sum(batch_losses * batch_sizes),
        ),
        Misconception(
            "last batch left out",
            "The last batch is missing. Its rows were trained on like all the others, and they "
            "count as well.",
            lambda batch_losses, batch_sizes: epoch_loss(batch_losses[:-1], batch_sizes[:-1]),
        ),
        Misconception(
            "loss of the last batch",
            "This is the loss of the last batch alone. It stands for a few rows, not for the "
            "epoch.",
            lambda batch_losses, batch_sizes: batch_losses[-1],
        ),
        Misconception(
            "loss of the first batch",
            "This is the loss of the first batch alone. If you wrote a loop: does `return` stand "
            "inside it?",
            lambda batch_losses, batch_sizes: batch_losses[0],
        ),
        Misconception(
            "last batch only",
            "Only the last batch is in your sum. If you wrote a loop: does each batch take the "
            "place of those before it?",
            lambda batch_losses, batch_sizes: (
                batch_losses[-1] * batch_sizes[-1] / np.sum(batch_sizes)
            ),
        ),
        Misconception(
            "first batch only",
            "Only the first batch is in your sum. If you wrote a loop: does `return` stand inside "
            "it?",
            lambda batch_losses, batch_sizes: (
                batch_losses[0] * batch_sizes[0] / np.sum(batch_sizes)
            ),
        ),
        Misconception(
            "last batch, not divided",
            "This is the last batch alone, loss times rows. If you wrote a loop: does each batch "
            "take the place of those before it?",
            lambda batch_losses, batch_sizes: batch_losses[-1] * batch_sizes[-1],
        ),
        Misconception(
            "first batch, not divided",
            "This is the first batch alone, loss times rows. If you wrote a loop: does `return` "
            "stand inside it?",
            lambda batch_losses, batch_sizes: batch_losses[0] * batch_sizes[0],
        ),
    ),
)


EXERCISES = (EPOCH_LOSS,)
