"""Exercise 1.5: softmax, row by row."""

import numpy as np

from ....exercises.drawing import whole
from ....exercises.exercise import Exercise, Misconception

# Beyond what e can be raised to, also less the mean of a wide row and divided by 3, the highest
# temperature.
VERY_FAR = 4000.0


def softmax_rows(Z, temperature):
    """From scores Z (n, d_out) and a number to shares A (n, d_out): each row adds up to 1."""
    Z = Z / temperature
    shifted = np.exp(Z - Z.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def level_and_far(softmax, Z, temperature):
    """Rows at one height; the same far below and far above one another; rows wide in themselves."""
    far = Z + up_and_down(len(Z)).reshape(-1, 1)
    wide = Z + up_and_down(Z.shape[1])
    return softmax(Z, temperature), softmax(far, temperature), softmax(wide, temperature)


def up_and_down(count):
    return VERY_FAR * (-1.0) ** np.arange(1, count + 1)


def shares(Z, axis):
    """Stable shares along an axis; along both for None."""
    shifted = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return shifted / shifted.sum(axis=axis, keepdims=True)


def one_maximum(Z, temperature):
    shifted = np.exp((Z - Z.max()) / temperature)
    return shifted / shifted.sum(axis=1, keepdims=True)


def one_sum(Z, temperature):
    shifted = np.exp((Z - Z.max(axis=1, keepdims=True)) / temperature)
    return shifted / shifted.sum()


def maximum_not_divided(Z, temperature):
    shifted = np.exp(Z / temperature - Z.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def only_maximum_divided(Z, temperature):
    shifted = np.exp(Z - Z.max(axis=1, keepdims=True) / temperature)
    return shifted / shifted.sum(axis=1, keepdims=True)


def minimum_subtracted(Z, temperature):
    shifted = np.exp((Z - Z.min(axis=1, keepdims=True)) / temperature)
    return shifted / shifted.sum(axis=1, keepdims=True)


def maximum_of_column(Z, temperature):
    shifted = np.exp((Z - Z.max(axis=0)) / temperature)
    return shifted / shifted.sum(axis=1, keepdims=True)


def maximum_above_only(Z, temperature):
    shifted = np.exp((Z - Z.max(axis=1, keepdims=True)) / temperature)
    return shifted / np.exp(Z / temperature).sum(axis=1, keepdims=True)


def no_maximum(Z, temperature):
    powers = np.exp(Z / temperature)
    return powers / powers.sum(axis=1, keepdims=True)


def keepdims_left_out(Z, temperature):
    shifted = np.exp((Z - Z.max(axis=1, keepdims=True)) / temperature)
    return shifted / shifted.sum(axis=1)


SOFTMAX_ROWS = Exercise(
    "1.5",
    solution=softmax_rows,
    parts=("A (rows at one height)", "A (rows far apart)", "A (wide rows)"),
    probe=level_and_far,
    one_result=True,
    draw=lambda rng, n, d_out: (rng.normal(size=(n, d_out)), round(rng.uniform(1.5, 3), 1)),
    alone=("n",),  # a single score has the share 1, whatever is wrong
    example=lambda: (np.array([[0.0, 1.0, 2.0], [1000.0, 1001.0, 1002.0]]), 10.0),
    edges=lambda rng: {
        "a temperature of 1": (rng.normal(size=(4, 3)), 1.0),
        "a temperature below 1": (rng.normal(size=(4, 3)), 0.5),
        "whole numbers": (whole(rng, 1, 3, (4, 3)), 2.0),
    },
    misconceptions=(
        Misconception(
            "one sum for all rows",
            "All entries together add up to 1. Each row is an example of its own and needs a sum "
            "of its own.",
            lambda Z, temperature: shares(Z / temperature, axis=None),
        ),
        Misconception(
            "row maxima, one sum",
            "Each row loses its own maximum, but then all rows share one sum. So the whole array "
            "adds up to 1, and no row does.",
            one_sum,
        ),
        Misconception(
            "columns add up to 1",
            "The columns add up to 1, not the rows. A row is one example, and its shares belong "
            "together.",
            lambda Z, temperature: shares(Z / temperature, axis=0),
        ),
        Misconception(
            "no maximum subtracted",
            "Far up, your powers of e overflow; far down, they are all 0. Both inf/inf and 0/0 are "
            "nan.",
            no_maximum,
        ),
        Misconception(
            "not the maximum subtracted",
            "The number you take off a row is not its largest, so some exponents stay above 0. In "
            "a row that is wide in itself, such as -1000, 0, 1000, their powers overflow.",
            minimum_subtracted,
        ),
        Misconception(
            "scores cut off",
            "You cut the scores off at a limit, so all that lie beyond it get equal shares. It is "
            "the differences that count, however far out the scores are.",
            lambda Z, temperature: no_maximum(np.clip(Z / temperature, -500, 500), 1),
        ),
        Misconception(
            "maximum not divided",
            "You divide the scores by the temperature, but not the maximum you take off them. So "
            "the largest exponent is not 0: far down it overflows, far up all powers become 0.",
            maximum_not_divided,
        ),
        Misconception(
            "only the maximum divided",
            "You divide the maximum by the temperature, but not the scores. A part that all "
            "exponents of a row have in common cancels.",
            only_maximum_divided,
        ),
        Misconception(
            "one maximum for all rows",
            "You subtract the largest score of the whole array. In a row far below it all powers "
            "become 0, and 0/0 is nan.",
            one_maximum,
        ),
        Misconception(
            "maximum of each column",
            "You subtract the largest score of each column. That changes the differences inside a "
            "row, and with them the shares.",
            maximum_of_column,
        ),
        Misconception(
            "maximum subtracted only once",
            "You subtract the maximum above the line, but below it the scores are as they were. "
            "It cancels only if it stands in both.",
            maximum_above_only,
        ),
        Misconception(
            "keepdims left out",
            "The maxima or the sums lie flat, of shape (n,), and NumPy sets them against the "
            "columns. They should stand as a column, one for each row.",
            keepdims_left_out,
        ),
        Misconception(
            "temperature without effect",
            "The temperature changes nothing. It is left out, or it stands above and below the "
            "line and cancels. It should divide every score.",
            lambda Z, temperature: shares(Z, axis=1),
        ),
        Misconception(
            "shares divided by temperature",
            "You divide the finished shares, so the rows do not add up to 1 any more. The "
            "temperature acts on the scores.",
            lambda Z, temperature: shares(Z, axis=1) / temperature,
        ),
        Misconception(
            "temperature upside down",
            "The scores are multiplied by the temperature here. A high one should make the shares "
            "more equal; yours makes them less equal.",
            lambda Z, temperature: shares(Z * temperature, axis=1),
        ),
        Misconception(
            "not divided by the sum",
            "The largest entry of each row is 1, so the row adds up to more. These are powers, not "
            "yet shares.",
            lambda Z, temperature: np.exp((Z - Z.max(axis=1, keepdims=True)) / temperature),
        ),
    ),
)


EXERCISES = (SOFTMAX_ROWS,)
