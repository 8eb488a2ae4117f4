"""Cross-entropy: its value and its gradient against four witnesses, and what is refused."""

import copy
import inspect
import math
import pickle
import warnings

import numpy as np
import pytest
from helpers import random_network, slope_of
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier

from nnlib import (
    SGD,
    BinaryCrossEntropyLoss,
    LeakyReLU,
    Linear,
    ReLU,
    Sequential,
    Sigmoid,
    SoftmaxCrossEntropyLoss,
    Tanh,
    accuracy,
    check_gradients,
    fit,
    one_hot,
    sigmoid,
    softmax,
)

LOSSES = [SoftmaxCrossEntropyLoss, BinaryCrossEntropyLoss]

# Measured with PyTorch in float64, to be met to 1e-10 of the largest entry.
Z = np.array([[2, 1, -1], [0, 0, 0], [-3, 4, 1], [1000, 0, -1000], [5, 5, -2]], dtype=float)
LABELS = [0, 2, 1, 0, 2]
ROW_LOSSES = [0.34901221676818633, 1.0986122886681098, 0.049455609695645726, 0, 7.693603017633216]
MEAN_LOSS = 1.8381366265530314
P = [
    [0.7053845126982412, 0.25949646034241913, 0.03511902695933973],
    [1 / 3, 1 / 3, 1 / 3],
    [0.0008678812948896053, 0.9517474055557683, 0.04738471314934217],
    [1, 0, 0],
    [0.4997721334023318, 0.4997721334023318, 0.0004557331953362922],
]
DZ = [
    [-0.058923097460351764, 0.05189929206848383, 0.007023805391867946],
    [0.06666666666666667, 0.06666666666666667, -0.13333333333333333],
    [0.00017357625897792102, -0.009650518888846339, 0.009476942629868437],
    [0, 0, 0],
    [0.09995442668046636, 0.09995442668046636, -0.19990885336093275],
]
BINARY_Z, BINARY_LABELS = np.array([[-1000.0], [0], [2], [1000]]), [[1], [1], [0], [1]]


def assert_meets(value, wanted):
    np.testing.assert_allclose(value, wanted, rtol=0, atol=1e-10 * np.abs(wanted).max())


def loss_and_gradient(loss_fn, *arguments):
    return loss_fn.forward(*arguments), loss_fn.backward().copy()


# The reference numbers


def test_softmax_cross_entropy_of_the_reference():
    for labels in (LABELS, np.array(LABELS), one_hot(LABELS, 3), one_hot(LABELS, 3).astype(bool)):
        loss, dZ = loss_and_gradient(SoftmaxCrossEntropyLoss(), Z, labels)
        assert type(loss) is float
        assert_meets(loss, MEAN_LOSS)
        assert_meets(dZ, DZ)
    assert_meets(softmax(Z), P)


def test_each_row_of_the_reference():
    losses = [SoftmaxCrossEntropyLoss().forward(Z[i : i + 1], LABELS[i : i + 1]) for i in range(5)]
    assert_meets(losses, ROW_LOSSES)
    assert losses[3] == 0 and math.copysign(1, losses[3]) == 1, "0, and not -0.0"


def test_binary_cross_entropy_of_the_reference():
    for labels in (BINARY_LABELS, np.array(BINARY_LABELS, dtype=bool)):
        loss, dZ = loss_and_gradient(BinaryCrossEntropyLoss(), BINARY_Z, labels)
        assert type(loss) is float
        assert_meets(loss, 250.70501879790072)
        assert_meets(dZ, [[-0.25], [-0.125], [0.22019926949447058], [0]])


@pytest.mark.parametrize("k", [2, 3, 10])
def test_who_knows_nothing_has_a_loss_of_log_k(k):
    loss, dZ = loss_and_gradient(SoftmaxCrossEntropyLoss(), np.zeros((7, k)), [0] * 7)
    # One exponential, sum and logarithm; and their mean.
    assert loss == pytest.approx(math.log(k), rel=1e-15)
    np.testing.assert_allclose(dZ[:, 1:], 1 / k / 7, rtol=1e-15)
    binary = BinaryCrossEntropyLoss().forward(np.zeros((7, 1)), np.ones((7, 1)))
    assert binary == pytest.approx(math.log(2), rel=1e-15)


# Independent witnesses


def test_the_loss_is_that_of_scikit_learn(rng):
    logits, labels = rng.normal(0, 3, (50, 4)), rng.integers(0, 4, 50)
    wanted = log_loss(labels, softmax(logits), labels=range(4))
    # Fifty roundings at most of a loss near 3.
    assert SoftmaxCrossEntropyLoss().forward(logits, labels) == pytest.approx(wanted, rel=1e-14)
    binary = (labels > 1).reshape(-1, 1)
    wanted = log_loss(binary, sigmoid(logits[:, :1]))
    assert BinaryCrossEntropyLoss().forward(logits[:, :1], binary) == pytest.approx(
        wanted, rel=1e-14
    )


@pytest.mark.parametrize(
    "classes, activation, name",
    [(3, ReLU, "relu"), (3, Tanh, "tanh"), (2, ReLU, "relu"), (2, Sigmoid, "logistic")],
)
def test_the_gradients_are_those_of_scikit_learn(rng, classes, activation, name):
    """The conversion: its coefs_ are W as they are, its intercepts_ are b as (d_out,); alpha=0.

    For two classes it has a single logit, and wants its labels as a column.
    """
    X, labels = rng.normal(size=(20, 5)), rng.permutation(np.arange(20) % classes)
    theirs = MLPClassifier((4, 6), activation=name, alpha=0, max_iter=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a single epoch has not converged
        theirs.fit(X, labels)
    layers = []
    for W, b in zip(theirs.coefs_, theirs.intercepts_):
        layers += [Linear.from_weights(W, b.reshape(1, -1)), activation()]
    model = Sequential(*layers[:-1])

    Y = one_hot(labels, 3) if classes == 3 else labels.reshape(-1, 1)
    loss_fn = SoftmaxCrossEntropyLoss() if classes == 3 else BinaryCrossEntropyLoss()
    loss = loss_fn.forward(model.forward(X), Y)
    model.backward(loss_fn.backward())

    rooms = [[None] * 3 for _ in range(3)]
    wanted, dW, db = theirs._backprop(X, Y, None, [X, None, None, None], *rooms)
    # Sums of 20 rows in another order, through three layers.
    assert loss == pytest.approx(wanted, rel=1e-13)
    for i, layer in enumerate(model.layers[::2]):
        np.testing.assert_allclose(layer.dW, dW[i], rtol=0, atol=1e-14)
        np.testing.assert_allclose(layer.db.ravel(), db[i], rtol=0, atol=1e-14)


@pytest.mark.parametrize(
    "loss_class, k", [(SoftmaxCrossEntropyLoss, 4), (BinaryCrossEntropyLoss, 1)]
)
def test_the_gradient_is_the_measured_slope(rng, loss_class, k):
    logits, labels = rng.normal(0, 3, (7, k)), rng.integers(0, 2, (7, 1))
    loss_fn, labels = loss_class(), labels.ravel() if k > 1 else labels
    _, dZ = loss_and_gradient(loss_fn, logits, labels)
    slope = slope_of(lambda: loss_fn.forward(logits, labels), logits)
    # (1e-5)^2 / 6 of a third derivative below 0.1, and rounding of a loss near 3: 4e-16 / 1e-5.
    np.testing.assert_allclose(dZ, slope, rtol=0, atol=1e-10)


@pytest.mark.parametrize("activation", [None, ReLU, LeakyReLU, Sigmoid, Tanh])
@pytest.mark.parametrize("rows", [1, 7])
def test_every_layer_passes_the_gradient_check(rng, activation, rows):
    X, labels = rng.normal(size=(rows, 3)), rng.integers(0, 4, rows)
    sizes, options = ((3,), {}) if activation is None else ((3, 4, 6), {"activation": activation})
    model = random_network(rng, *sizes, 4, **options)
    for Y in (labels, labels.tolist(), one_hot(labels, 4)):
        check = check_gradients(model, SoftmaxCrossEntropyLoss(), X, Y)
        # A single row may find all units of a ReLU layer off, and then no gradient behind them.
        assert check.passed and (rows == 1 or not check.too_small), check
    model = random_network(rng, *sizes, 1, **options)
    check = check_gradients(model, BinaryCrossEntropyLoss(), X, (labels > 1).reshape(-1, 1))
    assert check.passed and (rows == 1 or not check.too_small), check


@pytest.mark.parametrize("activation", [ReLU, LeakyReLU, Sigmoid, Tanh])
def test_an_activation_may_stand_last(rng, activation):
    X, labels = rng.normal(size=(7, 3)), rng.integers(0, 4, 7)
    model = Sequential(*random_network(rng, 3, 4).layers, activation())
    assert check_gradients(model, SoftmaxCrossEntropyLoss(), X, labels).passed
    model = Sequential(*random_network(rng, 3, 1).layers, activation())
    assert check_gradients(model, BinaryCrossEntropyLoss(), X, np.ones((7, 1))).passed


class NotDividedByRows(SoftmaxCrossEntropyLoss):
    def backward(self):
        return super().backward() * len(self._difference)


class SoftmaxOverTheBatch(SoftmaxCrossEntropyLoss):
    def backward(self):
        return (softmax(Z.ravel()).reshape(Z.shape) - one_hot(LABELS, 3)) / 5


class SlopeOfSoftmaxTwice(SoftmaxCrossEntropyLoss):
    def backward(self):
        P = softmax(Z)
        return super().backward() * P * (1 - P)


@pytest.mark.parametrize("wrong", [NotDividedByRows, SoftmaxOverTheBatch, SlopeOfSoftmaxTwice])
def test_a_wrong_gradient_fails_the_gradient_check(wrong):
    model = Sequential(Linear.from_weights(np.eye(3), np.zeros((1, 3))))
    check = check_gradients(model, wrong(), Z, LABELS)
    assert not check.passed and check.errors["W1"] > 0.1


# Far from zero


def test_a_shift_of_a_row_changes_nothing(rng):
    logits, labels = rng.integers(-40, 40, (6, 3)) / 8, rng.integers(0, 3, 6)  # eighths: exact sums
    loss, dZ = loss_and_gradient(SoftmaxCrossEntropyLoss(), logits, labels)
    for shift in (1000, -1e6, rng.integers(-1000, 1000, (6, 1))):
        again = loss_and_gradient(SoftmaxCrossEntropyLoss(), logits + shift, labels)
        assert again[0] == loss and again[1].tobytes() == dZ.tobytes()


def test_the_rows_of_a_gradient_add_to_zero(rng):
    _, dZ = loss_and_gradient(SoftmaxCrossEntropyLoss(), rng.normal(0, 9, (50, 4)), [0, 3] * 25)
    np.testing.assert_allclose(dZ.sum(axis=1), 0, atol=1e-17)  # of entries of 1/50 at most


@pytest.mark.parametrize("size", [1000.0, 1e6, 1e300])
def test_wide_logits_have_a_plain_loss(size):
    right = loss_and_gradient(SoftmaxCrossEntropyLoss(), [[size, -size]], [0])
    wrong = loss_and_gradient(SoftmaxCrossEntropyLoss(), [[size, -size]], [1])
    assert right[0] == 0 and right[1].tolist() == [[0, 0]]
    assert wrong[0] == 2 * size and wrong[1].tolist() == [[1, -1]]
    assert loss_and_gradient(BinaryCrossEntropyLoss(), [[size]], [[0]]) == (size, [[1]])
    assert loss_and_gradient(BinaryCrossEntropyLoss(), [[size]], [[1]]) == (0, [[0]])


def test_a_class_that_is_ruled_out_may_have_a_logit_of_minus_infinity():
    loss, dZ = loss_and_gradient(SoftmaxCrossEntropyLoss(), [[-np.inf, 2.0, 2.0]], [1])
    assert loss == math.log(2) and dZ.tolist() == [[0, -0.5, 0.5]]
    assert SoftmaxCrossEntropyLoss().forward([[-np.inf, 2.0]], [0]) == np.inf


@pytest.mark.parametrize("loss_class", LOSSES)
def test_nan_is_never_hidden(loss_class):
    # As with MSELoss: `fit` then says in words that learning has diverged.
    k = 3 if loss_class is SoftmaxCrossEntropyLoss else 1
    logits = np.ones((4, k))
    logits[2, -1] = np.nan
    loss, dZ = loss_and_gradient(loss_class(), logits, np.zeros(4) if k > 1 else np.zeros((4, 1)))
    assert np.isnan(loss) and np.isnan(dZ).any(axis=1).tolist() == [False, False, True, False]


@pytest.mark.parametrize("setting", ["raise", "warn"])
def test_nothing_is_raised_or_warned_of(setting):
    with warnings.catch_warnings(), np.errstate(all=setting):
        warnings.simplefilter("error")
        for size in (5e-324, 1e-308, 745.0, 1000.0, 1.7e308):
            logits = np.array([[size, -size], [-size, size], [size, size]])
            loss_and_gradient(SoftmaxCrossEntropyLoss(), logits, [0, 0, 1])
            loss_and_gradient(BinaryCrossEntropyLoss(), logits[:, :1], [[0], [1], [1]])


def test_a_class_may_have_no_row_and_rows_a_single_class():
    loss_fn = SoftmaxCrossEntropyLoss()
    assert loss_fn.forward(Z[:, :2], [1] * 5) > 0
    assert (loss_fn.backward()[:, 0] >= 0).all(), "the other is pushed down"


# Refusals


SWAPPED = "first, and then the labels"
BAD = {
    "a single class": (Z[:, :1], [0] * 5, "single class.*BinaryCrossEntropyLoss"),
    "no rows": (Z[:0], [], r"Z has shape \(0, 3\)"),
    "no classes": (Z[:, :0], LABELS, r"Z has shape \(5, 0\)"),
    "flat logits": (Z[0], [0], r"Z has shape \(3,\)"),
    "three axes": (Z[None], LABELS, r"Z has shape \(1, 5, 3\)"),
    "text": ([["a", "b"]], [0], "Z has shape.*real numbers"),
    "swapped": (LABELS, Z, r"Z has shape \(5,\)"),
    "swapped one-hot": (one_hot(LABELS, 3), Z, SWAPPED),
    "shares": (Z, P, SWAPPED),
    "from 1": (Z, [1, 3, 2, 1, 3], "use labels - 1"),
    "a column": (Z, np.reshape(LABELS, (5, 1)), r"labels.ravel\(\)"),
    "text labels": (Z, ["a", "c", "b", "a", "c"], "np.unique"),
}  # fmt: skip
BAD_BINARY = {
    "two logits": (Z[:4, :2], BINARY_LABELS, r"shape \(4, 2\).*For 2 classes use SoftmaxCross"),
    "flat logits": (BINARY_Z.ravel(), BINARY_LABELS, r"Z.reshape\(-1, 1\)"),
    "no rows": (BINARY_Z[:0], [], r"Z has shape \(0, 1\)"),
    "flat labels": (BINARY_Z, [1, 1, 0, 1], r"reshape\(-1, 1\)"),
    "swapped": (BINARY_LABELS, BINARY_Z, r"labels\[0, 0\] is -1000"),
    "-1 and 1": (BINARY_Z, [[1], [1], [-1], [1]], r"\(labels \+ 1\) / 2"),
}  # fmt: skip


@pytest.mark.parametrize(
    "loss_class, logits, labels, message",
    [(SoftmaxCrossEntropyLoss, *case) for case in BAD.values()]
    + [(BinaryCrossEntropyLoss, *case) for case in BAD_BINARY.values()],
    ids=[*BAD, *(f"binary: {name}" for name in BAD_BINARY)],
)  # fmt: skip
def test_a_refusal_has_the_way_out_and_changes_nothing(loss_class, logits, labels, message):
    loss_fn = loss_class()
    good = (Z, LABELS) if loss_class is SoftmaxCrossEntropyLoss else (BINARY_Z, BINARY_LABELS)
    _, before = loss_and_gradient(loss_fn, *good)
    with pytest.raises(ValueError, match=message):
        loss_fn.forward(logits, labels)
    assert np.array_equal(loss_fn.backward(), before)


# Probabilities in place of logits


def warnings_of(logits, labels, loss_fn=None, times=1):
    loss_fn = SoftmaxCrossEntropyLoss() if loss_fn is None else loss_fn
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(times):
            loss_fn.forward(logits, labels)
    return caught


def test_softmax_twice_is_warned_of_once_at_the_readers_line():
    loss_fn = SoftmaxCrossEntropyLoss()
    (warning,) = warnings_of(softmax(Z), LABELS, loss_fn, times=3)
    assert warning.category is UserWarning and warning.filename == __file__
    lines, start = inspect.getsourcelines(warnings_of)
    assert "loss_fn.forward" in lines[warning.lineno - start]
    assert str(warning.message).startswith("These look like probabilities already: softmax twice.")
    assert not warnings_of(softmax(Z), LABELS, loss_fn)
    assert loss_fn.forward(softmax(Z), LABELS) > 0, "a warning, and the loss all the same"


@pytest.mark.parametrize("n, k", [(1, 10), (5, 2), (32, 10), (2, 1000), (400, 3)])
def test_softmax_is_recognised(rng, n, k):
    for spread in (0.1, 3, 100):
        assert len(warnings_of(softmax(rng.normal(0, spread, (n, k))), [0] * n)) == 1


@pytest.mark.parametrize(
    "logits",
    [Z, np.zeros((20, 3)), np.ones((20, 3)), np.full((20, 3), np.nan), np.full((20, 3), 1e308),
     [[0.25, 0.75]] * 4, [[1, 0, 0], [0, 1, 0], [0, 0, 1]], softmax(Z) + 1e-11,
     [[-0.5, 1.5]] * 10, np.vstack([softmax(Z), Z])],
    ids=["logits", "zeros", "ones", "nan", "huge", "by hand", "by hand, one-hot", "nearly 1",
         "below 0", "some rows only"],
)  # fmt: skip
def test_logits_are_no_probabilities(logits):
    assert not warnings_of(logits, [0] * len(logits))


def test_random_networks_raise_no_false_alarm(rng):
    for _ in range(100):
        model = Sequential(*random_network(rng, 3, 4, 2).layers, ReLU())
        assert not warnings_of(model.forward(rng.normal(size=(9, 3))), [0] * 9)


def test_where_warnings_are_errors_a_refusal_stays_one():
    loss_fn = SoftmaxCrossEntropyLoss()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(2):
            with pytest.raises(UserWarning, match="softmax twice"):
                loss_fn.forward(softmax(Z), LABELS)
    with pytest.raises(RuntimeError, match="call forward"):
        loss_fn.backward()


# Memory


@pytest.mark.parametrize("loss_class", LOSSES)
def test_what_is_remembered_is_forgotten_and_in_no_copy(loss_class):
    loss_fn = loss_class()
    with pytest.raises(RuntimeError, match=rf"{loss_class.__name__}\(\).backward.*call forward"):
        loss_fn.backward()
    good = (Z, LABELS) if loss_class is SoftmaxCrossEntropyLoss else (BINARY_Z, BINARY_LABELS)
    _, before = loss_and_gradient(loss_fn, *good)
    for make_copy in (copy.copy, copy.deepcopy, lambda part: pickle.loads(pickle.dumps(part))):
        with pytest.raises(RuntimeError, match="call forward"):
            make_copy(loss_fn).backward()
    assert np.array_equal(loss_fn.backward(), before), "twice the same"
    loss_fn.forget()
    with pytest.raises(RuntimeError, match="call forward"):
        loss_fn.backward()
    assert repr(loss_fn) == f"{loss_class.__name__}()"


@pytest.mark.parametrize("loss_class", LOSSES)
def test_the_readers_arrays_are_left_alone_and_not_kept(loss_class):
    k = 3 if loss_class is SoftmaxCrossEntropyLoss else 1
    logits = np.ones((5, k))
    Y = one_hot(LABELS, 3) if k == 3 else np.ones((5, 1))
    copies = logits.copy(), Y.copy()
    loss_fn = loss_class()
    _, before = loss_and_gradient(loss_fn, logits, Y)
    assert np.array_equal(logits, copies[0]) and np.array_equal(Y, copies[1])
    logits[:], Y[:] = 7, 0
    loss_fn.backward()[:] = 9
    assert np.array_equal(loss_fn.backward(), before)


# Training


def three_clouds(rng, n=90):
    labels = np.arange(n) % 3
    centers = np.array([[2.0, 0.0], [-1.0, 1.7], [-1.0, -1.7]])
    return centers[labels] + 0.3 * rng.normal(size=(n, 2)), labels


def settings(rng):
    return {"epochs": 30, "batch_size": 20, "rng": rng}


def test_fit_learns_three_clouds_without_a_warning(rng):
    X, labels = three_clouds(rng)
    model = Sequential(Linear(2, 8, rng=rng), ReLU(), Linear(8, 3, rng=rng))
    Y = one_hot(labels, 3)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        history = fit(model, SoftmaxCrossEntropyLoss(), SGD(model, 0.3), X, Y,
                      validation=(X, Y), **settings(rng))  # fmt: skip
    assert history.validation_loss[-1] < 0.05 and accuracy(model.predict(X), labels) == 1


def test_fit_learns_one_cloud_against_the_others(rng):
    X, labels = three_clouds(rng)
    model = Sequential(Linear(2, 8, rng=rng), ReLU(), Linear(8, 1, rng=rng))
    Y = (labels == 0).reshape(-1, 1)
    fit(model, BinaryCrossEntropyLoss(), SGD(model, 0.3), X, Y, **settings(rng))
    assert accuracy(model.predict(X), Y) == 1


def test_fit_says_that_learning_has_diverged(rng):
    X, labels = three_clouds(rng)
    model = Sequential(Linear(2, 8, rng=rng), Linear(8, 3, rng=rng))
    Y = one_hot(labels, 3)
    with pytest.raises(FloatingPointError, match="diverged"):
        fit(model, SoftmaxCrossEntropyLoss(), SGD(model, 1e160), X, Y, **settings(rng))


def test_the_loss_of_the_mean_is_the_entropy_of_the_labels():
    labels = np.array([0, 0, 1, 3])
    entropy = math.log(2) / 2 + 2 * math.log(4) / 4
    loss_fn = SoftmaxCrossEntropyLoss()
    for Y in (labels, one_hot(labels, 4)):
        assert loss_fn.loss_of_the_mean(Y) == pytest.approx(entropy, rel=1e-15)
    shares = np.tile(np.log([0.5, 0.25, 1e-300, 0.25]), (4, 1))
    assert loss_fn.forward(shares, labels) == pytest.approx(entropy, rel=1e-15)
    column = (labels > 0).reshape(-1, 1)
    assert BinaryCrossEntropyLoss().loss_of_the_mean(column) == math.log(2)
    assert str(loss_fn.loss_of_the_mean(np.zeros(4))) == "0.0", "and not -0.0"
