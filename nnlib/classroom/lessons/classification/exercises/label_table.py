"""Exercise 9.4: one-hot rows for labels of any kind."""

import numpy as np

from ....exercises.exercise import Exercise, Misconception


def label_table(labels, classes):
    """From labels (n,), each of them in classes (k,), to one-hot rows Y (n, k)."""
    return (labels.reshape(-1, 1) == classes).astype(float)


def draw_labels(rng, n, k):
    """Classes in no order, whole numbers from 1 to 20, and rows that may leave some of them out."""
    classes = rng.choice(np.arange(1, 21), size=k, replace=False)
    return rng.choice(classes, size=n), classes


def columns_of(labels, classes):
    """The column of each label."""
    return np.argmax(labels.reshape(-1, 1) == classes, axis=1)


def with_columns(formula):
    """A table from the column of each label and k."""
    return lambda labels, classes: formula(columns_of(labels, classes), len(classes))


def of_the_found(labels, classes):
    return label_table(labels, np.unique(labels))


LABEL_TABLE = Exercise(
    "9.4",
    solution=label_table,
    parts=("Y",),
    draw=draw_labels,
    alone=("n",),
    example=lambda: (np.array([7, 3, 9, 7]), np.array([3, 7, 9])),
    edges=lambda rng: {
        "one class in all rows": (np.array([5, 5, 5, 5]), np.array([8, 5, 2])),
        "classes counted from 0": (np.array([0, 2, 1, 2]), np.array([0, 1, 2])),
    },
    misconceptions=(
        Misconception(
            "examples as columns",
            "Your table has a column for each example. A row is one example; the classes have the "
            "columns.",
            lambda labels, classes: label_table(labels, classes).T,
        ),
        Misconception(
            "labels taken for columns",
            "You use the label itself as the number of the column. `np.eye(k)[labels]` is right "
            "for labels that count from 0; here a label is the *name* of a class.",
            lambda labels, classes: np.eye(len(classes))[labels],
        ),
        Misconception(
            "labels less 1 for columns",
            "You take 1 off and use that as the column. It is right for labels that count from 1; "
            "here a label is the *name* of a class.",
            lambda labels, classes: np.eye(len(classes))[labels - 1],
        ),
        Misconception(
            "columns up to the largest label",
            "There is a column for every number up to the largest label. Each class needs one, and "
            "nothing else does.",
            lambda labels, classes: np.eye(max(classes) + 1)[labels],
        ),
        Misconception(
            "columns counted from 1",
            "Every 1 stands one column too far to the left, the first class in the last column. "
            "Columns count from 0.",
            with_columns(lambda columns, k: np.eye(k)[columns - 1]),
        ),
        Misconception(
            "an empty column before them",
            "Your table has an empty column before the classes, as if they counted from 1. Columns "
            "count from 0.",
            with_columns(lambda columns, k: np.eye(k + 1)[columns + 1]),
        ),
        Misconception(
            "classes sorted",
            "You sort the classes. The columns are asked for in the order of `classes`.",
            lambda labels, classes: label_table(labels, np.sort(classes)),
        ),
        Misconception(
            "only classes that occur",
            "You make a column for each class that has a row here. A class may have none in a "
            "batch, and its column must stay.",
            of_the_found,
        ),
        Misconception(
            "labels in place of 1",
            "The label itself stands in its column. One-hot means a 1: the name of a class has no "
            "size.",
            lambda labels, classes: label_table(labels, classes) * classes,
        ),
        Misconception(
            "0 and 1 exchanged",
            "There is a 1 wherever the class is *not* the label. One-hot is the other way round.",
            lambda labels, classes: 1 - label_table(labels, classes),
        ),
        Misconception(
            "-1 in place of 0",
            "The other columns hold -1. In the cross-entropy these would count; they must be 0.",
            lambda labels, classes: 2 * label_table(labels, classes) - 1,
        ),
        Misconception(
            "rows that add up to n",
            "You divide by the number of rows. The 1/n belongs to the loss; a one-hot row has a 1.",
            lambda labels, classes: label_table(labels, classes) / len(labels),
        ),
        Misconception(
            "columns instead of a table",
            "These are the columns where the 1 should stand. The table with the 1 in them is "
            "still to be made.",
            columns_of,
        ),
        Misconception(
            "a column left out",
            "You leave out a class, since it follows from the others. Softmax has a share for each "
            "class, so each has its column.",
            lambda labels, classes: label_table(labels, classes)[:, 1:],
        ),
        Misconception(
            "counts, not rows",
            "You count how often each class occurs. Each row needs a row of its own, with a 1.",
            lambda labels, classes: label_table(labels, classes).sum(axis=0),
        ),
        Misconception(
            "compared entry by entry",
            "You compare labels and classes one by one, and they are not as many. Each label "
            "meets *all* classes: one of the two must stand as a column.",
            lambda labels, classes: (labels == classes).astype(float),
        ),
    ),
)


EXERCISES = (LABEL_TABLE,)
