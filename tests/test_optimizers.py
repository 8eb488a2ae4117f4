"""Optimizers: one step by hand; all is known before a parameter moves; what is remembered."""

import json
from functools import partial

import numpy as np
import pytest
from helpers import random_network
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer

from nnlib import (
    SGD,
    Adam,
    AdamW,
    Linear,
    MSELoss,
    ReLU,
    RMSprop,
    Sequential,
    cosine,
    fit,
    load,
    make_five_rows,
    save,
)
from nnlib.stepping import Optimizer


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


# What an optimizer remembers, and how it is handed on

EACH = {
    "sgd": partial(SGD, lr=0.05),
    "momentum": partial(SGD, lr=0.01, momentum=0.9, weight_decay=0.01),
    "nesterov": partial(SGD, lr=0.01, momentum=0.9, nesterov=True),
    "rmsprop": partial(RMSprop, lr=0.01, alpha=0.9),
    "adam": partial(Adam, lr=0.05, max_norm=2.0),
    "adamw": partial(AdamW, lr=cosine(0.05, steps=30, warm_up=3), betas=(0.8, 0.95)),
}
REMEMBERED = {
    "sgd": (),
    "momentum": ("velocity",),
    "nesterov": ("velocity",),
    "rmsprop": ("square",),
    "adam": ("mean", "square"),
    "adamw": ("mean", "square"),
}


def train(model, optimizer, steps, rng):
    for _ in range(steps):
        X = rng.normal(size=(6, 3))
        backward(model, X, X[:, :2] ** 2)
        optimizer.step()


def bits(model):
    return [p.tobytes() for p in model.parameters().values()]


@pytest.mark.parametrize(
    "make",
    [
        partial(SGD, lr=cosine(0.1, 1500)),
        partial(SGD, lr=cosine(0.1, 1500), momentum=0.9),
        partial(SGD, lr=cosine(0.1, 1500), momentum=0.9, nesterov=True),
        partial(RMSprop, lr=cosine(0.3, 1500)),
        partial(Adam, lr=cosine(0.3, 1500)),
        partial(AdamW, lr=cosine(0.3, 1500), weight_decay=0),
    ],
)
def test_each_finds_the_bottom_of_a_bowl(make):
    # The line through (0, 1) and (1, 3) has w = 2 and b = 1.
    model = Sequential(Linear.from_weights([[-1.0]], [[4.0]]))
    optimizer = make(model)
    for _ in range(1500):
        backward(model, [[0.0], [1.0]], [[1.0], [3.0]])
        optimizer.step()
    # RMSprop's last steps are of the size of the rate, which ends near 1e-6.
    assert model.layers[0].W[0, 0] == pytest.approx(2.0, abs=1e-5)
    assert model.layers[0].b[0, 0] == pytest.approx(1.0, abs=1e-5)


def test_the_decay_of_sgd_moves_the_bottom_as_ridge_regression_does():
    # The slope of the loss is H (p - p*) with H = X.T @ X for the rows (x, 1); the decay adds wd p.
    H = np.array([[1.0, 1.0], [1.0, 2.0]])
    model = Sequential(Linear.from_weights([[-1.0]], [[4.0]]))
    optimizer = SGD(model, 0.3, momentum=0.5, weight_decay=0.25)
    for _ in range(500):
        backward(model, [[0.0], [1.0]], [[1.0], [3.0]])
        optimizer.step()
    w, b = np.linalg.solve(H + 0.25 * np.eye(2), H @ [2.0, 1.0])
    assert model.layers[0].W[0, 0] == pytest.approx(w, rel=1e-12)
    assert model.layers[0].b[0, 0] == pytest.approx(b, rel=1e-12)


@pytest.mark.parametrize("through", ["state", "file"])
@pytest.mark.parametrize("name", EACH)
def test_going_on_after_a_pause_is_never_having_stopped(name, through, tmp_path):
    whole, paused = (random_network(np.random.default_rng(1), 3, 4, 2) for _ in range(2))
    train(whole, EACH[name](whole), 9, np.random.default_rng(2))

    optimizer, rng = EACH[name](paused), np.random.default_rng(2)
    train(paused, optimizer, 4, rng)
    if through == "file":
        save(paused, tmp_path / "model.npz", optimizer)
        paused, resumed = load(tmp_path / "model.npz", with_optimizer=True)
        assert resumed.settings() == optimizer.settings()
    else:
        state, resumed = optimizer.state(), EACH[name](paused)
        resumed.restore(state)
        for kind in REMEMBERED[name]:
            state[kind]["W1"] += 1.0  # a copy, on both ways
    assert resumed.t == 4
    train(paused, resumed, 5, rng)
    assert bits(paused) == bits(whole), "bit for bit"
    if REMEMBERED[name]:
        forgetful = random_network(np.random.default_rng(1), 3, 4, 2)
        rng = np.random.default_rng(2)
        train(forgetful, EACH[name](forgetful), 4, rng)
        train(forgetful, EACH[name](forgetful), 5, rng)
        assert bits(forgetful) != bits(whole), "what is remembered matters"


@pytest.mark.parametrize("name", EACH)
def test_what_it_remembers_is_shaped_as_the_parameters_and_starts_at_zero(name):
    model = random_network(np.random.default_rng(1), 3, 4, 2)
    optimizer = EACH[name](model)
    assert optimizer.remembers == REMEMBERED[name] and optimizer.t == 0
    assert list(optimizer.state()) == ["t", *REMEMBERED[name]]
    for kind in optimizer.remembers:
        for parameter, array in getattr(optimizer, kind).items():
            assert array.shape == model.parameters()[parameter].shape and not array.any()


@pytest.mark.parametrize("name", EACH)
def test_two_models_share_nothing(name):
    alone, first, second = (random_network(np.random.default_rng(1), 3, 4, 2) for _ in range(3))
    train(alone, EACH[name](alone), 5, np.random.default_rng(2))
    one, other = EACH[name](first), EACH[name](second)
    rng, noise = np.random.default_rng(2), np.random.default_rng(3)
    for _ in range(5):
        train(first, one, 1, rng)
        train(second, other, 2, noise)
    assert bits(first) == bits(alone) and one.t == 5 and other.t == 10


def test_one_step_of_adam_by_hand():
    # Corrected, mean and square of one gradient are it and its square: a step of lr, but for eps.
    model, optimizer = with_adam(np.array([[4.0, -1e-3]]), eps=1e-3)
    optimizer.step()
    assert optimizer.t == 1
    W = model.layers[0].W[0]
    assert W == pytest.approx([-0.5 * 4 / 4.001, 0.5 * 1e-3 / 2e-3], rel=1e-14)
    assert optimizer.mean["W1"][0] == pytest.approx([2.0, -5e-4], rel=1e-14)
    assert optimizer.square["W1"][0] == pytest.approx([4.0, 2.5e-7], rel=1e-14)


def with_adam(dW, **settings):
    model = Sequential(Linear.from_weights(np.zeros((1, 2)), np.zeros((1, 2))))
    optimizer = Adam(model, lr=0.5, betas=(0.5, 0.75), **settings)
    model.layers[0].dW, model.layers[0].db = dW, np.ones((1, 2))
    return model, optimizer


# scikit-learn's own optimizers, which it keeps for its networks


def test_scikit_learns_momentum_and_nesterov(rng):
    # Its velocity holds the steps: v' = momentum v' - lr g. With a fixed lr it is ours times -lr.
    for nesterov in (False, True):
        ours = partial(SGD, momentum=0.9, nesterov=nesterov)
        options = {"learning_rate_init": 0.02, "momentum": 0.9, "nesterov": nesterov}
        assert_same_as_scikit_learn(rng, SGDOptimizer, options, partial(ours, lr=0.02))


def test_scikit_learns_adam(rng):
    # It adds eps before the correction of the root: root(s) + eps', with root(1 - b2^t) on lr. So
    # its eps is ours times root(1 - b2^t), which an eps this small cannot show.
    options = {"learning_rate_init": 0.02, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 1e-15}
    ours = partial(Adam, lr=0.02, betas=(0.8, 0.95), eps=1e-15)
    assert_same_as_scikit_learn(rng, AdamOptimizer, options, ours)


def assert_same_as_scikit_learn(rng, peer_class, options, make):
    model = random_network(rng, 3, 4, 2)
    copies = [p.copy() for p in model.parameters().values()]
    peer, optimizer = peer_class(copies, **options), make(model)
    for _ in range(20):
        for layer in (model.layers[0], model.layers[2]):
            layer.dW, layer.db = rng.normal(size=layer.W.shape), rng.normal(size=layer.b.shape)
        peer.update_params(copies, list(model.gradients().values()))
        optimizer.step()
    for found, wanted in zip(model.parameters().values(), copies, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-13)  # 20 steps of rounding


# What is refused


@pytest.mark.parametrize(
    "kind, settings, error, message",
    [
        (SGD, {"lr": -1}, ValueError, "lr must be a finite number above 0"),
        (Adam, {"lr": 0}, ValueError, "lr must be a finite number above 0"),
        (SGD, {"momentum": 1}, ValueError, r"momentum must be a number in \[0, 1\), got 1"),
        (SGD, {"momentum": -0.1}, ValueError, r"momentum must be a number in \[0, 1\)"),
        (SGD, {"momentum": np.nan}, ValueError, r"momentum must be a number in \[0, 1\)"),
        (SGD, {"momentum": "0.9"}, TypeError, "momentum must be a number"),
        (SGD, {"nesterov": True}, ValueError, "nesterov changes how momentum is used"),
        (SGD, {"nesterov": 1, "momentum": 0.9}, TypeError, "nesterov must be True or False"),
        (SGD, {"weight_decay": -0.1}, ValueError, "weight_decay must be a finite number, 0 or"),
        (SGD, {"weight_decay": np.inf}, ValueError, "weight_decay must be a finite number"),
        (RMSprop, {"alpha": 1.0}, ValueError, r"alpha must be a number in \[0, 1\)"),
        (RMSprop, {"eps": 0}, ValueError, "eps must be a finite number above 0"),
        (Adam, {"betas": (0.9, 1)}, ValueError, r"betas\[1\] must be a number in \[0, 1\)"),
        (Adam, {"betas": (-0.1, 0.9)}, ValueError, r"betas\[0\] must be a number in \[0, 1\)"),
        (Adam, {"betas": 0.9}, TypeError, r"betas must be a pair of numbers such as \(0.9, 0.999"),
        (Adam, {"betas": (0.9,)}, TypeError, "betas must be a pair"),
        (AdamW, {"eps": -1e-8}, ValueError, "eps must be"),
        (AdamW, {"weight_decay": None}, TypeError, "weight_decay must be a number"),
    ],
)
def test_a_setting_out_of_its_range_is_refused(five_row_network, kind, settings, error, message):
    with pytest.raises(error, match=message):
        kind(five_row_network, **{"lr": 0.1} | settings)


def test_the_defaults_are_pytorchs(five_row_network):
    model = five_row_network
    adam = {"lr": 1e-3, "betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0, "max_norm": None}
    assert Adam(model).settings() == adam
    assert AdamW(model).settings() == adam | {"weight_decay": 0.01}
    rmsprop = {"lr": 0.01, "alpha": 0.99, "eps": 1e-8, "weight_decay": 0, "max_norm": None}
    assert RMSprop(model).settings() == rmsprop
    off = {"momentum": 0, "nesterov": False, "weight_decay": 0, "max_norm": None}
    assert SGD(model, 0.1).settings() == {"lr": 0.1} | off
    with pytest.raises(TypeError, match="lr"):
        SGD(model)  # no rate suits every model


def test_only_the_rate_may_be_changed(five_row_network):
    optimizer = SGD(five_row_network, 0.1, momentum=0.9)
    with pytest.raises(AttributeError, match="momentum stays as it is.*Make a new optimizer"):
        optimizer.momentum = 0.5
    optimizer.lr = 0.2
    assert repr(optimizer) == "SGD(lr=0.2, momentum=0.9)"


@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize("spoil", ["missing", "shape", "read-only", "rate"])
def test_an_error_changes_neither_the_model_nor_what_is_remembered(name, spoil, snapshot):
    model = random_network(np.random.default_rng(1), 3, 4, 2)
    optimizer = EACH[name](model)
    train(model, optimizer, 2, np.random.default_rng(2))
    last = model.layers[2]
    if spoil == "missing":
        last.db = None
    elif spoil == "shape":
        last.db = np.ones(2)
    elif spoil == "read-only":
        last.b.flags.writeable = False
    else:
        optimizer.lr = lambda t: np.nan
    before, state = snapshot(model), optimizer.state()
    with pytest.raises((RuntimeError, ValueError)):
        optimizer.step()
    assert snapshot(model) == before and optimizer.t == 2
    for kind in optimizer.remembers:
        for parameter, array in getattr(optimizer, kind).items():
            np.testing.assert_array_equal(array, state[kind][parameter])


def test_a_model_that_has_other_parameters_by_now_is_refused(rng, snapshot):
    model = random_network(rng, 3, 4, 2)
    optimizer = Adam(model)
    train(model, optimizer, 1, rng)
    model.layers[0], model.layers[2] = Linear(3, 5, rng=rng), Linear(5, 2, rng=rng)
    X = rng.normal(size=(6, 3))
    backward(model, X, X[:, :2])
    before = snapshot(model)
    with pytest.raises(ValueError, match=r"remembers the mean.*\(3, 4\).*model has.*\(3, 5\)"):
        optimizer.step()
    assert snapshot(model) == before and optimizer.t == 1


def test_a_state_of_something_else_is_refused(rng):
    model = random_network(rng, 3, 4, 2)
    optimizer = Adam(model)
    good = optimizer.state()
    nan = {"W1": np.full((3, 4), np.nan)}
    for bad, message in [
        ({"t": 3}, "state of Adam.* is a dict of t, mean, square"),
        (None, "is a dict of t, mean, square"),
        (good | {"velocity": {}}, "is a dict of t, mean, square"),
        (good | {"t": -1}, "t, the count of the steps, must be at least 0, got -1"),
        (good | {"t": 1.5}, "t, the count of the steps, must be a whole number"),
        (good | {"t": True}, "t, the count of the steps, must be a whole number"),
        (good | {"mean": {}}, "remembers the mean of parameters"),
        (good | {"square": Adam(random_network(rng, 3, 5, 2)).state()["square"]}, "square"),
        (good | {"mean": good["mean"] | nan}, "mean of W1 holds nan or inf.*take an earlier state"),
        (
            good | {"square": good["square"] | {"W1": np.full((3, 4), -1.0)}},
            "square of W1.*below 0",
        ),
    ]:
        with pytest.raises((ValueError, TypeError), match=message):
            optimizer.restore(bad)
        assert optimizer.t == 0 and not optimizer.mean["W1"].any()


def test_the_base_says_what_it_lacks(five_row_network):
    optimizer = Optimizer(five_row_network, lr=0.1)
    backward(five_row_network, *make_five_rows())
    with pytest.raises(NotImplementedError, match="Optimizer needs an update"):
        optimizer.step()


def test_a_state_is_refused_without_printing_its_arrays(rng):
    optimizer = Adam(random_network(rng, 3, 4, 2))
    state = optimizer.state()
    del state["mean"]
    with pytest.raises(ValueError, match=r"got one of \['t', 'square'\]\.$"):
        optimizer.restore(state)


def test_what_remembers_the_same_takes_a_state_and_numpys_count(rng):
    model = random_network(rng, 3, 4, 2)
    adam, adamw = Adam(model), AdamW(model)
    train(model, adam, 2, rng)
    adamw.restore(adam.state() | {"t": np.int64(2)})
    assert type(adamw.t) is int and adamw.t == 2
    assert np.array_equal(adamw.mean["W1"], adam.mean["W1"])


def test_going_on_with_a_new_generator_that_takes_the_state_of_the_old(tmp_path):
    X = np.random.default_rng(3).normal(size=(20, 3))
    options = {"X": X, "Y": X[:, :2] ** 2, "batch_size": 6}
    whole, paused = (random_network(np.random.default_rng(1), 3, 4, 2) for _ in range(2))
    rng = np.random.default_rng(2)
    fit(whole, MSELoss(), Adam(whole, 0.01), epochs=5, rng=rng, **options)

    optimizer, rng = Adam(paused, 0.01), np.random.default_rng(2)
    fit(paused, MSELoss(), optimizer, epochs=3, rng=rng, **options)
    save(paused, tmp_path / "model.npz", optimizer)
    state = json.loads(json.dumps(rng.bit_generator.state))
    resumed, optimizer = load(tmp_path / "model.npz", with_optimizer=True)
    rng = np.random.default_rng()
    rng.bit_generator.state = state
    fit(resumed, MSELoss(), optimizer, epochs=2, rng=rng, **options)
    assert bits(resumed) == bits(whole), "bit for bit"


@pytest.mark.parametrize(
    "optimizer, text",
    [
        (partial(RMSprop, alpha=0), "RMSprop(lr=0.01, alpha=0.0, eps=1e-08)"),
        (partial(AdamW, weight_decay=0, betas=(0, 0)),
         "AdamW(lr=0.001, betas=(0.0, 0.0), eps=1e-08, weight_decay=0.0)"),
        (partial(SGD, lr=0.1, momentum=0), "SGD(lr=0.1)"),
    ],
)  # fmt: skip
def test_a_setting_of_0_is_printed_where_it_is_not_the_default(five_row_network, optimizer, text):
    assert repr(optimizer(five_row_network)) == text


class Own(Adam):
    """A reader's: its update returns what it was told to, for the parameters after the first."""

    def update(self, p, dp, memory, lr, t):
        step, memory = super().update(p, dp, memory, lr, t)
        self.seen = getattr(self, "seen", 0) + 1
        return self.spoil(step, memory) if self.seen > 1 else (step, memory)


@pytest.mark.parametrize(
    "spoil, error",
    [
        (lambda step, memory: (step, ()), ValueError),
        (lambda step, memory: (step, memory[:1]), ValueError),
        (lambda step, memory: (step, (memory[0], memory[1][:1])), ValueError),
        (lambda step, memory: (np.ones((7, 7)), memory), ValueError),
        (lambda step, memory: (step[None], memory), ValueError),
        (lambda step, memory: (step * 1j, memory), ValueError),
        (lambda step, memory: step, TypeError),
        (lambda step, memory: None, TypeError),
        (lambda step, memory: (step, None), TypeError),
    ],
)
def test_a_wrong_update_of_a_readers_own_changes_nothing(snapshot, spoil, error):
    model = random_network(np.random.default_rng(1), 3, 4, 2)
    optimizer = Own(model)
    optimizer.spoil = lambda step, memory: (step, list(memory))
    train(model, optimizer, 1, np.random.default_rng(2))
    optimizer.spoil = spoil
    before, state = snapshot(model), optimizer.state()
    with pytest.raises(error, match="update (must return|gives for)"):
        optimizer.step()
    assert snapshot(model) == before and optimizer.t == 1
    for kind in ("mean", "square"):
        for name, array in getattr(optimizer, kind).items():
            np.testing.assert_array_equal(array, state[kind][name])
