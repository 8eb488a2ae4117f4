"""What the estimators take: all that scikit-learn takes, except what would mislead.

scikit-learn converts more than is good: masked entries become the junk below the mask, dates become
days, text becomes what it spells. nnlib refuses these; where both refuse, both say why.
"""

import numpy as np
from sklearn.utils import check_random_state
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import validate_data

from ..arrays import as_floats, refuse_masked
from ..validation import as_random_state


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
    refusals = [_refusal(X, "X"), _refusal(y, "y", refuse_masked)]
    X, y = _in_words(refusals, lambda: validate_data(estimator, X, y, dtype=float))
    check_classification_targets(y)
    try:
        classes, labels = np.unique(y, return_inverse=True)
    except TypeError:
        kinds = ", ".join(sorted({type(label).__name__ for label in y}))
        raise ValueError(
            f"y has labels that cannot be sorted among each other ({kinds}): make all of them text."
        ) from None
    if len(classes) == 1:
        raise ValueError(
            f"{type(estimator).__name__} needs samples of at least 2 classes in the data, but the "
            f"data contains only one class: {classes[0]!r}."
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
