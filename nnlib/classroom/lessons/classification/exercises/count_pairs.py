"""Exercise 9.6: the confusion matrix."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception


def count_pairs(labels, said, k):
    """From labels and said, both (n,), whole numbers below k, to the counts (k, k)."""
    C = np.zeros((k, k), dtype=int)
    np.add.at(C, (labels, said), 1)
    return C


def draw_pairs(rng, n, k):
    """Three rows for each of n, right in about a third; the last class may have none at all."""
    labels, said = rng.integers(k - rng.integers(2), size=(2, 3 * n))
    right = rng.random(3 * n) < 0.3
    return labels, np.where(right, labels, said), k


def with_counts(formula):
    """Something made from the right counts and k."""
    return lambda labels, said, k: formula(count_pairs(labels, said, k))


def once(labels, said, k):
    C = np.zeros((k, k))
    C[labels, said] += 1
    return C


def only_found(labels, said, k):
    found = np.unique([labels, said])
    return count_pairs(labels, said, k)[np.ix_(found, found)]


def only_so_many(labels, said, k):
    size = max(labels.max(), said.max()) + 1
    return count_pairs(labels, said, size)


def whole_rows(labels, said, k):
    C = np.zeros((k, k))
    for label in labels:
        C[label, said] += 1
    return C


COUNT_PAIRS = Exercise(
    "9.6",
    solution=count_pairs,
    parts=("counts",),
    draw=draw_pairs,
    alone=("n",),
    example=lambda: (np.array([0, 1, 1, 2, 1]), np.array([0, 2, 2, 2, 1]), 3),
    edges=lambda rng: {
        "a network that is always right": (np.array([0, 2, 2, 1]), np.array([0, 2, 2, 1]), 3),
        "a class without rows": (np.array([0, 3, 3, 0]), np.array([3, 3, 3, 0]), 4),
        "a last class without rows": (np.array([0, 1, 1, 0]), np.array([1, 1, 0, 0]), 3),
        "a network that always says the same": (np.array([0, 2, 1, 1]), np.array([1, 1, 1, 1]), 3),
    },
    misconceptions=(
        Misconception(
            "rows and columns exchanged",
            "Your rows are what was said, your columns what was there. Here, as in scikit-learn, a "
            "row is what was there, so a row adds up to the examples of that class.",
            with_counts(lambda C: C.T),
        ),
        Misconception(
            "each pair counted once",
            "Each pair counts once at most. `C[labels, said] += 1` reads all the old counts "
            "first, so the same place twice in the lists gets one more, not two.",
            once,
        ),
        Misconception(
            "right rows only",
            "Only the diagonal is filled. A mistake is a pair as well, and shows what was taken "
            "for what.",
            with_counts(lambda C: np.diag(np.diag(C))),
        ),
        Misconception(
            "mistakes only",
            "The diagonal is empty. Right rows are pairs as well: a row of the table adds up to "
            "all examples of the class.",
            with_counts(lambda C: C - np.diag(np.diag(C))),
        ),
        Misconception(
            "shares of all rows",
            "You divide by the number of rows. Asked for are counts.",
            with_counts(lambda C: C / C.sum()),
        ),
        Misconception(
            "shares of each class",
            "You divide each row by its sum. Asked for are counts, and a class may have no "
            "examples: 0 / 0.",
            with_counts(lambda C: C / C.sum(axis=1, keepdims=True)),
        ),
        Misconception(
            "shares of what was said",
            "You divide each column by its sum. Asked for are counts.",
            with_counts(lambda C: C / C.sum(axis=0)),
        ),
        Misconception(
            "only classes that occur",
            "The table has room only for the classes that occur. It is k by k: a class may have "
            "no rows here.",
            only_found,
        ),
        Misconception(
            "size of the largest label",
            "The largest label sets the size. It is k that does: the last classes may have no "
            "rows here.",
            only_so_many,
        ),
        Misconception(
            "classes counted from 1",
            "An empty row and an empty column come first, as if the classes counted from 1. They "
            "count from 0.",
            with_counts(lambda C: np.pad(C, ((1, 0), (1, 0)))),
        ),
        Misconception(
            "every label with every answer",
            "Every label meets every answer. Only those of one row are a pair.",
            lambda labels, said, k: np.outer(
                np.bincount(labels, minlength=k), np.bincount(said, minlength=k)
            ),
        ),
        Misconception(
            "all answers for each label",
            "In the loop each label meets the answers of all rows. Row 0 has one label and one "
            "answer; take both together, as `zip` does.",
            whole_rows,
        ),
        Misconception(
            "right rows of each class",
            "This is a list of the right rows of each class, the diagonal. Asked for is the whole "
            "table.",
            with_counts(np.diag),
        ),
        Misconception(
            "counts in one line",
            "The counts are right and lie in one line. Row and column are to be told apart: the "
            "shape is (k, k).",
            with_counts(np.ravel),
        ),
    ),
)


EXERCISES = (COUNT_PAIRS,)
