"""Exercise 9.2: the cross-entropy of labels."""

from functools import partial

import numpy as np

import nnlib

from ....exercises.exercise import Exercise, Misconception
from .scores import (
    SMALL,
    at_labels,
    four_rows,
    near_and_far,
    one_class_and_whole_numbers,
    scores_and_labels,
    without_maximum,
)


def mean_surprise(Z, labels):
    """From scores Z (n, k) and labels (n,), whole numbers from 0, to the cross-entropy."""
    return -nnlib.log_softmax(Z)[np.arange(len(Z)), labels].mean()


def surprises(Z, labels):
    return -at_labels(nnlib.log_softmax(Z), labels)


def with_a_small_number(Z, labels, small):
    return -np.log(at_labels(nnlib.softmax(Z), labels) + small).mean()


MEAN_SURPRISE = Exercise(
    "9.2",
    solution=mean_surprise,
    parts=("loss (rows at one height)", "loss (rows far apart)", "loss (wide rows)"),
    probe=near_and_far,
    one_result=True,
    draw=scores_and_labels,
    alone=("n",),
    example=four_rows,
    edges=one_class_and_whole_numbers,
    misconceptions=(
        Misconception(
            "sum instead of mean",
            "You add up the surprises. Twice as many rows would then be twice as bad; the loss is "
            "their mean.",
            lambda Z, labels: surprises(Z, labels).sum(),
        ),
        Misconception(
            "one surprise per row",
            "Each row keeps its own surprise. The loss is one number, the mean over the rows.",
            surprises,
        ),
        Misconception(
            "divided by all entries",
            "You divide by the number of all entries. Only one entry in each row counts, so there "
            "are as many surprises as rows.",
            lambda Z, labels: surprises(Z, labels).sum() / Z.size,
        ),
        Misconception(
            "divided by the classes",
            "You divide by the number of classes. The mean is taken over the rows.",
            lambda Z, labels: surprises(Z, labels).sum() / Z.shape[1],
        ),
        Misconception(
            "sign left out",
            "Your loss is below 0, and falls where the network is wrong. The logarithm of a share "
            "is 0 at most; what turns it into a surprise?",
            lambda Z, labels: -surprises(Z, labels).mean(),
        ),
        Misconception(
            "softmax over the rows",
            "Your softmax shares out each class among the rows. An example is a row, and its own "
            "shares add up to 1.",
            lambda Z, labels: -at_labels(nnlib.log_softmax(Z.T).T, labels).mean(),
        ),
        Misconception(
            "one softmax for all",
            "All entries together share out 1. Each row is an example of its own, with shares that "
            "add up to 1.",
            lambda Z, labels: (
                -at_labels(nnlib.log_softmax(Z.reshape(1, -1)).reshape(Z.shape), labels).mean()
            ),
        ),
        Misconception(
            "all columns of all labels",
            "`[:, labels]` takes, in every row, the columns of the labels of *all* rows. Row 0 "
            "belongs to label 0 only, row 1 to label 1: NumPy wants two lists, rows and columns.",
            lambda Z, labels: -nnlib.log_softmax(Z)[:, labels].mean(),
        ),
        Misconception(
            "surprise of every class",
            "You average over all classes, whatever the label. The loss looks at one share in each "
            "row, that of the right class.",
            lambda Z, labels: -nnlib.log_softmax(Z).mean(),
        ),
        Misconception(
            "surprise of the likeliest class",
            "You take the largest share of each row, which the network itself prefers. The loss "
            "asks for the share of the label.",
            lambda Z, labels: -nnlib.log_softmax(Z).max(axis=1).mean(),
        ),
        Misconception(
            "shares not their surprise",
            "This is the mean share of the right class. It is not yet a surprise: where is the "
            "logarithm?",
            lambda Z, labels: at_labels(nnlib.softmax(Z), labels).mean(),
        ),
        Misconception(
            "logarithm of the mean share",
            "You average the shares, and take the logarithm then. One share near 0 hides in such a "
            "mean; the loss is the mean of the logarithms.",
            lambda Z, labels: -np.log(at_labels(nnlib.softmax(Z), labels).mean()),
        ),
        Misconception(
            "scores taken for log shares",
            "You take the scores themselves for logarithms of shares. The sum of the row is "
            "missing, so scores that all rise would seem to help.",
            lambda Z, labels: -at_labels(Z, labels).mean(),
        ),
        Misconception(
            "scores taken for shares",
            "You take the logarithm of the scores. They may be below 0, where it is nan; softmax "
            "has to come first.",
            lambda Z, labels: -np.log(at_labels(Z, labels)).mean(),
        ),
        Misconception(
            "softmax twice",
            "You take the softmax of shares. They lie between 0 and 1, so none of the new shares "
            "can be large.",
            lambda Z, labels: surprises(nnlib.softmax(Z), labels).mean(),
        ),
        Misconception(
            "shares first, then logarithm",
            "You form the shares and then take the logarithm. A share far below the others is "
            "rounded to 0, and the loss is infinite.",
            lambda Z, labels: -np.log(at_labels(nnlib.softmax(Z), labels)).mean(),
        ),
        Misconception(
            "powers that overflow",
            "Far out your powers of e overflow, or are all 0, and the loss is nan. That is the "
            "failure of 9.2.",
            lambda Z, labels: -np.log(at_labels(without_maximum(Z), labels)).mean(),
        ),
        *(
            Misconception(
                f"a small number added, {small:g}",
                "You add a small number to the shares, or cut them off at one, so that the loss "
                "stays finite. A network that is wrong by far then pays too little.",
                partial(with_a_small_number, small=small),
            )
            for small in SMALL
        ),
        Misconception(
            "0 times minus infinity",
            "You multiply the one-hot rows with logarithms of finished shares. Where a share is "
            "rounded to 0 its logarithm is -inf, and 0 times that is nan.",
            lambda Z, labels: (
                -np.sum(nnlib.one_hot(labels, Z.shape[1]) * np.log(nnlib.softmax(Z))) / len(Z)
            ),
        ),
        Misconception(
            "labels counted from 1",
            "You take 1 off the labels. They count from 0 already; a label of 0 would become -1, "
            "which is the last class.",
            lambda Z, labels: surprises(Z, labels - 1).mean(),
        ),
    ),
)


EXERCISES = (MEAN_SURPRISE,)
