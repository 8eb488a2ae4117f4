"""Saving: the same network again, bit for bit, and a refusal in words for anything else."""

import io
import json
import os
import pathlib
import pickle
import zipfile

import numpy as np
import pytest
from helpers import random_network

import nnlib
from nnlib import (
    SGD,
    LeakyReLU,
    Linear,
    MSELoss,
    ReLU,
    Sequential,
    Sigmoid,
    Tanh,
    load,
    save,
    saved_files,
    saved_optimizers,
)


@pytest.fixture
def model(rng):
    layers = []
    for activation in (ReLU(), LeakyReLU(0.1 + 0.2), Sigmoid(), Tanh()):
        layers += [Linear(3, 3, rng=rng), activation]
    return Sequential(*layers, Linear(3, 2, rng=rng))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "model.npz"


def bits(model):
    return {name: p.tobytes() for name, p in model.parameters().items()}


# There and back


def test_the_round_trip_is_exact(model, path, rng):
    model.layers[0].W[...] = [[-0.0, 5e-324, 1e-310], [np.pi, 1e308, -1e-300], [1 / 3, 0.1, 2.0]]
    save(model, path)
    same = load(path)
    assert bits(same) == bits(model) and repr(same) == repr(model)
    assert same.layers[3].alpha == 0.1 + 0.2
    X = rng.normal(size=(5, 3))
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(same.predict(X), model.predict(X))


def test_a_number_of_another_kind_counts_as_the_float64_that_it_is(path):
    model = Sequential(LeakyReLU())
    model.layers[0].alpha = np.float32(0.1)  # set by hand
    save(model, path)
    assert load(path).layers[0].alpha == float(np.float32(0.1))


def test_the_loaded_network_is_its_own_and_learns(model, path, rng):
    save(model, path)
    first, second = load(path), load(path)
    first.layers[0].W += 1
    assert bits(second) == bits(model)
    X, Y = rng.normal(size=(6, 3)), rng.normal(size=(6, 2))
    loss_fn = MSELoss()
    loss_fn.forward(second.forward(X), Y)
    second.backward(loss_fn.backward())
    SGD(second, 0.1).step()
    assert bits(second) != bits(model)


def test_the_network_of_a_regressor(path, rng):
    X = 1000 + rng.normal(size=(40, 2))
    regressor = nnlib.NeuralRegressor(random_state=0, epochs=2).fit(X, X[:, 0])
    save(regressor.model_, path)
    np.testing.assert_array_equal(load(path).predict(X)[:, 0], regressor.predict(X))


@pytest.mark.parametrize("name", ["m", "m.npz", "m.model", "ein Netz.npz", "сеть-网络", ".hidden"])
def test_the_name_is_taken_as_it_is(model, tmp_path, name):
    for path in (tmp_path / name, str(tmp_path / name), os.fsencode(tmp_path / name)):
        save(model, path)
        assert os.listdir(tmp_path) == [name]
        assert bits(load(path)) == bits(model)


def test_a_relative_name_and_a_link(model, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    save(model, "m")
    os.symlink("m", "link")
    save(random_network(np.random.default_rng(0), 1, 1), "link")
    assert os.path.islink("link") and list(load("m").parameters()) == ["W1", "b1"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_a_private_file_stays_private(model, path):
    save(model, path)
    path.chmod(0o600)
    save(model, path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_has_plain_json_and_arrays_that_numpy_reads_without_pickle(model, path):
    save(model, path)
    with np.load(path, allow_pickle=False) as archive:
        np.testing.assert_array_equal(archive["W5"], model.layers[8].W)
    description = json.loads(zipfile.ZipFile(path).read("network.json"))
    assert description["version"] == 1
    assert description["layers"][:2] == [
        {"type": "Linear", "in_features": 3, "out_features": 3}, {"type": "ReLU"}]  # fmt: skip


def test_the_same_network_gives_the_same_bytes_and_no_row_of_data(model, path, rng):
    save(model, path)
    before, X = path.read_bytes(), rng.normal(size=(100, 3))
    model.forward(X)
    save(model, path)
    assert path.read_bytes() == before


# Optimizers


def test_the_optimizer_goes_along(model, path):
    save(model, path, SGD(model, 0.1 + 0.2))
    same, optimizer = load(path, with_optimizer=True)
    assert type(optimizer) is SGD and optimizer.lr == 0.1 + 0.2 and optimizer.model is same
    assert bits(load(path)) == bits(model), "it may stay in the file"


class Averaging(SGD):
    """Remembers what Adam does: a count, and two arrays for each parameter."""

    def __init__(self, model, lr, betas=(0.9, 0.999)):
        super().__init__(model, lr)
        self.betas, self.t = tuple(betas), 0
        self.mean = {name: np.zeros_like(p) for name, p in model.parameters().items()}
        self.square = {name: np.zeros_like(p) for name, p in model.parameters().items()}

    def settings(self):
        return {"lr": self.lr, "betas": self.betas}

    def state(self):
        return {"t": self.t, "mean": self.mean, "square": self.square}

    def restore(self, state):
        self.t, self.mean, self.square = state["t"], state["mean"], state["square"]


def test_an_optimizer_with_a_memory_fits_in(model, path, monkeypatch, rng):
    monkeypatch.setitem(saved_optimizers.OPTIMIZERS, "Averaging", Averaging)
    optimizer = Averaging(model, 0.1, (0.8, 0.9))
    optimizer.t = 7
    for array in [*optimizer.mean.values(), *optimizer.square.values()]:
        array += rng.normal(size=array.shape)
    save(model, path, optimizer)
    _, same = load(path, with_optimizer=True)
    assert same.betas == (0.8, 0.9) and same.t == 7 and type(same.t) is int
    for found, wanted in ((same.mean, optimizer.mean), (same.square, optimizer.square)):
        assert list(found) == list(wanted)
        assert all(np.array_equal(found[name], wanted[name]) for name in wanted)


def test_a_schedule_goes_along(model, path):
    schedule = nnlib.cosine(0.1 + 0.2, steps=40, warm_up=3, lr_min=1e-5)
    save(model, path, nnlib.Adam(model, schedule))
    _, same = load(path, with_optimizer=True)
    assert same.lr == schedule and type(same.lr) is nnlib.cosine


def test_an_optimizer_of_before_there_was_momentum_is_still_read(path):
    _, same = load(changed(path, {"optimizer": {"type": "SGD", "lr": 0.1}}), with_optimizer=True)
    assert repr(same) == "SGD(lr=0.1)" and same.t == 0


# What cannot be saved


class Double(Linear):
    def forward(self, X):
        return 2 * super().forward(X)


class Residual(Sequential):
    pass


def bad_models(rng):
    good = Linear(2, 2, rng=rng)
    nan = Linear(2, 2, rng=rng)
    nan.W[0, 0] = np.nan
    yield Sequential(good, Double(2, 2, rng=rng)), TypeError, "layer of your own.*numpy.savez"
    yield Residual(good), TypeError, "Only a Sequential.*Residual"
    yield good, TypeError, r"Only a Sequential.*Linear.*Sequential\(layer\)"
    yield nnlib.NeuralRegressor(), TypeError, "NeuralRegressor.*a fitted estimator, save its model_"
    yield None, TypeError, "Only a Sequential"
    yield Sequential(nan), ValueError, "W1 holds nan or inf"
    for layers, message in [
        ([], "at least one layer"),
        ([good, good], "twice"),
        ([good, Linear(3, 2, rng=rng)], "layer 1 gives 2 columns"),
    ]:
        yield with_attributes(Sequential(good), layers=layers), ValueError, message
    for alpha, error in [(np.nan, ValueError), ("0.1", TypeError), (True, TypeError)]:
        yield Sequential(with_attributes(LeakyReLU(), alpha=alpha)), error, "alpha must be"


def with_attributes(part, **attributes):
    """What a reader changes by hand after the checks of the constructor."""
    vars(part).update(attributes)
    return part


@pytest.mark.parametrize("number", range(12))
def test_what_cannot_be_saved_is_refused_and_nothing_is_written(model, path, rng, number):
    bad, error, message = list(bad_models(rng))[number]
    with pytest.raises(error, match=message):
        save(bad, path)
    assert not os.listdir(path.parent)
    save(model, path)
    with pytest.raises(error, match=message):
        save(bad, path)
    assert bits(load(path)) == bits(model)


def test_an_optimizer_that_cannot_be_saved_is_refused(model, path, rng):
    lost = nnlib.Adam(model)
    lost.mean["W1"][0, 0] = np.nan
    for optimizer, error, message in [
        (SGD(random_network(rng, 1, 1), 0.1), ValueError, "another model"),
        (Averaging(model, 0.1), TypeError, "no optimizer of nnlib's"),
        (0.1, TypeError, "no optimizer of nnlib's"),
        (SGD(model, lambda t: 0.1), TypeError, "lr is a function of your own.*again after loading"),
        (lost, ValueError, "optimizer.mean.W1 holds nan or inf"),
    ]:
        with pytest.raises(error, match=message):
            save(model, path, optimizer)
    assert not os.listdir(path.parent)


@pytest.mark.parametrize("interruption", [OSError("disk full"), KeyboardInterrupt()])
@pytest.mark.parametrize("moment", ["write_array", "replace"])
def test_an_interrupted_save_leaves_the_old_file(
    model, path, rng, monkeypatch, interruption, moment
):
    save(model, path)
    before = path.read_bytes()

    def interrupt(*arguments, **options):
        raise interruption

    module = np.lib.format if moment == "write_array" else saved_files.os
    monkeypatch.setattr(module, moment, interrupt)
    with pytest.raises(type(interruption)):
        save(random_network(rng, 1, 1), path)
    assert path.read_bytes() == before and os.listdir(path.parent) == ["model.npz"]


def test_a_file_is_written_beside_the_one_it_replaces(model, path, monkeypatch):
    """Between two disks there is no replacing in one moment."""
    replaced = []
    monkeypatch.setattr(saved_files.os, "replace", lambda *paths: replaced.extend(paths))
    save(model, path)
    half_written, target = map(pathlib.Path, replaced)
    assert target == path and half_written.parent == path.parent and half_written != target


def test_a_read_only_file_stays(model, path, rng, monkeypatch):
    save(model, path)
    monkeypatch.setattr(saved_files.os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(PermissionError, match="is read-only: give another name"):
        save(random_network(rng, 1, 1), path)
    assert bits(load(path)) == bits(model) and os.listdir(path.parent) == ["model.npz"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_who_may_read_a_file_stays_when_it_is_replaced(model, path):
    save(model, path)
    path.chmod(0o600)
    save(model, path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_places_that_are_none(model, tmp_path):
    with pytest.raises(FileNotFoundError, match="no folder.*make it first"):
        save(model, tmp_path / "none" / "model.npz")
    for call in (lambda: save(model, tmp_path), lambda: load(tmp_path)):
        with pytest.raises(IsADirectoryError, match="is a folder"):
            call()
    with pytest.raises(FileNotFoundError, match=r"There is no file .*model\.$"):
        load(tmp_path / "model")
    save(model, tmp_path / "model.npz")
    with pytest.raises(FileNotFoundError, match=r"There is .*model\.npz\.$"):
        load(tmp_path / "model")
    with pytest.raises(IsADirectoryError, match="is a folder"):
        save(model, f"{tmp_path}/models/")  # and not the file "models"
    for bad in (3, None, io.BytesIO()):
        for call in (save, lambda _, path: load(path)):
            with pytest.raises(TypeError, match=f"path must be .*got {type(bad).__name__}"):
                call(model, bad)
    assert os.listdir(tmp_path) == ["model.npz"]


# What cannot be loaded


def npz(**arrays):
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def empty_zip(text=None):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if text is not None:
            archive.writestr("network.json", text)
    return file.getvalue()


NO_NETWORKS = {
    "empty": b"",
    "text": b"W1 = 3\n",
    "png": b"\x89PNG\r\n\x1a\n" + bytes(50),
    "pickle": pickle.dumps({"W1": np.ones((2, 2))}),
    "npy": b"\x93NUMPY\x01\x00" + bytes(50),
    "another npz": npz(W1=np.ones((3, 3)), b1=np.ones((1, 3))),
    "npz of objects": npz(W1=np.array([None])),
    "empty zip": empty_zip(),
    "no json": empty_zip("{"),
    "json of another kind": empty_zip("[1, 2]"),
    "json of another program": empty_zip('{"format": "recipe", "version": 1}'),
}


@pytest.mark.parametrize("kind", NO_NETWORKS)
def test_what_is_no_network_is_refused(path, kind):
    path.write_bytes(NO_NETWORKS[kind])
    with pytest.raises(ValueError, match="model.npz holds no network.*nnlib.save did not write it"):
        load(path)


def test_no_pickle_is_ever_run(path, tmp_path):
    class Trap:
        def __reduce__(self):
            return pathlib.Path.touch, (tmp_path / "sprung",)

    trap = np.array([Trap()], dtype=object)
    for content in (pickle.dumps(trap), npz(W1=trap)):
        path.write_bytes(content)
        with pytest.raises(ValueError):
            load(path)
    with pytest.raises(ValueError):
        load(changed(path, W1=trap))
    assert not (tmp_path / "sprung").exists()


def test_a_damaged_file_is_refused_wherever_it_is_damaged(path, rng):
    save(random_network(rng, 2, 3, 1), path)
    whole = path.read_bytes()
    for length in range(0, len(whole), 37):
        path.write_bytes(whole[:length])
        with pytest.raises(ValueError, match="holds no network"):
            load(path)
    damaged = 0
    for place in range(0, len(whole), 11):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            load(path)  # a date, say, says nothing of the network
        except ValueError:
            damaged += 1
    assert damaged > 50


def changed(path, description=None, **arrays):
    """Write a network of two layers, with some of it changed; an array of None is left out."""
    rng = np.random.default_rng(0)
    model = random_network(rng, 2, 3, 1)
    save(model, path)
    with np.load(path) as archive:
        text = json.loads(archive["network.json"])
        arrays = {name: archive[name] for name in model.parameters()} | arrays
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("network.json", json.dumps(text | (description or {})))
        for name, array in arrays.items():
            if array is not None:
                with archive.open(f"{name}.npy", "w") as file:
                    np.lib.format.write_array(file, array)
    return path


def linear(in_features, out_features):
    return {"type": "Linear", "in_features": in_features, "out_features": out_features}


ADAM = {"type": "Adam", "lr": 0.1}
WRONG = [
    ({"description": {"version": 2}}, "version 2 of the format.*reads version 1"),
    ({"description": {"version": None}}, "version None"),
    ({"description": {"layers": []}}, "contradicts itself.*at least one layer"),
    ({"description": {"layers": None}}, "contradicts itself"),
    ({"description": {"layers": [1]}}, "contradicts itself"),
    ({"description": {"layers": [{}]}}, "contradicts itself"),
    ({"description": {"layers": [{"type": "Dropout"}]}}, "no layer 'Dropout' in this nnlib"),
    ({"description": {"layers": [{"type": "ReLU", "alpha": 1}]}}, "contradicts itself"),
    (
        {"description": {"layers": [linear(2, 3), {"type": "LeakyReLU"}, linear(3, 1)]}},
        "LeakyReLU needs alpha, got {}",
    ),
    ({"description": {"layers": [linear(2, 3)]}}, "W2, b2 belong to no layer"),
    ({"description": {"layers": [linear(2, 3), linear(3, 1), linear(1, 1)]}}, "W3 is missing"),
    ({"description": {"layers": [linear(2, 4), linear(4, 1)]}}, r"W1 has shape \(2, 3\)"),
    ({"description": {"layers": [linear("2", 3), linear(3, 1)]}}, r"W1 has shape \(2, 3\)"),
    ({"description": {"optimizer": {"type": "Magic"}}}, "no optimizer 'Magic'"),
    ({"description": {"optimizer": {"type": "SGD", "lr": -1}}}, "lr must be"),
    ({"description": {"optimizer": {"type": "SGD"}}}, "contradicts itself"),
    ({"description": {"optimizer": ADAM | {"lr": -1}}}, "lr must be"),
    ({"description": {"optimizer": ADAM | {"lr": {"type": "ramp"}}}}, "no schedule 'ramp'"),
    ({"description": {"optimizer": ADAM | {"lr": {"type": "cosine"}}}}, "contradicts itself"),
    ({"description": {"optimizer": ADAM | {"beta": 0.9}}}, "unexpected keyword"),
    ({"description": {"optimizer": ADAM}}, "is a dict of t, mean, square"),  # its memory is lost
    ({"description": {"optimizer": ADAM}, "optimizer.t": np.array(3)}, "a dict of t, mean, square"),
    (
        {"description": {"optimizer": {"type": "SGD", "lr": 0.1}}, "optimizer.t": np.array(-3)},
        "t counts the steps",
    ),
    ({"b1": None}, "b1 is missing"),
    ({"W1": np.ones((3, 2))}, r"W1 has shape \(3, 2\)"),
    ({"b1": np.ones((1, 4))}, r"b needs shape \(1, 3\)"),
    ({"W1": np.ones((2, 3), dtype=np.float32)}, "dtype float32"),
    ({"W1": np.full((2, 3), np.nan)}, "W1 holds nan or inf"),
    ({"b2": np.full((1, 1), np.inf)}, "b2 holds nan or inf"),
    ({"more": np.ones(3)}, "more belong to no layer"),
]


@pytest.mark.parametrize("wrong, message", WRONG)
def test_a_file_that_contradicts_itself_is_refused(path, wrong, message):
    changed(path)
    load(path)  # so far all is well
    with pytest.raises(ValueError, match=message) as refusal:
        load(changed(path, **wrong))
    assert str(path) in str(refusal.value)


def test_an_optimizer_that_is_not_there(model, path):
    save(model, path)
    with pytest.raises(ValueError, match="holds no optimizer"):
        load(path, with_optimizer=True)
