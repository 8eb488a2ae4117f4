"""What the maths accepts as a matrix, and how it refuses the rest, seen through its callers."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
import scipy.sparse

from nnlib import (
    SGD,
    Linear,
    MSELoss,
    ReLU,
    Sequential,
    check_gradients,
    fit,
    leaky_relu,
    leaky_relu_derivative,
    minibatches,
    numerical_gradient,
    relative_error,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    tanh,
    tanh_derivative,
)

TWO_BY_TWO = np.array([[1.0, 2.0], [3.0, 4.0]])


def through_a_layer(X):
    """Return what a layer makes of X that multiplies by the identity and adds nothing."""
    return Linear.from_weights(np.eye(2), np.zeros((1, 2))).forward(X)


def trained(X, Y):
    model = Sequential(Linear.from_weights(np.eye(2), np.zeros((1, 2))))
    rng = np.random.default_rng(0)
    fit(model, MSELoss(), SGD(model, 0.1), X, Y, epochs=1, batch_size=2, rng=rng)


@pytest.mark.parametrize(
    "X",
    [
        [[1, 2], [3, 4]],
        ((1.0, 2), (3, 4.0)),
        TWO_BY_TWO.astype(int),
        TWO_BY_TWO.astype(np.uint8),
        TWO_BY_TWO.astype(np.float32),
        TWO_BY_TWO.astype(np.float16),
        TWO_BY_TWO.astype(">f8"),
        TWO_BY_TWO.astype(object),
        [[Fraction(1), Decimal(2)], [3, 4]],
        np.asfortranarray(TWO_BY_TWO),
        np.repeat(TWO_BY_TWO, 2, axis=1)[:, ::2],
        pd.DataFrame({"a": [1, 3], "b": [2.0, 4.0]}),
        pd.DataFrame({"a": [1, 3], "b": [2, 4]}, dtype="Int64"),
        [np.array([1, 2]), np.array([3, 4])],
        np.matrix(TWO_BY_TWO),
        np.ma.array(TWO_BY_TWO),
        pd.DataFrame(TWO_BY_TWO).astype(pd.SparseDtype("float", 0.0)),
    ],
    ids=lambda X: type(X).__name__,
)
def test_numbers_of_any_kind_become_float64(X):
    Z = through_a_layer(X)
    assert Z.dtype == np.float64 and Z.tolist() == TWO_BY_TWO.tolist()


def test_yes_and_no_become_one_and_zero():
    for X in ([[True, False]], np.array([[True, False]]), pd.DataFrame({"a": [True], "b": False})):
        assert through_a_layer(X).tolist() == [[1.0, 0.0]]


def test_nan_is_a_number_to_a_layer_but_not_to_training():
    assert np.isnan(through_a_layer([[np.nan, 0.0]])).any()
    for bad in (np.nan, np.inf, -np.inf):
        with pytest.raises(ValueError, match="X holds nan or inf: remove those rows or fill"):
            trained([[bad, 1.0]], [[1.0, 1.0]])
        with pytest.raises(ValueError, match="Y holds nan or inf"):
            trained([[1.0, 1.0]], [[bad, 1.0]])


SHAPES = [
    ([1.0, 2.0], r"has shape \(2,\).*shape \(n, d\)"),
    (5.0, r"has shape \(\).*shape \(n, d\)\.$"),
    (np.ones((2, 2, 2)), r"has shape \(2, 2, 2\).*shape \(n, d\)\.$"),
    (np.ones((0, 2)), r"has shape \(0, 2\): there is no number in it"),
    (np.ones((2, 0)), r"has shape \(2, 0\): there is no number in it"),
    ([[1.0, 2.0], [3.0]], "has rows of different lengths"),
    (pd.Series([1.0, 2.0]), r"has shape \(2,\)"),
    ({"a": [1.0, 2.0]}, r"has shape \(\)"),
]
NO_NUMBERS = [
    [["1", "2"]],
    np.array([["1", "2"]], dtype=object),
    np.array([[b"1", b"2"]]),
    np.array([[1.0, None]], dtype=object),
    [[1.0, None]],
    [[1.0, "two"]],
    np.array([["2024-01-01", "2024-01-02"]], dtype="datetime64[D]"),
    np.array([[1, 2]], dtype="timedelta64[D]"),
    [[date(2024, 1, 1), 1.0]],
    [[datetime(2024, 1, 1), 1.0]],
    np.array([[1 + 2j, 3]]),
    np.array([[1 + 2j, 3]], dtype=object),
    [[10**400, 1]],
    pd.DataFrame({"a": ["red", "blue"], "b": [1.0, 2.0]}),
    pd.DataFrame({"a": pd.to_datetime(["2024-01-01"]), "b": [1.0]}),
    pd.DataFrame({"a": pd.Categorical(["red", "blue"]), "b": [1.0, 2.0]}),
    pd.DataFrame({"a": [1, None], "b": [2, 4]}, dtype="Int64"),
    [[{"a": 1}, 1.0]],
    np.array([[np.timedelta64(1, "s"), 1.0]], dtype=object),
    np.array([[pd.NaT, 1.0]], dtype=object),
    np.array([[1.0, np.ma.masked]], dtype=object),
    np.zeros((1, 2), dtype=[("a", float)]),
]


@pytest.mark.parametrize("kind", [complex, np.complex128, np.complex64])
def test_complex_numbers_among_objects_are_refused(kind):
    with pytest.raises(ValueError, match="real numbers in the range of float64 are needed"):
        relu(np.array([kind(1 + 2j)], dtype=object))


NO_ARRAYS = [None, "12", 1j, {1.0, 2.0}, (row for row in TWO_BY_TWO), map(list, TWO_BY_TWO)]
MASKED = np.ma.masked_equal(TWO_BY_TWO, 4.0)
HIDDEN = [
    (MASKED, r"has masked entries.*X\.filled\(value\)"),
    (list(MASKED), "has masked entries"),
    ([[1.0, np.ma.masked]], "has masked entries"),
    (scipy.sparse.csr_matrix(TWO_BY_TWO), r"is sparse \(csr_matrix\).*use X\.toarray\(\)"),
    (scipy.sparse.coo_array(TWO_BY_TWO), r"is sparse \(coo_array\)"),
]
REFUSED = [*SHAPES, *((X, r"has shape \(\d, 2\) and dtype .*real numbers") for X in NO_NUMBERS)]
REFUSED += [(X, rf"has shape \(\) .*it is a {type(X).__name__}\)") for X in NO_ARRAYS]
REFUSED += [(X, message.replace("X", ".")) for X, message in HIDDEN]


@pytest.mark.parametrize("X, message", REFUSED, ids=range(len(REFUSED)))
def test_every_caller_refuses_what_is_no_matrix_of_numbers_and_names_it(X, message):
    with pytest.raises(ValueError, match=f"X {message}"):
        through_a_layer(X)
    with pytest.raises(ValueError, match=f"W {message}"):
        Linear.from_weights(X, [[0.0, 0.0]])
    with pytest.raises(ValueError, match=f"X {message}"):
        trained(X, TWO_BY_TWO)
    with pytest.raises(ValueError, match=f"Y {message}"):
        trained(TWO_BY_TWO, X)


def test_the_way_out_of_one_axis_works():
    layer = Linear.from_weights([[2.0]], [[1.0]])
    with pytest.raises(ValueError, match=r"Use X\.reshape\(-1, 1\) for one column"):
        layer.forward(np.array([1.0, 2.0]))
    assert layer.forward(np.array([1.0, 2.0]).reshape(-1, 1)).tolist() == [[3.0], [5.0]]

    with pytest.raises(ValueError, match=r"Use b\.reshape\(1, -1\) for one row"):
        Linear.from_weights(np.eye(2), np.zeros(2))
    assert Linear.from_weights(np.eye(2), np.zeros(2).reshape(1, -1)).b.shape == (1, 2)


def test_the_way_out_of_text_works():
    table = pd.DataFrame({"colour": ["red", "blue"], "size": [1.0, 2.0]})
    with pytest.raises(ValueError, match="a dummy column for each category"):
        through_a_layer(table)
    dummies = pd.get_dummies(table, drop_first=True)
    assert through_a_layer(dummies).tolist() == [[1.0, 1.0], [2.0, 0.0]]


@pytest.mark.parametrize("dY", [[["a", "b"]], [[None, 1.0]], [[1 + 2j, 3]]])
def test_a_gradient_must_be_numbers_too(dY):
    layer = Linear.from_weights(np.eye(2), np.zeros((1, 2)))
    layer.forward([[1.0, 2.0]])
    with pytest.raises(ValueError, match=r"gradient has shape \(1, 2\).*real numbers"):
        layer.backward(dY)


@pytest.mark.parametrize("X, message", HIDDEN, ids=range(len(HIDDEN)))
def test_every_function_that_takes_an_array_refuses_what_hides_entries(X, message):
    model, rng = Sequential(ReLU()), np.random.default_rng(0)
    functions = [sigmoid, relu, leaky_relu, tanh, softmax, sigmoid_derivative, relu_derivative]
    for function in [*functions, leaky_relu_derivative, tanh_derivative]:
        with pytest.raises(ValueError, match=message.replace("X", ".")):
            function(X)
    for name, call in {
        "X": lambda: minibatches(X, TWO_BY_TWO, 1, rng=rng),
        "Y": lambda: minibatches(TWO_BY_TWO, X, 1, rng=rng),
        "Z": lambda: ReLU().forward(X),
        "b": lambda: Linear.from_weights(TWO_BY_TWO, X),
        "Y_hat": lambda: MSELoss().forward(X, TWO_BY_TWO),
        "Y ": lambda: MSELoss().forward(TWO_BY_TWO, X),
        "X ": lambda: check_gradients(model, MSELoss(), X, TWO_BY_TWO),
        " Y": lambda: check_gradients(model, MSELoss(), TWO_BY_TWO, X),
        " X": lambda: numerical_gradient(np.sum, X),
        "a": lambda: relative_error(X, TWO_BY_TWO),
    }.items():
        with pytest.raises(ValueError, match=f"^{name.strip()} (has masked|is sparse)"):
            call()


@pytest.mark.parametrize("Y", [[1.0, 2.0], pd.Series([1.0, 2.0])], ids=["list", "Series"])
def test_the_way_out_is_one_that_lists_and_series_have(Y):
    with pytest.raises(ValueError, match=r"Use np\.asarray\(Y\)\.reshape\(-1, 1\)"):
        trained(TWO_BY_TWO, Y)
    with pytest.raises(ValueError, match=r"Use np\.asarray\(Y\)\.reshape\(-1, 1\)\.$"):
        MSELoss().forward(np.ones((2, 1)), Y)
    assert MSELoss().forward(np.ones((2, 1)), np.asarray(Y).reshape(-1, 1)) == 0.5


def test_numbers_beyond_floats_are_refused():
    with pytest.raises(ValueError, match="in the range of float64"):
        through_a_layer([[Fraction(10**400), 1]])
