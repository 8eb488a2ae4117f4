"""Exercise 8.7, a bug hunt: an Adam whose first step is right."""

from functools import partial

import numpy as np

from ....exercises.drawing import either_sign
from ....exercises.exercise import Exercise, Misconception
from .moments import draw_betas, draw_eps, draw_gradients
from .wrong_adams import adam, beside_the_fault, corrected, with_lines
from .wrong_lines import AVERAGES, CORRECTION, FRACTION, MOVE


def adam_run(p, gradients, lr, betas, eps):
    """From p and a list of its gradients, one for each step, all of one shape, to the last p."""
    beta1, beta2 = betas
    mean, square = np.zeros(p.shape), np.zeros(p.shape)
    for t, dp in enumerate(gradients, start=1):
        mean = beta1 * mean + (1 - beta1) * dp
        square = beta2 * square + (1 - beta2) * dp**2
        mean_hat = mean / (1 - beta1**t)
        square_hat = square / (1 - beta2**t)
        p = p - lr * mean_hat / (np.sqrt(square_hat) + eps)
    return p


def draw_adam_run(rng, d_in, d_out, steps):
    shape = (d_in, d_out)
    p, gradients = either_sign(rng, 0.4, 1.6, shape), draw_gradients(rng, steps + 1, shape)
    return p, gradients, float(rng.uniform(0.1, 0.4)), draw_betas(rng), draw_eps(rng)


def run(p, gradients, lr, betas, eps, *, forget=False, go_on=True, **lines):
    """The run, with lines of Adam replaced.

    With `forget` each step starts with averages of 0; without `go_on`, from the first p.
    """
    first, mean, square = p, 0 * p, 0 * p
    for t, dp in enumerate(gradients, start=1):
        if forget:
            mean, square = 0 * p, 0 * p
        start = p if go_on else first
        p, mean, square = adam(start, dp, mean, square, t, lr, betas, eps, **lines)
    return p


def some_steps(which):
    """A run that takes only some of the steps."""
    return lambda p, gradients, lr, betas, eps: run(p, gradients[which], lr, betas, eps)


def mean_of_all(p, gradients, lr, betas, eps):
    return run(p, [sum(gradients) / len(gradients)], lr, betas, eps)


def corrected_mean(mean, square, betas, t):
    return corrected(mean, square, betas, t)[0], square


def corrected_square(mean, square, betas, t):
    return mean, corrected(mean, square, betas, t)[1]


ADAM_RUN = Exercise(
    "8.7",
    solution=adam_run,
    parts=("p",),
    draw=draw_adam_run,
    alone=("d_out",),
    example=lambda: (np.array([[1.0]]), [np.array([[1.0]])] * 3, 0.1, (0.9, 0.999), 1e-8),
    misconceptions=(
        Misconception(
            "the fault of the class",
            "The fault of the class above is still there: the corrected averages take the place "
            "of the averages, and the next step corrects them again.",
            partial(run, remember=corrected),
        ),
        Misconception(
            "half of the fault, the mean",
            "The mean square is mended. The corrected mean still takes the place of the mean, and "
            "is corrected again in the next step.",
            partial(run, remember=corrected_mean),
        ),
        Misconception(
            "half of the fault, the square",
            "The mean is mended. The corrected square still takes the place of the square, and is "
            "corrected again in the next step.",
            partial(run, remember=corrected_square),
        ),
        Misconception(
            "averages forgotten between steps",
            "Both averages start at 0 in each step, so nothing is remembered. They are made once, "
            "before the loop.",
            partial(run, forget=True),
        ),
        Misconception(
            "first step only",
            "There is one step only. Does `return` stand inside the loop?",
            some_steps(slice(1)),
        ),
        Misconception(
            "last gradient only",
            "Only the last gradient has left a trace, in a first step. There is one step for each, "
            "and each remembers those before it.",
            some_steps(slice(-1, None)),
        ),
        Misconception(
            "last step left out",
            "The last gradient has no step. There is one for each in the list.",
            some_steps(slice(-1)),
        ),
        Misconception(
            "each step from the start",
            "Each step starts from the first p. It should start where the one before ended.",
            partial(run, go_on=False),
        ),
        Misconception(
            "mean of all gradients",
            "You take one step along the mean of all gradients. There is one step for each.",
            mean_of_all,
        ),
        *beside_the_fault(partial(run, remember=corrected), FRACTION),
        *with_lines(run, CORRECTION + FRACTION + AVERAGES + MOVE),
    ),
)


EXERCISES = (ADAM_RUN,)
