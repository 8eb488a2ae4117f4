"""Exercise 8.3: an average that started at 0, corrected."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception
from .moments import average, draw_gradients


def bias_corrected(average, beta, t):
    """From an average (d_in, d_out) of t steps, begun at 0, to the corrected one."""
    return average / (1 - beta**t)


def draw_bias_corrected(rng, d_in, d_out, t):
    beta = float(rng.uniform(0.6, 0.9))
    gradients = draw_gradients(rng, t, (d_in, d_out))
    return average(gradients, beta, np.zeros((d_in, d_out))), beta, t


BIAS_CORRECTED = Exercise(
    "8.3",
    solution=bias_corrected,
    parts=("the corrected average",),
    draw=draw_bias_corrected,
    alone=("t", "d_out"),
    example=lambda: (np.array([[0.76, -1.9]]), 0.9, 2),
    misconceptions=(
        Misconception(
            "power left out",
            "You divide by 1 - beta, whatever t. That is right after one step; later more of the "
            "past is in the average.",
            lambda average, beta, t: average / (1 - beta),
        ),
        Misconception(
            "t counted from 0",
            "Your power is one too low. After the first step t is 1, and 1 - beta of the "
            "gradient is in the average; a power of 0 would divide by 0.",
            lambda average, beta, t: average / (1 - np.float64(beta) ** (t - 1)),
        ),
        Misconception(
            "t one too far",
            "Your power is one too high. t counts this step already.",
            lambda average, beta, t: average / (1 - beta ** (t + 1)),
        ),
        Misconception(
            "times t, no power",
            "You multiply beta by t. The start fades by the factor beta in each step: what is "
            "beta times beta times beta?",
            lambda average, beta, t: average / (1 - beta * t),
        ),
        Misconception(
            "power of the difference",
            "The power is on 1 - beta. The share of the start that is left is a power of beta "
            "itself; then it is taken from 1.",
            lambda average, beta, t: average / (1 - beta) ** t,
        ),
        Misconception(
            "power of the wrong number",
            "Here t is raised to the power beta. Which of the two is multiplied by itself, and "
            "how often?",
            lambda average, beta, t: average / (1 - np.float64(t) ** beta),
        ),
        Misconception(
            "times instead of divided",
            "You multiply. The average is too small, since it started at 0, and your result is "
            "smaller still.",
            lambda average, beta, t: average * (1 - beta**t),
        ),
        Misconception(
            "divided by the power",
            "You divide by beta^t, the share that is missing. Divide by the share that is there.",
            lambda average, beta, t: average / beta**t,
        ),
        Misconception(
            "bracket left out",
            "A division comes before a minus: you divide by 1, and subtract then. Is a bracket "
            "missing?",
            lambda average, beta, t: average / 1 - beta**t,
        ),
        Misconception(
            "sign of the share",
            "You divide by beta^t - 1, which is negative, and every sign is turned round.",
            lambda average, beta, t: average / (beta**t - 1),
        ),
        Misconception(
            "plus instead of minus",
            "You divide by 1 + beta^t, which is more than 1. The average is too small already.",
            lambda average, beta, t: average / (1 + beta**t),
        ),
        Misconception(
            "divided by the number of steps",
            "You divide by t. This is no sum of t gradients: it has been averaged already, from a "
            "start that was too low.",
            lambda average, beta, t: average / t,
        ),
        Misconception(
            "the share alone",
            "This is the share of the gradients in the average. What is to be done with it?",
            lambda average, beta, t: 1 - beta**t,
        ),
        Misconception(
            "weights of a sum",
            "You multiply by 1 - beta as well, as for a sum that took each gradient whole. In "
            "this average they have that share already.",
            lambda average, beta, t: (1 - beta) * average / (1 - beta**t),
        ),
        Misconception(
            "not corrected",
            "You hand the average back as it is. It started at 0, so it is still too small.",
            lambda average, beta, t: average,
        ),
    ),
)


EXERCISES = (BIAS_CORRECTED,)
