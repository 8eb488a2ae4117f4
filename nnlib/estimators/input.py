"""What the estimators take: all that scikit-learn takes, except what would mislead.

scikit-learn converts more than is good: masked entries become the junk below the mask, dates become
days, text becomes what it spells. nnlib refuses these; where both refuse, both say why.
"""

import numpy as np
from sklearn.utils import check_random_state
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import validate_data

from ..arrays import as_floats, refuse_masked
from ..validation import array_of, as_random_state


def validated_numbers(estimator, X, y):
    """Return X and y as `validate_data` does, both float64, to train a regressor."""
    refusals = [_refusal(X, "X"), _refusal(y, "y")]
    if refusals[1] is None:
        y = as_floats(y, "y")
    options = {"dtype": float, "multi_output": True, "y_numeric": True}
    X, y = _in_words(refusals, lambda: validate_data(estimator, X, y, **options))
    return X, np.asarray(y, dtype=float)


def validated_labels(estimator, X, y):
    """Return X, float64, the k classes sorted, and the labels 0 to k - 1, to train a classifier."""
    refusals = [_refusal(X, "X"), _refusal(y, "y", _check_labels)]
    X, y = _in_words(refusals, lambda: validate_data(estimator, X, y, dtype=float))
    if y.dtype == object and not isinstance(y[0], str):
        y = np.array(y.tolist())  # numbers and booleans, of a column that was once a mixture
    check_classification_targets(y)
    classes, labels = np.unique(y, return_inverse=True)
    if len(classes) == 1:
        raise ValueError(
            f"{type(estimator).__name__} needs samples of at least 2 classes in the data, but the "
            f"data contains only one class: {classes.tolist()[0]!r}."
        )
    return X, classes, labels


def validated_input(estimator, X):
    """Return X as `validate_data` does, float64, for prediction."""
    return _in_words(
        [_refusal(X, "X")], lambda: validate_data(estimator, X, dtype=float, reset=False)
    )


def random_state_of(random_state):
    """Return a RandomState for None (NumPy's global one), a whole number or a RandomState."""
    if random_state is None:
        return check_random_state(None)
    return as_random_state(random_state, "random_state")


def _refusal(X, name, check=as_floats):
    try:
        check(X, name)
    except ValueError as error:
        return error
    return None


def _check_labels(y, name):
    """Refuse labels below a mask, one-hot rows, and text among numbers, which would become text."""
    refuse_masked(y, name)
    shape = getattr(y, "shape", ())
    if len(shape) == 2 and shape[1] > 1:
        raise ValueError(
            f"{name} has shape {shape}, but one label for each row is needed: shape (n,). Of "
            f"one-hot rows use {array_of(y, name)}.argmax(axis=1)."
        )
    if getattr(y, "dtype", np.dtype(object)).kind != "O":
        return
    kinds = {type(label) for label in np.asarray(y, dtype=object).flat}
    if len({issubclass(kind, str) for kind in kinds}) == 2:
        names = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise ValueError(
            f"{name} has text and other labels ({names}): make all of them text, or all of them "
            "numbers, and leave rows without a label out."
        )


def _in_words(refusals, validate):
    ours = next((refusal for refusal in refusals if refusal is not None), None)
    try:
        validated = validate()
    except (TypeError, ValueError, OverflowError) as error:
        if ours is None:
            raise
        kind = TypeError if isinstance(error, TypeError) else ValueError
        raise kind(f"{ours} ({error})") from error
    if ours is not None:
        raise ours
    return validated
