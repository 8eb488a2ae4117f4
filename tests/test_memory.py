"""Memory: what forward leaves behind is gone after predict, after forget, and in every copy."""

import copy
import pickle
import tracemalloc
from threading import Barrier, Thread

import numpy as np
import pytest
from helpers import random_network

from nnlib import LeakyReLU, Linear, MSELoss, ReLU, Sequential, Sigmoid, Tanh
from nnlib.memory import forget
from nnlib.network import forward_and_forget

LAYERS = [lambda: Linear.from_weights(np.ones((3, 2)), np.zeros((1, 2))),
          ReLU, LeakyReLU, Sigmoid, Tanh]  # fmt: skip
COPIES = [copy.copy, copy.deepcopy, lambda part: pickle.loads(pickle.dumps(part))]


@pytest.mark.parametrize("make", LAYERS)
def test_a_layer_that_forgot_asks_for_another_forward(make):
    layer, X = make(), np.arange(12.0).reshape(4, 3)
    Z = layer.forward(X)
    before = layer.backward(np.ones_like(Z))
    layer.forget()
    with pytest.raises(RuntimeError, match="call forward"):
        layer.backward(np.ones_like(Z))
    layer.forward(X)
    np.testing.assert_array_equal(layer.backward(np.ones_like(Z)), before)


@pytest.mark.parametrize("make_copy", COPIES)
@pytest.mark.parametrize("make", [*LAYERS, MSELoss])
def test_no_copy_takes_the_memory_along_and_the_original_keeps_it(make, make_copy):
    part, X = make(), np.arange(12.0).reshape(4, 3) + 0.125
    Y = part.forward(X, 2 * X) if isinstance(part, MSELoss) else part.forward(X)
    twin = make_copy(part)
    assert not any(isinstance(v, np.ndarray) and len(v) == 4 for v in vars(twin).values())
    arguments = () if isinstance(part, MSELoss) else (np.ones_like(Y),)
    with pytest.raises(RuntimeError, match="call forward"):
        twin.backward(*arguments)
    part.backward(*arguments)
    assert repr(twin) == repr(part)


def test_copies_keep_parameters_and_gradients(rng):
    model = random_network(rng, 3, 4, 2)
    model.backward(model.forward(rng.normal(size=(5, 3))))
    twin = copy.deepcopy(model)
    for kept, wanted in ((twin.parameters(), model.parameters()),
                         (twin.gradients(), model.gradients())):  # fmt: skip
        assert all(np.array_equal(kept[name], wanted[name]) for name in wanted)
    twin.layers[0].W += 1
    assert not np.array_equal(twin.layers[0].W, model.layers[0].W)


def test_a_pickle_has_no_row_in_it_and_one_size_for_any_data(rng):
    model, sizes = random_network(rng, 3, 4, 2), []
    for n in (5, 5000):
        X = rng.normal(size=(n, 3))
        model.forward(X)
        saved = pickle.dumps(model)
        assert X[3].tobytes() not in saved
        sizes.append(len(saved))
    assert sizes[0] == sizes[1]


# predict


def test_predict_is_forward_bit_for_bit_and_remembers_nothing(rng):
    model, X = random_network(rng, 3, 4, 2), rng.normal(size=(7, 3))
    wanted = model.forward(X)
    np.testing.assert_array_equal(model.predict(X), wanted)
    with pytest.raises(RuntimeError, match="call forward"):
        model.backward(wanted)


def test_validation_between_two_steps_changes_no_gradient(rng):
    model, X = random_network(rng, 3, 4, 2), rng.normal(size=(7, 3))
    model.backward(model.forward(X))
    wanted = {name: gradient.copy() for name, gradient in model.gradients().items()}
    model.predict(rng.normal(size=(9, 3)))
    for name, gradient in model.gradients().items():
        np.testing.assert_array_equal(gradient, wanted[name])


def test_predict_takes_half_the_memory_of_forward(rng):
    model, X = random_network(rng, 20, 20, 20, 20, 20, 1), rng.normal(size=(5000, 20))

    def peak(run):
        model.forget()
        tracemalloc.start()
        run(X)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    array = 5000 * 20 * 8
    assert peak(model.forward) > 7 * array, "each of the seven hidden layers keeps what it saw"
    assert peak(model.predict) < 3.3 * array, "X @ W, + b beside it, and what came in"


def test_a_layer_of_the_readers_own_needs_no_forget(rng):
    class Double:
        def forward(self, X):
            return 2 * X

        def backward(self, dY):
            return 2 * dY

        def parameters(self):
            return {}

        gradients = parameters

    X = rng.normal(size=(4, 3))
    model = Sequential(Double(), ReLU())
    np.testing.assert_array_equal(model.predict(X), np.maximum(2 * X, 0))
    forget(Double())
    np.testing.assert_array_equal(forward_and_forget(Double(), X), 2 * X)


def test_a_way_forward_of_the_readers_own_is_respected(rng):
    class Residual(Sequential):
        def forward(self, X):
            return X + super().forward(X)

    model, X = Residual(Linear(3, 3, rng=rng), ReLU()), rng.normal(size=(4, 3))
    wanted = model.forward(X)
    np.testing.assert_array_equal(model.predict(X), wanted)
    with pytest.raises(RuntimeError, match="call forward"):
        model.backward(wanted)


def test_two_threads_may_predict_with_one_model():
    meet, found = Barrier(2), {}

    class Crowded(ReLU):
        """Both threads have left their rows here before either goes on."""

        @property
        def _Z(self):
            return vars(self)["rows"]

        @_Z.setter
        def _Z(self, rows):
            vars(self)["rows"] = rows
            if rows is not None:
                meet.wait(timeout=10)

    model = Sequential(Crowded())

    def run(n):
        found[n] = model.predict(np.full((n, 2), float(n)))

    threads = [Thread(target=run, args=(n,)) for n in (3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for n in (3, 4):
        np.testing.assert_array_equal(found[n], np.full((n, 2), float(n)))
