"""Exercise 9.1: the logarithm of softmax, for any finite scores."""

from functools import partial

import numpy as np

import nnlib

from ....exercises.drawing import whole
from ....exercises.exercise import Exercise, Misconception
from .scores import SMALL, near_and_far, without_maximum


def log_shares(Z, T):
    """From scores Z (n, k) and a temperature T to the logarithms of the shares, (n, k)."""
    below = Z / T - (Z / T).max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def less(Z, height):
    """Log-sum-exp with another height than the maximum of each row."""
    below = Z - height
    return below - np.log(np.exp(below).sum(axis=1, keepdims=True))


def with_a_small_number(Z, T, small):
    return np.log(nnlib.softmax(Z / T) + small)


def maximum_not_put_back(Z, T):
    below = Z / T - (Z / T).max(axis=1, keepdims=True)
    return Z / T - np.log(np.exp(below).sum(axis=1, keepdims=True))


def sum_of_all(Z, T):
    below = Z / T - (Z / T).max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum())


def without_logarithm_of_sum(Z, T):
    below = Z / T - (Z / T).max(axis=1, keepdims=True)
    return below - np.exp(below).sum(axis=1, keepdims=True)


def keepdims_left_out(Z, T):
    below = Z / T - (Z / T).max(axis=1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=1))


LOG_SHARES = Exercise(
    "9.1",
    solution=log_shares,
    parts=("log P (rows at one height)", "log P (rows far apart)", "log P (wide rows)"),
    probe=near_and_far,
    one_result=True,
    draw=lambda rng, n, k: (rng.normal(size=(n, k)), round(rng.uniform(1.5, 3), 1)),
    alone=("n",),  # a single score has the share 1, whatever is wrong
    example=lambda: (np.array([[2.0, 1.0, -1.0], [2000.0, 0.0, 1000.0]]), 2.0),
    edges=lambda rng: {
        "a temperature of 1": (rng.normal(size=(4, 3)), 1.0),
        "a temperature below 1": (rng.normal(size=(4, 3)), 0.5),
        "whole numbers": (whole(rng, 1, 3, (4, 3)), 2.0),
    },
    misconceptions=(
        Misconception(
            "shares first, stable or not",
            "You form the shares and then take their logarithm. A share far below the others is "
            "rounded to 0, and its logarithm is -inf. Never form the share.",
            lambda Z, T: np.log(nnlib.softmax(Z / T)),
        ),
        Misconception(
            "the formula of 9.1",
            "Your powers of e overflow far up and are all 0 far down; inf/inf and 0/0 are nan. "
            "The logarithm comes too late.",
            lambda Z, T: np.log(without_maximum(Z / T)),
        ),
        Misconception(
            "no maximum taken off",
            "The sum of powers is right near 0. Far up it overflows, far down it is 0. What may be "
            "taken off a row first, so that no exponent is above 0?",
            lambda Z, T: less(Z / T, 0.0),
        ),
        *(
            Misconception(
                f"a small number added, {small:g}",
                "You add a small number to the shares, or cut them off at one, so that no "
                "logarithm is -inf. All shares below it then cost the same, which is a lie about "
                "the surprise.",
                partial(with_a_small_number, small=small),
            )
            for small in SMALL
        ),
        Misconception(
            "-inf replaced",
            "You put a number in place of -inf. It says nothing about the scores; the right "
            "logarithm is finite, and can be found without the share.",
            lambda Z, T: np.nan_to_num(np.log(nnlib.softmax(Z / T))),
        ),
        Misconception(
            "scores cut off",
            "You cut the scores off at a limit, so all that lie beyond it get equal shares. It is "
            "the differences that count, however far out the scores are.",
            lambda Z, T: nnlib.log_softmax(np.clip(Z / T, -500, 500)),
        ),
        Misconception(
            "one maximum for all rows",
            "You take the largest score of the whole array off each row. In a row far below it all "
            "powers are 0, and the logarithm of 0 is -inf.",
            lambda Z, T: less(Z / T, (Z / T).max()),
        ),
        Misconception(
            "maximum of each column",
            "You take the largest score of each column away. That changes the differences inside a "
            "row, and only these count.",
            lambda Z, T: less(Z / T, (Z / T).max(axis=0)),
        ),
        Misconception(
            "the minimum taken off",
            "What you take off a row is not its largest score, so some exponents stay above 0. "
            "Where the row is wide, they overflow.",
            lambda Z, T: less(Z / T, (Z / T).min(axis=1, keepdims=True)),
        ),
        Misconception(
            "maximum taken off once only",
            "The sum is of the scores less their maximum; what it is subtracted from still has "
            "the maximum in it. It must go from both, or from neither.",
            maximum_not_put_back,
        ),
        Misconception(
            "one sum for all rows",
            "All rows share one sum. Each row is an example of its own, and its shares add up to 1 "
            "by themselves.",
            sum_of_all,
        ),
        Misconception(
            "columns share out, not rows",
            "Each column shares out 1 among the examples. A row is one example; which axis runs "
            "over the classes?",
            lambda Z, T: nnlib.log_softmax((Z / T).T).T,
        ),
        Misconception(
            "keepdims left out",
            "The sums lie flat, of shape (n,), and NumPy sets them against the columns. They "
            "should stand as a column, one for each row.",
            keepdims_left_out,
        ),
        Misconception(
            "sum without its logarithm",
            "You subtract the sum itself. The logarithm of a quotient is a difference of two "
            "logarithms, so the sum needs one too.",
            without_logarithm_of_sum,
        ),
        Misconception(
            "shares, not their logarithms",
            "These are the shares. Asked for are their logarithms, and these not by way of the "
            "shares.",
            lambda Z, T: nnlib.softmax(Z / T),
        ),
        Misconception(
            "surprises, all above 0",
            "These are the surprises, -log P. Asked for is log P, which is 0 at most.",
            lambda Z, T: -nnlib.log_softmax(Z / T),
        ),
        Misconception(
            "temperature without effect",
            "The temperature changes nothing. It should divide every score, before anything else.",
            lambda Z, T: nnlib.log_softmax(Z),
        ),
        Misconception(
            "temperature upside down",
            "The scores are multiplied by the temperature. A high one should make the shares more "
            "equal; yours makes them less equal.",
            lambda Z, T: nnlib.log_softmax(Z * T),
        ),
        Misconception(
            "logarithms divided by temperature",
            "You divide the finished logarithms by the temperature. Their shares no longer add up "
            "to 1; it is the scores that are divided.",
            lambda Z, T: nnlib.log_softmax(Z) / T,
        ),
    ),
)


EXERCISES = (LOG_SHARES,)
