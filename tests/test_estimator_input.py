"""What NeuralRegressor takes and refuses, beyond scikit-learn's own checks."""

import numpy as np
import pandas as pd
import pytest
import scipy.sparse
from sklearn.base import clone

from nnlib import NeuralRegressor

X = np.random.default_rng(1).normal(size=(12, 2))
y = X @ [1.0, -2.0]


def fitted(X=X, y=y, **options):
    return NeuralRegressor(**({"epochs": 2, "random_state": 0} | options)).fit(X, y)


MISLEADING = {
    "masked": np.ma.masked_greater(X, 0.5),
    "list of masked rows": list(np.ma.masked_greater(X, 0.5)),
    "text": X.astype(str),
    "bytes": X.astype("S"),
    "dates": np.datetime64("2024-01-01") + np.arange(24).reshape(12, 2),
    "durations": np.arange(24).reshape(12, 2).astype("m8[s]"),
    "durations as objects": np.array([[np.timedelta64(1, "s"), 2.0]] * 12, dtype=object),
    "complex": X * 1j,
    "ragged": [[1.0, 2.0]] * 11 + [[1.0]],
    "generator": (row for row in X),
    "dict": {"a": X},
    "beyond floats": [[10**400, 1]] * 12,
    "sparse": scipy.sparse.csr_matrix(X),
}


@pytest.mark.parametrize("bad", MISLEADING.values(), ids=list(MISLEADING))
def test_what_would_mislead_is_refused_by_name(bad):
    regressor = fitted()
    before = regressor.predict(X)
    for name, call in {
        "X": lambda: regressor.fit(bad, y),
        "y": lambda: regressor.fit(X, bad),
        "X ": lambda: regressor.predict(bad),
    }.items():
        with pytest.raises((TypeError, ValueError), match=f"{name.strip()} (has|is) "):
            call()
    assert np.array_equal(regressor.predict(X), before)


def test_a_mask_that_hides_nothing_and_sparse_columns_are_numbers():
    wanted = fitted().predict(X)
    assert np.array_equal(fitted(np.ma.array(X), np.ma.array(y)).predict(np.ma.array(X)), wanted)
    sparse = pd.DataFrame({"y": y}).astype(pd.SparseDtype("float", 0.0))
    assert np.array_equal(fitted(y=sparse).predict(X)[:, 0], wanted)


@pytest.mark.parametrize(
    "sizes",
    [iter((3, 4)), map(int, "34"), zip((3,), (4,)), (size for size in (3, 4)), "34", b"34",
     {3: 4}, {3, 4}, frozenset({3}), 3, 3.0, None, True, np.nan, np.array(3)],
    ids=lambda sizes: type(sizes).__name__,
)  # fmt: skip
def test_sizes_without_an_order_or_walked_only_once_are_refused(sizes):
    with pytest.raises(TypeError, match="hidden_layer_sizes must be a sequence"):
        fitted(hidden_layer_sizes=sizes)


@pytest.mark.parametrize("sizes", [(3, 4), [3, 4], range(3, 5), np.array([3, 4])], ids=repr)
def test_sizes_survive_fit_and_clone(sizes):
    regressor = fitted(hidden_layer_sizes=sizes)
    assert regressor.get_params()["hidden_layer_sizes"] is sizes
    again = clone(regressor).fit(X, y)
    assert [layer.out_features for layer in again.model_.layers[::2]] == [3, 4, 1]


@pytest.mark.parametrize("sizes", [(3, True), (3.0,), ("3",), (np.nan,), np.array([[3]])], ids=repr)
def test_each_size_is_a_whole_number(sizes):
    with pytest.raises(TypeError, match="each entry of hidden_layer_sizes must be a whole number"):
        fitted(hidden_layer_sizes=sizes)


@pytest.mark.parametrize(
    "seed",
    [np.random.default_rng(0), True, -1, 2**32, 1.0, [1, 2]],
    ids=lambda seed: f"{type(seed).__name__}",
)
def test_a_random_state_that_is_none_is_refused_with_the_way_out(seed):
    with pytest.raises(ValueError, match=r"random_state must be.*Use random_state=0"):
        fitted(random_state=seed)
    assert np.array_equal(fitted(random_state=np.int64(0)).predict(X), fitted().predict(X))


@pytest.mark.parametrize("fraction", [True, False, np.True_, np.array(0.2)], ids=repr)
def test_a_share_is_a_number(fraction):
    with pytest.raises(TypeError, match="validation_fraction must be a number"):
        fitted(validation_fraction=fraction)
