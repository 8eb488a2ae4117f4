"""Whatever np.seterr says, the maths computes the same: nothing is raised, warned of or called."""

import warnings

import numpy as np
import pytest

import nnlib
from nnlib import (
    SGD,
    LeakyReLU,
    Linear,
    MSELoss,
    NeuralRegressor,
    ReLU,
    Sequential,
    Sigmoid,
    Tanh,
    check_gradients,
    fit,
    numerical_gradient,
    relative_error,
)
from nnlib.quiet import quiet


@pytest.fixture(params=["raise", "warn", "call"])
def loud(request):
    """The loudest settings of a reader who hunts nan, with every warning an error."""

    def called(kind, flag):
        raise AssertionError(f"NumPy has called back: {kind}")

    with warnings.catch_warnings(), np.errstate(all=request.param, call=called):
        warnings.simplefilter("error")
        yield


SIZES = [0.0, 5e-324, 1e-308, 1e-200, 1.0, 40.0, 700.0, 745.0, 800.0, 1e155, 1e308]
Z = np.array([*SIZES, *(-size for size in SIZES)]).reshape(-1, 2)
FUNCTIONS = ["sigmoid", "relu", "leaky_relu", "tanh"]
FUNCTIONS += ["softmax", "log_softmax", *(f"{name}_derivative" for name in FUNCTIONS)]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_activations_and_slopes(loud, name):
    A = getattr(nnlib, name)(Z)
    assert not np.isnan(A).any()
    with np.errstate(all="ignore"):
        assert getattr(nnlib, name)(Z).tobytes() == A.tobytes()


def test_known_values_at_the_ends(loud):
    assert nnlib.sigmoid([-1000.0, 1000.0]).tolist() == [0, 1]
    assert nnlib.sigmoid_derivative([-1000.0, 1000.0]).tolist() == [0, 0]
    assert nnlib.tanh_derivative([400.0, 800.0]).tolist() == [0, 0]
    assert nnlib.softmax([[0.0, -800.0]]).tolist() == [[1, 0]]
    assert nnlib.leaky_relu(-1e308, 1e3) == -np.inf and nnlib.leaky_relu(-5e-324) == 0


def network(size, activation):
    W1, W2 = np.full((2, 3), size), np.full((3, 1), size)
    parts = Linear.from_weights(W1, np.zeros((1, 3))), Linear.from_weights(W2, [[0.0]])
    return Sequential(parts[0], activation(), parts[1])


@pytest.mark.parametrize("activation", [ReLU, LeakyReLU, Sigmoid, Tanh])
@pytest.mark.parametrize("size", [5e-324, 1e-200, 1.0, 1e200])
def test_one_step_by_hand(loud, size, activation):
    def parameters_after():
        model, loss_fn = network(size, activation), MSELoss()
        loss = loss_fn.forward(model.forward([[size, -size]]), [[1e-160]])
        model.backward(loss_fn.backward())
        SGD(model, 0.1).step()
        return loss, list(model.parameters().values())

    at_loud = parameters_after()
    with np.errstate(all="ignore"):
        np.testing.assert_equal(parameters_after(), at_loud)  # nan is nan, on some processors


@pytest.mark.parametrize("size", [5e-324, 1e-200, 1e-5])
def test_training_and_the_gradient_check_with_tiny_numbers(loud, size):
    model, rng = network(0.5, ReLU), np.random.default_rng(0)
    X, Y = np.full((5, 2), size), np.full((5, 1), size)
    history = fit(model, MSELoss(), SGD(model, 0.1), X, Y, epochs=2, batch_size=2, rng=rng,
                  validation=(X, Y))  # fmt: skip
    assert np.isfinite(history.train_loss + history.validation_loss).all()
    assert check_gradients(model, MSELoss(), X, Y).passed


def test_divergence_is_still_said_in_words(loud):
    model, rng = network(1.0, ReLU), np.random.default_rng(0)
    X, Y = np.full((5, 2), 1e160), np.zeros((5, 1))
    with pytest.raises(FloatingPointError, match="diverged"):
        fit(model, MSELoss(), SGD(model, 0.1), X, Y, epochs=2, batch_size=2, rng=rng)


def test_measuring_and_comparing(loud):
    assert numerical_gradient(lambda x: 1e-320 * float(x[0]), [1.0]).tolist() == [0.0]
    assert relative_error([1e308], [-1e308]) == np.inf and relative_error([5e-324], [0.0]) == 1
    assert np.isnan(relative_error([np.inf], [1.0]))


def test_converting(loud):
    assert nnlib.relu(np.longdouble("1e-400")) == 0
    assert nnlib.relu(np.float32(1e-45)) == np.float64(np.float32(1e-45))


@pytest.mark.parametrize("size, size_of_y", [(1e-200, 1e-149), (1e149, 1e149), (1.0, 1.0)])
def test_the_estimator(loud, size, size_of_y):
    rng = np.random.default_rng(0)
    with np.errstate(all="ignore"):
        x = rng.uniform(size=(40, 2))
        X, y = size * x, size_of_y * x[:, 0]
    # Ten epochs beat the mean, so there is nothing to warn of.
    assert np.isfinite(NeuralRegressor(epochs=10, random_state=0).fit(X, y).predict(X)).all()


def test_the_readers_setting_is_back_afterwards():
    @quiet
    def fails():
        raise KeyError

    for setting in ("raise", "warn"):
        with np.errstate(all=setting):
            before = np.geterr()
            nnlib.sigmoid(-1000.0)
            with pytest.raises(KeyError):
                fails()
            assert np.geterr() == before
    with np.errstate(under="raise"), pytest.raises(FloatingPointError):
        np.exp(-1000.0)


def test_division_by_zero_stays_as_loud_as_it_was():
    with np.errstate(divide="raise"), pytest.raises(FloatingPointError):
        quiet(lambda: np.ones(1) / 0)()
