"""Sequential: forward is the layers one by one, backward the measured slope of the whole."""

import numpy as np
import pytest
from helpers import slope_of

from nnlib import LeakyReLU, Linear, MSELoss, ReLU, Sequential, Sigmoid, Tanh, numerical_gradient


@pytest.fixture
def model(make_network):
    return make_network(3, 4, 6, 2)


@pytest.fixture
def X(rng):
    return rng.normal(size=(7, 3))


def test_forward_is_row_by_row_unit_by_unit(model, X):
    Y_hat = model.forward(X)
    assert Y_hat.shape == (7, 2)
    for i in range(7):
        values = list(X[i])
        for layer in model.layers[::2]:
            columns = zip(layer.W.T, layer.b[0], strict=True)
            values = [sum(v * w for v, w in zip(values, c, strict=True)) + b for c, b in columns]
            if layer is not model.layers[-1]:
                values = [max(0, value) for value in values]
        # Three layers of sums of at most six products near 10: some 1e-15 each.
        np.testing.assert_allclose(Y_hat[i], values, rtol=0, atol=1e-13)


@pytest.mark.parametrize("activation", [ReLU, LeakyReLU, Sigmoid, Tanh])
@pytest.mark.parametrize(
    "rows, sizes", [(7, (3, 4, 6, 2)), (1, (3, 4, 2)), (5, (1, 2, 1)), (4, (2, 3))]
)
def test_backward_is_the_measured_slope(make_network, rng, activation, rows, sizes):
    model, loss_fn = make_network(*sizes, activation=activation), MSELoss()
    X, Y = rng.normal(size=(rows, sizes[0])), rng.normal(size=(rows, sizes[-1]))

    def loss():
        return loss_fn.forward(model.forward(X), Y)

    loss()
    dX = model.backward(loss_fn.backward())
    gradients = {name: gradient.copy() for name, gradient in model.gradients().items()}
    for name, array in [*model.parameters().items(), ("X", X)]:
        measured = slope_of(loss, array)
        # The loss is near 10 and its third derivative near 100: rounding costs 10 * 1e-16 / 1e-5,
        # the formula 1e-10 * 100 / 6.
        wanted = dX if name == "X" else gradients[name]
        np.testing.assert_allclose(wanted, measured, rtol=1e-7, atol=1e-8, err_msg=name)


def test_two_backward_calls_give_the_same(model, X, snapshot):
    Y_hat = model.forward(X)
    first = model.backward(np.ones_like(Y_hat)), snapshot(model)
    second = model.backward(np.ones_like(Y_hat)), snapshot(model)
    assert np.array_equal(first[0], second[0]) and first[1] == second[1]


def test_backward_before_forward(model):
    with pytest.raises(RuntimeError, match="call forward"):
        model.backward(np.ones((7, 2)))


def test_errors_change_nothing(model, X, snapshot):
    Y_hat = model.forward(X)
    dX, before = model.backward(np.ones_like(Y_hat)), snapshot(model)
    for wrong in (np.ones((7, 4)), np.ones(3)):
        with pytest.raises(ValueError, match="shape"):
            model.forward(wrong)
    with pytest.raises(ValueError, match=r"\(7, 3\).*\(7, 2\)"):
        model.backward(np.ones((7, 3)))
    assert snapshot(model) == before
    assert np.array_equal(model.backward(np.ones_like(Y_hat)), dX)


def test_parameters_and_gradients_by_name(model, X):
    names = ["W1", "b1", "W2", "b2", "W3", "b3"]
    assert list(model.parameters()) == list(model.gradients()) == names
    assert all(gradient is None for gradient in model.gradients().values())
    first, second, third = model.layers[::2]
    assert model.parameters()["W2"] is second.W and model.parameters()["b3"] is third.b
    model.backward(np.ones_like(model.forward(X)))
    assert model.gradients()["W1"] is first.dW and model.gradients()["b2"] is second.db
    for name, gradient in model.gradients().items():
        assert gradient.shape == model.parameters()[name].shape


def test_changing_a_parameter_changes_the_network(model, X):
    before = model.forward(X)
    model.parameters()["b3"][...] += 1.0
    # Y_hat is near 10, so adding 1 in another order is off by a few 1e-15.
    np.testing.assert_allclose(model.forward(X), before + 1, rtol=0, atol=1e-14)


def test_a_sequential_inside_is_taken_over(make_network, X):
    inner, last = make_network(3, 4, 6), Linear.from_weights(np.ones((6, 2)), np.ones((1, 2)))
    outer = Sequential(inner, ReLU(), last)
    assert outer.layers == [*inner.layers, outer.layers[3], last]
    assert list(outer.parameters()) == ["W1", "b1", "W2", "b2", "W3", "b3"]
    A = np.maximum(inner.forward(X), 0)
    assert np.array_equal(outer.forward(X), last.forward(A))


def test_repr_teaches_shapes_and_counts(rng):
    model = Sequential(Linear(3, 4, rng=rng), ReLU(), Linear(4, 2, rng=rng))
    assert repr(model).splitlines() == [
        "Sequential(",
        "  Linear(in_features=3, out_features=4)     W1 (3, 4), b1 (1, 4): 16 parameters",
        "  ReLU()",
        "  Linear(in_features=4, out_features=2)     W2 (4, 2), b2 (1, 2): 10 parameters",
        ")  26 parameters in all",
    ]


def test_repr_of_wide_layers_keeps_its_columns_apart(rng):
    assert "out_features=1000) W1 (1000, 1000)" in repr(Sequential(Linear(1000, 1000, rng=rng)))


def test_what_is_no_network_is_refused(rng):
    with pytest.raises(ValueError, match="at least one layer"):
        Sequential()
    for layer in (ReLU(), Linear(3, 3, rng=rng), Sequential(ReLU())):
        with pytest.raises(ValueError, match="twice"):
            Sequential(layer, layer)
    with pytest.raises(ValueError, match=r"layer 1 gives 4.*\(3, 4\).*layer 2 takes 5.*\(5, 2\)"):
        Sequential(Linear(3, 4, rng=rng), ReLU(), Linear(5, 2, rng=rng))
    with pytest.raises(ValueError, match=r"layer 2 gives 5.*\(4, 5\).*layer 3 takes 6.*\(6, 2\)"):
        Sequential(*(Linear(a, b, rng=rng) for a, b in [(3, 4), (4, 5), (6, 2)]))


def test_a_network_without_parameters_has_an_input_gradient(rng):
    X, dA = rng.normal(size=(7, 3)), rng.normal(size=(7, 3))
    model = Sequential(Tanh(), Sigmoid())
    model.forward(X)
    measured = numerical_gradient(lambda X: np.sum(dA * model.forward(X)), X)
    model.forward(X)
    np.testing.assert_allclose(model.backward(dA), measured, rtol=0, atol=1e-9)  # 10 * 1e-16 / 1e-5
    assert model.parameters() == model.gradients() == {}
