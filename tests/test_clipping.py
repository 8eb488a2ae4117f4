"""Clipping by hand: one length for all gradients, one factor for all."""

import numpy as np
import pytest

from nnlib import SGD, Adam, Linear, Sequential, clip_norm
from nnlib.clipping import total_norm


def test_by_hand():
    # 2^2 + 4^2 + 4^2 = 6^2, over both parameters together.
    gradients = {"W1": np.array([[2.0, -4.0]]), "b1": np.array([[4.0]])}
    assert total_norm(gradients) == 6.0
    clipped = clip_norm(gradients, 3.0)
    assert clipped["W1"].tolist() == [[1.0, -2.0]] and clipped["b1"].tolist() == [[2.0]]
    assert gradients["W1"].tolist() == [[2.0, -4.0]], "the gradients themselves stay"
    for max_norm in (6.0, 7.0):
        assert clip_norm(gradients, max_norm)["W1"].tolist() == [[2.0, -4.0]]


def test_the_direction_stays(rng):
    gradients = {"W1": rng.normal(size=(3, 4)), "b1": 100 * rng.normal(size=(1, 4))}
    clipped = clip_norm(gradients, 0.5)
    flat = [np.concatenate([g.ravel() for g in each.values()]) for each in (gradients, clipped)]
    assert np.linalg.norm(flat[1]) == pytest.approx(0.5, rel=1e-14)
    assert flat[0] @ flat[1] == pytest.approx(0.5 * np.linalg.norm(flat[0]), rel=1e-14)


@pytest.mark.parametrize("size", [1e-200, 1e200])
def test_no_square_overflows_or_vanishes(size):
    with np.errstate(all="raise"):
        assert total_norm({"W1": np.array([[3 * size]]), "b1": [[4 * size]]}) == 5 * size
    assert clip_norm({"W1": [[3e200]], "b1": [[4e200]]}, 1.0)["b1"] == pytest.approx(0.8)


def test_nothing_to_clip():
    assert total_norm({}) == 0 and clip_norm({}, 1.0) == {}
    assert clip_norm({"W1": np.zeros((2, 2))}, 1.0)["W1"].tolist() == [[0, 0], [0, 0]]
    for wild in (np.nan, np.inf):
        clipped = clip_norm({"W1": np.array([[wild]]), "b1": np.array([[2.0]])}, 1.0)
        assert clipped["b1"] == 2.0 and not np.isfinite(clipped["W1"])


@pytest.mark.parametrize("max_norm", [0, -1, np.nan, "1", None])
def test_a_length_that_is_none_is_refused(max_norm):
    with pytest.raises((TypeError, ValueError), match="max_norm must be a"):
        clip_norm({"W1": np.ones((1, 1))}, max_norm)


def test_a_missing_gradient_is_refused():
    with pytest.raises(ValueError, match="dW1 has shape.*None"):
        clip_norm({"W1": None}, 1.0)


def ready(kind, **settings):
    model = Sequential(Linear.from_weights([[0.0, 0.0]], [[0.0, 0.0]]))
    layer = model.layers[0]
    layer.dW, layer.db = np.array([[2.0, -4.0]]), np.array([[4.0, 0.0]])
    return model, kind(model, **settings)


def test_an_optimizer_clips_before_its_step_and_leaves_the_gradients():
    model, optimizer = ready(SGD, lr=1.0, max_norm=3.0)
    optimizer.step()
    layer = model.layers[0]
    assert layer.W.tolist() == [[-1.0, 2.0]] and layer.b.tolist() == [[-2.0, 0.0]]
    assert layer.dW.tolist() == [[2.0, -4.0]]


def test_the_decay_is_added_after_the_clipping():
    model, optimizer = ready(SGD, lr=1.0, max_norm=3.0, weight_decay=0.5)
    model.layers[0].W[...] = 8.0
    optimizer.step()
    assert model.layers[0].W.tolist() == [[8 - (1 + 4), 8 - (-2 + 4)]]


def test_adam_remembers_the_clipped_gradient():
    _, optimizer = ready(Adam, lr=1.0, betas=(0.5, 0.5), max_norm=3.0)
    optimizer.step()
    assert optimizer.mean["W1"].tolist() == [[0.5, -1.0]]


def test_max_norm_is_checked_and_printed():
    model, optimizer = ready(SGD, lr=1.0, max_norm=3)
    assert repr(optimizer) == "SGD(lr=1.0, max_norm=3.0)"
    with pytest.raises(ValueError, match="max_norm must be a finite number above 0"):
        SGD(model, 1.0, max_norm=0)


def test_a_length_beyond_the_range_of_floats_is_clipped_too():
    clipped = clip_norm({"W1": np.full((1, 4), 1.7e308)}, 1.0)
    assert clipped["W1"] == pytest.approx(np.full((1, 4), 0.5), rel=1e-14)


def test_what_is_no_dict_is_refused():
    with pytest.raises(TypeError, match=r"gradients must be a dict.*model.gradients\(\).*got list"):
        clip_norm([np.ones((1, 1))], 1.0)


def test_what_needs_no_clipping_comes_back_itself():
    gradients = {"W1": np.ones((1, 1))}
    assert clip_norm(gradients, 2.0)["W1"] is gradients["W1"]
