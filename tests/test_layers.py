"""Layers, against explicit loops and measured slopes; all sizes differ: 7 rows, 3 -> 4."""

import numpy as np
import pandas as pd
import pytest
from helpers import slope_of

from nnlib import LeakyReLU, Linear, ReLU, Sigmoid, Tanh

ACTIVATIONS = [ReLU(), LeakyReLU(), LeakyReLU(2.0), Sigmoid(), Tanh()]


@pytest.fixture
def layer(rng):
    return Linear.from_weights(rng.normal(size=(3, 4)), rng.normal(size=(1, 4)))


@pytest.fixture
def X(rng):
    return rng.normal(size=(7, 3))


@pytest.fixture
def dZ(rng):
    return rng.normal(size=(7, 4))


# Sums of at most seven products of numbers near 1: ten roundings of 1e-16 stay below this.
ROUNDING = {"rtol": 0, "atol": 1e-14}
# f is of size 10 at most, so rounding costs 10 * 1e-16 / 1e-5 = 1e-10 in a measured slope, a few
# times over; the curvature of the smooth activations costs 1e-5^2 = 1e-10.
MEASURED = {"rtol": 0, "atol": 2e-9}


def test_linear_forward_is_the_loop(layer, X):
    Z = layer.forward(X)
    assert Z.shape == (7, 4)
    for i, k in np.ndindex(7, 4):
        wanted = sum(X[i, j] * layer.W[j, k] for j in range(3)) + layer.b[0, k]
        np.testing.assert_allclose(Z[i, k], wanted, **ROUNDING)


def test_linear_backward_is_the_loop(layer, X, dZ):
    layer.forward(X)
    dX = layer.backward(dZ)
    dX_loop, dW_loop, db_loop = np.zeros((7, 3)), np.zeros((3, 4)), np.zeros((1, 4))
    for i, j, k in np.ndindex(7, 3, 4):
        dW_loop[j, k] += X[i, j] * dZ[i, k]
        dX_loop[i, j] += dZ[i, k] * layer.W[j, k]
    for i, k in np.ndindex(7, 4):
        db_loop[0, k] += dZ[i, k]
    for got, wanted in [(dX, dX_loop), (layer.dW, dW_loop), (layer.db, db_loop)]:
        assert got.shape == wanted.shape
        np.testing.assert_allclose(got, wanted, **ROUNDING)


def test_linear_backward_is_the_measured_slope(layer, X, dZ):
    def loss():
        return np.sum(dZ * layer.forward(X))  # its gradient with respect to Z is dZ

    loss()
    dX = layer.backward(dZ)
    for got, array in [(dX, X), (layer.dW, layer.W), (layer.db, layer.b)]:
        np.testing.assert_allclose(got, slope_of(loss, array), **MEASURED)


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=repr)
def test_activation_backward_is_the_measured_slope(activation, X, rng):
    dA = rng.normal(size=X.shape)
    A = activation.forward(X)
    dZ = activation.backward(dA)
    assert A.shape == dZ.shape == X.shape
    measured = slope_of(lambda: np.sum(dA * activation.forward(X)), X)
    np.testing.assert_allclose(dZ, measured, **MEASURED)


def test_backward_accumulates_nothing(layer, X, dZ):
    layer.forward(X)
    first = [layer.backward(dZ), layer.dW, layer.db]
    kept = [array.copy() for array in first]
    second = [layer.backward(dZ), layer.dW, layer.db]
    assert all(np.array_equal(a, b) for a, b in zip(kept, second, strict=True))


def test_forward_and_backward_leave_what_they_are_given(layer, X, dZ):
    before = [array.copy() for array in (X, dZ, layer.W, layer.b)]
    layer.forward(X)
    layer.backward(dZ)
    for array, copy in zip((X, dZ, layer.W, layer.b), before, strict=True):
        assert array.tobytes() == copy.tobytes()


def test_from_weights_copies():
    W, b = np.ones((3, 4)), np.zeros((1, 4))
    layer = Linear.from_weights(W, b)
    W[...], b[...] = 9, 9
    assert (layer.W == 1).all() and (layer.b == 0).all()


def test_integers_are_accepted():
    layer = Linear.from_weights([[1, 2]], [[3, 4]])
    assert layer.W.dtype == layer.b.dtype == layer.forward([[5]]).dtype == np.float64
    assert layer.forward([[5]]).tolist() == [[8, 14]]


def test_fresh_weights_come_from_the_generator_with_hes_spread():
    layer = Linear(50, 400, rng=np.random.default_rng(1))
    again = Linear(50, 400, rng=np.random.default_rng(1))
    assert layer.W.shape == (50, 400) and layer.b.shape == (1, 400)
    assert layer.W.tobytes() == again.W.tobytes() and not layer.b.any()
    assert layer.dW is None and layer.db is None
    # 20,000 draws: their standard deviation is known to 1/sqrt(2 * 20,000) = 0.5 %, six of it.
    assert layer.W.std() == pytest.approx(np.sqrt(2 / 50), rel=0.03)


def test_parameters_are_the_layers_own_arrays(layer):
    assert layer.parameters()["W"] is layer.W and layer.parameters()["b"] is layer.b


def test_repr(layer):
    assert repr(layer) == "Linear(in_features=3, out_features=4)"
    assert LeakyReLU().alpha == 0.1
    assert [repr(a) for a in ACTIVATIONS] == [
        "ReLU()", "LeakyReLU(alpha=0.1)", "LeakyReLU(alpha=2.0)", "Sigmoid()", "Tanh()",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "wrong, message",
    [
        (np.ones((7, 4)), r"Linear\(in_features=3.*\(7, 4\).*\(3, 4\).*columns of X \(4\)"),
        (np.ones(3), r"X has shape \(3,\).*shape \(n, d\).*reshape"),
        (np.ones((2, 7, 3)), r"X has shape \(2, 7, 3\)"),
        (np.ones((0, 3)), r"X has shape \(0, 3\)"),
        ([["a", "b", "c"]], r"X has shape \(1, 3\).*real numbers"),
        ([["1", "2", "3"]], r"X has shape \(1, 3\).*real numbers"),
        (np.array([[1, "b", 3]], dtype=object), r"X has shape \(1, 3\).*real numbers"),
        (np.ones((7, 3), dtype=complex), r"X has shape \(7, 3\).*real numbers"),
    ],
)
def test_linear_refuses_wrong_input_and_forgets_nothing(layer, X, dZ, wrong, message):
    layer.forward(X)
    dX = layer.backward(dZ)
    with pytest.raises(ValueError, match=message):
        layer.forward(wrong)
    assert np.array_equal(layer.backward(dZ), dX)


@pytest.mark.parametrize("wrong", [(7, 3), (6, 4), (4,), (1, 4)])
def test_wrong_gradient_is_refused_and_changes_nothing(layer, X, dZ, wrong):
    layer.forward(X)
    layer.backward(dZ)
    dW, db = layer.dW.copy(), layer.db.copy()
    with pytest.raises(ValueError) as caught:
        layer.backward(np.ones(wrong))
    assert str(caught.value).startswith(f"{layer}: the gradient has shape {wrong}")
    assert "(7, 4)" in str(caught.value)
    assert np.array_equal(layer.dW, dW) and np.array_equal(layer.db, db)


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=repr)
def test_activation_refuses_a_gradient_that_would_broadcast(activation):
    activation.forward(np.ones((7, 3)))
    with pytest.raises(ValueError, match=r"\(1, 3\).*\(7, 3\)") as caught:
        activation.backward(np.ones((1, 3)))
    assert str(caught.value).startswith(f"{activation}: the gradient")


@pytest.mark.parametrize("activation", ACTIVATIONS, ids=repr)
def test_activation_refuses_what_is_no_matrix(activation):
    with pytest.raises(ValueError, match=r"^Z has shape \(3,\)"):
        activation.forward(np.ones(3))


@pytest.mark.parametrize("new", [ReLU(), LeakyReLU(), Sigmoid(), Tanh(), None], ids=repr)
def test_backward_before_forward(new, layer):
    with pytest.raises(RuntimeError, match="call forward"):
        (new or layer).backward(np.ones((7, 4)))


@pytest.mark.parametrize(
    "W, b, message",
    [
        (np.ones((3, 4)), np.ones(4), r"b has shape \(4,\)"),
        (np.ones((3, 4)), np.ones((7, 4)), r"W has shape \(3, 4\).*shape \(1, 4\).*got \(7, 4\)"),
        (np.ones((3, 4)), np.ones((1, 3)), r"W has shape \(3, 4\).*shape \(1, 4\).*got \(1, 3\)"),
        (np.ones(3), np.ones((1, 4)), r"W has shape \(3,\)"),
    ],
)
def test_from_weights_refuses_what_would_broadcast(W, b, message):
    with pytest.raises(ValueError, match=message):
        Linear.from_weights(W, b)


def test_linear_needs_a_generator_and_whole_sizes(rng):
    with pytest.raises(TypeError, match="rng"):
        Linear(3, 4)
    for wrong in (None, 0, np.random, np.random.RandomState(0)):
        with pytest.raises(TypeError, match=r"rng.*default_rng"):
            Linear(3, 4, rng=wrong)
    for wrong, error in [(0, ValueError), (-1, ValueError), (2.0, TypeError), (True, TypeError)]:
        with pytest.raises(error, match="^in_features must be"):
            Linear(wrong, 4, rng=rng)
        with pytest.raises(error, match="^out_features must be"):
            Linear(4, wrong, rng=rng)


@pytest.mark.parametrize(
    "kind", [int, np.float32, ">f8", object, list, pd.DataFrame, "column by column"], ids=str
)
def test_parameters_set_by_hand_become_float64_copies(layer, kind):
    W, b = np.arange(12).reshape(3, 4), np.arange(4).reshape(1, 4)
    convert = {
        list: np.ndarray.tolist,
        pd.DataFrame: pd.DataFrame,
        "column by column": lambda array: array.astype(float, order="F"),
    }
    make = convert.get(kind, lambda array: array.astype(kind))
    layer.W, layer.b = given = make(W), make(b)
    assert type(layer.W) is type(layer.b) is np.ndarray
    assert layer.W.dtype == layer.b.dtype == np.float64
    assert np.array_equal(layer.W, W) and np.array_equal(layer.b, b)
    given[0][0], given[1][0] = -7, -7  # the first row, or column
    assert np.array_equal(layer.W, W) and np.array_equal(layer.b, b), "copies"


@pytest.mark.parametrize(
    "name, value, message",
    [
        ("W", np.ones((4, 3)), r"W has shape \(4, 3\).*\(3, 4\) and keep it.*from_weights\(W, b\)"),
        ("W", np.ones((3, 5)), r"W has shape \(3, 5\).*\(3, 4\) and keep it"),
        ("W", np.ones(4), r"W has shape \(4,\)"),
        ("W", 1.0, r"W has shape \(\)"),
        ("W", None, "W has shape.*NoneType"),
        ("W", [["1"] * 4] * 3, "W has shape.*real numbers"),
        ("W", np.ones((3, 4)) * 1j, "W has shape.*real numbers"),
        ("W", np.ma.masked_greater(np.ones((3, 4)), 0), "W has masked entries"),
        ("b", np.zeros(4), r"b has shape \(4,\).*Use b\.reshape\(1, -1\)"),
        ("b", [0.0] * 4, r"b has shape \(4,\).*Use np\.asarray\(b\)\.reshape\(1, -1\)"),
        ("b", np.zeros((4, 1)), r"b needs shape \(1, 4\).*got \(4, 1\)\.$"),
        ("b", np.zeros((7, 4)), r"b needs shape \(1, 4\).*got \(7, 4\).*summed over the rows"),
        ("b", np.ma.masked_less(np.zeros((1, 4)), 1), "b has masked entries"),
    ],
)
def test_parameters_that_cannot_be_set_change_nothing(layer, X, name, value, message):
    arrays, Z = (layer.W, layer.b), layer.forward(X)
    with pytest.raises(ValueError, match=message):
        setattr(layer, name, value)
    assert layer.W is arrays[0] and layer.b is arrays[1]
    assert np.array_equal(layer.forward(X), Z)


def test_changes_in_place_change_the_layers_own_arrays(layer):
    W, b = layer.W, layer.b
    layer.W[0, 0] = 5
    layer.W -= 1
    layer.b += 2
    assert layer.W is W is layer.parameters()["W"] and W[0, 0] == 4
    assert layer.b is b is layer.parameters()["b"]


def test_a_subclass_may_set_its_own_parameters():
    class Doubling(Linear):
        def __init__(self):
            self.W, self.b = 2 * np.eye(2, dtype=int), [[0, 0]]

    layer = Doubling()
    assert layer.forward([[1, 2]]).tolist() == [[2, 4]] and layer.gradients()["W"] is None
    with pytest.raises(ValueError, match="Set W before b"):
        Linear.__new__(Linear).b = [[0.0]]


@pytest.mark.parametrize("alpha", ["0.1", None, True, [0.1], np.array(0.1), 1j], ids=repr)
def test_an_alpha_that_is_no_number_is_refused(alpha):
    with pytest.raises(TypeError, match="alpha must be a number"):
        LeakyReLU(alpha)


@pytest.mark.parametrize("alpha", [np.nan, np.inf, 10**400], ids=["nan", "inf", "huge"])
def test_an_alpha_that_is_not_finite_is_refused(alpha):
    with pytest.raises(ValueError, match="alpha must be a finite number"):
        LeakyReLU(alpha)
