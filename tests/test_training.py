"""Mini-batches and fit, against hand-written loops and scikit-learn's network."""

import re
import warnings
from contextlib import nullcontext

import numpy as np
import pytest

from nnlib import (
    SGD,
    History,
    Linear,
    MSELoss,
    Sequential,
    SoftmaxCrossEntropyLoss,
    fit,
    make_five_rows,
    minibatches,
    one_hot,
)


@pytest.fixture
def data(rng):
    """17 rows, three features, two targets; in batches of five, the last has two rows."""
    X = rng.normal(size=(17, 3))
    return X, np.column_stack([X[:, 0] ** 2, X[:, 1] - X[:, 2]])


def run(model, data, seed=5, *, lr=0.05, **options):
    options = {"epochs": 4, "batch_size": 5, "rng": np.random.default_rng(seed)} | options
    return fit(model, MSELoss(), SGD(model, lr), *data, **options)


def values(model):
    """The parameters bit for bit: the same operations on the same machine give the same bits."""
    return {name: p.tobytes() for name, p in model.parameters().items()}


def copy_of(model):
    layers = [Linear.from_weights(layer.W, layer.b) if isinstance(layer, Linear) else type(layer)()
              for layer in model.layers]  # fmt: skip
    return Sequential(*layers)


# Mini-batches


def test_each_row_comes_once_with_its_own_target(rng):
    X = np.arange(17.0).reshape(-1, 1) @ [[1, 10, 100]]
    Y = np.arange(17.0).reshape(-1, 1) * 7
    batches = list(minibatches(X, Y, 5, rng=rng))
    assert [x.shape for x, _ in batches] == [(5, 3), (5, 3), (5, 3), (2, 3)]
    assert [y.shape for _, y in batches] == [(5, 1), (5, 1), (5, 1), (2, 1)]
    X_all, Y_all = (np.concatenate(part) for part in zip(*batches, strict=True))
    assert np.array_equal(Y_all[:, 0], X_all[:, 0] * 7), "pairs stay together"
    assert sorted(X_all[:, 0]) == list(range(17)), "every row once"
    assert not np.array_equal(X_all, X), "shuffled"


def test_the_generator_decides_the_order(data):
    def order(rng):
        return np.concatenate([x[:, 0] for x, _ in minibatches(*data, 5, rng=rng)]).tolist()

    rng = np.random.default_rng(1)
    first, second = order(rng), order(rng)
    assert first != second, "a new order in each epoch"
    assert first == order(np.random.default_rng(1))


def test_a_batch_may_hold_everything_and_the_data_stay(data):
    before = data[0].copy()
    ((X, _),) = minibatches(*data, 1000, rng=np.random.default_rng(1))
    X[...] = 0
    assert np.array_equal(data[0], before)


BAD_CALLS = [
    ({"X": np.ones(17)}, ValueError, r"^X has shape \(17,\).*reshape\(-1, 1\)"),
    ({"Y": np.ones(17)}, ValueError, r"Y has shape \(17,\).*reshape\(-1, 1\)"),
    ({"Y": np.ones((16, 2))}, ValueError, r"17 rows \(shape \(17, 3\)\).*16 \(shape \(16, 2\)\)"),
    ({"X": np.ones((0, 3)), "Y": np.ones((0, 2))}, ValueError, r"\(0, 3\)"),
    ({"X": [["a"]] * 17}, ValueError, r"X has shape \(17, 1\).*real numbers"),
    ({"batch_size": 0}, ValueError, "batch_size must be at least 1"),
    ({"batch_size": 2.5}, TypeError, "batch_size must be a whole number"),
    ({"rng": 0}, TypeError, "rng must be a numpy.random.Generator"),
    ({"rng": None}, TypeError, "rng must be a numpy.random.Generator"),
]


@pytest.mark.parametrize("bad, error, message", BAD_CALLS)
def test_minibatches_refuses_at_the_call(data, rng, bad, error, message):
    good = {"X": data[0], "Y": data[1], "batch_size": 5, "rng": rng}
    with pytest.raises(error, match=message):
        minibatches(**(good | bad))


# fit


def test_fit_is_the_loop_written_by_hand(make_network, data):
    model = make_network(3, 4, 2)
    W1, b1, W2, b2 = (p.copy() for p in model.parameters().values())
    history = run(model, data, lr=0.05)

    rng, (X, Y), losses = np.random.default_rng(5), data, []
    for _ in range(4):
        order, squares = rng.permutation(17), 0
        for rows in (order[:5], order[5:10], order[10:15], order[15:]):
            Z1 = X[rows] @ W1 + b1
            A1 = np.maximum(Z1, 0)
            error = A1 @ W2 + b2 - Y[rows]
            squares += np.sum(error**2)
            dY_hat = 2 * error / error.size
            dZ1 = (dY_hat @ W2.T) * (Z1 > 0)
            W1, b1 = W1 - 0.05 * X[rows].T @ dZ1, b1 - 0.05 * dZ1.sum(axis=0)
            W2, b2 = W2 - 0.05 * A1.T @ dY_hat, b2 - 0.05 * dY_hat.sum(axis=0)
        losses.append(squares / (17 * 2))
    # 16 steps in another order of operations; the steps shrink differences rather than grow them.
    for got, wanted in zip(model.parameters().values(), (W1, b1, W2, b2), strict=True):
        np.testing.assert_allclose(got, wanted, rtol=0, atol=1e-12)
    np.testing.assert_allclose(history.train_loss, losses, rtol=1e-12)


def test_one_step_of_scikit_learns_network(make_network, data):
    from sklearn.neural_network import MLPRegressor

    model, (X, Y) = make_network(3, 4, 6, 2), data
    # Its loss is half the square, averaged over rows but not over outputs: 1/n against our
    # 2 / (n d_out). With two outputs these are the same, so the rates are too.
    peer = MLPRegressor(hidden_layer_sizes=(4, 6), solver="sgd", alpha=0, momentum=0, batch_size=17,
                        learning_rate_init=0.05)  # fmt: skip
    peer.partial_fit(X, Y)  # makes its arrays
    for array, layer in zip(peer.coefs_, model.layers[::2], strict=True):
        array[...] = layer.W
    for array, layer in zip(peer.intercepts_, model.layers[::2], strict=True):
        array[...] = layer.b[0]
    peer.partial_fit(X, Y)
    run(model, data, epochs=1, batch_size=17, lr=0.05)
    for array, layer in zip(peer.coefs_, model.layers[::2], strict=True):
        np.testing.assert_allclose(array, layer.W, rtol=0, atol=1e-12)  # sums in another order
    for array, layer in zip(peer.intercepts_, model.layers[::2], strict=True):
        np.testing.assert_allclose(array, layer.b[0], rtol=0, atol=1e-12)


def test_the_epochs_loss_is_a_mean_over_examples_not_batches():
    # No slope: the loss of a row is its squared target, and a rate this small moves nothing.
    X, Y = np.zeros((3, 1)), np.array([[3.0], [3.0], [0.0]])
    model = Sequential(Linear.from_weights([[0.0]], [[0.0]]))
    history = run(model, (X, Y), epochs=1, batch_size=2, lr=1e-300)
    assert history.train_loss == [6.0], "over batches it would be 6.75 or 4.5"


def test_validation_loss_is_measured_after_each_epoch(make_network, data):
    model = make_network(3, 4, 2)
    start, validation = copy_of(model), (data[0][:4] + 1, data[1][:4])
    history = run(model, data, epochs=3, validation=validation)
    assert len(history.train_loss) == len(history.validation_loss) == 3
    for epochs, loss in enumerate(history.validation_loss, start=1):
        again = copy_of(start)
        run(again, data, epochs=epochs)
        wanted = np.mean((again.forward(validation[0]) - validation[1]) ** 2)
        assert loss == pytest.approx(wanted, rel=1e-14)  # a mean of 8 squares, each term positive
    assert values(again) == values(model), "looking at validation data teaches nothing"


def test_without_validation_there_is_no_validation_loss(make_network, data):
    history = run(make_network(3, 4, 2), data)
    assert isinstance(history, History) and history.validation_loss == []
    assert all(type(loss) is float for loss in history.train_loss)


def test_the_same_generator_gives_the_same_run(make_network, data):
    model = make_network(3, 4, 2)
    same, other = copy_of(model), copy_of(model)
    assert run(model, data, 5) == run(same, data, 5) and values(model) == values(same)
    run(other, data, 6)
    assert values(other) != values(model)


def test_an_optimizer_of_ones_own_needs_a_step_and_no_more(make_network, data):
    class StepOnly:
        def __init__(self, model):
            self.step = SGD(model, 0.05).step

    model = make_network(3, 4, 2)
    same = copy_of(model)
    rng = np.random.default_rng(5)
    fit(model, MSELoss(), StepOnly(model), *data, epochs=4, batch_size=5, rng=rng)
    run(same, data, 5, lr=0.05)
    assert values(model) == values(same)


def test_integers_and_lists_are_accepted(make_network):
    history = run(make_network(1, 2, 1), ([[1], [2], [3]], [[1], [0], [2]]), epochs=1)
    assert np.isfinite(history.train_loss[0])


def test_divergence_is_said_in_words(five_row_network):
    fresh = copy_of(five_row_network)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(FloatingPointError) as caught:
            run(five_row_network, make_five_rows(), lr=0.75, epochs=100, batch_size=2)
    epoch = int(re.search(r"epoch (\d+), step [123],", str(caught.value))[1])
    assert epoch > 1, "the test is about a loss that grows for some epochs"
    with pytest.raises(FloatingPointError, match="before the first step"):  # its loss is finite
        run(fresh, make_five_rows(), lr=0.75, epochs=epoch - 1, batch_size=2)
    assert "diverged. Try a smaller learning rate than 0.75" in str(caught.value)


def test_the_epoch_and_the_step_are_the_right_ones():
    # dW of the first step is 2 * 1e100 * 1e100, so the second step meets a loss of 1e600: inf.
    model = Sequential(Linear.from_weights([[1.0]], [[0.0]]))
    X, Y = np.full((4, 1), 1e100), np.zeros((4, 1))
    with pytest.raises(FloatingPointError, match="epoch 1, step 2, is inf"):
        run(model, (X, Y), batch_size=2, lr=1.0)
    model = Sequential(Linear.from_weights([[1.0]], [[0.0]]))
    with pytest.raises(FloatingPointError, match="epoch 2, step 1, is inf"):
        run(model, (X, Y), batch_size=4, lr=1.0)


@pytest.mark.parametrize("lr, X, message", [(1e308, 1e3, "W1 holds nan or inf after epoch 1"),
                                            (0.1, 1e200, "step 1, is inf")])  # fmt: skip
def test_divergence_at_the_very_end_or_start_is_found_without_warnings(lr, X, message):
    model = Sequential(Linear.from_weights([[1.0]], [[0.0]]))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(FloatingPointError, match=message):
            run(model, ([[X], [X]], [[0], [0]]), epochs=1, lr=lr)


BAD_FITS = [
    *BAD_CALLS,
    ({"epochs": 0}, ValueError, "epochs must be at least 1"),
    ({"epochs": 1.0}, TypeError, "epochs must be a whole number"),
    ({"X": np.full((17, 3), np.nan)}, ValueError, "^X holds nan or inf"),
    ({"Y": np.full((17, 2), np.inf)}, ValueError, "Y holds nan or inf"),
    ({"X": np.ones((17, 4))}, ValueError, r"Linear\(.*\(1, 4\).*\(3, 4\)"),
    ({"Y": np.ones((17, 3))}, ValueError, r"\(17, 2\).*\(17, 3\)"),
    ({"validation": (np.ones((5, 4)), np.ones((5, 2)))}, ValueError, r"\(1, 4\).*\(3, 4\)"),
    ({"validation": (np.ones((5, 3)), np.ones((4, 2)))}, ValueError, r"5 rows"),
    ({"validation": (np.ones((5, 3)), np.full((5, 2), np.nan))}, ValueError, "nan or inf"),
    (
        {"validation": (np.ones((5, 3)), np.full((5, 2), 1e200))},
        ValueError,
        "validation loss is inf before the first step, where the training loss is",
    ),
]


@pytest.mark.parametrize("progress", [False, True])
@pytest.mark.parametrize("bad, error, message", BAD_FITS)
def test_bad_input_changes_nothing(
    make_network, data, rng, snapshot, bad, error, message, progress
):
    model = make_network(3, 4, 2)
    before, state = snapshot(model), rng.bit_generator.state
    good = {"X": data[0], "Y": data[1], "epochs": 2, "batch_size": 5, "rng": rng}
    with pytest.raises(error, match=message):
        fit(model, MSELoss(), SGD(model, 0.1), **(good | bad), progress=progress)
    assert snapshot(model) == before and rng.bit_generator.state == state


def test_model_and_loss_forget_the_rows_however_it_ends(make_network, data):
    for lr, error in [(0.05, None), (1e300, FloatingPointError)]:
        model, loss_fn = make_network(3, 4, 2), MSELoss()
        with pytest.raises(error) if error else nullcontext():
            fit(model, loss_fn, SGD(model, lr), *data, epochs=2, batch_size=5,
                rng=np.random.default_rng(0), validation=data)  # fmt: skip
        with pytest.raises(RuntimeError, match="call forward"):
            model.backward(np.ones((17, 2)))
        with pytest.raises(RuntimeError, match="call forward"):
            loss_fn.backward()


def test_progress_shows_both_losses_and_changes_nothing(make_network, data, capsys):
    model = make_network(3, 4, 2)
    same = copy_of(model)
    history = run(model, data, validation=data, progress=True)
    shown = capsys.readouterr()
    train, validation = history.train_loss[-1], history.validation_loss[-1]
    assert f"train {train:.4g}, validation {validation:.4g}" in shown.err and "4/4" in shown.err
    assert "epochs: " in shown.err and "?epoch/s" in shown.err and shown.out == ""
    assert run(same, data, validation=data) == history
    bad = data[0] * np.nan, data[1]
    with pytest.raises(ValueError, match="nan"):
        run(model, bad, progress=True)
    assert capsys.readouterr().err == "", "silent unless asked"


def test_a_validation_loss_that_is_not_finite_is_divergence(data):
    model = Sequential(Linear.from_weights(np.zeros((3, 2)), np.zeros((1, 2))))
    far = np.full((4, 3), 1e200), np.zeros((4, 2))  # at the start 0 times them, then no longer
    with pytest.raises(FloatingPointError, match="validation loss after epoch 1 is inf"):
        run(model, data, validation=far)


def test_the_losses_are_floats_whatever_number_the_loss_returns(rng):
    class InFloat32(MSELoss):
        def forward(self, Y_hat, Y):
            return np.float32(super().forward(Y_hat, Y))

    X, Y = rng.normal(size=(6, 2)), rng.normal(size=(6, 1))
    model = Sequential(Linear(2, 1, rng=rng))
    history = fit(model, InFloat32(), SGD(model, 0.1), X, Y, epochs=2, batch_size=4, rng=rng,
                  validation=(X, Y))  # fmt: skip
    assert {type(loss) for loss in history.train_loss + history.validation_loss} == {float}


# Labels


@pytest.fixture
def labels():
    return np.arange(17) % 3


def run_on_labels(model, X, Y, **options):
    options = {"epochs": 4, "batch_size": 5, "rng": np.random.default_rng(5)} | options
    return fit(model, SoftmaxCrossEntropyLoss(), SGD(model, 0.05), X, Y, **options)


def test_labels_stay_with_their_rows(labels, rng):
    X = np.column_stack([labels, np.arange(17)])
    batches = list(minibatches(X, labels, 5, rng=rng))
    assert [y.shape for _, y in batches] == [(5,), (5,), (5,), (2,)]
    assert all(np.array_equal(x[:, 0], y) and y.dtype.kind == "i" for x, y in batches)


def test_labels_and_one_hot_rows_train_the_same_network(make_network, data, labels):
    (X, _), model = data, make_network(3, 4, 3)
    same, Y = copy_of(model), one_hot(labels, 3)
    history = run_on_labels(model, X, labels, validation=(X[:6], labels[:6]), patience=2)
    again = run_on_labels(same, X, Y, validation=(X[:6], Y[:6]), patience=2)
    assert values(model) == values(same) and history == again
    assert history.train_loss[-1] < history.train_loss[0] and history.best_epoch == 4


def test_a_network_that_knows_nothing_has_log_k(data, labels):
    model = Sequential(Linear.from_weights(np.zeros((3, 3)), np.zeros((1, 3))))
    history = run_on_labels(model, data[0], labels, epochs=1, batch_size=17)
    assert history.train_loss == pytest.approx([np.log(3)], rel=1e-15)


@pytest.mark.parametrize(
    "row, label, message",
    [(16, 3, r"labels\[16\] is 3, but with k = 3"), (0, -1, r"labels\[0\] is -1")],
)
def test_one_label_that_is_none_is_found_before_the_first_step(
    make_network, data, labels, rng, snapshot, row, label, message
):
    (X, _), model = data, make_network(3, 4, 3)
    before, state = snapshot(model), rng.bit_generator.state
    wrong = labels.copy()
    wrong[row] = label
    with pytest.raises(ValueError, match=f"^{message}"):
        run_on_labels(model, X, wrong, rng=rng)
    with pytest.raises(ValueError, match=f"^In validation: {message}"):
        run_on_labels(model, X, labels, rng=rng, validation=(X, wrong))
    assert snapshot(model) == before and rng.bit_generator.state == state


def test_the_number_of_a_row_is_its_own_in_many_rows(make_network, rng):
    X, many = rng.normal(size=(3000, 3)), np.zeros(3000, dtype=int)
    many[2500] = 7
    with pytest.raises(ValueError, match=r"labels\[2500\] is 7"):
        run_on_labels(make_network(3, 4, 3), X, many)


def test_labels_for_a_loss_on_numbers_are_refused_with_the_way_out(make_network, data, labels):
    with pytest.raises(ValueError, match=r"Y has shape \(17,\).*Use Y.reshape\(-1, 1\)"):
        run(make_network(3, 4, 1), (data[0], labels))


def test_softmax_twice_is_said_once(rng):
    class Softmax(Linear):
        def forward(self, X):
            Z = np.exp(super().forward(X))
            return Z / Z.sum(axis=1, keepdims=True)

    X, labels = rng.normal(size=(12, 3)), np.arange(12)  # twelve scores: enough in one row
    model = Sequential(Softmax(3, 12, rng=rng))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run_on_labels(model, X, labels, epochs=1, validation=(X, labels))
    assert ["softmax twice" in str(warning.message) for warning in caught] == [True]


def test_a_loss_for_each_row_is_no_loss(make_network, data):
    class EachRow(MSELoss):
        def forward(self, Y_hat, Y):
            super().forward(Y_hat, Y)
            return ((Y_hat - Y) ** 2).mean(axis=1)

    model = make_network(3, 4, 2)
    with pytest.raises(ValueError, match=r"one real number.*of shape \(17,\) for 17 rows"):
        fit(model, EachRow(), SGD(model, 0.1), *data, epochs=1, batch_size=5,
            rng=np.random.default_rng(0))  # fmt: skip
