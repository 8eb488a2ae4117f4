"""What wrong answers to exercises 8.4, 8.7 and 8.8 are made of: Adam with a line replaced."""

from functools import partial

import numpy as np

from ....exercises.exercise import Misconception


def averages(mean, square, dp, betas):
    beta1, beta2 = betas
    return beta1 * mean + (1 - beta1) * dp, beta2 * square + (1 - beta2) * dp**2


def shares(betas, t):
    """How much of the gradients is in each average after t steps."""
    return 1 - betas[0] ** t, 1 - betas[1] ** t


def scaled(mean, square, eps):
    return mean / (np.sqrt(square) + eps)


def direction(mean, square, betas, t, eps, *, shares=shares, scaled=scaled):
    """Where the step goes, from both averages; the share or the fraction can be replaced."""
    of_mean, of_square = shares(betas, t)
    return scaled(mean / of_mean, square / of_square, eps)


def as_they_are(mean, square, betas, t):
    return mean, square


def downhill(p, lr, direction):
    return p - lr * direction


def adam(
    p, dp, mean, square, t, lr, betas, eps,
    *,
    averages=averages, direction=direction, remember=as_they_are, move=downhill,
):  # fmt: skip
    """One step of Adam, each line of which can be replaced by another."""
    mean, square = averages(mean, square, dp, betas)
    p = move(p, lr, direction(mean, square, betas, t, eps))
    return p, *remember(mean, square, betas, t)


def averaged_by(keep, measure=np.square):
    """Both averages made by keep(old, new, beta)."""
    return {
        "averages": lambda mean, square, dp, betas: (
            keep(mean, dp, betas[0]),
            keep(square, measure(dp), betas[1]),
        )
    }


def squared_by(keep):
    """The mean is right; the mean square is made by keep(old, gradient, mean, beta2)."""

    def wrong(mean, square, dp, betas):
        mean, _ = averages(mean, square, dp, betas)
        return mean, keep(square, dp, mean, betas[1])

    return {"averages": wrong}


def divided_by(shares):
    return {"direction": partial(direction, shares=shares)}


def scaled_by(scaled):
    return {"direction": partial(direction, scaled=scaled)}


def each(share):
    """The same share(beta, t) for both averages."""
    return lambda betas, t: tuple(share(np.float64(beta), t) for beta in betas)


def eps_before(mean, square, betas, t, eps):
    of_mean, of_square = shares(betas, t)
    return mean / of_mean / ((np.sqrt(square) + eps) / np.sqrt(of_square))


def eps_in_the_square(mean, square, betas, t, eps):
    of_mean, of_square = shares(betas, t)
    return mean / of_mean / np.sqrt((square + eps) / of_square)


def other_betas_in_averages(mean, square, dp, betas):
    return averages(mean, square, dp, betas[::-1])


def other_betas_in_direction(mean, square, betas, t, eps):
    return direction(mean, square, betas[::-1], t, eps)


def corrected(mean, square, betas, t):
    of_mean, of_square = shares(betas, t)
    return mean / of_mean, square / of_square


def with_lines(run, wrong_lines):
    """The misconceptions of an exercise whose run(..., **lines) takes such lines."""
    return tuple(
        Misconception(name, sentence, partial(run, **lines))
        for name, sentence, lines in wrong_lines
    )


def beside_the_fault(run, wrong_lines):
    """In a bug hunt: another line was changed, and the fault stands where it was.

    run(..., **lines) has the fault of the hunted code.
    """
    return tuple(
        Misconception(
            f"that fault, and {name}",
            f"The fault of the class above is still there, and there is a new one. {sentence}",
            partial(run, **lines),
        )
        for name, sentence, lines in wrong_lines
    )
