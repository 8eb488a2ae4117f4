"""Labels: one-hot rows and accuracy, and everything that is no label, refused in words."""

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import accuracy_score

from nnlib import accuracy, one_hot
from nnlib.labels import as_binary, as_one_hot, as_targets

Z = np.array([[2, 1, -1], [0, 0, 0], [-3, 4, 1], [1000, 0, -1000], [5, 5, -2]])
LABELS = [0, 2, 1, 0, 2]
ONE_HOT = [[1, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0], [0, 0, 1]]


# one_hot


def test_a_one_stands_in_the_column_of_the_label():
    Y = one_hot(LABELS, 3)
    assert Y.tolist() == ONE_HOT and Y.dtype == float


def test_a_class_without_rows_has_a_column_all_the_same():
    assert one_hot([0, 2], 4).tolist() == [[1, 0, 0, 0], [0, 0, 1, 0]]
    assert one_hot([0, 0], 1).tolist() == [[1], [1]]


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.uint64, np.float32, float, object])
def test_whole_numbers_of_any_kind_are_labels(kind):
    labels = np.array(LABELS, dtype=kind)
    assert one_hot(labels, 3).tolist() == ONE_HOT
    assert labels.tolist() == LABELS and labels.dtype == kind


@pytest.mark.parametrize("k", [0, -3])
def test_there_is_a_class_at_least(k):
    with pytest.raises(ValueError, match="k must be at least 1"):
        one_hot([0], k)


@pytest.mark.parametrize("k", [None, 3.0, True, "3"])
def test_the_number_of_classes_is_a_whole_number(k):
    with pytest.raises(TypeError, match="k must be a whole number"):
        one_hot([0], k)


def test_rows_that_are_one_hot_already_are_refused():
    with pytest.raises(ValueError, match=r"labels has shape \(5, 3\).*shape \(n,\)"):
        one_hot(ONE_HOT, 3)


def test_there_is_a_label_at_least():
    with pytest.raises(ValueError, match=r"labels has shape \(0,\)"):
        one_hot([], 3)


# What is no label, for five rows of three scores


UNIQUE = r"np.unique\(labels, return_inverse=True\)"
COLUMN = r"shape \(5, 1\).*need shape \(5,\).*one-hot \(5, 3\)"
ONE_ONE = "row {} is .*first, and then the labels"
NO_LABELS = {
    "text": (["cat", "dog", "cat", "cow", "dog"], f"are text.*{UNIQUE}"),
    "text that spells numbers": (["0", "2", "1", "0", "2"], f"are text.*{UNIQUE}"),
    "text as objects": (np.array(["a", "b", "c", "a", "b"], dtype=object), f"are text.*{UNIQUE}"),
    "one text among numbers": ([0, 2, "1", 0, 2], f"are text.*{UNIQUE}"),
    "one text": ("02102", "are text"),
    "bytes": ([b"0"] * 5, "are text"),
    "an array of bytes": (np.array([b"0"] * 5), "are text"),
    "from 1": ([1, 3, 2, 1, 3], r"labels\[1\] is 3.*0 to 2.*count from 1: use labels - 1"),
    "beyond k": ([0, 2, 7, 0, 2], rf"labels\[2\] is 7.*0 to 2.*the number of classes.*{UNIQUE}"),
    "beyond k by one": ([0, 3, 1, 0, 2], r"labels\[1\] is 3.*0 to 2. Is k the number"),
    "from 1 and beyond k": ([1, 5, 2, 1, 3], r"labels\[1\] is 5.*0 to 2. Is k the number"),
    "far beyond k": ([0, 12345678, 1, 0, 2], r"labels\[1\] is 12345678,"),
    "beyond int64": ([0, 1e300, 1, 0, 2], r"labels\[1\] is 1e\+300,"),
    "negative": ([0, -1, 1, 0, 2], rf"labels\[1\] is -1.*0 to 2.*{UNIQUE}"),
    "no whole number": ([0, 0.5, 1, 0, 2], r"labels\[1\] is 0.5.*0 to 2.*MSELoss"),
    "nearly whole": ([0, 2 - 1e-9, 1, 0, 2], r"labels\[1\] is 1.999999999.*MSELoss"),
    "measured": ([9.1, 13.0, 5.2, -2.0, -1.0], r"labels\[0\] is 9.1.*MSELoss"),
    "nan": ([0, np.nan, 1, 0, 2], "labels holds nan or inf"),
    "inf": ([0, np.inf, 1, 0, 2], "labels holds nan or inf"),
    "a gap": ([0, None, 1, 0, 2], "labels holds nan or inf|real numbers"),
    "bool": ([True, False, True, True, False], r"booleans.*labels.astype\(int\)"),
    "bool array": (np.array(LABELS) == 2, r"booleans.*labels.astype\(int\)"),
    "complex": ([1j] * 5, "real numbers"),
    "dates": (np.array(["2020-01-01"] * 5, dtype="M8[D]"), "real numbers"),
    "masked": (np.ma.array(LABELS, mask=[1, 0, 0, 0, 0]), "masked"),
    "None": (None, "real numbers"),
    "a generator": ((label for label in LABELS), r"list\(\.\.\.\)"),
    "ragged": ([[0], [2, 1], [0], [2], [1]], "different lengths"),
    "one number": (2, r"shape \(\)"),
    "none at all": ([], r"shape \(0,\)"),
    "too few": (LABELS[:4], r"shape \(4,\).*need shape \(5,\)"),
    "too many": ([*LABELS, 1], r"shape \(6,\).*need shape \(5,\)"),
    "a column": (np.reshape(LABELS, (5, 1)), rf"{COLUMN}.*Use labels.ravel\(\)"),
    "a column in a list": ([[0], [2], [1], [0], [2]], rf"{COLUMN}.*np.asarray\(labels\).ravel\(\)"),
    "a row": ([LABELS], r"shape \(1, 5\).*need shape \(5,\)"),
    "one-hot for four": (np.eye(4)[LABELS], r"shape \(5, 4\).*one-hot \(5, 3\)\.$"),
    "one-hot, transposed": (np.transpose(ONE_HOT), r"shape \(3, 5\).*one-hot \(5, 3\)"),
    "one-hot, a row of zeros": (np.eye(3)[LABELS] * [[1], [1], [0], [1], [1]], ONE_ONE.format(2)),
    "one-hot, two in a row": (np.maximum(ONE_HOT, [0, 0, 1]), ONE_ONE.format(0)),
    "one-hot, halves": (np.multiply(ONE_HOT, 0.5), ONE_ONE.format(0)),
    "shares": (np.full((5, 3), 1 / 3), ONE_ONE.format(0)),
    "shares below 0 that add to 1": ([*ONE_HOT[:4], [2, 0, -1]], ONE_ONE.format(4)),
    "the scores": (Z, ONE_ONE.format(0)),
    "three axes": (np.zeros((5, 3, 1)), r"shape \(5, 3, 1\)"),
}  # fmt: skip


@pytest.mark.parametrize("labels, message", NO_LABELS.values(), ids=NO_LABELS)
def test_what_is_no_label_is_refused_with_the_way_out(labels, message):
    with pytest.raises(ValueError, match=message):
        as_one_hot(labels, 5, 3)


def test_as_one_hot_takes_labels_and_one_hot_rows():
    assert as_one_hot(LABELS, 5, 3).tolist() == ONE_HOT
    assert as_one_hot(ONE_HOT, 5, 3).tolist() == ONE_HOT
    assert as_one_hot(np.array(ONE_HOT, dtype=bool), 5, 3).tolist() == ONE_HOT


# What is no label, for four rows of a single logit


BINARY = [[1], [1], [0], [1]]
NO_BINARY = {
    "flat": (np.ravel(BINARY), r"shape \(4,\).*need shape \(4, 1\).*Use labels.reshape\(-1, 1\)"),
    "flat list": ([1, 1, 0, 1], r"Use np.asarray\(labels\).reshape\(-1, 1\)"),
    "one-hot": (np.eye(2)[[1, 1, 0, 1]], r"shape \(4, 2\).*need shape \(4, 1\)\.$"),
    "too few": (BINARY[:3], r"shape \(3, 1\).*need shape \(4, 1\)"),
    "a row": (np.reshape(BINARY, (1, 4)), r"shape \(1, 4\).*need shape \(4, 1\)"),
    "-1 and 1": ([[1], [-1], [1], [1]], r"labels\[1, 0\] is -1.*Use \(labels \+ 1\) / 2"),
    "1 and 2": ([[1], [1], [2], [1]], r"labels\[2, 0\] is 2.*Use labels - 1"),
    "a third class": ([[0], [1], [2], [1]], r"labels\[2, 0\] is 2, but must be 0 or 1\.$"),
    "a share": ([[0], [1], [0], [0.25]], r"labels\[3, 0\] is 0.25"),
    "nan": ([[0], [1], [np.nan], [1]], "labels holds nan"),
    "text": ([["yes"], ["no"], ["no"], ["yes"]], "are text"),
    "none at all": ([], r"shape \(0,\)"),
}  # fmt: skip


@pytest.mark.parametrize("labels, message", NO_BINARY.values(), ids=NO_BINARY)
def test_what_is_no_binary_label_is_refused_with_the_way_out(labels, message):
    with pytest.raises(ValueError, match=message):
        as_binary(labels, 4)


def test_false_and_true_are_0_and_1():
    assert as_binary(np.array(BINARY, dtype=bool), 4).tolist() == BINARY


# accuracy


def test_accuracy_by_hand():
    # Of two equal scores the first counts: rows 2 and 5 are wrong.
    assert accuracy(Z, LABELS) == accuracy(Z, ONE_HOT) == 0.6
    assert type(accuracy(Z, LABELS)) is float
    assert accuracy([[-1000], [0], [2], [1000]], BINARY) == 0.25
    assert accuracy([[-np.inf, 0.0]], [1]) == 1.0


def test_accuracy_is_that_of_scikit_learn(rng):
    scores, labels = rng.normal(size=(200, 4)), rng.integers(0, 4, 200)
    assert accuracy(scores, labels) == accuracy_score(labels, scores.argmax(axis=1))
    binary = labels > 1
    wanted = accuracy_score(binary, scores[:, 0] > 0)
    assert accuracy(scores[:, :1], binary.reshape(-1, 1)) == wanted


def test_nan_is_the_largest_of_no_scores():
    with pytest.raises(ValueError, match="Z holds nan"):
        accuracy([[1.0, np.nan]], [1])


def test_predicted_labels_are_told_what_to_do():
    with pytest.raises(ValueError, match=r"np.mean\(predicted == labels\)"):
        accuracy(LABELS, LABELS)


@pytest.mark.parametrize("labels", [LABELS[:4], [0, 3, 1, 0, 2], np.reshape(LABELS, (5, 1))])
def test_accuracy_refuses_what_is_no_label(labels):
    with pytest.raises(ValueError, match="labels"):
        accuracy(Z, labels)


# Targets of either kind


@pytest.mark.parametrize("wrap", [list, np.array, np.uint8, pd.Series], ids=lambda w: w.__name__)
def test_a_line_of_whole_numbers_is_left_to_be_labels(wrap):
    labels = as_targets(wrap([0, 2, 1]), "Y")
    assert labels.tolist() == [0, 2, 1] and labels.dtype.kind in "iu"


@pytest.mark.parametrize(
    "Y",
    [[0.0, 2.0], [True, False], [0.5, 2.0], [0, None], [], np.zeros(0, dtype=int), 3,
     np.ma.array([0, 1], mask=[0, 1]), ["a", "b"]],
    ids=repr,
)  # fmt: skip
def test_any_other_line_is_no_target(Y):
    with pytest.raises(ValueError, match="^Y h"):
        as_targets(Y, "Y")


def test_a_matrix_of_whole_numbers_is_a_matrix():
    assert as_targets([[0], [2]], "Y").dtype == float


@pytest.mark.parametrize("Y", [[0.0, 2.0], [True, False]], ids=repr)
def test_whole_numbers_of_another_kind_are_told_both_ways_out(Y):
    # Told the column alone, a reader would be sent back by the loss, which wants them in a line.
    with pytest.raises(ValueError, match=r"Y\)\.reshape\(-1, 1\).*Y\)\.astype\(int\)\.$"):
        as_targets(Y, "Y")
    labels = as_targets(np.asarray(Y).astype(int), "Y")
    assert labels.tolist() == Y
