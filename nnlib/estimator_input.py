"""What NeuralRegressor takes: all that scikit-learn takes, except what would mislead.

scikit-learn converts more than is good: masked entries become the junk below the mask, dates become
days, text becomes what it spells. nnlib refuses these; where both refuse, both say why.
"""

from sklearn.utils import check_random_state
from sklearn.utils.validation import validate_data

from .arrays import as_floats
from .validation import as_random_state


def validated_data(estimator, X, y):
    """Return X and y as `validate_data` does, both float64, for training."""
    refusals = [_refusal(X, "X"), _refusal(y, "y")]
    if refusals[1] is None:
        y = as_floats(y, "y")
    options = {"dtype": float, "multi_output": True, "y_numeric": True}
    return _in_words(refusals, lambda: validate_data(estimator, X, y, **options))


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


def _refusal(X, name):
    try:
        as_floats(X, name)
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
