"""Activations, against the textbook formulas in exact enough arithmetic: 1000 decimal digits."""

import decimal
import math
import warnings
from decimal import Decimal

import numpy as np
import pytest

import nnlib
from nnlib import leaky_relu, leaky_relu_derivative, log_softmax, relu, relu_derivative, softmax

EPS = np.finfo(float).eps
TINIEST = 5e-324
POINTS = [0.0, 1e-300, 1e-8, 0.3, 1.0, 2.5, 17.0, 36.7, 100.0, 700.0, 745.0, 800.0, 1e308]
LARGEST = float(np.finfo(float).max)
POINTS += [-z for z in POINTS] + [TINIEST, -TINIEST, LARGEST, -LARGEST]
ENTRYWISE = ["sigmoid", "relu", "leaky_relu", "tanh"]
ENTRYWISE += [f"{name}_derivative" for name in ENTRYWISE]


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def exact(name, z):
    """The naive formula, with so many digits that it is right; inf where it leaves even those."""
    with decimal.localcontext(prec=1000, traps=[]):
        z = Decimal(z)
        up, down = z.exp(), (-z).exp()
        if name.startswith("sigmoid"):
            a = 1 / (1 + down)
            return float(a * (1 - a) if name.endswith("derivative") else a)
        if abs(z) > 1e6:
            a = Decimal(1).copy_sign(z)
        else:
            a = (up - down) / (up + down)
        return float(1 - a * a if name.endswith("derivative") else a)


# Relative: numpy's exp and tanh are allowed a few units in the last place, and at most four
# roundings follow. Absolute: one unit of the subnormal numbers; 1 - tanh^2 cancels near tanh = 1.
@pytest.mark.parametrize(
    "name, absolute",
    [("sigmoid", TINIEST), ("sigmoid_derivative", TINIEST), ("tanh", TINIEST),
     ("tanh_derivative", 8 * EPS)],
)  # fmt: skip
def test_smooth_activations_are_right_everywhere(name, absolute):
    for z in POINTS:
        value = float(getattr(nnlib, name)(z))
        assert math.isclose(value, exact(name, z), rel_tol=16 * EPS, abs_tol=absolute), z


def test_relu_and_its_slope():
    for z in POINTS:
        assert relu(z) == (z if z > 0 else 0)
        assert relu_derivative(z) == (1 if z > 0 else 0)
    assert relu_derivative(0) == 0, "our choice at the corner"


@pytest.mark.parametrize("alpha", [0, 0.1, 1, 2, -1])
def test_leaky_relu_is_right_for_any_alpha(alpha):
    for z in POINTS:
        assert leaky_relu(z, alpha) == (z if z > 0 else alpha * z), z
        assert leaky_relu_derivative(z, alpha) == (1 if z > 0 else alpha), z


def test_leaky_relu_has_the_articles_alpha():
    assert leaky_relu(-1) == -0.1 and leaky_relu_derivative(-1) == 0.1


@pytest.mark.parametrize("name", ["sigmoid", "relu", "leaky_relu", "tanh"])
def test_slopes_are_what_the_curves_do(name):
    Z = np.linspace(-6, 6, 98)  # an even number of points: none at the corner
    h = 1e-5
    f, slope = getattr(nnlib, name), getattr(nnlib, f"{name}_derivative")
    measured = (f(Z + h) - f(Z - h)) / (2 * h)
    # The formula errs by h^2 f'''/6 < 4e-11, rounding by eps |f| / h < 2e-10.
    np.testing.assert_allclose(slope(Z), measured, rtol=0, atol=4e-10)


@pytest.mark.parametrize("name", [*ENTRYWISE, "softmax", "log_softmax"])
def test_no_finite_input_warns_or_gives_nan(name):
    bits = np.random.default_rng(0).integers(0, 2**64, 4000, dtype=np.uint64)
    numbers = bits.view(float)  # every exponent is as likely as any other
    numbers = numbers[np.isfinite(numbers)]
    Z = np.concatenate([POINTS, numbers])
    f = getattr(nnlib, name)
    assert not np.isnan(f(Z)).any()
    assert not np.isnan(f(Z[: len(Z) // 2 * 2].reshape(-1, 2))).any()
    if "leaky" in name:
        assert not np.isnan(f(Z, 2)).any()


@pytest.mark.parametrize("name", ENTRYWISE)
@pytest.mark.parametrize(
    "Z", [2, -1.5, True, [1, -2, 3], np.int8([[1], [-3]]), np.ones((2, 3)), np.float32([0.3, -7])]
)
def test_any_shape_gives_float64_of_that_shape(name, Z):
    A = getattr(nnlib, name)(Z)
    assert A.shape == np.shape(Z) and A.dtype == np.float64
    one_by_one = [float(getattr(nnlib, name)(float(z))) for z in np.ravel(Z)]
    # Vectorised and scalar loops of numpy's exp and tanh may differ in the last places.
    np.testing.assert_allclose(np.ravel(A), one_by_one, rtol=8 * EPS)


@pytest.mark.parametrize("name", ENTRYWISE)
def test_nan_stays_nan_and_harms_no_neighbour(name):
    A = getattr(nnlib, name)([1.0, np.nan, -1.0])
    assert np.isnan(A).tolist() == [False, True, False]


@pytest.mark.parametrize("name", [*ENTRYWISE, "softmax", "log_softmax"])
def test_input_is_left_alone(name):
    Z = np.array([[-1.0, 0.0, 2.0]])
    getattr(nnlib, name)(Z)
    assert Z.tolist() == [[-1.0, 0.0, 2.0]]


def exact_softmax(row):
    with decimal.localcontext(prec=60, traps=[]):
        powers = [Decimal(z).exp() for z in row]
        return [float(power / sum(powers)) for power in powers]


@pytest.mark.parametrize("row", [[1, 2, 3], [0.5], [-3.0, -3.0], [700, 710, 690], [-800, -801, 0]])
def test_softmax_is_right(row):
    np.testing.assert_allclose(softmax(row), exact_softmax(row), rtol=16 * EPS)


def test_softmax_gives_float64():
    for scores in ([1, 2, 3], np.float32([1, 2, 3])):
        assert softmax(scores).dtype == np.float64


def test_softmax_of_extreme_scores():
    assert softmax([-1.7e308, 1.7e308]).tolist() == [0, 1]
    assert softmax([1.7e308, 1.7e308]).tolist() == [0.5, 0.5]


def test_softmax_takes_each_row_for_itself(rng):
    batch = rng.normal(0, 3, (2, 5, 3))
    A = softmax(batch)
    assert A.shape == (2, 5, 3)
    for i, j in np.ndindex(2, 5):
        np.testing.assert_allclose(A[i, j], exact_softmax(batch[i, j]), rtol=16 * EPS)
    np.testing.assert_allclose(A.sum(axis=-1), 1, rtol=4 * EPS)  # three shares, two additions


def test_softmax_does_not_see_a_shift(rng):
    Z = rng.integers(-40, 40, (4, 3)) / 8  # eighths, so that adding 1000 rounds nothing
    assert softmax(Z + 1000).tobytes() == softmax(Z).tobytes()


def test_softmax_with_nan_spoils_its_own_row_only():
    A = softmax([[1.0, np.nan], [1.0, 1.0]])
    assert np.isnan(A[0]).all() and A[1].tolist() == [0.5, 0.5]


@pytest.mark.parametrize("Z", [3.0, [], np.zeros((2, 0))])
def test_softmax_needs_scores(Z):
    with pytest.raises(ValueError, match="^softmax needs at least one score.*shape"):
        softmax(Z)
    with pytest.raises(ValueError, match="^log_softmax needs at least one score.*shape"):
        log_softmax(Z)


@pytest.mark.parametrize("row", [[1, 2, 3], [0.5], [-3.0, -3.0], [700, 710, 690], [-800, -801, 0]])
def test_log_softmax_is_the_logarithm_of_softmax(row):
    with decimal.localcontext(prec=60, traps=[]):
        total = sum(Decimal(z).exp() for z in row).ln()
        exact = [float(Decimal(z) - total) for z in row]
    # The difference to the largest is exact here, and the logarithm below 1.1.
    np.testing.assert_allclose(log_softmax(row), exact, rtol=4 * EPS, atol=4 * EPS)


def test_log_softmax_of_extreme_scores():
    assert log_softmax([1000.0, 0.0, -1000.0]).tolist() == [0, -1000, -2000]
    assert log_softmax([-1.7e308, 1.7e308]).tolist() == [-np.inf, 0]
    assert log_softmax([-np.inf, 2.0]).tolist() == [-np.inf, 0]


def test_log_softmax_takes_each_row_for_itself(rng):
    batch = rng.normal(0, 3, (2, 5, 3))
    # The logarithms are 20 at most.
    np.testing.assert_allclose(log_softmax(batch), np.log(softmax(batch)), rtol=0, atol=40 * EPS)


@pytest.mark.parametrize("name", [*ENTRYWISE, "softmax", "log_softmax"])
@pytest.mark.parametrize("Z", [["1"], "1", None, [1j], [[1.0], [1.0, 2.0]], {1.0}], ids=repr)
def test_what_is_no_number_is_refused_by_name(name, Z):
    with pytest.raises(ValueError, match="Z has (shape|rows of different lengths)"):
        getattr(nnlib, name)(Z)


@pytest.mark.parametrize("alpha", ["0.1", None, True, [0.1], np.array([0.1]), np.nan], ids=repr)
@pytest.mark.parametrize("function", [leaky_relu, leaky_relu_derivative])
def test_alpha_is_one_finite_number(function, alpha):
    with pytest.raises((TypeError, ValueError), match="alpha must be a (finite )?number"):
        function([1.0, -1.0], alpha)
