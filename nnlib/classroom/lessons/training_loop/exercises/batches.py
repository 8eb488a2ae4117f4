"""What all right answers to exercise 6.2 share, whatever their order."""

import copy
import math

import numpy as np

from ....checking.outcomes import NotNumbers


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
    epochs = [epoch(*copy.deepcopy(tables), rng)[0] for _ in range(4)]
    next_epoch = epochs[0]
    with_same_rng, _ = epoch(*copy.deepcopy(tables), same_rng)
    three_X, three_Y = (table[: 3 * batch_size].copy() for table in tables)
    found = sizes(rows_X)
    all_rows = np.concatenate(rows_X) if rows_X else np.array([])
    once = [len(np.unique(all_rows)) == len(all_rows)]
    smallest = len(X) % batch_size or batch_size
    if len(found) != math.ceil(len(X) / batch_size) or found[-1] != smallest:
        looked_at = [*once, *[True] * 6]  # one thing after the other
    else:
        order = all_rows
        looked_at = [
            np.array_equal(np.sort(order), np.arange(len(X))),
            np.array_equal(order, np.concatenate(rows_Y)),
            any(np.any(np.diff(rows) != 1) for rows in rows_X),
            not np.array_equal(order, np.concatenate(next_epoch)),
            np.array_equal(order, np.concatenate(with_same_rng)),
            mixed_anew([rows_X, *epochs], 0),
            mixed_anew([rows_X, *epochs], -1),
        ]
    return found, sizes(epoch(three_X, three_Y, rng)[0]), *looked_at


def row_numbers(batches, tables):
    """For X and for Y: where the rows of each batch stand in the table."""
    if not hasattr(batches, "__iter__"):
        raise NotNumbers(f"one {type(batches).__name__}; a list of pairs is needed.")
    batches = list(batches)
    if len(batches) == 2 and all(isinstance(one, list) for one in batches):
        raise NotNumbers("two lists, of X and of Y; one list of pairs is needed.")
    numbers = [], []
    for batch in batches:
        if not isinstance(batch, (tuple, list)) or len(batch) != 2:
            raise NotNumbers("a list whose entries are no pairs (X_batch, Y_batch).")
        for found, part, table, name in zip(numbers, batch, tables, "XY"):
            found.append(find_rows(np.asarray(part, dtype=float), table, name))
    return numbers


def find_rows(part, table, name):
    """Where the rows of a part stand in the table; rows in single precision are found too."""
    if part.ndim == 2 and part.shape[1] == table.shape[1]:
        places = {row.tobytes(): k for k, row in enumerate(table)}
        found = [places.get(row.tobytes()) for row in part]
        if None not in found:
            return np.array(found, dtype=int)
        distance = np.abs(part[:, None, :] - table).max(axis=2)
        if np.all(distance.min(axis=1) < 1e-5):
            return distance.argmin(axis=1)
    raise NotNumbers(f"a batch of shape {part.shape} whose rows are no rows of {name}.")


def mixed_anew(epochs, k):
    """Whether batch k holds other rows from epoch to epoch."""
    return len({tuple(np.sort(batches[k])) for batches in epochs if batches}) > 1


def sizes(batches):
    """The largest first: where the smaller batch comes is a matter of taste."""
    return np.array(sorted(map(len, batches), reverse=True))
