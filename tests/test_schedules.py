"""Schedules by hand, the count of the steps, and what an optimizer makes of them."""

import copy
import math
import pickle

import numpy as np
import pytest

from nnlib import SGD, Adam, Linear, MSELoss, Sequential, constant, cosine, fit, step_decay


def rates(schedule, n):
    return [schedule(t) for t in range(1, n + 1)]


def test_constant():
    assert rates(constant(0.25), 3) == [0.25, 0.25, 0.25]


def test_step_decay_by_hand():
    assert rates(step_decay(0.8, every=3, factor=0.5), 7) == [0.8] * 3 + [0.4] * 3 + [0.2]


def test_cosine_by_hand():
    # A sixth of a half wave each: cos is 1, .866, 1/2, 0, -1/2, -.866, and then -1 for good.
    root = math.sqrt(3) / 2
    wanted = [0.9 * (1 + c) / 2 for c in (1, root, 0.5, 0, -0.5, -root, -1, -1, -1)]
    assert rates(cosine(0.9, steps=6), 9) == pytest.approx(wanted, abs=1e-15)


def test_cosine_climbs_first_and_ends_at_its_lowest():
    # Two steps up to .8; four down to .2, at 0, 45, 90 and 135 degrees.
    root = math.sqrt(0.5)
    wanted = [0.4, 0.8] + [0.2 + 0.6 * (1 + c) / 2 for c in (1, root, 0, -root, -1, -1)]
    found = rates(cosine(0.8, steps=6, warm_up=2, lr_min=0.2), 8)
    assert found == pytest.approx(wanted, abs=1e-15)


@pytest.mark.parametrize(
    "make, error, message",
    [
        (lambda: constant(0), ValueError, "lr must be a finite number above 0"),
        (lambda: constant("fast"), TypeError, "lr must be a number"),
        (lambda: step_decay(0.1, 0, 0.5), ValueError, "every must be at least 1"),
        (lambda: step_decay(0.1, 5, -0.5), ValueError, "factor must be a finite number above 0"),
        (lambda: cosine(-1, 10), ValueError, "lr must be"),
        (lambda: cosine(0.1, 2.5), TypeError, "steps must be a whole number"),
        (lambda: cosine(0.1, 10, warm_up=10), ValueError, "warm_up=10 must be below steps=10"),
        (lambda: cosine(0.1, 10, warm_up=-1), ValueError, "warm_up must be at least 0"),
        (lambda: cosine(0.1, 10, lr_min=-0.1), ValueError, "lr_min must be a finite number, 0 or"),
        (lambda: cosine(0.1, 10, lr_min=0.2), ValueError, "lr_min=0.2 must not be above lr=0.1"),
    ],
)
def test_what_is_no_schedule_is_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()


def test_a_schedule_prints_compares_and_copies_as_what_it_is():
    schedule = cosine(0.1, 50, warm_up=5)
    assert repr(schedule) == "cosine(lr=0.1, steps=50, warm_up=5, lr_min=0.0)"
    assert copy.deepcopy(schedule) == pickle.loads(pickle.dumps(schedule)) == schedule
    assert schedule != cosine(0.1, 50)


@pytest.mark.parametrize("schedule", [constant(0.1), step_decay(0.1, 2, 0.5), cosine(0.8, 4)])
@pytest.mark.parametrize("t", [0, -1])
def test_there_is_no_step_before_the_first(schedule, t):
    with pytest.raises(ValueError, match="Steps are counted from 1"):
        schedule(t)


@pytest.mark.parametrize("warm_up", [False, 0.0, 2.0, None])
def test_a_warm_up_that_is_no_whole_number_is_refused(warm_up):
    with pytest.raises(TypeError, match="warm_up must be a whole number"):
        cosine(0.1, 10, warm_up=warm_up)


def test_what_numpy_counts_with_is_kept_as_a_plain_number():
    schedule = cosine(0.1, np.int64(10), warm_up=np.int64(5))
    assert type(schedule.steps) is type(schedule.warm_up) is int


def test_a_staircase_that_climbs_out_of_range_is_refused_in_words():
    optimizer = SGD(with_gradients(line()), step_decay(0.1, 1, 2.0))
    optimizer.t = 1999
    with pytest.raises(ValueError, match=r"lr\(2000\), what the schedule returns, must be"):
        optimizer.step()


def test_a_schedule_without_its_arguments_is_refused():
    with pytest.raises(TypeError, match="got the class cosine itself: give it its arguments"):
        SGD(line(), cosine)


def line():
    return Sequential(Linear.from_weights([[0.0]], [[0.0]]))


def with_gradients(model):
    model.layers[0].dW, model.layers[0].db = np.array([[1.0]]), np.array([[1.0]])
    return model


def test_steps_are_counted_from_one_over_all_epochs():
    seen = []

    def schedule(t):
        seen.append(t)
        return 0.1

    model, rng = line(), np.random.default_rng(0)
    X = np.ones((5, 1))
    fit(model, MSELoss(), SGD(model, schedule), X, X, epochs=2, batch_size=2, rng=rng)
    assert seen == [1, 2, 3, 4, 5, 6]  # once a step, not once a parameter


@pytest.mark.parametrize("kind", [SGD, Adam])
def test_a_schedule_is_the_same_as_setting_the_rate_by_hand(kind):
    schedule = step_decay(0.5, every=2, factor=0.25)
    one, other = with_gradients(line()), with_gradients(line())
    scheduled, by_hand = kind(one, schedule), kind(other, 0.5)
    for lr in (0.5, 0.5, 0.125, 0.125, 0.03125):
        by_hand.lr = lr
        by_hand.step()
        scheduled.step()
    assert one.layers[0].W == other.layers[0].W and one.layers[0].b == other.layers[0].b


@pytest.mark.parametrize(
    "rate, error",
    [(math.nan, ValueError), (-0.1, ValueError), (math.inf, ValueError), (None, TypeError),
     ("0.1", TypeError)],
)  # fmt: skip
def test_a_rate_that_is_none_is_refused_and_nothing_moves(snapshot, rate, error):
    model = with_gradients(line())
    optimizer = Adam(model, lambda t: rate if t == 2 else 0.1)
    optimizer.step()
    before, state = snapshot(model), optimizer.state()
    with pytest.raises(error, match=r"lr\(2\), what the schedule returns, must be a"):
        optimizer.step()
    assert snapshot(model) == before and optimizer.state() == state


def test_a_schedule_may_end_at_zero():
    model = with_gradients(line())
    optimizer = SGD(model, lambda t: 0)
    optimizer.step()
    assert model.layers[0].W == 0 and optimizer.t == 1
