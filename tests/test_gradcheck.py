"""The gradient check: it must catch each wrong formula, pass the right ones, and leave no trace."""

import numpy as np
import pytest
from helpers import BiasesAveraged, ErrorAsGradient

from nnlib import (
    LeakyReLU,
    Linear,
    MSELoss,
    ReLU,
    Sequential,
    Sigmoid,
    Tanh,
    check_gradients,
    numerical_gradient,
    relative_error,
)
from nnlib.gradcheck import TOLERANCE, GradientCheck


@pytest.fixture
def data(rng):
    return rng.normal(size=(7, 3)), rng.normal(size=(7, 2))


# What is wrong is a Linear whose backward differs in one place.


class WeightsDoubled(Linear):
    def backward(self, dZ):
        dX = super().backward(dZ)
        self.dW = 2 * self.dW
        return dX


class FirstRowOnly(Linear):
    def forward(self, X):
        self.X = X
        return super().forward(X)

    def backward(self, dZ):
        dX = super().backward(dZ)
        self.dW = self.X[:1].T @ dZ[:1]
        return dX


class SlightlyOff(Linear):
    """By five times the check's bound: too little to see in a plot, too much for rounding."""

    def backward(self, dZ):
        dX = super().backward(dZ)
        self.dW = self.dW * (1 + 5e-6)
        return dX


class WrongSign(Linear):
    def backward(self, dZ):
        dX = super().backward(dZ)
        self.dW = -self.dW
        return dX


class Unfinished(Linear):
    def backward(self, dZ):
        dX = super().backward(dZ)
        self.dW = np.full_like(self.W, np.nan)
        return dX


class Transposed(Linear):
    """Of square weights, where the shapes say nothing: dX = dZ @ W in place of dZ @ W.T."""

    def backward(self, dZ):
        super().backward(dZ)
        return dZ @ self.W


class SlopeForgotten(ReLU):
    def backward(self, dA):
        return dA


def test_right_gradients_pass_at_a_corner():
    # Biases of zero put Z2 exactly on the corner of ReLU in every row that is dead in layer 1.
    on_a_corner = 0
    for seed in range(50):
        rng = np.random.default_rng(seed)
        sizes = (3, 4, 6, 2)
        layers = [
            part for a, b in zip(sizes, sizes[1:]) for part in (Linear(a, b, rng=rng), ReLU())
        ]
        model = Sequential(*layers[:-1])
        X, Y = rng.normal(size=(7, 3)), rng.normal(size=(7, 2))
        Z2 = Sequential(*model.layers[:3]).forward(X)
        on_a_corner += (Z2 == 0).any()
        assert check_gradients(model, MSELoss(), X, Y).passed, seed
    assert on_a_corner > 10, "the test is about these"


def test_right_gradients_pass_between_two_close_corners():
    # A slope of 1 on a stretch of 1e-6, flat at both ends: only the shortest nudge stays on it.
    model = Sequential(
        Linear.from_weights([[1.0, 1.0]], [[5e-7, -5e-7]]),
        ReLU(),
        Linear.from_weights([[1.0], [-1.0]], [[0.0]]),
    )
    assert check_gradients(model, MSELoss(), [[0.0]], [[1.0]]).passed


def test_right_gradients_pass_where_the_network_fits_exactly(make_network, data):
    # The loss and all gradients are 0, and what is measured is rounding. It is near 1e-17, but
    # infinitely large a share of 0: the comparison needs a floor.
    for _ in range(3):
        model = make_network(3, 4, 6, 2)
        assert check_gradients(model, MSELoss(), data[0], model.forward(data[0])).passed


def test_right_gradients_pass_where_they_vanish(rng):
    # At the least squares solution all gradients are rounding errors.
    X, Y = rng.normal(size=(7, 3)), rng.normal(size=(7, 2))
    solution = np.linalg.lstsq(np.hstack([X, np.ones((7, 1))]), Y)[0]
    for target in (Y, X @ solution[:3] + solution[3:]):
        model = Sequential(Linear.from_weights(solution[:3], solution[3:]))
        assert check_gradients(model, MSELoss(), X, target).passed


def test_right_gradients_pass_where_the_loss_hides_them(rng):
    # dW is near 2 * 10 * 1e-7. The loss of 100 rounds to 1e-14, so a slope measured over 1e-4 is
    # good to 1e-10 only: too bad a share of dW, but nothing against the loss.
    for _ in range(10):
        W, X = rng.normal(size=(40, 1)), 1e-7 * rng.normal(size=(1, 40))
        model = Sequential(Linear.from_weights(W, [[0.0]]))
        assert check_gradients(model, MSELoss(), X, [[10.0]]).passed


@pytest.mark.parametrize("change", [lambda Y: Y * 1e6, lambda Y: Y + 1e6])
def test_right_gradients_pass_for_large_targets(make_network, data, change):
    X, Y = data
    assert check_gradients(make_network(3, 4, 6, 2), MSELoss(), X, change(Y)).passed


@pytest.mark.parametrize("activation", [ReLU, LeakyReLU, Sigmoid, Tanh])
@pytest.mark.parametrize("rows", [1, 7])
def test_right_gradients_pass(make_network, data, activation, rows):
    X, Y = data
    check = check_gradients(
        make_network(3, 4, 6, 2, activation=activation), MSELoss(), X[:rows], Y[:rows]
    )
    assert set(check.errors) == {"W1", "b1", "W2", "b2", "W3", "b3", "X"}
    assert check and check.passed and max(check.errors.values()) < 1e-6
    assert "WRONG" not in repr(check) and repr(check).count("ok") == 7


@pytest.mark.parametrize(
    "wrong, guilty",
    [(WeightsDoubled, {"W2"}), (BiasesAveraged, {"b2"}), (FirstRowOnly, {"W2"}),
     (Unfinished, {"W2"}), (SlightlyOff, {"W2"}), (Transposed, {"W1", "b1", "X"})],
)  # fmt: skip
def test_wrong_layer_is_caught_and_named(make_network, data, wrong, guilty):
    model = make_network(3, 4, 4, 2)
    model.layers[2] = wrong.from_weights(model.layers[2].W, model.layers[2].b)
    check = check_gradients(model, MSELoss(), *data)
    assert not check.passed and not check, "`assert check_gradients(...)` must not go through"
    assert {name for name, error in check.errors.items() if not error < 1e-6} == guilty
    assert repr(check).count("WRONG") == len(guilty)


def test_forgotten_slope_is_caught(make_network, data):
    model = make_network(3, 4, 2)
    model.layers[1] = SlopeForgotten()
    check = check_gradients(model, MSELoss(), *data)
    assert {name for name, error in check.errors.items() if error > 1e-6} == {"W1", "b1", "X"}


def test_wrong_loss_is_caught_everywhere(make_network, data):
    check = check_gradients(make_network(3, 4, 2), ErrorAsGradient(), *data)
    assert not check.passed and min(check.errors.values()) > 0.5


def test_a_gradient_far_smaller_than_the_loss_is_not_let_off():
    # y = w x with one row: dw = 2 (w x - y) x, and the loss is (w x - y)^2. With x = 0.05 and
    # y - w x = 10 the gradient is 1, a hundredth of the loss.
    model = Sequential(WrongSign.from_weights([[2.0]], [[0.0]]))
    check = check_gradients(model, MSELoss(), [[0.05]], [[10.1]])
    # Opposite, so 2; the loss of 100 rounds to 1e-14, which costs 1e-9 in a slope.
    assert not check.passed and check.errors["W1"] == pytest.approx(2, abs=1e-6)


def test_the_size_of_the_error_is_told(make_network, data):
    model = make_network(3, 4, 2)
    model.layers[0] = WeightsDoubled.from_weights(model.layers[0].W, model.layers[0].b)
    check = check_gradients(model, MSELoss(), *data)
    # Twice the gradient is off by half of the larger one; the measured slope is good to 1e-6.
    assert check.errors["W1"] == pytest.approx(0.5, abs=1e-6)
    assert "dW1" in repr(check) and "0.5000  WRONG" in repr(check)


def test_it_leaves_parameters_and_data_and_the_gradients_at_them(make_network, data, snapshot):
    X, Y = data
    model, loss_fn = make_network(3, 4, 6, 2), MSELoss()
    loss = loss_fn.forward(model.forward(X), Y)
    dX = model.backward(loss_fn.backward())
    before, copies = snapshot(model), (X.tobytes(), Y.tobytes())
    check_gradients(model, loss_fn, X, Y)
    assert snapshot(model) == before, "parameters and gradients bit for bit"
    assert (X.tobytes(), Y.tobytes()) == copies
    assert np.array_equal(model.backward(loss_fn.backward()), dX)
    assert loss_fn.forward(model.forward(X), Y) == loss


def test_parameters_survive_a_failure_halfway(make_network, data, snapshot):
    class FailsLater(MSELoss):
        calls = 0

        def forward(self, Y_hat, Y):
            self.calls += 1
            if self.calls > 7 * 3 * 2 + 5:  # beyond the entries of X, amid those of W1
                raise KeyboardInterrupt
            return super().forward(Y_hat, Y)

    model = make_network(3, 4, 2)
    before = snapshot(model)
    with pytest.raises(KeyboardInterrupt):
        check_gradients(model, FailsLater(), *data)
    assert snapshot(model) == before


@pytest.mark.parametrize("X, Y", [((7, 4), (7, 2)), ((7, 3), (7, 3)), ((7, 3), (7,)), ((3,), (2,))])
def test_bad_shapes_are_refused_and_change_nothing(make_network, snapshot, X, Y):
    model = make_network(3, 4, 2)
    before = snapshot(model)
    with pytest.raises(ValueError, match="shape"):
        check_gradients(model, MSELoss(), np.ones(X), np.ones(Y))
    assert snapshot(model) == before


@pytest.mark.parametrize("x, y, message", [(np.nan, 1.0, "^X holds"), (1.0, np.inf, "^Y holds")])
def test_what_is_not_finite_is_refused_by_its_name(make_network, x, y, message):
    with pytest.raises(ValueError, match=message):
        check_gradients(make_network(3, 2), MSELoss(), np.full((7, 3), x), np.full((7, 2), y))


def test_integer_input_is_nudged_all_the_same(five_row_network):
    X = np.array([[10], [20], [-20], [-40], [-3]])
    Y = np.array([[9], [13], [5], [-2], [-1]])
    assert check_gradients(five_row_network, MSELoss(), X, Y).passed
    assert X.dtype.kind == "i"


def test_the_table_says_what_was_found_of_each_gradient():
    check = GradientCheck({"W1": 1e-9, "b1": 0.5, "X": 0.0}, too_small={"X"})
    assert repr(check).splitlines() == [
        "gradient   relative error",
        "dW1        below 1e-06  ok",
        "db1        0.5000  WRONG",
        "dX         too small to tell",
    ]


def test_an_error_at_the_bound_does_not_pass():
    check = GradientCheck({"W1": TOLERANCE})
    assert not check.passed and "WRONG" in repr(check)


class OwnCrossEntropy:
    """A reader's own loss on labels (n,), written from the formulas."""

    def forward(self, Z, labels):
        assert labels.dtype.kind == "i", "labels arrive as they are, to be used as an index"
        self.P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
        self.rows, self.labels = np.arange(len(Z)), labels
        return -np.log(self.P[self.rows, labels]).mean()

    def backward(self):
        dZ = self.P.copy()
        dZ[self.rows, self.labels] -= 1
        return dZ / len(dZ)


def test_a_loss_of_the_readers_own_may_take_labels(make_network, data):
    for labels in (np.array([0, 1, 1, 0, 1, 0, 0]), [0, 1, 1, 0, 1, 0, 0]):
        assert check_gradients(make_network(3, 4, 2), OwnCrossEntropy(), data[0], labels).passed


def test_labels_are_refused_by_a_loss_on_numbers(make_network, data):
    with pytest.raises(ValueError, match=r"Y has shape \(7,\); they must be equal.*Y.reshape"):
        check_gradients(make_network(3, 4, 1), MSELoss(), data[0], np.arange(7))


# numerical_gradient


def test_numerical_gradient_of_known_functions(rng):
    X, C = rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 3, 4))
    # Linear and square: no error of the formula; rounding is 30 * 1e-16 / 1e-5.
    for f, wanted in [(lambda A: np.sum(C * A), C), (lambda A: np.sum(A**2), 2 * X)]:
        np.testing.assert_allclose(numerical_gradient(f, X), wanted, rtol=0, atol=1e-9)


def test_numerical_gradient_sees_across_entries():
    gradient = numerical_gradient(lambda v: v[0] * v[1] ** 2, [3, 2])
    np.testing.assert_allclose(gradient, [4, 12], rtol=1e-9)  # 12 * 1e-16 / 1e-5
    assert numerical_gradient(np.exp, 0.0) == pytest.approx(1, abs=1e-9)


def test_numerical_gradient_leaves_its_argument(rng):
    X = rng.normal(size=(2, 3))
    copy = X.tobytes()
    numerical_gradient(lambda A: float(A.sum()), X)
    assert X.tobytes() == copy


def test_eps_is_the_distance():
    assert numerical_gradient(lambda x: float(x**3), 1.0, eps=0.5) == 3.25  # 3 + 0.5^2
    # Of 64, a share: 0.5 * 64 = 32, and 3 * 64^2 + 32^2 is 13312.
    assert numerical_gradient(lambda x: float(x**3), 64.0, eps=0.5) == 13312


# relative_error


@pytest.mark.parametrize(
    "a, b, wanted",
    [([1, 2], [1, 2], 0), ([0, 0], [0, 0], 0), ([1, -2], [-1, 2], 2), ([2.0], [1.0], 0.5),
     ([1.0], [2.0], 0.5), ([100, 1], [100, 2], 0.01), ([0.0], [1e-9], 1), (3.0, 3.0, 0),
     (np.zeros((0, 2)), np.zeros((0, 2)), 0)],
)  # fmt: skip
def test_relative_error(a, b, wanted):
    error = relative_error(a, b)
    assert type(error) is float and error == wanted


@pytest.mark.parametrize("a, b", [([np.nan], [1.0]), ([1.0], [np.nan]), ([1, np.nan], [1, 2]),
                                  ([np.nan], [np.nan]), ([np.inf], [1.0])])  # fmt: skip
def test_nan_never_passes_for_equal(a, b):
    assert np.isnan(relative_error(a, b)), "no bound holds for nan"


def test_relative_error_of_other_shapes_is_refused():
    with pytest.raises(ValueError, match=r"\(3,\).*\(3, 1\)"):
        relative_error(np.ones(3), np.ones((3, 1)))


# Input that misleads


def test_whole_weights_are_nudged_all_the_same():
    model = Sequential(WeightsDoubled(1, 2, rng=np.random.default_rng(0)))
    model.layers[0].W = np.array([[1, 2]])
    check = check_gradients(model, MSELoss(), [[1], [2], [3]], np.zeros((3, 2)))
    assert check.errors["W1"] == pytest.approx(0.5, abs=1e-6)  # doubled: off by half of itself


def test_weights_set_in_float32_leave_right_formulas_right(make_network, data):
    model = make_network(3, 4, 2)
    for layer in model.layers[::2]:
        layer.W, layer.b = layer.W.astype(np.float32), layer.b.astype(np.float32)
    assert check_gradients(model, MSELoss(), *data).passed


@pytest.mark.parametrize(
    "wrap", [np.array, lambda v: np.array([v]), lambda v: np.array([[v]]), lambda v: [v], int]
)
def test_a_function_may_wrap_its_one_number(wrap):
    f = (lambda x: wrap(round(x[0] + x[1]))) if wrap is int else (lambda x: wrap(x[0] + x[1]))
    gradient = numerical_gradient(f, [1.0, 2.0], eps=1.0)
    assert gradient.tolist() == [1.0, 1.0]  # whole numbers: nothing is rounded


@pytest.mark.parametrize(
    "value",
    [None, 1j, "1", np.ones(2), np.ones((2, 1)), np.ones(0), (1.0, 2.0), np.ma.masked, 10**400],
    ids=lambda value: type(value).__name__,
)
def test_a_function_must_return_one_real_number(value):
    with pytest.raises(ValueError, match="f must return one real number, got"):
        numerical_gradient(lambda x: value, [1.0, 2.0])


def test_a_function_in_float32_is_refused():
    with pytest.raises(ValueError, match="What f returns has dtype float32"):
        numerical_gradient(lambda x: np.float32(x.sum()), [1.0])


@pytest.mark.parametrize(
    "eps, error, message",
    [(0, ValueError, "eps must be a finite number above 0"),
     (-1e-5, ValueError, "eps must be a finite number above 0"),
     (np.nan, ValueError, "eps must be a finite number above 0"),
     (np.inf, ValueError, "eps must be a finite number above 0"),
     (1e-17, ValueError, r"eps=1e-17 is too small: x \+ eps rounds to x"),
     ("1e-5", TypeError, "eps must be a number"),
     (True, TypeError, "eps must be a number"),
     ([1e-5], TypeError, "eps must be a number"),
     (None, TypeError, "eps must be a number")],
)  # fmt: skip
def test_a_distance_that_is_none_is_refused(eps, error, message):
    with pytest.raises(error, match=message):
        numerical_gradient(np.sum, [1.0], eps=eps)


def test_arguments_in_the_wrong_order_are_refused(make_network, data):
    with pytest.raises(TypeError, match=r"f must be a function.*numerical_gradient\(f, X\)"):
        numerical_gradient([1.0], np.sum)
    with pytest.raises(TypeError, match="model must be an object with forward, backward"):
        check_gradients(MSELoss(), make_network(3, 4, 2), *data)
    with pytest.raises(TypeError, match=r"loss_fn must be an object.*MSELoss\(\), got <class"):
        check_gradients(make_network(3, 4, 2), MSELoss, *data)


@pytest.mark.parametrize("X", [[np.nan], [np.inf], ["1"], [1j], None], ids=repr)
def test_a_place_that_is_none_is_refused(X):
    with pytest.raises(ValueError, match="X (holds nan|has shape)"):
        numerical_gradient(lambda x: 0.0, X)
