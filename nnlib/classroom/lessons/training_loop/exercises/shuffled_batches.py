"""Exercise 6.2: the rows, shuffled and cut into batches."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from .batches import draw_rows, look_at_batches
from .wrong_batches import (
    cut,
    draw_each_batch,
    leave_an_empty_batch,
    same_rows_last,
    share_out_evenly,
    shuffle_apart,
    step_by_one_row,
)


def shuffled_batches(X, Y, batch_size, rng):
    """From X (n, d_in) and Y (n, d_out) to a list of pairs (X_batch, Y_batch)."""
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], Y[rows]))
    return batches


SHUFFLED_BATCHES = Exercise(
    "6.2",
    solution=shuffled_batches,
    parts=(
        "the sizes of the batches",
        "the sizes of the batches where the rows divide evenly",
        "each row comes once",
        "the rows of X and Y stay together",
        "the rows are shuffled",
        "the next epoch has another order",
        "the same rng gives the same order",
        "each epoch puts other rows into the first batch",
        "each epoch puts other rows into the last batch",
    ),
    draw=draw_rows,
    probe=look_at_batches,
    alone=("d_in", "d_out"),
    edges=lambda rng: {
        "batches of one row": draw_rows(rng, 3, 2, 1),
        "a batch larger than the table": (*rng.normal(size=(2, 5, 2)), 7, rng.spawn(1)[0]),
    },
    example=lambda: (
        np.arange(10.0).reshape(-1, 1),
        10 * np.arange(10.0).reshape(-1, 1) + 3,
        4,
        np.random.default_rng(0),
    ),
    # A part that is wrong alone is told by the first that fits: the general ones come first.
    misconceptions=(
        Misconception(
            "not shuffled",
            "The rows come in the order of the table, every time. If the table is sorted, each "
            "batch is one-sided.",
            lambda X, Y, batch_size, rng: cut(X, Y, np.arange(len(X)), batch_size),
        ),
        Misconception(
            "batches shuffled, not rows",
            "The batches come in another order, but the same rows stand together in every epoch. "
            "What has to be shuffled before you cut?",
            lambda X, Y, batch_size, rng: [
                (X[start : start + batch_size], Y[start : start + batch_size])
                for start in rng.permutation(np.arange(0, len(X), batch_size))
            ],
        ),
        Misconception(
            "X and Y torn apart",
            "The rows of X and of Y do not stay together. An example then gets the target of "
            "another, and there is nothing left to learn.",
            shuffle_apart,
        ),
        Misconception(
            "some rows come twice",
            "Some rows come twice and others never. In an epoch every row comes once.",
            lambda X, Y, batch_size, rng: cut(X, Y, rng.integers(len(X), size=len(X)), batch_size),
        ),
        Misconception(
            "last batch filled up",
            "Your last batch is as large as the others, though fewer rows are left. So some rows "
            "come twice, and in an epoch every row comes once.",
            draw_each_batch,
        ),
        Misconception(
            "the same order each time",
            "Each call gives the same order, and so does every epoch. A generator made inside the "
            "function, with a fixed seed, is one way to that.",
            lambda X, Y, batch_size, rng: cut(
                X, Y, np.random.default_rng(0).permutation(len(X)), batch_size
            ),
        ),
        Misconception(
            "rng not used",
            "The same `rng` gives another order each time, so the order comes from elsewhere. "
            "Nobody can then repeat your run.",
            lambda X, Y, batch_size, rng: cut(
                X, Y, np.random.default_rng().permutation(len(X)), batch_size
            ),
        ),
        Misconception(
            "shuffled inside the batches",
            "The rows change places inside their batch only: the same rows stand together in every "
            "epoch. What has to be shuffled before you cut?",
            lambda X, Y, batch_size, rng: [
                (X[rows], Y[rows])
                for start in range(0, len(X), batch_size)
                for rows in [rng.permutation(np.arange(len(X))[start : start + batch_size])]
            ],
        ),
        Misconception(
            "the same rows last",
            "The full batches are mixed anew each time, but the smaller one at the end always "
            "holds the last rows of the table. All rows must be shuffled before you cut.",
            same_rows_last,
        ),
        Misconception(
            "last batch dropped",
            "The smaller batch at the end is missing. Its rows are never used in this epoch.",
            lambda X, Y, batch_size, rng: [
                batch
                for batch in shuffled_batches(X, Y, batch_size, rng)
                if len(batch[0]) == batch_size
            ],
        ),
        Misconception(
            "an empty batch",
            "Where the rows divide evenly, you hand out one batch more, without any rows. Its "
            "mean loss is nan.",
            leave_an_empty_batch,
        ),
        Misconception(
            "slice ends too early",
            "Every batch behind the first is empty. The second number of a slice is where it "
            "ends, not how long it is.",
            lambda X, Y, batch_size, rng: [
                (X[start:batch_size], Y[start:batch_size]) for start in range(0, len(X), batch_size)
            ],
        ),
        Misconception(
            "pairs the wrong way round",
            "What stands first in your pairs is as wide as Y. Asked for are pairs (X_batch, "
            "Y_batch), in this order.",
            lambda X, Y, batch_size, rng: shuffled_batches(Y, X, batch_size, rng),
        ),
        Misconception(
            "steps of one row",
            "The next batch starts one row further, not one batch further. The batches overlap, "
            "and there are far too many.",
            step_by_one_row,
        ),
        Misconception(
            "first batch only",
            "There is one batch only. Does `return` stand inside the loop?",
            lambda X, Y, batch_size, rng: shuffled_batches(X, Y, batch_size, rng)[:1],
        ),
        Misconception(
            "rows shared out evenly",
            "You share the rows out evenly. Asked for are batches of batch_size rows, and at the "
            "end a smaller one with what is left over.",
            share_out_evenly,
        ),
        Misconception(
            "two lists instead of pairs",
            "You return two lists, one of the batches of X and one of those of Y. Asked for is one "
            "list of pairs (X_batch, Y_batch).",
            lambda X, Y, batch_size, rng: tuple(
                map(list, zip(*shuffled_batches(X, Y, batch_size, rng)))
            ),
        ),
    ),
)


EXERCISES = (SHUFFLED_BATCHES,)
