"""Labels: which class each row belongs to, as a whole number from 0 or as a one-hot row.

    labels (n,)     0, 2, 1                for k classes, counted from 0
    one-hot (n, k)  1 0 0, 0 0 1, 0 1 0    the same, row by row: a 1 in the column of the class
    binary (n, 1)   0 or 1                 for a single logit a row

What is none of these is refused: as an index, -1 would mean the last class, and True a mask.
"""

import numpy as np

from .arrays import as_floats
from .validation import array_of, as_finite, as_finite_matrix, as_matrix, positive_integer

COUNT = "classes, labels = np.unique(labels, return_inverse=True), for all rows at once"


def one_hot(labels, k):
    """Return Y of shape (n, k): in each row a 1 in the column of its label, and 0 elsewhere.

    Parameters
    ----------
    labels : array_like of shape (n,)
        Whole numbers from 0 to k - 1. A class may have no row.
    k : int
        How many classes there are; a few rows cannot tell.

    Raises
    ------
    ValueError
        If the labels are anything else: text, counted from 1, booleans, a column, none at all.
    """
    k = positive_integer(k, "k")
    labels = _as_indices(labels, k)
    Y = np.zeros((len(labels), k))
    Y[np.arange(len(labels)), labels] = 1.0
    return Y


def accuracy(Z, labels):
    """Return the share of rows whose largest score stands at their label, a float from 0 to 1.

    Parameters
    ----------
    Z : array_like of shape (n, k) or (n, 1)
        Scores; of two equal ones, the first counts. Logits and their softmax have the same order.
        A single column holds logits, and class 1 is predicted where z > 0, its sigmoid > 1/2.
    labels : array_like of shape (n,) or one-hot (n, k); for a single column (n, 1), 0 or 1

    Raises
    ------
    ValueError
        If a score is nan, or the labels do not fit.
    """
    Z = as_floats(Z, "Z")
    if Z.ndim == 1:
        raise ValueError(
            f"Z has shape {Z.shape}, but accuracy takes a score for each class, shape (n, k). Of "
            "predicted labels it is np.mean(predicted == labels)."
        )
    Z = as_matrix(Z, "Z")
    if np.isnan(Z).any():
        raise ValueError("Z holds nan: no class has the largest score there.")
    if Z.shape[1] == 1:
        return float(np.mean((Z > 0) == as_binary(labels, len(Z))))
    return float(np.mean(Z.argmax(axis=1) == as_one_hot(labels, *Z.shape).argmax(axis=1)))


def as_targets(Y, name):
    """Return Y as labels (n,) if it is a line of whole numbers, else as a finite matrix.

    Which of them a loss takes, the loss itself knows; a line of other numbers, none does.
    """
    numbers = as_floats(Y, name)
    if numbers.ndim != 1 or numbers.size == 0:
        return as_finite_matrix(Y, name)
    if np.asarray(Y).dtype.kind in "iu":
        return np.asarray(Y)
    try:
        return as_finite_matrix(Y, name)
    except ValueError as error:
        if (numbers != np.floor(numbers)).any():
            raise
        labels = f"{array_of(Y, name)}.astype(int)"  # 0.0 or True
        raise ValueError(f"{error} If these are labels, use {labels}.") from None


def as_one_hot(labels, n, k):
    """Return labels, (n,) or one-hot already, as a one-hot matrix of shape (n, k)."""
    Y = _as_numbers(labels)
    if Y.shape == (n,):
        return one_hot(labels, k)
    if Y.shape != (n, k):
        ravel = f" Use {array_of(labels, 'labels')}.ravel()." if Y.shape == (n, 1) else ""
        raise ValueError(
            f"labels has shape {Y.shape}, but {n} rows of {k} scores need shape ({n},), whole "
            f"numbers, or one-hot ({n}, {k}).{ravel}"
        )
    wrong = np.flatnonzero(((Y != 0) & (Y != 1)).any(axis=1) | (Y.sum(axis=1) != 1))
    if wrong.size:
        raise ValueError(
            f"labels has shape {Y.shape}, so each row must be one-hot, a single 1 and else 0; row "
            f"{wrong[0]} is {Y[wrong[0]]}. Are the scores given first, and then the labels?"
        )
    return Y


def as_binary(labels, n):
    """Return labels of shape (n, 1), each 0 or 1 (or False or True), as float64."""
    Y = _as_numbers(labels)
    if Y.shape != (n, 1):
        reshape = f" Use {array_of(labels, 'labels')}.reshape(-1, 1)." if Y.shape == (n,) else ""
        raise ValueError(
            f"labels has shape {Y.shape}, but {n} rows of one logit need shape ({n}, 1).{reshape}"
        )
    wrong = np.flatnonzero((Y != 0) & (Y != 1))
    if wrong.size:
        recoded = {(-1, 1): " Use (labels + 1) / 2.", (1, 2): " Use labels - 1."}
        advice = recoded.get(tuple(np.unique(Y)), "")
        raise ValueError(
            f"labels[{wrong[0]}, 0] is {Y[wrong[0], 0]:g}, but must be 0 or 1.{advice}"
        )
    return Y


def _as_indices(labels, k):
    """Return labels of shape (n,) as integers from 0 to k - 1."""
    numbers = _as_numbers(labels)
    if numbers.ndim != 1 or numbers.size == 0:
        raise ValueError(
            f"labels has shape {numbers.shape}, but one label for each row is needed: shape (n,)."
        )
    if np.asarray(labels).dtype == bool:
        raise ValueError(
            "labels are booleans, but class numbers are needed. If False is class 0 and True is "
            "class 1, use labels.astype(int)."
        )
    whole = numbers == np.floor(numbers)
    wrong = np.flatnonzero(~(whole & (numbers >= 0) & (numbers < k)))
    if wrong.size:
        first = wrong[0]
        raise ValueError(
            f"labels[{first}] is {numbers[first]:.15g}, but with k = {k} classes a label is a "
            f"whole number from 0 to {k - 1}. {_way_out(numbers, whole, k)}"
        )
    return numbers.astype(int)


def _way_out(numbers, whole, k):
    if not whole.all():
        return "For measured numbers use MSELoss()."
    if numbers.min() == 1 and numbers.max() == k:
        return "They seem to count from 1: use labels - 1."
    return f"Is k the number of classes? To count these from 0: {COUNT}."


def _as_numbers(labels):
    """Return labels of any shape as finite float64 numbers."""
    if _is_text(labels):
        raise ValueError(f"labels are text, but whole numbers are needed. To count: {COUNT}.")
    return as_finite(labels, "labels")


def _is_text(labels):
    if isinstance(labels, np.ndarray) and labels.dtype.kind != "O":
        return labels.dtype.kind in "UST"
    entries = np.asarray(labels, dtype=object).flat
    return any(isinstance(entry, (str, bytes)) for entry in entries)
