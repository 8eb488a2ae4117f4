"""Mistakes that NumPy lets pass: here they are refused, in words, before anything has changed."""

import numpy as np
import pytest

from nnlib import (
    SGD,
    Linear,
    MSELoss,
    ReLU,
    Sequential,
    Tanh,
    check_gradients,
    fit,
    make_five_rows,
    numerical_gradient,
    relative_error,
    relu,
)


def linear_model(rng, d_in=3, d_out=2):
    return Sequential(Linear(d_in, d_out, rng=rng))


def test_a_bias_that_has_grown_is_refused(rng):
    layer = Linear(3, 2, rng=rng)
    dZ = rng.normal(size=(4, 2))
    with pytest.raises(ValueError, match=r"b needs shape \(1, 2\).*got \(4, 2\).*summed"):
        layer.b = layer.b - 0.1 * dZ  # the sum over the rows forgotten: it would be (4, 2)
    assert layer.b.shape == (1, 2)


def test_a_gradient_of_another_shape_moves_nothing(rng):
    model = linear_model(rng)
    layer = model.layers[0]
    W = layer.W.copy()
    layer.dW, layer.db = np.ones((3, 2)), np.ones((4, 2))
    with pytest.raises(ValueError, match=r"b1 has shape \(1, 2\).*gradient has shape \(4, 2\)"):
        SGD(model, lr=0.1).step()
    np.testing.assert_array_equal(layer.W, W)


def test_the_optimizer_of_another_model_is_refused(rng):
    model, other = linear_model(rng), linear_model(rng)
    X, Y = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
    with pytest.raises(ValueError, match="another model"):
        fit(model, MSELoss(), SGD(other, 0.1), X, Y, epochs=1, batch_size=2, rng=rng)


@pytest.mark.parametrize(
    "wrong", [{"epochs": 0}, {"batch_size": 0}, {"validation": ([[1.0]], [[1.0]])}]
)
def test_a_refused_fit_leaves_the_memory_of_model_and_loss(rng, wrong):
    model, loss_fn = linear_model(rng), MSELoss()
    X, Y = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
    loss_fn.forward(model.forward(X), Y)
    expected = loss_fn.backward(), model.backward(loss_fn.backward())
    with pytest.raises(ValueError):
        settings = {"epochs": 1, "batch_size": 2, "rng": rng, **wrong}
        fit(model, loss_fn, SGD(model, 0.1), X[:3], Y[:3], **settings)
    np.testing.assert_array_equal(loss_fn.backward(), expected[0])
    np.testing.assert_array_equal(model.backward(loss_fn.backward()), expected[1])


def test_a_refused_fit_shows_no_bar(rng, capsys):
    model, X = linear_model(rng), rng.normal(size=(5, 3))
    with pytest.raises(ValueError, match="rng|batch_size"):
        settings = {"epochs": 1, "batch_size": 0, "rng": rng, "progress": True}
        fit(model, MSELoss(), SGD(model, 0.1), X, X[:, :2], **settings)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("chain", [[ReLU], [relu], [[ReLU()]]], ids=["class", "function", "list"])
def test_what_is_no_layer_is_refused(chain):
    with pytest.raises(TypeError, match="is no layer"):
        Sequential(*chain)


def test_flat_input_of_an_activation_is_refused():
    with pytest.raises(ValueError, match=r"reshape\(-1, 1\)"):
        ReLU().forward([1.0, -2.0])


def test_flat_bias_is_told_to_become_a_row():
    with pytest.raises(ValueError, match=r"b.reshape\(1, -1\)"):
        Linear.from_weights(np.ones((3, 2)), np.zeros(2))


def test_reshape_is_advised_only_where_it_helps():
    with pytest.raises(ValueError, match=r"Use Y.reshape\(-1, 1\)"):
        MSELoss().forward(np.ones((5, 1)), np.ones(5))
    for flat in (np.ones(3), np.ones(1)):
        with pytest.raises(ValueError) as refusal:
            MSELoss().forward(np.ones((5, 1)), flat)
        assert "reshape" not in str(refusal.value)


@pytest.mark.parametrize("scale", [1e-4, 1e-2, 1.0, 1e2])
@pytest.mark.parametrize("activation", [ReLU, Tanh])
def test_right_gradients_pass_for_inputs_of_any_scale(scale, activation):
    for seed in range(20):
        rng = np.random.default_rng(seed)
        model = Sequential(Linear(3, 4, rng=rng), activation(), Linear(4, 2, rng=rng))
        X, Y = scale * rng.normal(size=(7, 3)), rng.normal(size=(7, 2))
        assert check_gradients(model, MSELoss(), X, Y).passed, seed


def test_a_gradient_that_the_loss_cannot_show_is_not_called_ok(rng):
    class Negated(Linear):
        def backward(self, dZ):
            dX = super().backward(dZ)
            self.dW = -self.dW
            return dX

    model = Sequential(Negated.from_weights(rng.normal(size=(3, 2)), np.zeros((1, 2))))
    X, Y = 1e-6 * rng.normal(size=(7, 3)), 1e6 * rng.normal(size=(7, 2))
    check = check_gradients(model, MSELoss(), X, Y)
    assert "W1" in check.too_small
    assert "dW1        too small to tell" in repr(check)


def test_gradient_check_refuses_nan_instead_of_blaming_backward(rng):
    X, Y = make_five_rows()
    X[2, 0] = np.nan
    with pytest.raises(ValueError, match="X holds nan"):
        check_gradients(linear_model(rng, 1, 1), MSELoss(), X, Y)


def test_numerical_gradient_of_large_numbers_and_of_a_careless_function():
    # (x + h)^2 - (x - h)^2 is exact up to rounding of x^2, 1e-16 * x^2 / h with h = 1e-5 x.
    np.testing.assert_allclose(
        numerical_gradient(lambda x: float(x[0] ** 2), [1e12]), 2e12, rtol=1e-9
    )

    def careless(x):
        x *= 2.0
        return float(x.sum())

    # Central differences of a linear function: rounding only, 1e-16 / 1e-5.
    np.testing.assert_allclose(numerical_gradient(careless, [1.0, 2.0]), 2.0, rtol=1e-9)


def test_infinite_gradients_are_not_equal():
    assert np.isnan(relative_error([np.inf], [np.inf]))


@pytest.mark.parametrize(
    "validation, message",
    [(0.2, "got a float"), (np.ones((2, 3)), "got a ndarray"), ("ab", "got a str"),
     ((np.ones((2, 3)),) * 3, "got a tuple of 3"), ([], "got a list of 0"), (True, "got a bool"),
     ({"X": 1, "Y": 2}, "got a dict")],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_validation_is_a_pair(rng, validation, message):
    model, X = linear_model(rng), np.ones((5, 3))
    with pytest.raises(TypeError, match=rf"validation must be a pair \(X, Y\).*{message}"):
        settings = {"epochs": 1, "batch_size": 2, "rng": rng, "validation": validation}
        fit(model, MSELoss(), SGD(model, 0.1), X, X[:, :2], **settings)


def test_a_fault_in_the_validation_data_is_said_to_be_there(rng):
    model, X = linear_model(rng), np.ones((5, 3))
    for pair in [(X[:, :2], X), (X, X[:, 0]), (X, None), (X[:0], X[:0])]:
        with pytest.raises(ValueError, match="^In validation: "):
            settings = {"epochs": 1, "batch_size": 2, "rng": rng, "validation": pair}
            fit(model, MSELoss(), SGD(model, 0.1), X, X[:, :2], **settings)
    settings = {"epochs": 1, "batch_size": 2, "rng": rng, "validation": [X, X[:, :2]]}
    history = fit(model, MSELoss(), SGD(model, 0.1), X, X[:, :2], **settings)
    assert len(history.validation_loss) == 1, "a list of two is a pair"


@pytest.mark.parametrize(
    "part, value",
    [("model", Sequential), ("model", [ReLU()]), ("model", None), ("loss_fn", MSELoss),
     ("loss_fn", "mse"), ("loss_fn", lambda a, b: 0.0), ("optimizer", SGD), ("optimizer", 0.1),
     ("optimizer", None)],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)  # fmt: skip
def test_parts_of_a_training_are_objects_with_their_verbs(rng, part, value):
    model = linear_model(rng)
    parts = {"model": model, "loss_fn": MSELoss(), "optimizer": SGD(model, 0.1), part: value}
    with pytest.raises(TypeError, match=f"{part} must be an object with"):
        fit(*parts.values(), np.ones((5, 3)), np.ones((5, 2)), epochs=1, batch_size=2, rng=rng)


@pytest.mark.parametrize("wrong", [True, 2.0, np.float64(2), "2", None, np.nan, np.timedelta64(2)])
@pytest.mark.parametrize("name", ["epochs", "batch_size"])
def test_counts_are_whole_numbers(rng, name, wrong):
    model = linear_model(rng)
    settings = {"epochs": 1, "batch_size": 2, "rng": rng, name: wrong}
    with pytest.raises(TypeError, match=f"{name} must be a whole number"):
        fit(model, MSELoss(), SGD(model, 0.1), np.ones((5, 3)), np.ones((5, 2)), **settings)


class Halves:
    """A layer with some of the verbs."""

    def forward(self, X):
        return X


@pytest.mark.parametrize("missing", ["backward", "parameters", "gradients"])
def test_a_layer_without_one_of_its_verbs_is_refused(missing):
    verbs = {"backward": lambda self, dY: dY} | dict.fromkeys(
        ("parameters", "gradients"), lambda self: {}
    )
    assert Sequential(type("Whole", (Halves,), verbs)()).forward([[1.0]]) == [[1.0]]
    del verbs[missing]
    with pytest.raises(TypeError, match=f"is no layer: it has no {missing}"):
        Sequential(type("Part", (Halves,), verbs)())


@pytest.mark.parametrize("returned", [lambda D: D**2, lambda D: None, lambda D: 1j], ids="lnj")
def test_a_loss_that_is_no_number_is_refused_before_anything_moves(rng, snapshot, returned):
    class Unfinished(MSELoss):
        def forward(self, Y_hat, Y):
            super().forward(Y_hat, Y)
            return returned(Y_hat - Y)

    model, X = linear_model(rng, d_out=1), np.ones((5, 3))
    before = snapshot(model)
    with pytest.raises(ValueError, match="loss_fn.forward must return one real number"):
        settings = {"epochs": 1, "batch_size": 2, "rng": rng}
        fit(model, Unfinished(), SGD(model, 0.1), X, X[:, :1], **settings)
    with pytest.raises(ValueError, match="loss_fn.forward must return one real number"):
        check_gradients(model, Unfinished(), X, X[:, :1])
    assert snapshot(model) == before
