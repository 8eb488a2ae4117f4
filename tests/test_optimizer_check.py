"""The optimizer check: each mistake is caught where it shows first, and what is right passes."""

import numpy as np
import pytest
import wrong_optimizers as wrong

from nnlib import SGD, Adam, AdamW, RMSprop, check_optimizer
from nnlib.optimizer_check import TOLERANCE

ADAMS = {"betas": (0.9, 0.999), "lr": 1e-3}
MOMENTUM = {"lr": 0.1, "momentum": 0.9}

RIGHT = [
    (wrong.RightMomentum, SGD, MOMENTUM),
    (wrong.RightMomentum, SGD, {"lr": 1e-5, "momentum": 0.5, "weight_decay": 0.3}),
    (wrong.RightRMSprop, RMSprop, {"lr": 0.01, "alpha": 0.99}),
    (wrong.RightRMSprop, RMSprop, {"lr": 0.01, "alpha": 0.9, "eps": 2.0}),
    (wrong.RightAdam, Adam, ADAMS),
    (wrong.RightAdam, Adam, {"lr": 1.0, "betas": (0.0, 0.5), "eps": 0.5, "weight_decay": 0.1}),
    (wrong.RightAdam, Adam, ADAMS | {"lr": 1e-5}),
    (wrong.AdamInParts, Adam, ADAMS),
    (AdamW, AdamW, {}),
    (SGD, SGD, {"lr": 0.1}),
]


@pytest.mark.parametrize("kind, like, settings", RIGHT)
def test_a_right_one_passes(kind, like, settings):
    check = check_optimizer(kind, like=like, **settings)
    assert check.passed and check.first is None and "WRONG" not in repr(check)
    assert [*check.errors] == [(step, f"p{i}") for step in (1, 2, 3) for i in (1, 2, 3)]
    assert max(check.errors.values()) < TOLERANCE / 100  # far from the bound


def test_nesterov():
    class Nesterov(wrong.RightNesterov):
        def __init__(self, model, lr, momentum, nesterov):
            super().__init__(model, lr, momentum=momentum)

    assert check_optimizer(Nesterov, like=SGD, nesterov=True, **MOMENTUM).passed


DECAY = {"weight_decay": 0.1}
WRONG = [
    (wrong.TPerParameter, {}, (1, "p2")),
    (wrong.TPerEpoch, {}, (2, "p1")),
    (wrong.TFromZero, {}, (1, "p1")),
    (wrong.CorrectedInPlace, {}, (2, "p1")),
    (wrong.NoPower, {}, (2, "p1")),
    (wrong.NoCorrection, {}, (1, "p1")),
    (wrong.Forgetful, {}, (2, "p1")),
    (wrong.SharedMemory, {}, (1, "p2")),
    (wrong.EpsInside, {}, (1, "p1")),
    (wrong.EpsBeforeCorrection, {}, (1, "p1")),
    (wrong.BetasExchanged, {}, (2, "p1")),
    (wrong.SquareOfTheSum, {}, (2, "p1")),
    (wrong.SquareOfTheSumOfEntries, {}, (1, "p1")),
    (wrong.DecayAddedTwice, DECAY, (1, "p1")),
    (wrong.LazyAdam, {}, (2, "p1")),
    (wrong.AMSGrad, {}, (2, "p1")),
]


@pytest.mark.parametrize("eps", [1e-8, 0.1])
@pytest.mark.parametrize(
    "kind, settings, first", WRONG, ids=lambda value: getattr(value, "__name__", "")
)
def test_each_mistake_in_adam_is_caught_where_it_shows_first(kind, settings, first, eps):
    check = check_optimizer(kind, like=Adam, **ADAMS, **settings, eps=eps)
    assert check.first == first
    assert not max(check.errors.values()) < 1e5 * TOLERANCE  # in p3 at least; it may be nan
    assert repr(check).endswith(f"The first to differ is {first[1]}, in step {first[0]}.")


def test_adams_decay_is_not_adamws():
    assert check_optimizer(wrong.RightAdam, like=AdamW, **ADAMS, **DECAY).first == (1, "p1")
    assert check_optimizer(AdamW, like=Adam, **ADAMS, **DECAY).first == (1, "p1")


def test_a_velocity_that_all_share_is_caught():
    check = check_optimizer(wrong.SharedVelocity, like=SGD, **MOMENTUM)
    assert check.first == (1, "p2")


def test_a_rate_inside_the_velocity_shows_when_the_rate_changes():
    check = check_optimizer(wrong.KerasMomentum, like=SGD, **MOMENTUM)
    assert check.first == (3, "p1") and check.rate_changed


def test_standing_still_where_the_gradient_is_0_is_caught():
    assert check_optimizer(wrong.LazyMomentum, like=SGD, **MOMENTUM).first == (2, "p2")


def test_a_memory_in_the_class_is_caught_and_told():
    check = check_optimizer(wrong.with_memory_in_the_class(), like=SGD, **MOMENTUM)
    assert check.first == (1, "p1") and check.left_over
    assert "With the model before, this step was right: is something kept in the class?" in repr(
        check
    )
    assert not check_optimizer(wrong.EpsInside, like=Adam, **ADAMS).left_over


def test_a_gradient_that_is_changed_in_place_is_told():
    check = check_optimizer(wrong.ScalesGradients, like=SGD, lr=0.1)
    assert check.first is None and not check.passed
    assert check.spoilt == {"p1", "p2", "p3"}
    assert repr(check).splitlines()[-1].startswith("Changed in place: dp1, dp2, dp3.")


@pytest.mark.parametrize("lr", [0.1, 1, np.float64(0.1)])
def test_the_rate_is_changed_where_it_can_be(lr):
    assert check_optimizer(SGD, like=SGD, lr=lr).rate_changed
    check = check_optimizer(wrong.FixedRate, like=SGD, lr=lr)
    assert check.passed and not check.rate_changed
    assert repr(check).endswith("the optimizer has no number lr that can be set.")


def test_a_rate_that_can_only_be_read_and_a_schedule_are_left_alone():
    class ReadOnly(wrong.FixedRate):
        @property
        def lr(self):
            return self.rate

    for kind, lr in [(ReadOnly, 0.1), (SGD, lambda t: 0.1 / t)]:
        check = check_optimizer(kind, like=SGD, lr=lr)
        assert check.passed and not check.rate_changed


def test_a_decay_that_leaves_out_the_shape_of_a_bias_is_caught():
    check = check_optimizer(wrong.NoDecayOfBiases, like=Adam, **ADAMS, **DECAY, eps=0.1)
    wrongs = {name for (_, name), error in check.errors.items() if not error < TOLERANCE}
    assert wrongs == {"p1"}


def test_what_failed_counts_as_false():
    assert check_optimizer(SGD, like=SGD, lr=0.1)
    assert not check_optimizer(wrong.KerasMomentum, like=SGD, **MOMENTUM)


def test_an_old_gradient_is_no_nesterov():
    class Old(wrong.OldGradient):
        def __init__(self, model, lr, momentum, nesterov):
            super().__init__(model, lr, momentum=momentum)

    assert check_optimizer(Old, like=SGD, nesterov=True, **MOMENTUM).first == (1, "p1")


def test_eps_inside_the_root_of_rmsprop():
    class Inside(wrong.RightRMSprop):
        def move(self, name, p, g):
            self.v[name] = self.alpha * self.v[name] + (1 - self.alpha) * g**2
            p -= self.lr * g / np.sqrt(self.v[name] + self.eps)

    assert not check_optimizer(Inside, like=RMSprop, lr=0.01, alpha=0.99).passed


def test_the_report():
    check = check_optimizer(wrong.NoPower, like=Adam, lr=0.1, betas=(0.5, 0.75), eps=0.25)
    first, head, *rows, last = repr(check).splitlines()
    assert first == "compared with Adam(lr=0.1, betas=(0.5, 0.75), eps=0.25)"
    assert head == "step  parameter  relative error"
    assert rows[0] == "1     p1         below 1e-09  ok" and len(rows) == 6
    assert rows[3].startswith("2     p1") and rows[3].endswith("WRONG")
    assert last == "The first to differ is p1, in step 2."


def test_a_parameter_that_did_not_move_is_told():
    check = check_optimizer(wrong.NotInPlace, like=SGD, lr=0.1)
    assert check.unmoved == {"p1", "p2", "p3"} and check.first == (1, "p1")
    assert repr(check).count("not moved: change it in place, p -= ...") == 3


class Halting(SGD):
    def step(self):
        if self.t == 1:
            raise KeyError("p1")
        super().step()


def test_an_error_of_the_readers_says_in_which_step():
    with pytest.raises(KeyError) as caught:
        check_optimizer(Halting, like=SGD, lr=0.1)
    assert caught.value.__notes__ == ["It was raised in step 2 of check_optimizer."]


def test_what_cannot_be_compared_is_refused():
    with pytest.raises(TypeError, match="like must be one of nnlib.SGD, nnlib.RMSprop"):
        check_optimizer(wrong.RightAdam, like=wrong.RightAdam, lr=0.1)
    with pytest.raises(ValueError, match="rounding hides it: try a larger lr"):
        check_optimizer(SGD, like=SGD, lr=1e-12)
    for kind, lr in [(SGD, 1e306), (Adam, 1e308)]:
        with pytest.raises(ValueError, match="leaves the range of float64.*a smaller lr"):
            check_optimizer(kind, like=kind, lr=lr, weight_decay=1e3)
    with pytest.raises(ValueError, match="eps=1e-160 is too small to compare: use 1e-100 or more"):
        check_optimizer(Adam, like=Adam, eps=1e-160)
    assert check_optimizer(Adam, like=Adam, eps=1e-100).passed
    with pytest.raises(ValueError, match="lr must be"):
        check_optimizer(wrong.RightMomentum, like=SGD, lr=-1.0)
    with pytest.raises(TypeError, match="unexpected keyword"):
        check_optimizer(wrong.RightMomentum, like=SGD, rate=0.1)
