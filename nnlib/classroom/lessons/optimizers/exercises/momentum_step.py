"""Exercise 8.1: one step with momentum."""

from functools import partial

import numpy as np

from ....exercises.drawing import either_sign
from ....exercises.exercise import Exercise, Misconception
from .moments import STILL_AT_ZERO, draw_gradients, several_rows, still_at_zero


def momentum_step(p, dp, velocity, lr, momentum):
    """From p, its gradient dp and its velocity, all of one shape, to the new p and velocity."""
    velocity = momentum * velocity + dp
    return p - lr * velocity, velocity


def draw_momentum_step(rng, d_in, d_out):
    shape = several_rows(d_in, d_out)
    (dp,) = draw_gradients(rng, 1, shape)
    p, velocity = either_sign(rng, 0.4, 1.6, shape), either_sign(rng, 0.4, 1.6, shape)
    return p, dp, velocity, float(rng.uniform(0.1, 0.4)), float(rng.uniform(0.6, 0.9))


def step_with(
    p, dp, velocity, lr, momentum,
    *,
    gather=lambda velocity, dp, momentum: momentum * velocity + dp,
    move=lambda p, lr, velocity: p - lr * velocity,
):  # fmt: skip
    """The step, each line of which can be replaced by another."""
    velocity = gather(velocity, dp, momentum)
    return move(p, lr, velocity), velocity


def gathers(gather):
    return partial(step_with, gather=gather)


def moves(move):
    return partial(step_with, move=move)


def old_velocity(p, dp, velocity, lr, momentum):
    return p - lr * velocity, momentum * velocity + dp


def not_remembered(p, dp, velocity, lr, momentum):
    return momentum_step(p, dp, velocity, lr, momentum)[0], velocity


def look_ahead(p, dp, velocity, lr, momentum):
    velocity = momentum * velocity + dp
    return p - lr * (dp + momentum * velocity), velocity


def rate_within(p, dp, velocity, lr, momentum):
    velocity = momentum * velocity + lr * dp
    return p - velocity, velocity


def rate_within_downhill(p, dp, velocity, lr, momentum):
    velocity = momentum * velocity - lr * dp
    return p + velocity, velocity


def points_downhill(p, dp, velocity, lr, momentum):
    velocity = momentum * velocity - dp
    return p + lr * velocity, velocity


MOMENTUM_STEP = Exercise(
    "8.1",
    solution=momentum_step,
    parts=("p", "velocity"),
    draw=draw_momentum_step,
    example=lambda: (np.array([[1.0]]), np.array([[2.0]]), np.array([[3.0]]), 0.1, 0.9),
    misconceptions=(
        Misconception(
            "one result only",
            "You hand back one array. Two are needed: p, and the velocity for the next step.",
            lambda p, dp, velocity, lr, momentum: p,
        ),
        Misconception(
            "step with the old velocity",
            "Your step uses the velocity from before this gradient. First the velocity takes the "
            "gradient in, then p moves with it.",
            old_velocity,
        ),
        Misconception(
            "new velocity not handed back",
            "You return the velocity that came in. The next step needs the new "
            "one, or nothing is remembered.",
            not_remembered,
        ),
        Misconception(*STILL_AT_ZERO, still_at_zero(momentum_step)),
        Misconception(
            "average instead of sum",
            "You take 1 - momentum of the new gradient. That is the form of an average, whose "
            "steps are shorter; here the gradient is added whole.",
            gathers(lambda velocity, dp, momentum: momentum * velocity + (1 - momentum) * dp),
        ),
        Misconception(
            "rate inside the velocity",
            "Your velocity holds steps, for the rate is in it. Here it holds gradients, and the "
            "rate comes in when p moves.",
            rate_within,
        ),
        Misconception(
            "Keras's form",
            "This is Keras's form: its velocity is a step downhill, with the rate in it. Here "
            "the velocity adds gradients up, and p moves against it.",
            rate_within_downhill,
        ),
        Misconception(
            "velocity turned round",
            "Your velocity points downhill and is added. Here it collects the "
            "gradients with their own sign, and is subtracted.",
            points_downhill,
        ),
        Misconception(
            "minus the gradient",
            "The gradient enters the velocity with a minus, and the step has another: together "
            "they climb.",
            gathers(lambda velocity, dp, momentum: momentum * velocity - dp),
        ),
        Misconception(
            "step uphill",
            "You add the step. The gradient says where the loss grows, and you want it to fall.",
            moves(lambda p, lr, velocity: p + lr * velocity),
        ),
        Misconception(
            "learning rate left out",
            "You subtract the whole velocity. How long is the step that lr asks for?",
            moves(lambda p, lr, velocity: p - velocity),
        ),
        Misconception(
            "the step alone",
            "This is lr times the velocity, the length of the step. Where does p stand after it?",
            moves(lambda p, lr, velocity: lr * velocity),
        ),
        Misconception(
            "momentum ignored",
            "This is plain descent: what the velocity held before has no part in it.",
            gathers(lambda velocity, dp, momentum: dp),
        ),
        Misconception(
            "nothing fades",
            "The old velocity is kept whole. Only the share `momentum` of it stays; else the "
            "steps would never stop growing.",
            gathers(lambda velocity, dp, momentum: velocity + dp),
        ),
        Misconception(
            "momentum on the gradient",
            "The factor stands at the gradient. It belongs to the old velocity, which fades.",
            gathers(lambda velocity, dp, momentum: velocity + momentum * dp),
        ),
        Misconception(
            "momentum on both",
            "Here old velocity and gradient both fade. The new gradient is added whole: is a "
            "bracket in the wrong place?",
            gathers(lambda velocity, dp, momentum: momentum * (velocity + dp)),
        ),
        Misconception(
            "shares exchanged",
            "You keep 1 - momentum of the past. With a momentum of .9, nine tenths of it should "
            "stay.",
            gathers(lambda velocity, dp, momentum: (1 - momentum) * velocity + dp),
        ),
        Misconception(
            "average with exchanged shares",
            "The new gradient gets the share `momentum`, and the past the rest. It is the past "
            "that keeps `momentum`, and the gradient is added whole.",
            gathers(lambda velocity, dp, momentum: (1 - momentum) * velocity + momentum * dp),
        ),
        Misconception(
            "gradient added again",
            "The gradient is in the velocity already, and you add it once more to the step.",
            lambda p, dp, velocity, lr, momentum: (
                p - lr * (momentum * velocity + 2 * dp),
                momentum * velocity + dp,
            ),
        ),
        Misconception(
            "Nesterov's step",
            "This is Nesterov's step, which looks once more ahead. Asked for is the plain one: p "
            "moves by lr times the velocity.",
            look_ahead,
        ),
    ),
)


EXERCISES = (MOMENTUM_STEP,)
