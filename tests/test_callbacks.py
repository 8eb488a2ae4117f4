"""Callbacks: called after each epoch, with the epoch, the model and the history so far."""

import numpy as np
import pytest

from nnlib import SGD, Linear, MSELoss, Sequential, fit


def run(callbacks, *, epochs=4, **options):
    X = np.linspace(-1, 1, 7).reshape(-1, 1)
    model = Sequential(Linear.from_weights([[1.0]], [[1.0]]))
    history = fit(model, MSELoss(), SGD(model, 0.1), X, 2 * X, epochs=epochs, batch_size=3,
                  rng=np.random.default_rng(0), callbacks=callbacks, **options)  # fmt: skip
    return model, history


def test_what_they_see():
    seen = []

    def look(epoch, model, history):
        seen.append((epoch, len(history.train_loss), len(history.validation_loss), model))

    model, _ = run([look], validation=(np.ones((2, 1)), np.ones((2, 1))))
    assert seen == [(epoch, epoch, epoch, model) for epoch in (1, 2, 3, 4)]


def test_one_that_returns_true_stops_and_the_others_are_still_called():
    seen = []
    callbacks = [lambda epoch, *_: epoch == 2, lambda epoch, *_: seen.append(epoch)]
    model, history = run(callbacks)
    assert len(history.train_loss) == 2 and seen == [1, 2]
    assert model.layers[0].W == run([], epochs=2)[0].layers[0].W
    assert len(run([lambda *_: np.bool_(True)])[1].train_loss) == 1
    assert len(run([lambda *_: False])[1].train_loss) == 4


def test_an_exception_goes_through():
    def fail(epoch, model, history):
        raise KeyError(epoch)

    with pytest.raises(KeyError):
        run([fail])


def test_an_answer_that_says_neither_is_refused():
    def answer(epoch, model, history):
        return "stop"

    with pytest.raises(TypeError, match="callback 'answer' must return True to stop.*'stop'"):
        run([answer])


@pytest.mark.parametrize("callbacks", [print, "print", ["print"], None, 3])
def test_what_is_no_list_of_functions_is_refused(callbacks):
    with pytest.raises(TypeError, match="callbacks must be a list of functions"):
        run(callbacks)


def test_the_bar_says_that_one_has_stopped(capsys):
    run([lambda epoch, *_: epoch == 2], progress=True)
    last = capsys.readouterr().err.split("\r")[-1]
    assert "stopped by a callback" in last and " 2/4 " in last
