"""The mean squared error: the mean over every entry, its gradient, and what is refused."""

from fractions import Fraction

import numpy as np
import pytest
from helpers import slope_of

from nnlib import MSELoss


@pytest.fixture
def pair(rng):
    """Predictions and targets with seven rows and two outputs."""
    return rng.normal(size=(7, 2)), rng.normal(size=(7, 2))


def test_it_is_the_mean_over_rows_and_outputs(pair):
    Y_hat, Y = pair
    squares = [(Fraction(Y_hat[i]) - Fraction(Y[i])) ** 2 for i in np.ndindex(7, 2)]
    # 14 squares and their sum: each rounding 1.1e-16 of the whole at most.
    assert MSELoss().forward(Y_hat, Y) == pytest.approx(float(sum(squares) / 14), rel=3e-15)


def test_its_value_is_a_plain_float(pair):
    assert type(MSELoss().forward(*pair)) is float
    assert type(MSELoss().forward([[1]], [[3]])) is float
    assert MSELoss().forward([[1]], [[3]]) == 4.0


def test_its_gradient_is_2_over_n_and_d_out(pair):
    Y_hat, Y = pair
    loss_fn = MSELoss()
    loss_fn.forward(Y_hat, Y)
    # Two operations per entry.
    np.testing.assert_allclose(loss_fn.backward(), 2 / (7 * 2) * (Y_hat - Y), rtol=5e-16)


def test_its_gradient_is_the_measured_slope(pair):
    Y_hat, Y = pair
    loss_fn = MSELoss()
    loss_fn.forward(Y_hat, Y)
    gradient = loss_fn.backward()
    slope = slope_of(lambda: loss_fn.forward(Y_hat, Y), Y_hat)
    # A square has no third derivative; rounding of a loss near 2 costs 2e-16 / 1e-5.
    np.testing.assert_allclose(gradient, slope, rtol=0, atol=1e-10)


def test_backward_twice_gives_the_same_and_inputs_stay(pair):
    Y_hat, Y = pair
    copies = Y_hat.copy(), Y.copy()
    loss_fn = MSELoss()
    loss_fn.forward(Y_hat, Y)
    assert np.array_equal(loss_fn.backward(), loss_fn.backward())
    assert np.array_equal(Y_hat, copies[0]) and np.array_equal(Y, copies[1])


@pytest.mark.parametrize(
    "predicted, wanted, parts",
    [
        ((5,), (5, 1), ["(5,)", "(5, 1)", "(5, 5)", "Y_hat.reshape(-1, 1)"]),
        ((5, 1), (5,), ["(5,)", "(5, 1)", "(5, 5)", "Y.reshape(-1, 1)"]),
        ((5,), (5,), ["(5,)", "Y_hat.reshape(-1, 1)"]),
        ((1, 1), (5, 1), ["(1, 1)", "(5, 1)", "must be equal"]),
        ((5, 1), (5, 2), ["(5, 1)", "(5, 2)", "must be equal"]),
        ((5, 2), (4, 2), ["(5, 2)", "(4, 2)", "one prediction for each target"]),
        ((), (), ["()", "shape (n, d)"]),
        ((0, 1), (0, 1), ["(0, 1)", "no number"]),
    ],
)
def test_other_shapes_are_refused_with_the_way_out(predicted, wanted, parts, pair):
    loss_fn = MSELoss()
    loss_fn.forward(*pair)
    before = loss_fn.backward()
    with pytest.raises(ValueError) as caught:
        loss_fn.forward(np.ones(predicted), np.ones(wanted))
    assert all(part in str(caught.value) for part in parts), str(caught.value)
    assert np.array_equal(loss_fn.backward(), before), "a refusal changes nothing"


@pytest.mark.parametrize(
    ("predicted", "wanted", "result"),
    [((7, 2), (7, 1), (7, 2)), ((3,), (5, 1), (5, 3))],
    ids=["two outputs for one target", "other lengths"],
)
def test_reshape_is_advised_only_where_it_helps(predicted, wanted, result):
    with pytest.raises(ValueError) as caught:
        MSELoss().forward(np.ones(predicted), np.ones(wanted))
    assert str(caught.value) == (
        f"Y_hat has shape {predicted} and Y has shape {wanted}; they must be equal. "
        f"Their difference would silently have shape {result}."
    )


def test_text_is_refused():
    with pytest.raises(ValueError, match=r"Y has shape \(1, 1\).*real numbers"):
        MSELoss().forward([[1.0]], [["cat"]])


def test_backward_before_forward():
    with pytest.raises(RuntimeError, match="call forward"):
        MSELoss().backward()


def test_repr():
    assert repr(MSELoss()) == "MSELoss()"
