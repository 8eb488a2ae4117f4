"""Whatever an answer is and does, it ends in time, and there is a verdict."""

import dataclasses
import sys
import threading
import time
import types
import warnings
from functools import partial

import numpy as np
import pytest
from test_check import MEAN, SCALED, TWO, mean_of_squares, scaled

from nnlib.classroom.checking import running
from nnlib.classroom.checking.marking import mark
from nnlib.classroom.checking.running import TimeLimit, is_importing, own_clock
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


def test_the_limit_is_for_all_that_is_run_of_an_answer():
    """Other orders of the arguments, the example and the picture have what the trials leave."""
    endless = []

    def answer(A, b):
        in_order, example = len(b) == 1, A[0, 0] == 1.0
        if in_order and not example:
            return np.zeros((2, 3, 4))
        endless.append(A)
        while True:
            pass

    verdict = mark(SCALED, answer, time_limit=0.2)
    verdict._repr_html_()
    assert (verdict.status, verdict.misconception) == ("failed", None)
    assert len(endless) == 1  # and then there was no time left


def test_an_answer_that_waits_for_ever_is_left_behind():
    never = threading.Event()
    try:
        verdict = mark(SCALED, lambda A, b: never.wait(), time_limit=0.02)
        assert verdict.misconception == "does not end"
    finally:
        never.set()


class Runs:
    """Stands in for a thread that ends after so many looks, and for the clocks of it and of all."""

    def __init__(self, monkeypatch, looks, work, wall):
        self.left, self.work, self.wall = looks, work, wall
        self.worked = self.now = 0.0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)

    def join(self, timeout):
        self.left -= 1
        self.worked += self.work
        self.now += self.wall

    def is_alive(self):
        return self.left > 0


@pytest.mark.parametrize(
    ("work", "wall", "importing", "in_time"),
    [
        (0.2, 0.2, False, True),
        (0.2, 2.0, False, True),  # a busy machine: 20 seconds for 2 of work
        (0.6, 0.6, False, False),
        (0.6, 0.6, True, True),  # an import may take longer
        (0.6, 4.0, True, False),  # but not for ever
        (0.0, 4.0, False, False),  # it waits for something that does not come
    ],
)
def test_only_the_answers_own_work_counts(monkeypatch, work, wall, importing, in_time):
    thread = Runs(monkeypatch, looks=10, work=work, wall=wall)
    monkeypatch.setattr(running, "is_importing", lambda thread: importing)
    limit = TimeLimit(5.0)
    assert limit.waits_for(thread, lambda: thread.worked) == in_time
    assert limit.over != in_time


def test_a_clock_that_ends_with_its_thread_stops_nothing(monkeypatch):
    def clock():
        raise OSError("no such thread")

    assert TimeLimit(5.0).waits_for(Runs(monkeypatch, 10, 0.1, 0.1), clock)


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="needs a clock of a thread")
def test_the_work_of_other_threads_does_not_count():
    ready, end, clocks = threading.Event(), threading.Event(), []

    def idle():
        clocks.append(own_clock())
        ready.set()
        end.wait()

    thread = threading.Thread(target=idle)
    thread.start()
    try:
        ready.wait()
        before, start = clocks[0](), time.process_time()
        while time.process_time() < start + 0.1:
            pass
        assert clocks[0]() - before < 0.05  # nothing, but for what it takes to fall asleep
    finally:
        end.set()
        thread.join()


def test_an_import_is_seen(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "slow_to_load.py").write_text("import gates\ngates.inside.set()\ngates.on.wait()\n")
    gates = types.SimpleNamespace(**{name: threading.Event() for name in ("inside", "on", "out")})
    monkeypatch.setitem(sys.modules, "gates", gates)
    outside, end = threading.Event(), threading.Event()

    def answer():
        import slow_to_load  # noqa: F401

        outside.set()
        end.wait()

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        gates.inside.wait()
        assert is_importing(thread)
        gates.on.set()
        outside.wait()
        assert not is_importing(thread)
    finally:
        gates.on.set()
        end.set()
        thread.join()
        sys.modules.pop("slow_to_load", None)


@pytest.fixture
def no_threads(monkeypatch):
    def start(thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)


def test_without_threads_there_is_a_verdict_and_no_limit(no_threads):
    assert mark(SCALED, scaled).status == "passed"
    assert mark(SCALED, lambda A, b: -scaled(A, b)).misconception == "wrong sign"
    assert mark(SCALED, lambda A, b: scaled(b, A).T).status == "failed"


def test_without_threads_the_reader_can_interrupt(no_threads):
    before = sys.stdout

    def answer(A, b):
        raise KeyboardInterrupt  # as the kernel does it

    with pytest.raises(KeyboardInterrupt):
        mark(SCALED, answer)
    assert sys.stdout is before


def test_an_answer_that_interrupts_itself_has_made_a_mistake():
    def answer(A, b):
        raise KeyboardInterrupt

    assert "it stops with KeyboardInterrupt" in mark(SCALED, answer).message


def test_the_example_is_run_once_for_the_verdict_and_its_pictures():
    of_the_example = []

    def answer(A, b):
        if A[0, 0] == 1.0:
            of_the_example.append(A)
        return np.sin(A) + b

    verdict = mark(SCALED, partial(answer))  # without a source, it is run as it is only
    verdict._repr_html_()
    verdict._repr_html_()
    assert len(of_the_example) == 1


def test_an_answer_that_swallows_the_end_of_its_time_is_not_judged_by_what_it_then_returns():
    calls = []

    def answer(A, b):
        calls.append(A)
        try:
            while len(calls) == 1:
                pass
        except BaseException:
            pass
        return scaled(A, b)

    assert mark(SCALED, answer, time_limit=0.1).misconception == "does not end"


def test_another_answer_is_checked_while_one_does_not_end(capsys):
    ended = threading.Event()

    def never_ends(A, b):
        while not ended.is_set():
            try:
                pass
            except BaseException:
                pass

    try:
        mark(SCALED, never_ends, time_limit=0.1)
        assert mark(SCALED, scaled).status == "passed"
        assert mark(SCALED, lambda A, b: -scaled(A, b)).misconception == "wrong sign"
    finally:
        ended.set()
    assert capsys.readouterr() == ("", "")


def test_an_answer_that_checks_itself_is_told():
    def answer(A, b):
        mark(SCALED, answer)
        return scaled(A, b)

    assert "it stops with RuntimeError: It calls `check` in its own" in mark(SCALED, answer).message
    assert mark(SCALED, scaled).status == "passed"


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
    keeps_lists=True,
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


def test_a_list_may_be_used_up_where_the_task_does_not_forbid_it():
    allowed = dataclasses.replace(WEIGHTS, keeps_lists=False)

    def answer(weights):
        total = 0.0
        while weights:
            total += weights.pop().sum()
        return total

    verdict = mark(allowed, answer)
    assert verdict.status == "passed"
    assert "It changes the list weights" in verdict.message
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
