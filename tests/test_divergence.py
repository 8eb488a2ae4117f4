"""Divergence without inf: wrecks are refused, and what only looks like one is not."""

import warnings

import numpy as np
import pytest
from helpers import random_network

from nnlib import (
    SGD,
    Adam,
    AdamW,
    LeakyReLU,
    Linear,
    MSELoss,
    ReLU,
    RMSprop,
    Sequential,
    Sigmoid,
    SoftmaxCrossEntropyLoss,
    fit,
    one_hot,
)
from nnlib.divergence import Watch, dead_layer, look

ALIVE = Linear.from_weights([[1.0, -1.0]], [[0.0, 0.0]])
OFF = Linear.from_weights([[1.0, -1.0]], [[-9.0, -9.0]])  # below 0 for |x| < 9


def network(rng, d_in=1):
    return Sequential(Linear(d_in, 10, rng=rng), ReLU(), Linear(10, 1, rng=rng))


def train(model, X, Y, lr, *, epochs=20, batch_size=64, seed=0):
    return fit(model, MSELoss(), SGD(model, lr), X, Y, epochs=epochs, batch_size=batch_size,
               rng=np.random.default_rng(seed))  # fmt: skip


def loss_of(model, X, Y):
    return np.mean((model.forward(X) - Y) ** 2)


# A look


def test_a_look_is_the_loss_on_all_rows_and_leaves_no_memory(rng):
    model = random_network(rng, 3, 4, 2)
    X, Y = rng.normal(size=(2500, 3)), rng.normal(size=(2500, 2))  # three pieces
    wanted = loss_of(model, X, Y)
    found = look(model, MSELoss(), X, Y)
    assert found.loss == pytest.approx(wanted, rel=1e-12)  # a mean of 5000 squares, by pieces
    assert found.dead is None
    with pytest.raises(RuntimeError, match="call forward"):
        model.backward(Y)


@pytest.mark.parametrize(
    "layers, dead",
    [
        ([ALIVE, ReLU()], None),
        ([OFF, ReLU()], 1),
        ([OFF, LeakyReLU()], None),
        ([ALIVE, ReLU(), Linear.from_weights(-np.ones((2, 2)), [[-1.0, -1.0]]), ReLU()], 2),
        ([OFF, ReLU(), Linear.from_weights(np.ones((2, 2)), [[1.0, 1.0]]), ReLU()], 1),
    ],
)
def test_the_first_layer_that_is_off_on_every_row(layers, dead):
    model = Sequential(*layers, Linear.from_weights([[1.0], [2.0]], [[3.0]]))
    X = np.linspace(-2, 2, 3000).reshape(-1, 1)
    assert dead_layer(model, X) == dead
    assert look(model, MSELoss(), X, X).dead == dead


def test_a_dead_layer_is_found_whatever_each_output_is():
    model = Sequential(OFF, ReLU(), Linear.from_weights(np.ones((2, 2)), [[1.0, 100.0]]))
    X = np.linspace(-1, 1, 2500)[:, None]  # three pieces
    assert look(model, MSELoss(), X, np.zeros((2500, 2))).dead == 1


@pytest.mark.parametrize(
    "Y, loss",
    [
        ([[1.0, 100.0], [3.0, 100.0], [2.0, 400.0]], (2 / 3 + 20000) / 2),  # two variances
        ([[3.0, -5.0]] * 3, (9 + 25) / 2),  # never varies: its mean square
        ([[0.1, -0.1]] * 3, 1.0),  # and 1 if that is less
        ([[1.0, 1e6], [1.0 + 1e-9, 1e6], [1.0, 1e6]], 1e-18 / 9),  # varies, beside a large column
    ],
)
def test_the_mean_is_that_of_each_column(rng, Y, loss):
    watch = Watch(random_network(rng, 1, 4, 2), MSELoss(), np.ones((3, 1)), np.array(Y), None)
    assert watch.mean_loss == pytest.approx(loss, rel=1e-6)  # 1 + 1e-9 has 7 digits of its 1e-9


def test_one_row_that_is_on_in_any_piece_is_enough():
    model = Sequential(OFF, ReLU(), Linear.from_weights([[1.0], [2.0]], [[3.0]]))
    X = np.zeros((3000, 1))
    assert dead_layer(model, X) == 1
    X[2999] = 10.0
    assert dead_layer(model, X) is None


# Wrecks


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("scale", [100, 15_000, 1e6])
def test_an_unscaled_column_ends_in_words_or_in_a_model(scale, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(300, 1))
    X, Y = scale * (x + 3), x + np.abs(x)
    model = network(rng)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            train(model, X, Y, 0.05)
    except FloatingPointError as error:
        assert "diverged" in str(error) and "0.05" in str(error)
    else:
        assert loss_of(model, X, Y) < 2.1 * Y.var(), "no worse than twice the mean's, and its step"


def test_a_finite_wreck_is_told_with_its_numbers():
    # Each step multiplies the error by 1 - 2 * 10 = -19, exactly: 1, 361, 361^2, 361^3.
    model = Sequential(Linear.from_weights([[0.0]], [[1.0]]))
    X, Y = np.zeros((4, 1)), np.zeros((4, 1))
    with pytest.raises(FloatingPointError) as caught:
        train(model, X, Y, 10.0, epochs=3)
    assert "was 1 before the first step and is 4.7e+07 after the last" in str(caught.value)
    assert "predicting the mean of Y gives" in str(caught.value)
    assert "smaller learning rate than 10" in str(caught.value)
    assert model.layers[0].b[0, 0] == (-19.0) ** 3, "the parameters are as the last step left them"


def test_the_last_step_counts_though_no_loss_follows_it():
    model = Sequential(Linear.from_weights([[1e3]], [[0.0]]))
    X, Y = np.array([[-1.0], [1.0]]), np.array([[-1.0], [1.0]])
    with pytest.raises(FloatingPointError, match="after the last"):
        train(model, X, Y, 10.0, epochs=1)  # one step: its loss was that of the start


@pytest.mark.parametrize("offset", [0.0, 1e5, 1e9, 1e12])
def test_a_wreck_of_a_good_start_is_told_on_any_offset_of_the_target(offset):
    # The mean is off by 1 then, whatever the offset: its loss is 1, and that of the start is 0.
    # Each step multiplies the error of the slope by 1 - 2 * 3 = -5.
    X = np.array([[-1.0], [1.0]])
    model = Sequential(Linear.from_weights([[1.0 + 2**-10]], [[offset]]))
    with pytest.raises(FloatingPointError, match="the mean of Y gives 1:"):
        train(model, X, offset + X, 3.0, epochs=8)


def two_units_that_die():
    """The first step, at a rate of 0.4, throws both units below 0 for both rows."""
    first, last = Linear.from_weights(ALIVE.W, ALIVE.b), Linear.from_weights([[30.0]] * 2, [[0.0]])
    X, Y = np.array([[1.0], [-1.0]]), np.array([[1.0], [-1.0]])
    return Sequential(first, ReLU(), last), X, Y


def test_a_network_that_died_far_from_the_mean_says_so():
    model, X, Y = two_units_that_die()
    with pytest.raises(FloatingPointError, match="all units of ReLU layer 1 are off on every") as e:
        train(model, X, Y, 0.4, epochs=1)
    assert "the same output for every row" in str(e.value)
    # Its last bias made a step of 0.4 * 2 * 30 = 24: better than the start, and far from the mean.
    assert dead_layer(model, X) == 1 and loss_of(model, X, Y) == pytest.approx(24**2 + 1)


# No wrecks


def test_a_network_that_died_and_gives_the_mean_is_no_error():
    # Notebook 6 shows it: the loss of the mean is what tells it. Here 1, the variance of Y.
    model, X, Y = two_units_that_die()
    assert train(model, X, Y, 0.0004, epochs=1).dead_layer is None
    model, X, Y = two_units_that_die()
    assert train(model, X, Y, 0.4, epochs=40).dead_layer == 1
    assert loss_of(model, X, Y) == pytest.approx(1.0, rel=1e-12)  # 30 * 0.2^40 is rounding


def test_a_network_that_was_dead_from_the_start_is_no_error(rng):
    X = rng.normal(size=(50, 2))
    Y = 50 + X[:, :1]
    model = Sequential(Linear.from_weights(np.zeros((2, 3)), np.zeros((1, 3))), ReLU(),
                       Linear.from_weights(np.zeros((3, 1)), [[0.0]]))  # fmt: skip
    train(model, X, Y, 1e-3, epochs=2)
    assert loss_of(model, X, Y) > 1000 * Y.var(), "slow: the bias has a long way to go"


def test_a_slow_run_from_a_bad_start_is_no_error(rng):
    X = rng.normal(size=(50, 2))
    train(network(rng, 2), X, 2000 + X[:, :1], 1e-7)
    train(network(rng, 2), 50_000 * X, X[:, :1], 1e-300)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("batch_size", [1, 8])
def test_a_run_from_a_good_start_may_lose_what_is_little(seed, batch_size):
    # The start is the truth itself, its loss the rounding; single rows with noise in them throw
    # the weights about, so the last loss is far above the first, and far below the mean's.
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(40, 3))
    truth = random_network(rng, 3, 4, 1)
    Y = truth.forward(X)
    for noise in (0.0, 1e-9, 0.01 * Y.std()):
        train(truth, X, Y + noise * rng.normal(size=Y.shape), 0.01, batch_size=batch_size)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("n", [1, 2, 3, 50])
@pytest.mark.parametrize("target", [0.0, 1e-9, 7.3])
def test_a_constant_target_is_no_error_nor_is_training_on_after_it(target, n, seed):
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(n, 3)), np.full((n, 1), target)
    model = network(rng, 3)
    for _ in range(3):
        train(model, X, Y, 0.01, batch_size=1)


@pytest.mark.parametrize("target", [0.0, 1e-9, 7.3])
def test_a_start_that_hits_a_constant_target_may_be_left_by_a_little(rng, target):
    # There the loss of the start is 0, and that of the mean too: every step off it looks infinite.
    class Nudging(SGD):
        def step(self):
            self.model.layers[0].b += 1e-3  # as an optimizer's first step may be

    model = Sequential(Linear.from_weights([[0.0]], [[target]]))
    X, Y = rng.normal(size=(4, 1)), np.full((4, 1), target)
    fit(model, MSELoss(), Nudging(model, 0.1), X, Y, epochs=3, batch_size=4, rng=rng)
    assert loss_of(model, X, Y) > 0


@pytest.mark.parametrize("seed", range(30))
def test_a_rate_that_is_merely_bad_is_no_error(seed):
    # A parabola with curvature 2: at 0.999 each step turns the error round and hardly shrinks it;
    # at 1.01 it grows by 1.02^2 a step, less than ten times in 50.
    rng = np.random.default_rng(seed)
    X, Y = np.zeros((20, 1)), rng.normal(size=(20, 1))
    for lr in (0.999, 1.01):
        model = Sequential(Linear.from_weights([[0.0]], [[1.0]]))
        train(model, X, Y, lr, epochs=50)
        assert loss_of(model, X, Y) > 0.9 * Y.var()


def test_a_spike_that_recovers_is_no_error(rng):
    # The loss at the start of the second epoch is 1e8 times the first; then it comes back.
    model = Sequential(Linear.from_weights([[1.0]], [[0.0]]))
    optimizer, losses = SGD(model, 1e4), []

    class Slowing(MSELoss):
        def forward(self, Y_hat, Y):
            losses.append(super().forward(Y_hat, Y))
            optimizer.lr = 1e4 if len(losses) < 5 else 0.4  # of which two are the first looks
            return losses[-1]

    X, Y = np.zeros((4, 1)), np.array([[1.0], [2.0], [3.0], [4.0]])
    fit(model, Slowing(), optimizer, X, Y, epochs=40, batch_size=4, rng=rng)
    assert max(losses) > 1e6 * losses[0] and losses[-1] < 2 * Y.var()


def test_a_model_and_a_loss_of_the_readers_own_are_judged_too(rng):
    class Line:  # no layers, no predict, no forget
        def __init__(self):
            self.W, self.dW = np.zeros((1, 1)), None

        def forward(self, X):
            self.X = X
            return X @ self.W

        def backward(self, dZ):
            self.dW = self.X.T @ dZ

        def parameters(self):
            return {"W1": self.W}

        def gradients(self):
            return {"W1": self.dW}

    class InLists(Line):
        def forward(self, X):
            return super().forward(X).tolist()

    X = rng.normal(size=(20, 1))
    train(Line(), X, 2 * X, 0.1)
    train(InLists(), X, 2 * X, 0.1)
    with pytest.raises(FloatingPointError, match="before the first step"):
        train(Line(), X, 2 * X, 10.0, epochs=5)


# Parts of the reader's own


class Signs(Sequential):
    def predict(self, X):
        return (super().predict(X) > 0).astype(float)


def test_losses_are_those_of_forward_whatever_predict_returns(rng):
    X, Y = rng.normal(size=(20, 3)), rng.normal(size=(20, 2))
    model, loss_fn = Signs(Linear(3, 2, rng=rng)), MSELoss()
    history = fit(model, loss_fn, SGD(model, 0.01), X, Y, epochs=1, batch_size=20, rng=rng,
                  validation=(X, Y))  # fmt: skip
    wanted = loss_fn.forward(model.forward(X), Y)
    assert history.validation_loss == [wanted] and look(model, loss_fn, X, Y).loss == wanted


def test_layers_are_searched_only_where_forward_goes_through_them(rng):
    class Sum(Sequential):
        def forward(self, X):
            return self.layers[0].forward(X) + self.layers[1].forward(X)

        def backward(self, dZ):
            return self.layers[0].backward(dZ) + self.layers[1].backward(dZ)

    X, Y = np.ones((4, 3)), np.ones((4, 2))  # constant, so that a dead layer is looked for
    model = Sum(Linear(3, 3, rng=rng), Linear(3, 3, rng=rng))
    model.layers = [Linear(3, 2, rng=rng), Linear(3, 2, rng=rng)]
    assert train(model, X, Y, 0.01).dead_layer is None


def test_an_optimizer_without_a_rate_gets_the_same_words(rng):
    class Leaping:
        def step(self):
            model.layers[0].b += 1e6

    model, X, Y = network(rng), rng.normal(size=(4, 1)), rng.normal(size=(4, 1))
    with pytest.raises(FloatingPointError, match="Try a smaller learning rate, and bring"):
        fit(model, MSELoss(), Leaping(), X, Y, epochs=1, batch_size=4, rng=rng)


class LogLoss:
    """For targets 0 and 1, and predictions strictly between them."""

    def forward(self, P, Y):
        assert np.all((P > 0) & (P < 1))
        self.P, self.Y = P, Y
        return float(-np.log(np.where(Y == 1, P, 1 - P)).mean())

    def backward(self):
        return (self.P - self.Y) / (self.P * (1 - self.P)) / self.P.size


@pytest.mark.parametrize("targets", [[[0.0], [1.0], [1.0]], [[1.0], [1.0], [1.0]]], ids=str)
def test_a_loss_is_never_asked_for_predictions_outside_its_range(rng, targets):
    model = Sequential(Linear(1, 1, rng=rng), Sigmoid())
    X, Y = np.array([[-1.0], [1.0], [2.0]]), np.array(targets)
    fit(model, LogLoss(), SGD(model, 0.1), X, Y, epochs=2, batch_size=3, rng=rng)


def test_a_loss_that_may_be_negative_is_not_judged_by_multiples(rng):
    class Shifted(MSELoss):
        def forward(self, Y_hat, Y):
            return super().forward(Y_hat, Y) - 100.0

    X = rng.normal(size=(20, 1))
    model = network(rng)
    fit(model, Shifted(), SGD(model, 1e-3), X, X, epochs=1, batch_size=20, rng=rng)


def test_a_target_far_from_zero_is_judged_by_its_spread(rng):
    # Each step multiplies the error by 1 - 2 * 1.5 = -2: the loss grows by 4^5 = 1024.
    X, Y = np.zeros((4, 1)), 1e6 + np.array([[0.0], [1.0], [2.0], [3.0]])
    model = Sequential(Linear.from_weights([[0.0]], [[1e6]]))
    with pytest.raises(FloatingPointError, match="predicting the mean of Y gives 1.25"):
        train(model, X, Y, 1.5, epochs=5)


def test_a_model_may_give_lists(rng):
    class Listing(Linear):
        def forward(self, X):
            return super().forward(X).tolist()

    X, Y = rng.normal(size=(4, 2)), rng.normal(size=(4, 1))
    assert train(Listing(2, 1, rng=rng), X, Y, 0.01).dead_layer is None


def test_an_optimizer_of_the_readers_own_needs_no_rate(rng):
    class Doubling:
        def __init__(self, model):
            self.model = model

        def step(self):
            self.model.layers[0].b *= 2

    model = Sequential(Linear.from_weights([[1.0]], [[1.0]]))
    X = rng.normal(size=(4, 1))
    with pytest.raises(FloatingPointError, match="Try a smaller learning rate, and"):
        fit(model, MSELoss(), Doubling(model), X, X, epochs=9, batch_size=4, rng=rng)


def test_a_loss_on_labels_is_judged_by_the_shares_of_the_classes(rng):
    # A rate of 1e3 throws the logits far apart: the loss of a wrong row is as large as they are.
    X, labels = rng.normal(size=(30, 2)), np.arange(30) % 3
    model = Sequential(Linear(2, 3, rng=rng))
    with pytest.raises(
        FloatingPointError, match="predicting the share of each class gives 1.1[;:]"
    ):
        fit(model, SoftmaxCrossEntropyLoss(), SGD(model, 1e3), X, one_hot(labels, 3),
            epochs=1, batch_size=30, rng=rng)  # fmt: skip


def test_labels_are_looked_at_as_they_are(rng):
    X, labels = rng.normal(size=(7, 2)), np.array([0, 0, 1, 2, 1, 0, 0])
    model, loss_fn = Sequential(Linear(2, 3, rng=rng)), SoftmaxCrossEntropyLoss()
    watch = Watch(model, loss_fn, X, labels, None)
    # The mean over seven rows, taken in one piece or with its size.
    assert watch.start.loss == pytest.approx(loss_fn.forward(model.predict(X), labels), rel=1e-15)
    assert watch.mean_loss == loss_fn.loss_of_the_mean(labels)


def test_no_finite_loss_is_too_large_where_labels_have_no_mean(rng):
    class OwnLoss:
        def forward(self, Z, labels):
            return float(np.square(Z[np.arange(len(Z)), labels]).mean())

    model = Sequential(Linear(2, 3, rng=rng))
    watch = Watch(model, OwnLoss(), rng.normal(size=(7, 2)), np.array([0, 0, 1, 2, 1, 0, 0]), None)
    assert watch.mean_loss == np.inf
    one_class = Watch(model, SoftmaxCrossEntropyLoss(), np.ones((4, 2)), np.zeros(4, int), None)
    assert one_class.mean_loss == np.inf, "the loss of what never varies is 0"


@pytest.mark.parametrize("kind", [Adam, AdamW, RMSprop])
def test_a_square_that_overflows_is_said_and_does_not_freeze_in_silence(kind):
    X = 1e90 * np.linspace(-1, 1, 8)[:, None]
    model = Sequential(Linear.from_weights([[0.5]], [[0.0]]))
    match = f"{kind.__name__}'s square of W1 holds nan or inf after epoch 1.*diverged"
    with pytest.raises(FloatingPointError, match=match):
        fit(model, MSELoss(), kind(model, 0.1), X, 2 * X, epochs=3, batch_size=4,
                  rng=np.random.default_rng(0))  # fmt: skip
