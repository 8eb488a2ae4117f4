"""Where two explanations fit, the first in the order is told: the more certain, or more telling.

Each answer makes two mistakes, or one that has two names; it would be told the other if the two
explanations changed places.
"""

import numpy as np
import pytest
from test_check import MEAN, SCALED, TWO, mean_of_squares, scaled

from nnlib.classroom.checking import explanations
from nnlib.classroom.checking.marking import mark
from nnlib.classroom.exercises.exercise import Exercise, Misconception

THREE = 3.0  # what a notebook would have as a variable


def exercise(solution, draw, *misconceptions, **options):
    """An exercise whose misconceptions are pairs of a name and a wrong implementation."""
    declared = tuple(Misconception(name, "A sentence.", wrong) for name, wrong in misconceptions)
    options = {"example": lambda: draw(np.random.default_rng(0), 3)} | options
    return Exercise("9.8", solution=solution, draw=draw, misconceptions=declared, **options)


def two_columns(rng, n):
    return rng.normal(size=(n, 1)), rng.normal(size=(n, 1))


def standard(A):
    return (A - A.mean(axis=0)) / A.std(axis=0)


def at_the_example(A):
    return A.shape == (3, 2) and A[0, 0] == 1.0


def of_the_example_in_place(A):
    A *= 0.0
    return mean_of_squares(MEAN.example()[0])


def times_a_number_in_place(A, b):
    first = A[0, -1]
    A += b / 3.0
    return first * 3.0 * A


DIFFERENCE = exercise(lambda a, b: a - b, two_columns)
BOTH_DIFFERENCES = exercise(lambda a, b: (a - b, b - a), two_columns, parts=("there", "back"))
SYMMETRIC_IN_ONE_ROW = exercise(lambda a, b: a[:1] + b.sum(keepdims=True), two_columns)
NOTHING = exercise(scaled, lambda rng, n: SCALED.draw(rng, n, 2), ("prints", lambda A, b: None))
SWAPPED = exercise(TWO.solution, two_columns, ("swaps", lambda a, b: (a * b, a + b)),
                   parts=TWO.parts)  # fmt: skip
ACROSS = exercise(mean_of_squares, lambda rng, n: MEAN.draw(rng, n, 2),
                  ("rows", lambda A: np.mean(A**2, axis=1, keepdims=True)))  # fmt: skip
STANDARD = exercise(standard, lambda rng, n, d: (rng.normal(size=(n, d)),), alone=("d",),
                    example=MEAN.example)  # fmt: skip

ORDER = {
    "names in another order, a notebook variable":
        (SCALED, lambda b, A: A * THREE + b, "other argument order"),
    "names in another order, wrong sign":
        (DIFFERENCE, lambda b, a: a - b, "other argument order"),
    "notebook variable, declared":
        (SCALED, lambda A, b: A * THREE + 2 * b, "bias doubled"),
    "declared, returns nothing":
        (NOTHING, lambda A, b: print(A), "prints"),
    "declared, results in another order":
        (SWAPPED, lambda a, b: (a * b, a + b), "swaps"),
    "declared, wrong axis":
        (ACROSS, lambda A: np.mean(A**2, axis=1)[:, None], "rows"),
    "returns nothing, the example only":
        (MEAN, lambda A: mean_of_squares(A) if at_the_example(A) else None, "returns nothing"),
    "results in another order, wrong sign":
        (BOTH_DIFFERENCES, lambda a, b: (b - a, a - b), "results in another order"),
    "wrong axis, nan where there is one column":
        (STANDARD, lambda A: standard(A.T).T, "wrong axis"),
    "wrong sign, arguments in another order":
        (DIFFERENCE, lambda p, q: q - p, "wrong sign"),
    "arguments in another order, one row only":
        (SYMMETRIC_IN_ONE_ROW, lambda p, q: q[:1] + p.sum(keepdims=True), "other argument order"),
    "one row only, the example only":
        (MEAN, lambda A: mean_of_squares(A if len(A) == 1 or at_the_example(A) else A + 1),
         "right for one row only"),
    "the example only, changes its inputs":
        (MEAN, of_the_example_in_place, "A without effect; changes its inputs"),
    "changes its inputs, a factor that changes":
        (SCALED, times_a_number_in_place, "a factor too many; changes its inputs"),
}  # fmt: skip


@pytest.mark.parametrize("fitting", ORDER)
def test_of_two_explanations_that_fit_the_first_is_told(fitting):
    exercise, answer, told = ORDER[fitting]
    for seed in range(3):
        assert mark(exercise, answer, seed=seed).misconception == told, f"seed {seed}"


def test_an_error_is_the_declared_one_only_if_it_says_the_same():
    """Another ValueError is another mistake."""

    def refuses(words):
        def answer(A, b):
            raise ValueError(words)

        return answer

    declared = exercise(scaled, lambda rng, n: SCALED.draw(rng, n, 2), ("refuses", refuses("no")))
    assert mark(declared, refuses("no")).misconception == "refuses"
    assert mark(declared, refuses("never")).misconception is None


def test_arguments_may_stand_in_any_other_order():
    weighted = exercise(
        lambda a, b, c: a + 2 * b + 5 * c, lambda rng, n: tuple(rng.normal(size=(3, n, 1)))
    )
    assert mark(weighted, lambda p, q, r: q + 2 * r + 5 * p).misconception == "other argument order"


def test_the_order_of_the_explanations():
    """Certain before likely: a declared mistake, a cause, a slip that mends, where it fails."""
    order = [explain.__name__ for explain in explanations.OF_WHAT_IS_DRAWN]
    assert len(set(order)) == len(order)
    certain = ["declared", "one_cause", "mended_by_one", "neighbour", "two_causes"]
    later = ["mended_to_declared", "mended_by_two", "only_alone", "notebook_variable"]
    last = ["ignored_argument", "error_in_words", "loosely", "changing_factor"]
    told = [*certain, *later, *last]
    assert [name for name in order if name in told] == told
