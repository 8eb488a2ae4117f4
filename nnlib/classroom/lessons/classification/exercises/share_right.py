"""Exercise 9.5: the accuracy."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception


def share_right(Z, labels):
    """From scores Z (n, k) and labels (n,), whole numbers from 0, to the accuracy."""
    return np.mean(Z.argmax(axis=1) == labels)


def draw_answers(rng, n, k):
    """Whole scores, in a row all different, right in about half of the rows.

    Some scores are equal to a label, so that a comparison of the two finds something.
    """
    Z = rng.permuted(np.tile(np.arange(-2.0, k), (n, 1)), axis=1)[:, :k]
    right = rng.random(n) < 0.5
    return Z, np.where(right, Z.argmax(axis=1), rng.integers(k, size=n))


def hits(Z, labels):
    return Z.argmax(axis=1) == labels


def mean_of_classes(Z, labels):
    """The mean over the classes of the share that is right in each."""
    return np.mean([hits(Z, labels)[labels == label].mean() for label in np.unique(labels)])


def entries_alike(Z, labels):
    """Both as one-hot tables, compared entry by entry."""
    return np.mean(np.eye(Z.shape[1])[Z.argmax(axis=1)] == np.eye(Z.shape[1])[labels])


SHARE_RIGHT = Exercise(
    "9.5",
    solution=share_right,
    parts=("accuracy",),
    draw=draw_answers,
    alone=("n",),
    example=lambda: (
        np.array([[2.0, 1.0, -1.0], [0.0, 3.0, 0.5], [-3.0, 4.0, 1.0], [5.0, 4.5, -2.0]]),
        np.array([0, 2, 1, 0]),
    ),
    edges=lambda rng: {
        "a network that is always right": (4 * np.eye(3)[[0, 2, 1, 1]], np.array([0, 2, 1, 1])),
        "scores below 0 only": (draw_answers(rng, 5, 3)[0] - 20, np.array([0, 2, 1, 2, 2])),
    },
    misconceptions=(
        Misconception(
            "argmax over the rows",
            "Your argmax looks for the best *row* of each class, so there is one answer for each "
            "class. A row is an example, and its answer is its largest column.",
            lambda Z, labels: np.mean(Z.argmax(axis=0) == labels),
        ),
        Misconception(
            "argmax over everything",
            "argmax without an axis looks through the whole table, and gives one number. Each row "
            "needs an answer of its own.",
            lambda Z, labels: np.mean(Z.argmax() == labels),
        ),
        Misconception(
            "argmax of whole labels",
            "You take the argmax of the labels. They are whole numbers, the classes themselves; "
            "only of one-hot rows does argmax make labels.",
            lambda Z, labels: np.mean(Z.argmax(axis=1) == labels.argmax()),
        ),
        Misconception(
            "argmax along the labels' columns",
            "You take the argmax of the labels along their columns. They have none: labels are "
            "whole numbers, the classes themselves, and need no argmax.",
            lambda Z, labels: np.mean(Z.argmax(axis=1) == labels.argmax(axis=1)),
        ),
        Misconception(
            "labels stood up as column",
            "One of the two stands as a column, so every answer meets every label. Only those of "
            "one row belong together.",
            lambda Z, labels: np.mean(Z.argmax(axis=1).reshape(-1, 1) == labels),
        ),
        Misconception(
            "score compared with label",
            "You compare the largest *score* with the label. The answer is where it stands, not "
            "how large it is.",
            lambda Z, labels: np.mean(Z.max(axis=1) == labels),
        ),
        Misconception(
            "scores compared with labels",
            "You compare scores with labels. Scores may be any numbers; the answer of a row is "
            "the column of its largest.",
            lambda Z, labels: np.mean(Z == labels.reshape(-1, 1)),
        ),
        Misconception(
            "count instead of share",
            "You count the right rows. The accuracy is their share, from 0 to 1.",
            lambda Z, labels: hits(Z, labels).sum(),
        ),
        Misconception(
            "share of wrong rows",
            "This is the share of the rows that are wrong. Asked for is that of the right ones.",
            lambda Z, labels: 1 - share_right(Z, labels),
        ),
        Misconception(
            "per cent, not a share",
            "Your accuracy goes up to 100. A share goes from 0 to 1.",
            lambda Z, labels: 100 * share_right(Z, labels),
        ),
        Misconception(
            "one verdict per row",
            "Each row keeps its True or False. The accuracy is one number: their mean.",
            hits,
        ),
        Misconception(
            "smallest score wins",
            "You take the class with the smallest score. The network speaks for the largest.",
            lambda Z, labels: np.mean(Z.argmin(axis=1) == labels),
        ),
        Misconception(
            "divided by the classes",
            "You divide the right rows by the number of classes. There is one answer in each row.",
            lambda Z, labels: hits(Z, labels).sum() / Z.shape[1],
        ),
        Misconception(
            "divided by all entries",
            "You divide the right rows by the number of all entries. There is one answer in each "
            "row.",
            lambda Z, labels: hits(Z, labels).sum() / Z.size,
        ),
        Misconception(
            "zeros of one-hot counted too",
            "You compare two one-hot tables entry by entry. Most zeros agree even in a wrong row, "
            "so the result is too good.",
            entries_alike,
        ),
        Misconception(
            "mean of the classes' shares",
            "You average the shares of the classes, so a rare class counts as much as a common "
            "one. That is the balanced accuracy; here each *row* counts the same.",
            mean_of_classes,
        ),
        Misconception(
            "answers counted from 1",
            "You add 1 to the answers. Columns count from 0, and so do the labels.",
            lambda Z, labels: np.mean(Z.argmax(axis=1) + 1 == labels),
        ),
        Misconception(
            "right only if all are",
            "You ask whether *all* rows are right. The accuracy is the share of those that are.",
            lambda Z, labels: float(hits(Z, labels).all()),
        ),
    ),
)


EXERCISES = (SHARE_RIGHT,)
