"""Early stopping: the best weights come back, whether it stops or the epochs run out."""

import numpy as np
import pytest
from helpers import random_network

from nnlib import SGD, Linear, MSELoss, Sequential, fit
from nnlib.early_stopping import EarlyStopping


@pytest.fixture
def data(rng):
    """Few rows and much noise, so that a network can learn them by heart, and others to tell."""
    X = rng.normal(size=(40, 3))
    Y = X[:, :1] + rng.normal(size=(40, 1))
    return (X[:20], Y[:20]), (X[20:], Y[20:])


def run(data, *, epochs, seed=1, **options):
    (X, Y), validation = data
    model = random_network(np.random.default_rng(seed), 3, 20, 1)
    history = fit(model, MSELoss(), SGD(model, 0.02), X, Y, epochs=epochs, batch_size=5,
                  rng=np.random.default_rng(seed), validation=validation, **options)  # fmt: skip
    return model, history


def loss(model, data):
    X, Y = data[1]
    return np.mean((model.predict(X) - Y) ** 2)


def bits(model):
    return [p.tobytes() for p in model.parameters().values()]


def test_it_stops_after_its_patience_with_the_best_weights(data):
    model, history = run(data, epochs=200, patience=4)
    losses = history.validation_loss
    assert history.best_epoch == np.argmin(losses) + 1 == len(losses) - 4 < 196
    assert loss(model, data) == pytest.approx(min(losses), rel=1e-14)
    assert losses[-1] > min(losses)
    # Bit for bit those of a run that ends there.
    assert bits(model) == bits(run(data, epochs=history.best_epoch)[0])


def test_the_best_weights_come_back_when_the_epochs_run_out_too(data):
    _, stopped = run(data, epochs=200, patience=4)
    model, history = run(data, epochs=stopped.best_epoch + 2, patience=4)
    assert len(history.validation_loss) == stopped.best_epoch + 2
    assert history.best_epoch == stopped.best_epoch
    assert loss(model, data) == pytest.approx(min(history.validation_loss), rel=1e-14)


def test_without_patience_nothing_stops_and_nothing_comes_back(data):
    model, history = run(data, epochs=30)
    assert len(history.train_loss) == 30 and history.best_epoch is None
    assert loss(model, data) == pytest.approx(history.validation_loss[-1], rel=1e-14)


def line(w):
    return Sequential(Linear.from_weights([[w]], [[0.0]]))


def test_the_wait_by_hand():
    early, losses, answers = EarlyStopping(2), [5.0, 3.0, 4.0, 3.0, 2.0, 2.0, 9.0], []
    for epoch, each in enumerate(losses, start=1):
        answers.append(early.look(epoch, each, line(epoch)))
    # Epoch 4 equals epoch 2 and so is no new lowest: the wait of 2 is over there, and in 7.
    assert answers == [False, False, False, True, False, False, True]
    assert early.best_epoch == 5 and early.best_loss == 2.0
    assert str(early) == "best 2 in epoch 5"
    model = line(7.0)
    W = model.layers[0].W
    early.restore(model)
    assert W == 5.0 and W is model.layers[0].W, "in place"


@pytest.mark.parametrize("patience, error", [(0, ValueError), (2.5, TypeError), (True, TypeError)])
def test_a_patience_that_is_none_is_refused(data, patience, error):
    with pytest.raises(error, match="patience must be"):
        run(data, epochs=2, patience=patience)


def test_it_needs_validation_rows(data, snapshot):
    model = line(1.0)
    before = snapshot(model)
    with pytest.raises(ValueError, match="patience needs a validation loss"):
        fit(model, MSELoss(), SGD(model, 0.1), np.ones((3, 1)), np.ones((3, 1)), epochs=2,
            batch_size=2, rng=np.random.default_rng(0), patience=3)  # fmt: skip
    assert snapshot(model) == before


def test_the_bar_tells_the_best_epoch_and_why_it_stopped(data, capsys):
    _, history = run(data, epochs=200, patience=4, progress=True)
    shown = capsys.readouterr().err
    best = f"best {min(history.validation_loss):.4g} in epoch {history.best_epoch}"
    last = shown.split("\r")[-1]
    assert f"{best}, stopped early" in last and f"{len(history.train_loss)}/200" in last
    run(data, epochs=3, patience=4, progress=True)
    assert "stopped" not in capsys.readouterr().err


def test_the_best_weights_come_back_after_an_interrupt_too(data):
    (X, Y), validation = data
    _, whole = run(data, epochs=200, patience=4)
    model = random_network(np.random.default_rng(1), 3, 20, 1)

    def interrupt(epoch, *_):
        if epoch == whole.best_epoch + 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as caught:
        fit(model, MSELoss(), SGD(model, 0.02), X, Y, epochs=200, batch_size=5, patience=4,
            rng=np.random.default_rng(1), validation=validation, callbacks=[interrupt])  # fmt: skip
    assert bits(model) == bits(run(data, epochs=whole.best_epoch)[0])
    assert caught.value.__notes__ == [
        f"The model has the weights of its best epoch again, epoch {whole.best_epoch}."
    ]


@pytest.mark.parametrize("patience", [4, None])
def test_the_best_weights_come_back_after_divergence_too(patience):
    model, X = line(1.0), np.ones((4, 1))
    rates = [0.1] * 3 + [1e200] * 9
    with pytest.raises(FloatingPointError, match="diverged") as caught:
        fit(model, MSELoss(), SGD(model, lambda t: rates[t - 1]), X, 3 * X, epochs=9, batch_size=4,
            rng=np.random.default_rng(1), validation=(X, 3 * X), patience=patience)  # fmt: skip
    lost = "the weights of this one are lost" in str(caught.value)
    assert lost == (patience is None)
    if patience:
        assert str(caught.value).endswith("the weights of its best epoch again, epoch 3.")
        # The error 2 of the start shrinks by 1 - 0.1 * 2 * (1 + 1) = 0.6 in each of three steps.
        assert 3 - model.predict(X)[0, 0] == pytest.approx(2 * 0.6**3, rel=1e-14)


def test_before_the_first_epoch_is_over_there_is_nothing_to_give_back():
    model, X = line(1.0), np.ones((4, 1))
    with pytest.raises(FloatingPointError, match="weights of this one are lost"):
        fit(model, MSELoss(), SGD(model, 1e300), X, 3 * X, epochs=9, batch_size=1,
            rng=np.random.default_rng(1), validation=(X, 3 * X), patience=3)  # fmt: skip
