"""What the estimators set aside to validate on, and how long it waits for a better loss there."""

import numpy as np
from sklearn.model_selection import train_test_split

from ..validation import fraction, positive_integer, true_or_false


def split_rows(X, Y, share, random_state):
    """Return X and Y for training and for validation: X_train, X_validation, Y_train, ...

    Labels (n,) keep their shares, and each class a row to train on.
    """
    share = fraction(share, "validation_fraction")
    if share == 0 or len(X) == 1:
        return X, X[:0], Y, Y[:0]
    if Y.ndim == 1:
        train, validation = _split_each_class(Y, share, random_state)
        return X[train], X[validation], Y[train], Y[validation]
    return train_test_split(X, Y, test_size=share, random_state=random_state)


def _split_each_class(labels, share, random_state):
    """Return the numbers of the rows for training and for validation.

    Class by class, every so many'th row is set aside, over all of them, so that many small classes
    together give their share too. train_test_split would refuse a class with a single row.
    """
    order = random_state.permutation(len(labels))
    order = order[np.argsort(labels[order], kind="stable")]
    rounded = np.floor(share * np.arange(len(labels) + 1) + 0.5)
    chosen = np.diff(rounded) > 0
    chosen[np.unique(labels[order], return_index=True)[1]] = False  # the first row of each class
    return order[~chosen], order[chosen]


def patience_of(early_stopping, patience, X_validation):
    """Return the patience that `fit` is to have, None where it is to run to its end."""
    patience = positive_integer(patience, "patience")
    if not true_or_false(early_stopping, "early_stopping"):
        return None
    if len(X_validation) == 0:
        raise ValueError(
            "early_stopping needs validation rows, and there are none: set validation_fraction "
            "above 0, or higher, and give more than 1 sample."
        )
    return patience
