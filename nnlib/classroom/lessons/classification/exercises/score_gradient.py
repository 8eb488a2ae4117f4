"""Exercise 9.3: the gradient of the cross-entropy along the scores."""

import numpy as np

import nnlib

from ....exercises.exercise import Exercise, Misconception
from .scores import (
    four_rows,
    near_and_far,
    one_class_and_whole_numbers,
    scores_and_labels,
    without_maximum,
)


def score_gradient(Z, labels):
    """From scores Z (n, k) and labels (n,), whole numbers from 0, to dZ (n, k)."""
    P = nnlib.softmax(Z)
    Y = nnlib.one_hot(labels, Z.shape[1])
    return (P - Y) / len(Z)


def with_shares(formula):
    """A gradient from P, the one-hot Y and n."""
    return lambda Z, labels: formula(nnlib.softmax(Z), nnlib.one_hot(labels, Z.shape[1]), len(Z))


def through_the_jacobian(slope, P):
    """Each row of a slope along P, times the Jacobian of softmax."""
    return P * (slope - (slope * P).sum(axis=1, keepdims=True))


def all_columns(Z, labels):
    P = nnlib.softmax(Z)
    P[:, labels] -= 1
    return P / len(Z)


def label_numbers(Z, labels):
    return (nnlib.softmax(Z) - np.reshape(labels, (-1, 1))) / len(Z)


SCORE_GRADIENT = Exercise(
    "9.3",
    solution=score_gradient,
    parts=("dZ (rows at one height)", "dZ (rows far apart)", "dZ (wide rows)"),
    probe=near_and_far,
    one_result=True,
    draw=scores_and_labels,
    alone=("n",),
    example=four_rows,
    edges=one_class_and_whole_numbers,
    misconceptions=(
        Misconception(
            "1/n left out",
            "This is the gradient of the sum of the surprises. The loss is their mean over the "
            "rows, so its slopes are smaller. Every one is too large by the same factor.",
            with_shares(lambda P, Y, n: P - Y),
        ),
        Misconception(
            "divided by all entries",
            "You divide by the number of all entries. The mean of the loss runs over the rows: "
            "each row has one surprise, however many classes there are.",
            with_shares(lambda P, Y, n: (P - Y) / P.size),
        ),
        Misconception(
            "divided by the classes",
            "You divide by the number of classes. The mean of the loss runs over the rows.",
            with_shares(lambda P, Y, n: (P - Y) / P.shape[1]),
        ),
        Misconception(
            "twice over, as of squares",
            "There is a 2 in your gradient. It belongs to the slope of a square, and nothing is "
            "squared here.",
            with_shares(lambda P, Y, n: 2 * (P - Y) / n),
        ),
        Misconception(
            "labels minus shares",
            "Every sign is turned round. Raising the right score lowers the loss, so its slope "
            "must be negative.",
            with_shares(lambda P, Y, n: (Y - P) / n),
        ),
        Misconception(
            "answers instead of shares",
            "You use what the network says, a 1 for the largest score, in place of how sure it is. "
            "Then a row that is barely right has no slope. argmax has none anywhere.",
            with_shares(lambda P, Y, n: (np.eye(P.shape[1])[P.argmax(axis=1)] - Y) / n),
        ),
        Misconception(
            "derivative of softmax only",
            "This is the diagonal of the Jacobian, how each share moves with its own score. The "
            "labels do not stand in it. The slope of -log P is missing, and what lies beside the "
            "diagonal.",
            with_shares(lambda P, Y, n: P * (1 - P) / n),
        ),
        Misconception(
            "diagonal of the Jacobian only",
            "You multiply the slope of -log P with the diagonal of the Jacobian. A score moves all "
            "shares of its row, so the entries beside the diagonal count as well.",
            with_shares(lambda P, Y, n: Y * (P - Y) / n),
        ),
        Misconception(
            "the derivative of softmax again",
            "You multiply P - Y by P (1 - P). The derivative of softmax is in P - Y already; now "
            "the slope vanishes where the network is sure and wrong.",
            with_shares(lambda P, Y, n: (P - Y) * P * (1 - P) / n),
        ),
        Misconception(
            "the Jacobian twice",
            "You send P - Y back through softmax once more. The derivative of softmax is in it "
            "already.",
            with_shares(lambda P, Y, n: through_the_jacobian(P - Y, P) / n),
        ),
        Misconception(
            "slope along the shares",
            "This is the slope along P. One step is left on the way back: through softmax, to the "
            "scores.",
            with_shares(lambda P, Y, n: -Y / P / n),
        ),
        Misconception(
            "gradient of the squared error",
            "This is the way back of the squared error through softmax. Where the network is sure "
            "and wrong, it has no slope. The loss here is the mean surprise.",
            with_shares(lambda P, Y, n: through_the_jacobian(2 * (P - Y), P) / P.size),
        ),
        Misconception(
            "scores instead of shares",
            "You subtract the labels from the scores. Scores may be any numbers; softmax turns "
            "them into shares first.",
            lambda Z, labels: (Z - nnlib.one_hot(labels, Z.shape[1])) / len(Z),
        ),
        Misconception(
            "logarithms instead of shares",
            "You take log P, where P is needed. Your log-softmax lacks a last step back to shares.",
            lambda Z, labels: (nnlib.log_softmax(Z) - nnlib.one_hot(labels, Z.shape[1])) / len(Z),
        ),
        Misconception(
            "label numbers subtracted",
            "You subtract the number of the label from the whole row. A class is no number: what "
            "is subtracted is 1, in the column of the label only.",
            label_numbers,
        ),
        Misconception(
            "1 off in all labels' columns",
            "`P[:, labels] -= 1` subtracts in the columns of all labels, in every row. Row 0 "
            "belongs to label 0 only, row 1 to label 1.",
            all_columns,
        ),
        Misconception(
            "labels left out",
            "These are the shares, divided by n. Nothing was taken off at the labels, so the right "
            "scores would be pushed down too.",
            with_shares(lambda P, Y, n: P / n),
        ),
        Misconception(
            "softmax over the rows",
            "Your softmax shares out each class among the rows. An example is a row, and its own "
            "shares add up to 1.",
            lambda Z, labels: (nnlib.softmax(Z.T).T - nnlib.one_hot(labels, Z.shape[1])) / len(Z),
        ),
        Misconception(
            "softmax twice",
            "You take the softmax of shares. They lie between 0 and 1, so the new ones are never "
            "far apart.",
            lambda Z, labels: score_gradient(nnlib.softmax(Z), labels),
        ),
        Misconception(
            "mean over the rows taken",
            "You average over the rows, so all rows share one slope for each class. Each score has "
            "a slope of its own, and dZ has the shape of Z.",
            with_shares(lambda P, Y, n: (P - Y).mean(axis=0)),
        ),
        Misconception(
            "powers that overflow",
            "It is right near 0. Far out your powers of e overflow, or are all 0, and the slopes "
            "are nan.",
            lambda Z, labels: (without_maximum(Z) - nnlib.one_hot(labels, Z.shape[1])) / len(Z),
        ),
    ),
)


EXERCISES = (SCORE_GRADIENT,)
