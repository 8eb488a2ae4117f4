"""Exercise 8.6: weight decay beside Adam's step."""

from dataclasses import dataclass

import numpy as np

from ....exercises.drawing import either_sign
from ....exercises.exercise import Exercise, Misconception
from .moments import draw_eps


def adamw_step(p, dp, adam, lr, weight_decay):
    """From p, its gradient dp, and adam, from a gradient to Adam's step, to the new p."""
    return p - adam(dp) - lr * weight_decay * p


@dataclass(frozen=True)
class AdamStep:
    """Adam's step for a gradient, with its rate and what it remembers; it may be asked again."""

    lr: float
    mean: np.ndarray
    square: np.ndarray
    eps: float

    def __call__(self, dp):
        mean, square = 0.5 * self.mean + 0.5 * dp, 0.75 * self.square + 0.25 * dp**2
        return self.lr * mean / (np.sqrt(square) + self.eps)


def draw_adamw_step(rng, d_in, d_out):
    shape, lr = (d_in, d_out), float(rng.uniform(0.1, 0.4))
    p, dp, mean = (either_sign(rng, 0.4, 1.6, shape) for _ in range(3))
    adam = AdamStep(lr, mean, mean**2 + rng.uniform(0.1, 1, shape), draw_eps(rng))
    return 2 * p, dp, adam, lr, float(rng.uniform(0.2, 0.6))


def example_adamw_step():
    """The first step of all, whose size is the rate."""
    p, dp = np.array([[2.0, -4.0]]), np.array([[5.0, 0.01]])
    return p, dp, FirstStep(0.1), 0.1, 0.5


@dataclass(frozen=True)
class FirstStep:
    """Adam's first step, with an eps of 0."""

    lr: float

    def __call__(self, dp):
        return self.lr * np.sign(dp)


def decay_afterwards(p, dp, adam, lr, weight_decay):
    p = p - adam(dp)
    return p - lr * weight_decay * p


ADAMW_STEP = Exercise(
    "8.6",
    solution=adamw_step,
    parts=("p",),
    draw=draw_adamw_step,
    alone=("d_out",),
    example=example_adamw_step,
    misconceptions=(
        Misconception(
            "decay in the gradient",
            "You add the decay to the gradient, as Adam's own weight_decay does. Then Adam divides "
            "it by the size of the gradients; here it goes past Adam.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp + weight_decay * p),
        ),
        Misconception(
            "decay added twice",
            "The decay is in twice: once in the gradient, where Adam divides it, and once beside "
            "the step. Only the second belongs here.",
            lambda p, dp, adam, lr, weight_decay: (
                p - adam(dp + weight_decay * p) - lr * weight_decay * p
            ),
        ),
        Misconception(
            "decay and rate in the gradient",
            "You add lr times the decay to the gradient. Adam divides it by the size of the "
            "gradients there; here it goes past Adam.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp + lr * weight_decay * p),
        ),
        Misconception(
            "a step for the decay",
            "You ask Adam for a step for the decay, as if it were a gradient. Then its size is "
            "that of any step; the decay is a plain pull, which goes past Adam.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) - adam(weight_decay * p),
        ),
        Misconception(
            "decay without the rate",
            "Your decay is not multiplied by lr. With a smaller rate the step shrinks, and the "
            "pull towards 0 should shrink with it.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) - weight_decay * p,
        ),
        Misconception(
            "decay after the step",
            "You shrink p after the step, so Adam's step shrinks a little too. The decay is a "
            "share of the p that came in.",
            decay_afterwards,
        ),
        Misconception(
            "decay left out",
            "This is plain Adam. The decay has no part in it.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp),
        ),
        Misconception(
            "decay alone",
            "p shrinks, and Adam's step is missing.",
            lambda p, dp, adam, lr, weight_decay: p - lr * weight_decay * p,
        ),
        Misconception(
            "decay away from 0",
            "Your decay pushes p away from 0, and it should pull p towards it. Is there a minus in "
            "front of a bracket?",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) + lr * weight_decay * p,
        ),
        Misconception(
            "decay the same for all",
            "You subtract the same number everywhere. The pull is a share of p: large weights "
            "are pulled more, and negative ones upwards.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) - lr * weight_decay,
        ),
        Misconception(
            "decay by the sign",
            "Your decay has the same size everywhere and p's sign. The pull is a share of p.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) - lr * weight_decay * np.sign(p),
        ),
        Misconception(
            "decay of the square",
            "Your decay takes the square of p, so a negative weight is pushed further down. The "
            "slope of a square is no square.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) - lr * weight_decay * p**2,
        ),
        Misconception(
            "a 2 too many",
            "Your decay is twice as large as asked for. Here weight_decay times p is the whole "
            "pull; no 2 of a square's slope comes along.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) - 2 * lr * weight_decay * p,
        ),
        Misconception(
            "decay of the gradient",
            "Your decay is a share of the gradient. It should be a share of p.",
            lambda p, dp, adam, lr, weight_decay: p - adam(dp) - lr * weight_decay * dp,
        ),
        Misconception(
            "rate on Adam's step again",
            "You multiply Adam's step by lr, and the rate is in it already.",
            lambda p, dp, adam, lr, weight_decay: p - lr * adam(dp) - lr * weight_decay * p,
        ),
        Misconception(
            "gradient in place of Adam's step",
            "You step along the gradient itself. `adam(dp)` is the step.",
            lambda p, dp, adam, lr, weight_decay: p - lr * dp - lr * weight_decay * p,
        ),
        Misconception(
            "step uphill",
            "You add Adam's step. It has the gradient's sign, and you want the loss to fall.",
            lambda p, dp, adam, lr, weight_decay: p + adam(dp) - lr * weight_decay * p,
        ),
        Misconception(
            "the share kept, not lost",
            "You keep only lr times weight_decay of p. That is the share which p loses.",
            lambda p, dp, adam, lr, weight_decay: lr * weight_decay * p - adam(dp),
        ),
        Misconception(
            "adam not called",
            "You calculate with `adam` itself, which is a function. `adam(dp)` is its step.",
            lambda p, dp, adam, lr, weight_decay: p - adam - lr * weight_decay * p,
        ),
        Misconception(
            "the step alone",
            "This is the whole step. Where does p stand after it?",
            lambda p, dp, adam, lr, weight_decay: adam(dp) + lr * weight_decay * p,
        ),
    ),
)


EXERCISES = (ADAMW_STEP,)
