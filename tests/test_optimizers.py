"""SGD: one step by hand; all gradients are found before any parameter moves."""

import numpy as np
import pytest

from nnlib import SGD, Linear, MSELoss, ReLU, Sequential, make_five_rows


def backward(model, X, Y):
    loss_fn = MSELoss()
    loss = loss_fn.forward(model.forward(X), Y)
    model.backward(loss_fn.backward())
    return loss


def test_one_step_by_hand():
    # One example: z = 2 * 3 + 1 = 7, loss (7 - 5)^2, slope 4, so dw = 4 * 3 and db = 4.
    model = Sequential(Linear.from_weights([[2.0]], [[1.0]]))
    backward(model, [[3.0]], [[5.0]])
    SGD(model, lr=0.25).step()
    assert model.layers[0].W.tolist() == [[2.0 - 0.25 * 12]]
    assert model.layers[0].b.tolist() == [[1.0 - 0.25 * 4]]


def test_both_layers_move_by_gradients_at_the_old_weights(five_row_network):
    X, Y = make_five_rows()
    old = {name: p.copy() for name, p in five_row_network.parameters().items()}
    A1 = np.maximum(X @ old["W1"] + old["b1"], 0)
    dY_hat = 2 / 5 * (A1 @ old["W2"] + old["b2"] - Y)
    dZ1 = dY_hat @ old["W2"].T * (A1 > 0)
    gradients = {"W1": X.T @ dZ1, "b1": dZ1.sum(0), "W2": A1.T @ dY_hat, "b2": dY_hat.sum(0)}

    backward(five_row_network, X, Y)
    SGD(five_row_network, lr=0.01).step()
    for name, parameter in five_row_network.parameters().items():
        # A handful of operations with numbers up to 100.
        wanted = old[name] - 0.01 * gradients[name]
        np.testing.assert_allclose(parameter, wanted, rtol=1e-13, err_msg=name)


def test_a_small_step_lowers_the_loss_as_far_as_the_gradient_says(five_row_network):
    X, Y = make_five_rows()
    before = backward(five_row_network, X, Y)
    squared = sum(np.sum(g**2) for g in five_row_network.gradients().values())
    SGD(five_row_network, lr=1e-7).step()
    fall = before - backward(five_row_network, X, Y)
    # lr times the squared length of the gradient; the curvature's share shrinks with lr.
    assert fall == pytest.approx(1e-7 * squared, rel=1e-3)


def test_the_step_is_in_place_and_the_rate_may_change():
    model = Sequential(Linear.from_weights([[2.0]], [[1.0]]))
    W = model.layers[0].W
    backward(model, [[3.0]], [[5.0]])
    optimizer = SGD(model, lr=0.25)
    optimizer.lr = 0.5
    optimizer.step()
    assert W is model.layers[0].W and W.tolist() == [[-4.0]]


def test_a_missing_gradient_changes_nothing(rng, snapshot):
    first, second = Linear(3, 4, rng=rng), Linear(4, 2, rng=rng)
    second.forward(np.ones((7, 4)))
    second.backward(np.ones((7, 2)))  # only the second layer has its gradients
    model = Sequential(first, ReLU(), second)
    before = snapshot(model)
    with pytest.raises(RuntimeError, match=r"W1, b1: call model\.forward"):
        SGD(model, lr=0.1).step()
    assert snapshot(model) == before


@pytest.mark.parametrize("lr", [0, -0.1, float("nan"), float("inf")])
def test_a_rate_that_teaches_nothing_is_refused(five_row_network, lr):
    with pytest.raises(ValueError, match="lr must be a finite number above 0"):
        SGD(five_row_network, lr)


@pytest.mark.parametrize("lr", ["0.1", None, True, [0.1]])
def test_a_rate_that_is_no_number_is_refused(five_row_network, lr):
    with pytest.raises(TypeError, match="lr must be a number"):
        SGD(five_row_network, lr)


def test_numpy_rates_and_whole_rates_are_accepted(five_row_network):
    for lr in (1, np.float64(0.5), np.float32(2), np.int64(3)):
        assert SGD(five_row_network, lr).lr == lr
    assert repr(SGD(five_row_network, 0.1)) == "SGD(lr=0.1)"


def test_a_rate_that_is_changed_is_checked_as_the_first_one(five_row_network):
    optimizer = SGD(five_row_network, 0.1)
    for wrong, error in [("0.1", TypeError), ([0.1], TypeError), (-1, ValueError),
                         (10**400, ValueError), (np.timedelta64(1), TypeError)]:  # fmt: skip
        with pytest.raises(error, match="lr must be"):
            optimizer.lr = wrong
        assert optimizer.lr == 0.1


def ready_for_a_step(dW2):
    """Return two layers of ones, with gradients of ones but for dW2, and an SGD of rate 1."""
    first, second = (Linear.from_weights(np.ones((2, 2)), [[0, 0]]) for _ in range(2))
    model = Sequential(first, second)
    optimizer = SGD(model, lr=1.0)
    for layer in (first, second):
        layer.dW, layer.db = np.ones((2, 2)), np.ones((1, 2))
    second.dW = dW2
    return model, optimizer


@pytest.mark.parametrize(
    "dW2",
    [np.full((2, 2), 2), np.full((2, 2), 2, np.float32), [[2, 2], [2, 2]],
     np.full((2, 2), 2, object), np.matrix([[2, 2], [2, 2]]), np.full((2, 2), 2.0, order="F")],
    ids=lambda dW: type(dW).__name__,
)  # fmt: skip
def test_gradients_of_any_real_numbers_are_used(dW2):
    model, optimizer = ready_for_a_step(dW2)
    optimizer.step()
    first, second = model.layers
    assert first.W.tolist() == [[0, 0], [0, 0]] and second.W.tolist() == [[-1, -1], [-1, -1]]
    assert type(second.W) is np.ndarray and second.W.dtype == np.float64


@pytest.mark.parametrize(
    "dW2, error, message",
    [
        (None, RuntimeError, "no gradient yet for W2"),
        (np.ones((2, 2)) * 1j, ValueError, "dW2 has shape.*real numbers"),
        (np.full((2, 2), "1"), ValueError, "dW2 has shape.*real numbers"),
        (np.full((2, 2), None), ValueError, "dW2 has shape.*real numbers"),
        (np.ones(2), ValueError, r"W2 has shape \(2, 2\).*gradient has shape \(2,\)"),
        (np.ones((1, 2)), ValueError, r"W2 has shape \(2, 2\).*gradient has shape \(1, 2\)"),
        (1.0, ValueError, r"W2 has shape \(2, 2\).*gradient has shape \(\)"),
        ([[1.0, 1.0], [1.0]], ValueError, "dW2 has rows of different lengths"),
        (np.ma.masked_greater(np.ones((2, 2)), 0), ValueError, "dW2 has masked entries"),
    ],
)
def test_a_gradient_that_cannot_be_used_moves_nothing(dW2, error, message):
    model, optimizer = ready_for_a_step(dW2)
    before = [parameter.copy() for parameter in model.parameters().values()]
    with pytest.raises(error, match=message):
        optimizer.step()
    for parameter, copy in zip(model.parameters().values(), before, strict=True):
        assert np.array_equal(parameter, copy)


def test_all_steps_are_known_before_the_first_is_taken():
    model, optimizer = ready_for_a_step(None)
    first, second = model.layers
    second.dW = first.W  # the very array that moves first, from 1 to 0
    optimizer.step()
    assert first.W.tolist() == second.W.tolist() == [[0, 0], [0, 0]]


def test_a_parameter_that_is_read_only_lets_nothing_move(snapshot):
    model, optimizer = ready_for_a_step(np.ones((2, 2)))
    model.layers[1].b.flags.writeable = False
    before = snapshot(model)
    with pytest.raises(ValueError, match="b2 is read-only"):
        optimizer.step()
    assert snapshot(model) == before


@pytest.mark.parametrize("model", [Sequential, [ReLU()], None, {"W1": np.ones((1, 1))}], ids=str)
def test_what_has_no_gradients_is_no_model(model):
    with pytest.raises(TypeError, match="model must be an object with forward, backward"):
        SGD(model, 0.1)
