"""Mini-batches: the rows of a table in a new order, a few at a time."""

from .labels import as_targets
from .validation import as_generator, as_matrix, positive_integer, same_rows


def minibatches(X, Y, batch_size, *, rng):
    """Shuffle the rows of X and Y together, and yield them in batches.

    Parameters
    ----------
    X : array of shape (n, d_in)
    Y : array of shape (n, d_out), or labels (n,)
    batch_size : int
        Rows in a batch; the last batch has what is left over, and is kept.
    rng : numpy.random.Generator

    Returns
    -------
    batches : iterator over pairs (X_batch, Y_batch) that together hold every row once

    Raises
    ------
    TypeError, ValueError
        At the call, for input of the wrong kind or shape.
    """
    X, Y = as_matrix(X, "X"), as_targets(Y, "Y")
    same_rows(X, Y)
    batch_size = positive_integer(batch_size, "batch_size")
    order = as_generator(rng).permutation(len(X))
    X, Y = X[order], Y[order]  # one copy of all rows is cheaper than one of each batch
    return ((X[i : i + batch_size], Y[i : i + batch_size]) for i in range(0, len(X), batch_size))
