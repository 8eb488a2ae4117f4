"""Exercise 8.2: one step of RMSprop."""

from functools import partial

import numpy as np

from ....exercises.drawing import either_sign
from ....exercises.exercise import Exercise, Misconception
from .moments import average, draw_eps, draw_gradients, several_rows


def rmsprop_step(p, dp, square, lr, alpha, eps):
    """From p, its gradient dp and its square, all of one shape, to the new p and square."""
    square = alpha * square + (1 - alpha) * dp**2
    return p - lr * dp / (np.sqrt(square) + eps), square


def draw_rmsprop_step(rng, d_in, d_out):
    shape, alpha = several_rows(d_in, d_out), float(rng.uniform(0.6, 0.9))
    *past, dp = draw_gradients(rng, 4, shape)
    square = average([g**2 for g in past], alpha, np.zeros(shape))
    return (
        either_sign(rng, 0.4, 1.6, shape), dp, square,
        float(rng.uniform(0.1, 0.4)), alpha, draw_eps(rng),
    )  # fmt: skip


def step_with(
    p, dp, square, lr, alpha, eps,
    *,
    gather=lambda square, dp, alpha: alpha * square + (1 - alpha) * dp**2,
    scale=lambda dp, square, eps: dp / (np.sqrt(square) + eps),
    move=lambda p, lr, scaled: p - lr * scaled,
):  # fmt: skip
    """The step, each line of which can be replaced by another."""
    square = gather(square, dp, alpha)
    return move(p, lr, scale(dp, square, eps)), square


def gathers(gather):
    return partial(step_with, gather=gather)


def scales(scale):
    return partial(step_with, scale=scale)


def moves(move):
    return partial(step_with, move=move)


def old_square(p, dp, square, lr, alpha, eps):
    new = alpha * square + (1 - alpha) * dp**2
    return p - lr * dp / (np.sqrt(square) + eps), new


def not_remembered(p, dp, square, lr, alpha, eps):
    return rmsprop_step(p, dp, square, lr, alpha, eps)[0], square


def root_remembered(p, dp, square, lr, alpha, eps):
    p, square = rmsprop_step(p, dp, square, lr, alpha, eps)
    return p, np.sqrt(square)


def bracket_left_out(p, dp, square, lr, alpha, eps):
    square = alpha * square + (1 - alpha) * dp**2
    return p - lr * dp / np.sqrt(square) + eps, square


RMSPROP_STEP = Exercise(
    "8.2",
    solution=rmsprop_step,
    parts=("p", "square"),
    draw=draw_rmsprop_step,
    example=lambda: (np.array([[1.0]]), np.array([[2.0]]), np.array([[14.0]]), 0.1, 0.5, 1e-8),
    misconceptions=(
        Misconception(
            "eps inside the root",
            "Your eps stands under the root. There a small one becomes large: the root of "
            "0.0001 is 0.01. It is added to the root, outside it.",
            scales(lambda dp, square, eps: dp / np.sqrt(square + eps)),
        ),
        Misconception(
            "eps left out",
            "There is no eps. Where all gradients have been 0 you divide 0 by 0.",
            scales(lambda dp, square, eps: dp / np.sqrt(square)),
        ),
        Misconception(
            "eps behind the fraction",
            "A division comes before a plus: your eps is added to p and not to the root. Is a "
            "bracket missing?",
            bracket_left_out,
        ),
        Misconception(
            "root left out",
            "You divide by the mean square itself. Only its root has the size of a gradient.",
            scales(lambda dp, square, eps: dp / (square + eps)),
        ),
        Misconception(
            "times instead of divided",
            "You multiply by the size. Large gradients then get even larger steps, and they "
            "should get smaller ones.",
            scales(lambda dp, square, eps: dp * (np.sqrt(square) + eps)),
        ),
        Misconception(
            "gradient not in the step",
            "You divide lr by the size, and the gradient itself is missing: every entry goes the "
            "same way.",
            scales(lambda dp, square, eps: 1 / (np.sqrt(square) + eps)),
        ),
        Misconception(
            "shares exchanged",
            "You keep 1 - alpha of the past. With an alpha of .9, nine tenths of it should stay.",
            gathers(lambda square, dp, alpha: (1 - alpha) * square + alpha * dp**2),
        ),
        Misconception(
            "sum without forgetting",
            "You add the squares up, as Adagrad does: the sum only grows, and the steps only "
            "shrink. An average forgets.",
            gathers(lambda square, dp, alpha: square + dp**2),
        ),
        Misconception(
            "new square whole",
            "The past fades, but the new square is added whole. In an average the two shares "
            "make 1.",
            gathers(lambda square, dp, alpha: alpha * square + dp**2),
        ),
        Misconception(
            "square of the sum",
            "You average first and square then. Is the square on the gradient alone, or on the "
            "whole bracket?",
            gathers(lambda square, dp, alpha: (alpha * square + (1 - alpha) * dp) ** 2),
        ),
        Misconception(
            "share squared too",
            "Your square takes in the share 1 - alpha as well as the gradient. Only the gradient "
            "is squared.",
            gathers(lambda square, dp, alpha: alpha * square + ((1 - alpha) * dp) ** 2),
        ),
        Misconception(
            "gradient not squared",
            "You average the gradients themselves. Those of both signs cancel, and a negative "
            "average has no root.",
            gathers(lambda square, dp, alpha: alpha * square + (1 - alpha) * dp),
        ),
        Misconception(
            "one size for all entries",
            "You take one mean over all entries. Each entry has a size of its own: that is what "
            "RMSprop is for.",
            gathers(lambda square, dp, alpha: alpha * square + (1 - alpha) * np.mean(dp**2)),
        ),
        Misconception(
            "nothing remembered",
            "Your square is that of this gradient alone; the one that came in has no part in it.",
            gathers(lambda square, dp, alpha: dp**2),
        ),
        Misconception(
            "one result only",
            "You hand back one array. Two are needed: p, and the square for the next step.",
            lambda p, dp, square, lr, alpha, eps: p,
        ),
        Misconception(
            "step with the old square",
            "Your step divides by the size from before this gradient. First the square takes the "
            "gradient in, then p moves.",
            old_square,
        ),
        Misconception(
            "new square not handed back",
            "You return the square that came in. The next step needs the new one.",
            not_remembered,
        ),
        Misconception(
            "root handed back",
            "You return the root. The next step averages squares, so it needs the square.",
            root_remembered,
        ),
        Misconception(
            "step uphill",
            "You add the step. The gradient says where the loss grows, and you want it to fall.",
            moves(lambda p, lr, scaled: p + lr * scaled),
        ),
        Misconception(
            "learning rate left out",
            "The gradient divided by its size is about 1, whatever its unit. How long is the "
            "step that lr asks for?",
            moves(lambda p, lr, scaled: p - scaled),
        ),
        Misconception(
            "the step alone",
            "This is the step. Where does p stand after it?",
            moves(lambda p, lr, scaled: lr * scaled),
        ),
    ),
)


EXERCISES = (RMSPROP_STEP,)
