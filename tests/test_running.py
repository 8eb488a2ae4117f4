"""Whatever an answer does, it ends in time, shows nothing, and leaves nothing changed."""

import sys
import threading
import time
import warnings
from functools import partial

import matplotlib
import numpy as np
import pytest
from test_check import MEAN, SCALED, TWO, mean_of_squares, scaled

from nnlib.classroom.exercises.checking import mark
from nnlib.classroom.exercises.exercise import Exercise


class Broken:
    """An object that fails whatever is done with it."""

    def __getattr__(self, name):
        raise RuntimeError("no attribute")

    def __eq__(self, other):
        raise RuntimeError("no comparison")

    def __repr__(self):
        raise RuntimeError("no text")


class BrokenFunction(Broken):
    def __call__(self, A):
        return mean_of_squares(A)


class NoSignature:
    __signature__ = 3

    def __call__(self, A):
        return mean_of_squares(A)


class WithMethod:
    def of_squares(self, A):
        return mean_of_squares(A)

    @classmethod
    def of_the_class(cls, A):
        return mean_of_squares(A)


@pytest.mark.parametrize(
    "answer",
    [
        WithMethod().of_squares,
        WithMethod.of_the_class,
        partial(lambda power, A: np.mean(A**power, axis=0, keepdims=True), 2),
        BrokenFunction(),
        NoSignature(),
    ],
    ids=["method", "class method", "partial", "broken", "no signature"],
)
def test_whatever_can_be_called_is_an_answer(answer):
    assert mark(MEAN, answer).status == "passed"


def test_a_numpy_function_is_an_answer():
    square = Exercise(
        "9.4",
        solution=lambda A: A * A,
        draw=lambda rng, n: (rng.normal(size=(n, 1)),),
        example=lambda: (np.ones((3, 1)),),
        misconceptions=(),
    )
    assert mark(square, np.square).status == "passed"
    assert mark(square, np.negative).status == "failed"


# --- Time ----------------------------------------------------------------------------------------


def slow_and_wrong(A, b):
    """Takes most of the second for its trials, and for ever in another order or for the example."""
    in_order, example = len(b) == 1, A[0, 0] == 1.0
    time.sleep(0.09 if in_order and not example else 10)
    return np.zeros((2, 3, 4))


def never_ends(A, b):
    while True:
        time.sleep(0.001)


@pytest.mark.parametrize(("answer", "name"), [(never_ends, "does not end"), (slow_and_wrong, None)])
def test_the_limit_is_for_all_that_is_run_of_an_answer(answer, name):
    """The trials, other orders, the example and the picture; and 0.25 s to stop a thread."""
    start = time.monotonic()
    verdict = mark(SCALED, answer, time_limit=1.0)
    verdict._repr_html_()
    assert verdict.misconception == name
    assert time.monotonic() - start < 1.7


def test_the_example_is_run_once_for_the_verdict_and_its_pictures():
    of_the_example = []

    def answer(A, b):
        if A[0, 0] == 1.0:
            of_the_example.append(A)
        return np.sin(A) + b

    verdict = mark(SCALED, answer)
    verdict._repr_html_()
    verdict._repr_html_()
    assert len(of_the_example) == 1


def test_an_answer_that_swallows_the_end_of_its_time_is_not_judged_by_what_it_then_returns():
    calls = []

    def answer(A, b):
        calls.append(A)
        try:
            while len(calls) == 1:
                time.sleep(0.001)
        except BaseException:
            pass
        return scaled(A, b)

    assert mark(SCALED, answer, time_limit=0.1).misconception == "does not end"


def test_another_answer_is_checked_while_one_does_not_end(capsys):
    ended = threading.Event()

    def never_ends(A, b):
        while not ended.is_set():
            try:
                time.sleep(0.001)
            except BaseException:
                pass

    try:
        mark(SCALED, never_ends, time_limit=0.1)
        assert mark(SCALED, scaled).status == "passed"
        assert mark(SCALED, lambda A, b: -scaled(A, b)).misconception == "wrong sign"
    finally:
        ended.set()
    assert capsys.readouterr() == ("", "")


# --- What is shown, and what is left behind -------------------------------------------------------


def test_the_state_of_the_notebook_stays_as_it_was(capsys):
    def answer(A, b):
        warnings.warn("look out", stacklevel=1)
        warnings.simplefilter("always", category=BytesWarning)
        np.seterr(all="raise")
        print("printed", flush=True)
        sys.stderr.write("written")
        return 1e308 * np.sign(A) * 10 + b

    before = sys.stdout, sys.stderr, list(warnings.filters), np.geterr(), dict(matplotlib.rcParams)
    mark(SCALED, answer)._repr_html_()
    after = sys.stdout, sys.stderr, list(warnings.filters), np.geterr(), dict(matplotlib.rcParams)
    assert before == after
    assert capsys.readouterr() == ("", "")


def test_the_run_for_the_picture_is_as_quiet(capsys):
    def answer(A, b):
        print("printed")
        return -scaled(A, b)

    verdict = mark(SCALED, answer)
    assert "<img" in verdict._repr_html_()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("number", [1e308, -1e308, np.inf, 1e-320])
def test_strict_settings_of_the_reader_stop_no_verdict(number):
    with np.errstate(all="raise"), warnings.catch_warnings():
        warnings.simplefilter("error")
        verdict = mark(SCALED, lambda A, b: np.where(A > 0, number, A))
        assert verdict.status == "failed"
        assert "<b>" in verdict._repr_html_()


def test_an_answer_that_closes_the_screen_closes_it_for_nobody_else():
    def closes(A):
        sys.stdout.close()
        return mean_of_squares(A)

    def prints(A):
        print("here", flush=True)
        return mean_of_squares(A)

    assert mark(MEAN, closes).status == "passed"
    assert mark(MEAN, prints).status == "passed"


# --- What came back ------------------------------------------------------------------------------


class TextThatLeaves(Exception):
    def __str__(self):
        raise SystemExit


def test_an_error_that_cannot_be_told_is_an_error():
    def answer(A, b):
        raise TextThatLeaves

    assert (
        "it stops with TextThatLeaves (at `raise TextThatLeaves`)" in mark(SCALED, answer).message
    )


def test_a_long_error_of_many_lines_is_told_on_one():
    def answer(A, b):
        raise ValueError("first\n\nsecond " + 10_000 * "x")

    message = mark(SCALED, answer).message
    assert "ValueError: first second xxx" in message
    assert "\n" not in message and len(message) < 500


def test_an_error_in_a_library_is_placed_in_the_readers_line():
    def answer(A, b):
        return np.concatenate([np.linalg.inv(A), b])

    assert "(at `return np.concatenate([np.linalg.inv(A), b])`)" in mark(SCALED, answer).message


WEIGHTS = Exercise(
    "9.5",
    solution=lambda weights: sum(np.sum(W) for W in weights),
    draw=lambda rng, n: ([rng.normal(size=(n, 2)), rng.normal(size=(2, 1))],),
    example=lambda: ([np.ones((2, 2)), np.ones((2, 1))],),
    misconceptions=(),
    alone=(),
)


@pytest.mark.parametrize(
    "change",
    [
        lambda weights: weights.append(Broken()),
        lambda weights: weights.__setitem__(0, Broken()),
        lambda weights: weights.reverse(),
        lambda weights: weights[0].__iadd__(1e-12),  # does not show in eight digits
    ],
    ids=["appended", "replaced", "reversed", "a little"],
)
def test_a_changed_list_is_seen_whatever_was_put_in_it(change):
    def answer(weights):
        total = sum(np.sum(W) for W in weights)
        change(weights)
        return total

    assert mark(WEIGHTS, answer).misconception == "changes its inputs"


def test_results_may_share_memory_with_inputs_or_with_one_another():
    buffer = np.zeros((9, 9))

    def answer(A):
        out = buffer[:1, : A.shape[1]]
        out[...] = mean_of_squares(A)
        return out

    twice = Exercise(
        "9.6",
        solution=mean_of_squares,
        parts=("once", "again"),
        probe=lambda function, A: (function(A), function(2 * A)),
        draw=MEAN.draw,
        example=MEAN.example,
        misconceptions=(),
    )
    assert mark(MEAN, answer).status == "passed"
    assert mark(twice, answer).status == "passed"


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (np.float64(3.0), "2 results are needed: total, product"),
        (np.array(3.0), "2 results are needed: total, product"),
        ((1.0, None), "None for product"),
        ((1.0, np.array([[1j]])), "an array of dtype complex128, but real numbers are needed"),
        ((1.0, [10**400]), "a list, which is no array of real numbers"),
        ((1.0, np.zeros((2000, 2000))), "far too many numbers: the shape is (2000, 2000)"),
    ],
)
def test_what_is_no_result_is_said_in_words(result, words):
    assert words in mark(TWO, lambda a, b: result).message


def test_warnings_of_an_answer_are_not_shown():
    def answer(A, b):
        warnings.warn("look out", stacklevel=1)
        return scaled(A, b)

    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        assert mark(SCALED, answer).status == "passed"
    assert shown == []


@pytest.mark.parametrize("time_limit", [0.0, -0.1])
def test_without_time_left_nothing_is_run(monkeypatch, time_limit):
    monkeypatch.delattr(threading, "Thread")  # any run would need one
    assert mark(SCALED, scaled, time_limit=time_limit).misconception == "does not end"


def test_an_input_with_nan_in_it_is_not_taken_for_changed():
    with_gaps = Exercise(
        "9.7",
        solution=lambda A: np.where(np.isnan(A), 0.0, A),
        draw=lambda rng, n: (np.where(rng.random((n, 3)) < 0.5, np.nan, 1.0),),
        example=lambda: (np.array([[1.0, np.nan, 3.0]]),),
        misconceptions=(),
    )
    assert mark(with_gaps, lambda A: np.nan_to_num(A)).status == "passed"
