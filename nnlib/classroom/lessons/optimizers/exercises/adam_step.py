"""Exercise 8.4: one step of Adam."""

import numpy as np

from ....exercises.drawing import either_sign
from ....exercises.exercise import Exercise, Misconception
from .moments import (
    STILL_AT_ZERO,
    average,
    draw_betas,
    draw_eps,
    draw_gradients,
    several_rows,
    still_at_zero,
)
from .wrong_adams import adam, corrected, direction, scaled, shares, with_lines
from .wrong_lines import AVERAGES, CORRECTION, FRACTION, MOVE


def adam_step(p, dp, mean, square, t, lr, betas, eps):
    """From p, dp, mean and square, all of one shape, in step t, to the new p, mean and square."""
    beta1, beta2 = betas
    mean = beta1 * mean + (1 - beta1) * dp
    square = beta2 * square + (1 - beta2) * dp**2
    mean_hat = mean / (1 - beta1**t)
    square_hat = square / (1 - beta2**t)
    return p - lr * mean_hat / (np.sqrt(square_hat) + eps), mean, square


def draw_adam_step(rng, d_in, d_out, t):
    """Step t of some that began at 0."""
    shape, betas = several_rows(d_in, d_out), draw_betas(rng)
    *past, dp = draw_gradients(rng, t, shape)
    mean = average(past, betas[0], np.zeros(shape))
    square = average([g**2 for g in past], betas[1], np.zeros(shape))
    p = either_sign(rng, 0.4, 1.6, shape)
    return p, dp, mean, square, t, float(rng.uniform(0.1, 0.4)), betas, draw_eps(rng)


def example_adam_step():
    """The second step, after a gradient of 1."""
    p, dp, mean, square = (np.array([[number]]) for number in (1.0, 3.0, 0.5, 0.25))
    return p, dp, mean, square, 2, 0.1, (0.5, 0.75), 1e-8


def old_averages(p, dp, mean, square, t, lr, betas, eps):
    _, *new = adam_step(p, dp, mean, square, t, lr, betas, eps)
    return p - lr * direction(mean, square, betas, t, eps), *new


def not_remembered(p, dp, mean, square, t, lr, betas, eps):
    return adam_step(p, dp, mean, square, t, lr, betas, eps)[0], mean, square


def gradient_in_the_step(p, dp, mean, square, t, lr, betas, eps):
    _, mean, square = adam_step(p, dp, mean, square, t, lr, betas, eps)
    return p - lr * scaled(dp, square / shares(betas, t)[1], eps), mean, square


def step_alone(p, dp, mean, square, t, lr, betas, eps):
    new, mean, square = adam_step(p, dp, mean, square, t, lr, betas, eps)
    return p - new, mean, square


ADAM_STEP = Exercise(
    "8.4",
    solution=adam_step,
    parts=("p", "mean", "square"),
    draw=draw_adam_step,
    alone=("t", "d_out"),
    example=example_adam_step,
    misconceptions=(
        Misconception(
            "one result only",
            "You hand back one array. Three are needed: p, and the mean and square for the next "
            "step.",
            lambda p, *others: p,
        ),
        Misconception(
            "corrected averages handed back",
            "You return the corrected averages. The next step would correct them "
            "once more, and so on: what is remembered stays uncorrected.",
            lambda *arguments: adam(*arguments, remember=corrected),
        ),
        Misconception(
            "new averages not handed back",
            "You return the averages that came in. The next step needs the new ones.",
            not_remembered,
        ),
        Misconception(
            "step with the old averages",
            "Your step uses the averages from before this gradient. First they take the gradient "
            "in, then p moves.",
            old_averages,
        ),
        Misconception(*STILL_AT_ZERO, still_at_zero(adam_step)),
        Misconception(
            "gradient in place of the mean",
            "Your step goes along this gradient, divided by its size, as RMSprop's does. Adam "
            "goes along the corrected mean.",
            gradient_in_the_step,
        ),
        Misconception(
            "the step alone",
            "This is the step. Where does p stand after it?",
            step_alone,
        ),
        *with_lines(adam, CORRECTION + FRACTION + AVERAGES + MOVE),
    ),
)


EXERCISES = (ADAM_STEP,)
