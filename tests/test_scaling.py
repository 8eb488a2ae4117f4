"""Scaling: columns of any size in, a plain network in the reader's units out."""

import numpy as np
import pytest
from helpers import random_network

from nnlib import MSELoss
from nnlib.scaling import ColumnScale, LossInTargetUnits, start_at_zero, undo_scaling


@pytest.mark.parametrize("size", [1e-200, 1e-9, 1.0, 1e6, 1e140])
@pytest.mark.parametrize("offset", [0.0, 1e4])
def test_center_and_spread_of_columns_of_any_size(rng, size, offset):
    M = rng.normal(size=(50, 2)) + offset
    found = ColumnScale(size * M, "X")
    # Means and spreads of numbers near the offset: rounding of it, 1e4 * 1e-16 for each.
    np.testing.assert_allclose(found.center, size * M.mean(axis=0), rtol=1e-12, atol=size * 1e-12)
    np.testing.assert_allclose(found.scale, size * M.std(axis=0), rtol=1e-11)
    scaled = found.transform(size * M)
    np.testing.assert_allclose(scaled.mean(axis=0), 0, atol=1e-11)
    np.testing.assert_allclose(scaled.std(axis=0), 1, rtol=1e-11)


@pytest.mark.parametrize("constant", [0.0, 0.1, 1e-300, -7.7, 1e300, 1.7e308])
@pytest.mark.parametrize("n", [1, 2, 7, 1000])
def test_a_constant_is_its_own_center_to_the_last_bit(constant, n):
    found = ColumnScale(np.full((n, 1), constant), "y")
    assert found.center == constant and found.scale == 1.0 and not found.varies
    assert not found.transform(np.full((n, 1), constant)).any()


def test_a_column_that_varies_by_rounding_alone_counts_as_constant():
    column = [0.3, 0.1 + 0.2, 0.3]
    found = ColumnScale(np.array(column).reshape(-1, 1), "X")
    assert found.scale == 1.0 and not found.varies
    assert ColumnScale(np.array([[1e9], [1e9 + 1]]), "X").varies


@pytest.mark.parametrize("far", [1e150, 1e308])
def test_what_is_too_far_apart_is_refused_by_name(far):
    with pytest.raises(ValueError, match="numbers of y are too far apart: divide"):
        ColumnScale(np.array([[far], [-far]]), "y")


@pytest.mark.parametrize("close", [5e-324, 1e-310])
def test_what_is_too_close_together_is_refused_by_name(close):
    # A weight of 1 on numbers of size 1e-310 would become 1e310 on the columns as they are: inf.
    with pytest.raises(ValueError, match="numbers of X are too close together: multiply"):
        ColumnScale(np.array([[0.0, 7.0], [close, 7.0]]), "X")


def test_errors_whose_squares_vanish_are_refused():
    # All losses would be 0 then, that of a wreck too.
    for other in (0.0, 1e-160):
        with pytest.raises(ValueError, match="numbers of y are too close together: multiply"):
            LossInTargetUnits(ColumnScale(np.array([[0.0, 0.0], [1e-200, other]]), "y"))
    for small, other in [(1e-200, 1e-100), (0.0, 1e-100), (0.0, 0.0)]:
        LossInTargetUnits(ColumnScale(np.array([[0.0, 0.0], [small, other]]), "y"))


def test_the_network_ends_in_the_readers_units(rng):
    X = rng.normal(size=(40, 3)) * [1.0, 1e3, 1e-3] + [0.0, 2000.0, 5.0]
    Y = rng.normal(size=(40, 2)) * [1e-3, 1e3] + [7.0, -50.0]
    X_scale, Y_scale = ColumnScale(X, "X"), ColumnScale(Y, "y")
    model = random_network(rng, 3, 4, 2)
    wanted = model.forward(X_scale.transform(X)) * Y.std(axis=0) + Y.mean(axis=0)
    model.backward(np.ones((40, 2)))
    undo_scaling(model, X_scale, Y_scale)
    # 2000 times a weight is added and taken away again: some 2000 roundings of a few each.
    np.testing.assert_allclose(model.forward(X), wanted, rtol=0, atol=1e-11 * np.abs(wanted).max())
    assert all(gradient is None for gradient in model.gradients().values())


def test_one_layer_may_be_first_and_last(rng):
    X, Y = 10 + 5 * rng.normal(size=(40, 2)), 3 * rng.normal(size=(40, 1))
    X_scale, Y_scale = ColumnScale(X, "X"), ColumnScale(Y, "y")
    model = random_network(rng, 2, 1)
    wanted = model.forward(X_scale.transform(X)) * Y.std() + Y.mean()
    undo_scaling(model, X_scale, Y_scale)
    np.testing.assert_allclose(model.forward(X), wanted, rtol=1e-12, atol=1e-12)


def test_columns_that_never_vary_start_at_zero(rng):
    X, Y = rng.normal(size=(9, 3)) * [1, 0, 1], rng.normal(size=(9, 2)) * [0, 1]
    model = random_network(rng, 3, 4, 2)
    before = {name: p.copy() for name, p in model.parameters().items()}
    start_at_zero(model, ColumnScale(X, "X"), ColumnScale(Y, "y"))
    W1, W2 = model.layers[0].W, model.layers[2].W
    assert not W1[1].any() and np.array_equal(W1[[0, 2]], before["W1"][[0, 2]])
    assert not W2[:, 0].any() and np.array_equal(W2[:, 1], before["W2"][:, 1])
    assert not model.layers[2].b[:, 0].any()


def test_the_loss_is_told_in_own_units_and_its_gradient_weighs_columns_alike(rng):
    Y = rng.normal(size=(6, 2)) * [1e-3, 1e3]
    scale = ColumnScale(Y, "y")
    Y_scaled, Y_hat = scale.transform(Y), rng.normal(size=(6, 2))
    loss, plain = LossInTargetUnits(scale), MSELoss()
    own = np.mean((Y_hat * Y.std(axis=0) + Y.mean(axis=0) - Y) ** 2)
    assert loss.forward(Y_hat, Y_scaled) == pytest.approx(own, rel=1e-12)
    plain.forward(Y_hat, Y_scaled)
    np.testing.assert_array_equal(loss.backward(), plain.backward())
