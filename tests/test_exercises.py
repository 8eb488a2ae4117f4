"""Every exercise: its solution passes, its mistakes are told apart, no odd answer breaks it."""

import itertools
import sys

import numpy as np
import pytest

from nnlib.classroom import EXERCISES
from nnlib.classroom.checking.attempt import Attempt
from nnlib.classroom.checking.marking import TIME_LIMIT, mark
from nnlib.classroom.checking.outcomes import all_same
from nnlib.classroom.exercises.exercise import call

each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
each_misconception = pytest.mark.parametrize(
    ("exercise", "misconception"),
    [
        pytest.param(exercise, misconception, id=f"{exercise.id}-{misconception.name}")
        for exercise in EXERCISES.values()
        for misconception in exercise.misconceptions
    ],
)
# One for each way in which answers are called and compared: what the engine does with an odd answer
# is the same for the others.
KINDS = {(exercise.probe, len(exercise.parts)): exercise for exercise in EXERCISES.values()}
each_kind = pytest.mark.parametrize("exercise", KINDS.values(), ids=lambda exercise: exercise.id)
# Those whose result is a gradient or a slope: six mistakes at least; the others three.
GRADIENTS = {
    "1.2",
    "1.3",
    "2.4",
    "4.2",
    "4.4",
    "5.1",
    "5.2",
    "5.3",
    "5.4",
    "5.5",
    "5.6",
    "6.5",
    "7.1",
    "7.3",
    "9.3",
    "9.7",
    "9.8",
}


def function_from(source, name):
    """Run source as a notebook's cell would, with NumPy and nnlib only; return its function."""
    import nnlib

    names = {"np": np, "nnlib": nnlib}
    exec(source, names)
    return names[name]


@each_exercise
def test_the_stub_is_not_started(exercise):
    stub = function_from(exercise.stub, exercise.name)
    verdict = mark(exercise, stub)
    assert (verdict.status, verdict.misconception) == ("not started", None)


@each_exercise
def test_the_solution_needs_nothing_but_its_arguments_numpy_and_nnlib(exercise):
    assert mark(exercise, function_from(exercise.source, exercise.name)).status == "passed"


@pytest.mark.slow
@each_exercise
def test_the_solution_passes_whatever_is_drawn(exercise):
    for seed in range(40):  # of ten trials or so each
        verdict = mark(exercise, exercise.solution, seed=seed)
        assert verdict.status == "passed", f"seed {seed}: {verdict}"


@pytest.mark.slow
@each_misconception
def test_a_wrong_implementation_is_named_as_itself(exercise, misconception):
    verdict = mark(exercise, misconception.wrong)
    assert verdict.status == "failed"
    assert verdict.misconception == misconception.name, verdict
    assert verdict.message == misconception.sentence


@pytest.mark.slow
@each_exercise
def test_whatever_is_drawn_tells_the_mistakes_from_each_other_and_from_the_solution(exercise):
    """So the name that one seed gives is the name that any seed gives."""
    for seed in range(1, 6):
        attempt = Attempt(exercise, exercise.solution, seed, TIME_LIMIT).drawn
        outcomes = {mistake.name: found for mistake, found in attempt.misconceptions}
        outcomes["the solution"] = attempt.right
        for (one, mine), (other, others) in itertools.combinations(outcomes.items(), 2):
            assert not all_same(mine, others), f"seed {seed}: {one} and {other}"


@each_exercise
def test_there_are_enough_misconceptions_each_told_in_a_sentence(exercise):
    names = [misconception.name for misconception in exercise.misconceptions]
    assert len(names) >= (6 if exercise.id in GRADIENTS else 3)
    assert len(set(names)) == len(names)
    for misconception in exercise.misconceptions:
        assert 2 <= len(misconception.name.split()) <= 7, misconception.name
        assert misconception.sentence.endswith((".", "?")), misconception.name
        assert 5 <= len(misconception.sentence.split()) <= 45, misconception.name


def test_a_name_belongs_to_one_exercise():
    names = [exercise.name for exercise in EXERCISES.values()]
    assert len(set(names)) == len(names)


@each_exercise
def test_the_example_runs_and_is_not_enough(exercise):
    """An answer that knows the result for the example, and nothing else, is found out."""
    arguments = exercise.example()
    known = exercise.solution(*arguments)

    def from_the_notebook(*others):
        return known

    verdict = mark(exercise, from_the_notebook)
    assert verdict.status == "failed", verdict


@each_exercise
def test_lists_and_single_precision_are_right_too(exercise):
    def in_single_precision(*arguments):
        return as_float32(exercise.solution(*arguments))

    assert mark(exercise, in_single_precision).status == "passed"


def as_float32(value):
    """Return the same result with every float array in single precision."""
    if isinstance(value, (tuple, list)):
        return type(value)(as_float32(part) for part in value)
    if isinstance(value, np.ndarray) and value.dtype == float:
        return value.astype(np.float32)
    return value


def by_loops(A, dZ):
    dW = [[0.0] * dZ.shape[1] for _ in range(A.shape[1])]
    for i in range(len(A)):
        for j in range(A.shape[1]):
            for k in range(dZ.shape[1]):
                dW[j][k] += A[i, j] * dZ[i, k]
    return dW


def with_slope_at_the_hinge(slope):
    return lambda dZ2, W2, Z1: dZ2 @ W2.T * np.heaviside(Z1, slope)


def with_flat_biases(layers, hidden, grad):
    pairs = EXERCISES["7.1"].solution(layers, hidden, grad)
    return tuple((dW, db.ravel()) for dW, db in pairs)


IN_ANOTHER_STYLE = {
    "5.1 loops and lists": ("5.1", by_loops),
    "5.1 einsum": ("5.1", lambda A, dZ: np.einsum("ij,ik->jk", A, dZ)),
    "5.1 single precision inside": ("5.1", lambda A, dZ: A.T.astype("f4") @ dZ.astype("f4")),
    "5.2 ones": ("5.2", lambda dZ: np.ones((1, len(dZ))) @ dZ),
    "5.3 slope 0 at the hinge": ("5.3", with_slope_at_the_hinge(0.0)),
    "5.3 slope 0.3 at the hinge": ("5.3", with_slope_at_the_hinge(0.3)),
    "5.3 slope 1 at the hinge": ("5.3", with_slope_at_the_hinge(1.0)),
    "5.3 mask": ("5.3", lambda dZ2, W2, Z1: np.where(Z1 >= 0, dZ2 @ W2.T, 0)),
    "7.1 flat biases": ("7.1", with_flat_biases),
    "4.2 own n": ("4.2", lambda Y_hat, Y: (Y_hat - Y) / (Y.shape[0] * Y.shape[1] / 2)),
}


@pytest.mark.parametrize("style", IN_ANOTHER_STYLE)
def test_right_in_another_style_passes(style):
    id, answer = IN_ANOTHER_STYLE[style]
    verdict = mark(EXERCISES[id], answer)
    assert verdict.status == "passed", verdict


# --- Odd answers ---------------------------------------------------------------------------------


class Broken:
    """An object that fails whatever is done with it."""

    def __array__(self, *args, **kwargs):
        raise RuntimeError("no array")

    def __eq__(self, other):
        raise RuntimeError("no comparison")

    def __repr__(self):
        raise RuntimeError("no text")


class BrokenError(Exception):
    def __str__(self):
        raise RuntimeError("no text")


def raises(error):
    def answer(*arguments):
        raise error

    return answer


def changes_its_arguments(*arguments):
    for argument in arguments:
        if isinstance(argument, np.ndarray) and argument.size:
            argument[...] = 7
        if isinstance(argument, list):
            argument.clear()
    return 0.0


def recurses(*arguments):
    return recurses(*arguments)


def prints_and_returns_nothing(*arguments):
    print("the answer is 42")
    print("and nothing else", file=sys.stderr)


def yields(*arguments):
    yield 1.0


def runs_for_ever(*arguments):
    while True:
        pass


ODD_ANSWERS = {
    "raises": raises(ValueError("no")),
    "leaves the program": raises(SystemExit(3)),
    "is interrupted": raises(KeyboardInterrupt()),
    "raises a broken error": raises(BrokenError()),
    "recurses": recurses,
    "prints": prints_and_returns_nothing,
    "yields": yields,
    "changes its arguments": changes_its_arguments,
    "takes nothing": lambda: 1.0,
    "takes too much": lambda a, b, c, d, e, f, g, h, i: 1.0,
    "gives its arguments back": lambda *arguments: arguments,
    "text": lambda *arguments: "2.5",
    "ragged list": lambda *arguments: [[1.0], [2.0, 3.0]],
    "nan": lambda *arguments: np.nan,
    "complex": lambda *arguments: np.array([[1 + 2j]]),
    "empty": lambda *arguments: np.zeros((0, 0)),
    "enormous": lambda *arguments: np.broadcast_to(1.0, (10**9, 10**9)),
    "dict": lambda *arguments: {"dW": 1.0},
    "list of nothing": lambda *arguments: [None, None],
    "objects": lambda *arguments: np.array([object()]),
    "broken object": lambda *arguments: Broken(),
    "a function": lambda *arguments: np.mean,
    "a class": dict,
    "a built-in": max,
    "no function": 3.5,
    "broken object for a function": Broken(),
}


@pytest.mark.slow
@pytest.mark.parametrize("odd", ODD_ANSWERS)
@each_kind
def test_an_odd_answer_gets_a_verdict(exercise, odd, capsys):
    verdict = mark(exercise, ODD_ANSWERS[odd])
    assert verdict.status == "failed"
    assert verdict.message
    assert "\n" not in repr(verdict)
    assert "<b>" in verdict._repr_html_()
    assert capsys.readouterr() == ("", "")


@pytest.mark.slow
@each_kind
def test_an_answer_that_does_not_end_is_ended(exercise):
    verdict = mark(exercise, runs_for_ever, time_limit=0.2)
    assert (verdict.status, verdict.misconception) == ("failed", "does not end")


@pytest.mark.parametrize(
    # A probe may call the answer more than once, or with inputs of its own.
    "exercise",
    [exercise for exercise in EXERCISES.values() if exercise.probe is call],
    ids=lambda exercise: exercise.id,
)
def test_inputs_are_the_same_for_every_answer_and_differ_from_seed_to_seed(exercise):
    seen = []

    def watch(*arguments):
        seen.append(repr(arguments))
        return exercise.solution(*arguments)

    mark(exercise, watch, seed=1)
    first, seen[:] = list(seen), []
    mark(exercise, watch, seed=1)
    again, seen[:] = list(seen), []
    mark(exercise, watch, seed=2)
    assert first == again
    assert first != seen
