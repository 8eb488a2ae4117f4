"""Rows cut into batches, an exercise of notebook 6."""

import copy
import math

import numpy as np

from ...exercise import Exercise, Misconception
from ...outcomes import NotNumbers


def shuffled_batches(X, Y, batch_size, rng):
    """From X (n, d_in) and Y (n, d_out) to a list of pairs (X_batch, Y_batch)."""
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], Y[rows]))
    return batches


def draw_rows(rng, d_in, d_out, batch_size):
    """Eight full batches and a smaller one."""
    n = 8 * batch_size + int(rng.integers(1, max(2, batch_size - 1)))
    generator = np.random.default_rng(int(rng.integers(2**32)))
    return rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out)), batch_size, generator


def look_at_batches(function, X, Y, batch_size, rng):
    """What all right answers share, whatever their order: one number or list for each part."""
    tables, same_rng = (X.copy(), Y.copy()), copy.deepcopy(rng)

    def epoch(X, Y, rng):
        return row_numbers(function(X, Y, batch_size, rng), tables)

    rows_X, rows_Y = epoch(X, Y, rng)
    next_epoch, _ = epoch(*copy.deepcopy(tables), rng)
    with_same_rng, _ = epoch(*copy.deepcopy(tables), same_rng)
    three_X, three_Y = (table[: 3 * batch_size].copy() for table in tables)
    found = sizes(rows_X)
    if len(found) != math.ceil(len(X) / batch_size) or found[-1] != len(X) % batch_size:
        looked_at = [True] * 5  # one thing after the other
    else:
        order = np.concatenate(rows_X)
        looked_at = [
            np.array_equal(np.sort(order), np.arange(len(X))),
            np.array_equal(order, np.concatenate(rows_Y)),
            any(np.any(np.diff(rows) != 1) for rows in rows_X),
            not np.array_equal(order, np.concatenate(next_epoch)),
            np.array_equal(order, np.concatenate(with_same_rng)),
        ]
    return found, sizes(epoch(three_X, three_Y, rng)[0]), *looked_at


def row_numbers(batches, tables):
    """For X and for Y: where the rows of each batch stand in the table."""
    if not hasattr(batches, "__iter__"):
        raise NotNumbers(f"one {type(batches).__name__}; a list of pairs is needed.")
    numbers = [], []
    for batch in batches:
        if not isinstance(batch, (tuple, list)) or len(batch) != 2:
            raise NotNumbers("a list whose entries are no pairs (X_batch, Y_batch).")
        for found, part, table, name in zip(numbers, batch, tables, "XY"):
            found.append(find_rows(np.asarray(part, dtype=float), table, name))
    return numbers


def find_rows(part, table, name):
    if part.ndim == 2 and part.shape[1] == table.shape[1]:
        distance = np.abs(part[:, None, :] - table).max(axis=2)
        if np.all(distance.min(axis=1) < 1e-5):
            return distance.argmin(axis=1)
    raise NotNumbers(f"a batch of shape {part.shape} whose rows are no rows of {name}.")


def sizes(batches):
    """The largest first: where the smaller batch comes is a matter of taste."""
    return np.array(sorted(map(len, batches), reverse=True))


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
    ),
    draw=draw_rows,
    probe=look_at_batches,
    alone=("d_in", "d_out"),
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
            "The rows come in the order of the table. If the table is sorted, each batch is "
            "special.",
            lambda X, Y, batch_size, rng: cut(X, Y, np.arange(len(X)), batch_size),
        ),
        Misconception(
            "batches shuffled, not rows",
            "You shuffle the batches, but the same rows stand in a batch in every epoch. Shuffle "
            "before you cut.",
            lambda X, Y, batch_size, rng: [
                (X[start : start + batch_size], Y[start : start + batch_size])
                for start in rng.permutation(np.arange(0, len(X), batch_size))
            ],
        ),
        Misconception(
            "X and Y shuffled apart",
            "X and Y are shuffled apart, each in an order of its own. A row then gets the target "
            "of another row, and there is nothing left to learn.",
            shuffle_apart,
        ),
        Misconception(
            "drawn with replacement",
            "You draw each row anew from all rows, so that some come twice and others never. In "
            "an epoch every row comes once.",
            lambda X, Y, batch_size, rng: cut(X, Y, rng.integers(len(X), size=len(X)), batch_size),
        ),
        Misconception(
            "each batch drawn anew",
            "You draw each batch anew from all rows. The batches do not know of each other, so "
            "some rows come twice in an epoch and others never.",
            draw_each_batch,
        ),
        Misconception(
            "the same order each time",
            "Each call gives the same order. A generator made inside the function starts from "
            "its seed again, and every epoch is shuffled alike.",
            lambda X, Y, batch_size, rng: cut(
                X, Y, np.random.default_rng(0).permutation(len(X)), batch_size
            ),
        ),
        Misconception(
            "a generator of its own",
            "The order does not come from `rng`, but from another source of random numbers. "
            "Nobody can then repeat your run.",
            lambda X, Y, batch_size, rng: cut(
                X, Y, np.random.default_rng().permutation(len(X)), batch_size
            ),
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
            "steps of one row",
            "The next batch starts one row further, not one batch further. The batches overlap, "
            "and there are far too many.",
            step_by_one_row,
        ),
        Misconception(
            "return inside the loop",
            "There is one batch only: `return` stands inside the loop, and ends it in the first "
            "turn.",
            lambda X, Y, batch_size, rng: shuffled_batches(X, Y, batch_size, rng)[:1],
        ),
        Misconception(
            "rows shared out evenly",
            "You share the rows out evenly. Asked for are batches of batch_size rows, and at the "
            "end a smaller one with what is left over.",
            share_out_evenly,
        ),
    ),
)

EXERCISES = (SHUFFLED_BATCHES,)
