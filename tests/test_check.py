"""`check`: the mistakes that any exercise may meet, and the verdict."""

import threading
from functools import partial

import numpy as np
import pytest

from nnlib.classroom import EXERCISES, check
from nnlib.classroom.checking.marking import mark
from nnlib.classroom.checking.trials import draw_trials
from nnlib.classroom.exercises.exercise import Exercise, Misconception
from nnlib.classroom.plots.comparison import plot_comparison


def scaled(A, b):
    """From A (n, d_in) and b (1, d_in) to (n, d_in)."""
    return A * 3.0 + b


def draw_scaled(rng, n, d_in):
    return rng.normal(size=(n, d_in)), rng.normal(size=(1, d_in))


SCALED = Exercise(
    "9.1",
    solution=scaled,
    draw=draw_scaled,
    example=lambda: (np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([[0.5, -0.5]])),
    misconceptions=(
        Misconception("bias doubled", "You add the bias twice.", lambda A, b: A * 3.0 + 2 * b),
    ),
)


def mean_of_squares(A):
    """From A (n, d_out) to (1, d_out)."""
    return np.mean(A**2, axis=0, keepdims=True)


MEAN = Exercise(
    "9.2",
    solution=mean_of_squares,
    draw=lambda rng, n, d_out: (rng.normal(size=(n, d_out)),),
    example=lambda: (np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]),),
    misconceptions=(),
)


def sum_and_product(a, b):
    """From a (n, 1) and b (n, 1) to their sum and their product."""
    return a + b, a * b


TWO = Exercise(
    "9.3",
    solution=sum_and_product,
    parts=("total", "product"),
    draw=lambda rng, n: (rng.normal(size=(n, 1)), rng.normal(size=(n, 1))),
    example=lambda: (np.ones((3, 1)), np.ones((3, 1))),
    misconceptions=(Misconception("sum of squares", "You squared.", lambda a, b: (a**2, a * b)),),
)

GLOBAL_A, GLOBAL_B = KNOWN = SCALED.example()


def in_place(A, b):
    A *= 3.0
    A += b
    return A


def wrong_in_place(A, b):
    A[0] = 1.0
    return np.sin(A) + b


def plus_in_last_row(A, b):
    Z = scaled(A, b)
    Z[1:][-1:] += 1.0
    return Z


GENERIC = [
    ("declared", SCALED, lambda A, b: 3 * A + b + b, "bias doubled"),
    ("transposed", SCALED, lambda A, b: scaled(A, b).T, "transposed"),
    ("twice", SCALED, lambda A, b: 2 * scaled(A, b), "2 times the right result"),
    ("half", SCALED, lambda A, b: scaled(A, b) / 2, "1/2 times the right result"),
    ("times n", SCALED, lambda A, b: len(A) * scaled(A, b), "n times the right result"),
    ("over n", SCALED, lambda A, b: scaled(A, b) / len(A), "1/n times the right result"),
    ("two over n", SCALED, lambda A, b: 2 / len(A) * scaled(A, b), "2/n times the right result"),
    ("over all", SCALED, lambda A, b: scaled(A, b) / A.size, "1/(d_in n) times the right result"),
    ("any factor", SCALED, lambda A, b: 1.7 * scaled(A, b), "right up to a factor"),
    ("changing", SCALED, lambda A, b: A[0, -1] * scaled(A, b), "a factor that changes"),
    ("sign", SCALED, lambda A, b: -scaled(A, b), "wrong sign"),
    ("no bias", SCALED, lambda A, b: A * 3.0, "off by the bias"),
    ("bias three times", SCALED, lambda A, b: A * 3.0 + 2 * b + 0 * A, "bias doubled"),
    ("truncated", SCALED, lambda A, b: scaled(A, b).astype(int), "rounded to whole numbers"),
    ("nearly", SCALED, lambda A, b: scaled(A, b) + 1e-4, "nearly right"),
    ("nan", SCALED, lambda A, b: np.log(scaled(A, b)), "nan or inf"),
    (
        "first row",
        SCALED,
        lambda A, b: scaled(np.ones_like(A) * A[:1], b),
        "the first row everywhere",
    ),
    ("last row", SCALED, plus_in_last_row, "a line too many"),
    ("notebook's", SCALED, lambda A, b: scaled(GLOBAL_A, GLOBAL_B), "uses a notebook variable"),
    (
        "known",
        SCALED,
        lambda A, b: scaled(*KNOWN) + 0 * A[0, 0],
        "A without effect",
    ),
    ("nothing", SCALED, lambda A, b: print(A), "returns nothing"),
    ("changes", SCALED, in_place, "changes its inputs"),
    ("wrong and changes", SCALED, wrong_in_place, "changes its inputs"),
    ("names swapped", SCALED, lambda b, A: scaled(A, b), "other argument order"),
    ("order swapped", SCALED, lambda p, q: scaled(q, p) + 0 * q, "other argument order"),
    ("one argument", SCALED, lambda A: A, "other arguments"),
    ("a value", SCALED, 3.0, "no function"),
    ("turned row", MEAN, lambda A: mean_of_squares(A).T, "transposed"),
    ("flat", MEAN, lambda A: np.mean(A**2, axis=0), "flat instead of a matrix"),
    (
        "broadcast",
        MEAN,
        lambda A: np.repeat(mean_of_squares(A), 7, 0),
        "broadcast to a larger shape",
    ),
    ("axis", MEAN, lambda A: np.mean(A**2, axis=1, keepdims=True), "wrong axis"),
    (
        "one row",
        MEAN,
        lambda A: np.mean(A, axis=0, keepdims=True) ** 2,
        "a bracket in the wrong place",
    ),
    (
        "one output",
        MEAN,
        lambda A: np.full((1, A.shape[1]), np.mean(A**2)),
        "the mean everywhere",
    ),
    ("results swapped", TWO, lambda a, b: (a * b, a + b), "results in another order"),
    ("part declared", TWO, lambda a, b: (a**2, 0 * a), "sum of squares"),
    ("part generic", TWO, lambda a, b: (a + b, -a * b), "wrong sign"),
]


@pytest.mark.parametrize(
    ("exercise", "answer", "name"),
    [case[1:] for case in GENERIC],
    ids=[case[0] for case in GENERIC],
)
def test_a_mistake_is_named(exercise, answer, name):
    for seed in range(10):
        verdict = mark(exercise, answer, seed=seed)
        assert (verdict.status, verdict.misconception) == ("failed", name), (
            f"seed {seed}: {verdict}"
        )
        assert verdict.message


RIGHT = [
    ("list", MEAN, lambda A: mean_of_squares(A).tolist()),
    ("einsum", MEAN, lambda A: np.einsum("ij,ij->j", A, A)[None, :] / len(A)),
    ("loop", MEAN, lambda A: [[sum(a * a for a in column) / len(A) for column in A.T]]),
    ("float32", MEAN, lambda A: mean_of_squares(A.astype(np.float32))),
    ("read-only", MEAN, lambda A: np.broadcast_to(mean_of_squares(A), (1, A.shape[1]))),
    ("dict", TWO, lambda a, b: {"product": a * b, "total": a + b}),
    ("list of results", TWO, lambda a, b: [a + b, a * b]),
    ("more arguments", MEAN, lambda A, axis=0: mean_of_squares(A)),
    ("warns", MEAN, lambda A: mean_of_squares(A) + 0 * np.log(0 * A[:1] + 1) / 1),
]


@pytest.mark.parametrize(
    ("exercise", "answer"), [case[1:] for case in RIGHT], ids=[case[0] for case in RIGHT]
)
def test_right_in_another_style_passes(exercise, answer):
    verdict = mark(exercise, answer)
    assert (verdict.status, verdict.misconception) == ("passed", None), verdict


def test_float32_is_judged_by_its_own_precision_only():
    """An error of 1e-5 is rounding in single precision, and a mistake in double."""
    slightly_off = mark(MEAN, lambda A: mean_of_squares(A) * (1 + 1e-5))
    assert slightly_off.status == "failed"
    assert (
        mark(MEAN, lambda A: (mean_of_squares(A) * (1 + 1e-5)).astype(np.float32)).status
        == "passed"
    )


def test_rounding_around_zero_is_right():
    zero = Exercise(
        "9.4",
        solution=lambda A: 0 * A,
        draw=MEAN.draw,
        example=MEAN.example,
        misconceptions=(),
    )
    assert mark(zero, lambda A: (0.1 + 0.2 - 0.3) * A).status == "passed"  # 5.6e-17
    assert mark(zero, lambda A: 1e-9 * A).status == "failed"


def test_an_unknown_mistake_shows_the_first_wrong_number():
    verdict = mark(SCALED, lambda A, b: scaled(A, b) + A**2)
    assert verdict.misconception is None
    assert "wrong numbers" in verdict.message
    png, alt = verdict.draw()
    assert png.startswith(b"\x89PNG")
    assert "difference" in alt


def test_the_worst_number_is_shown():
    def answer(A, b):
        Z = scaled(A, b) + A**2
        Z[-1, 0] += 100
        return Z

    assert "at [3, 0] " in mark(SCALED, partial(answer)).message  # of 4 rows


@pytest.mark.parametrize(
    ("answer", "shape"),
    [
        (lambda A, b: -scaled(A, b), (3, 2)),
        (lambda A, b: scaled(A, b) if A.shape == (3, 2) else -scaled(A, b), (4, 6)),
    ],
    ids=["the example", "the example is right"],
)
def test_the_picture_shows_the_example_or_else_the_first_failure(monkeypatch, answer, shape):
    shown = []

    def watch(yours, expected, name):
        shown.append((yours.shape, expected.shape, name))
        return plot_comparison(yours, expected, name=name)

    monkeypatch.setattr("nnlib.classroom.checking.picture.plot_comparison", watch)
    mark(SCALED, answer).draw()
    assert shown == [(shape, shape, "result")]


def test_an_unknown_shape_is_named_with_the_right_one():
    verdict = mark(SCALED, lambda A, b: A @ A.T @ A @ A.T + b[0, 0])
    assert "shape (" in verdict.message and "is needed" in verdict.message


def test_an_error_is_shown_with_its_line_and_the_shapes():
    verdict = mark(SCALED, lambda A, b: A @ b)
    assert verdict.misconception == "factors of @ do not fit"
    assert "A @ b" in verdict.message
    assert "A (" in verdict.message


def heights(A):
    """From A (n, d_out) to numbers between 0 and 1, (n, d_out)."""
    return np.exp(-np.abs(A))


BELOW_1 = Exercise(
    "9.4",
    solution=heights,
    draw=MEAN.draw,
    example=MEAN.example,
    misconceptions=(),
)


def single(A):
    """From A (n, d_out) to one number."""
    return np.sum(np.abs(A))


NUMBER = Exercise(
    "9.4",
    solution=single,
    draw=MEAN.draw,
    example=MEAN.example,
    misconceptions=(),
)


@pytest.mark.parametrize(
    ("exercise", "answer"),
    [
        (SCALED, lambda A, b: np.zeros_like(A)),
        (BELOW_1, lambda A: np.zeros_like(A)),
        (SCALED, lambda A, b: scaled(A, b) if len(A) > 1 else None),
        (SCALED, lambda A, b: scaled(A, b) if len(A) == 1 or len(A) > A.shape[1] else A**2),
        (SCALED, lambda A, b: scaled(A, b) + 0.005 * np.abs(scaled(A, b)).max()),
        (NUMBER, lambda A: single(A) + 1),
        (NUMBER, lambda A: 0.0),
    ],
    ids=[
        "zeros",
        "zeros for fractions",
        "nothing at times",
        "one row and others",
        "two digits right",
        "a number",
        "zero",
    ],
)
def test_no_name_is_better_than_an_untrue_one(exercise, answer):
    for seed in range(10):
        verdict = mark(exercise, answer, seed=seed)
        assert (verdict.status, verdict.misconception) == ("failed", None), verdict
        assert verdict.message.startswith("Given ")


def test_of_a_single_number_a_factor_is_told_if_it_has_an_origin():
    assert mark(NUMBER, lambda A: single(A) / len(A)).misconception == "1/n times the right result"
    assert mark(NUMBER, lambda A: 3 * single(A)).misconception == "right up to a factor"


def test_between_numbers_of_one_size_no_factor_is_told():
    """Twice a result that is always 1 may be 1 added, or anything else."""
    ones = Exercise(
        "9.4",
        solution=lambda A: np.ones_like(A),
        draw=MEAN.draw,
        example=MEAN.example,
        misconceptions=(),
    )
    assert mark(ones, lambda A: np.ones_like(A) + 1).misconception is None


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda A: [single(A), 1.0], "of shape (2,); () (a number alone) is needed"),
        (lambda A: single(A) + 1, "result = "),
    ],
)
def test_a_number_alone_is_told_in_words(answer, words):
    assert words in mark(NUMBER, answer).message


@pytest.mark.parametrize("more_axes", [lambda Z: Z[None], lambda Z: Z.ravel()[:, None, None]])
def test_right_numbers_with_more_axes(more_axes):
    verdict = mark(SCALED, lambda A, b: more_axes(scaled(A, b)))
    assert verdict.misconception == "right numbers in another shape"


def test_results_that_are_right_are_said_to_be():
    verdict = mark(TWO, lambda a, b: (a + b, -a * b))
    assert verdict.message.startswith("total: right. product:")


def test_too_few_results():
    verdict = mark(TWO, lambda a, b: (a + b,))
    assert verdict.misconception == "a result missing"
    assert verdict.message.startswith("total is right")
    assert "2 results are needed" in mark(TWO, lambda a, b: (a - b,)).message


@pytest.mark.parametrize("blank", [None, ..., lambda A, b: None, lambda A, b: ...])
def test_nothing_yet_is_not_started(blank):
    assert mark(SCALED, blank).status == "not started"


def test_not_implemented_is_not_started():
    def answer(A, b):
        raise NotImplementedError

    assert mark(SCALED, answer).status == "not started"


def test_a_number_in_brackets_is_as_good_as_a_number():
    for boxed in (lambda A: [single(A)], lambda A: np.array([[single(A)]])):
        verdict = mark(NUMBER, boxed)
        assert verdict.status == "passed"
        assert ".item()" in verdict.message


def of_whole_numbers(A):
    """Halves of the numbers; whole ones are an edge."""
    return A / 2


HALVES = Exercise(
    "9.7",
    solution=of_whole_numbers,
    draw=MEAN.draw,
    example=MEAN.example,
    misconceptions=(),
    edges=lambda rng: {"whole numbers": (np.array([[1, 2], [3, 5]]),)},
)


def test_decimals_that_are_cut_show_at_the_edge():
    def answer(A):
        halves = np.zeros_like(A)
        for i, row in enumerate(A):
            halves[i] = row / 2
        return halves

    assert mark(HALVES, answer).misconception == "an array of whole numbers"
    verdict = mark(HALVES, partial(answer))  # without a source
    assert verdict.misconception == "decimals cut for whole numbers"
    assert "right for the random inputs, and wrong for whole numbers" in verdict.message


def test_whoever_refuses_whole_numbers_aloud_is_right():
    def answer(A):
        halves = A.copy()
        halves /= 2  # NumPy refuses to do that to integers
        return halves

    assert mark(HALVES, answer).status == "passed"


def test_a_constant_is_an_answer():
    assert mark(SCALED, lambda A, b: 0).status == "failed"


def test_an_answer_that_does_not_end_is_stopped():
    def answer(A, b):
        while True:
            pass

    before = threading.active_count()
    verdict = mark(SCALED, answer, time_limit=0.2)
    assert verdict.misconception == "does not end"
    assert "0.2 seconds" in verdict.message
    assert threading.active_count() == before


def test_an_answer_that_catches_everything_gets_a_verdict_all_the_same():
    ended = threading.Event()

    def answer(A, b):
        while not ended.is_set():
            try:
                pass
            except BaseException:
                pass

    try:
        assert mark(SCALED, answer, time_limit=0.2).misconception == "does not end"
    finally:
        ended.set()


def test_sizes_all_differ_but_for_those_of_one():
    for seed in range(20):
        for trial in draw_trials(SCALED, np.random.default_rng(seed)):
            assert trial.sizes["n"] != trial.sizes["d_in"]
            assert trial.arguments[0].shape == (trial.sizes["n"], trial.sizes["d_in"])


def test_arguments_of_the_caller_stay_as_they_are():
    example = SCALED.example()
    mark(SCALED, in_place)
    for a, b in zip(example, SCALED.example()):
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("id", ["9.9", 9.9, 5, True, float("nan"), None, []])
def test_unknown_exercise_is_refused_with_the_list(id):
    with pytest.raises(ValueError, match='no exercise .*"5.1"'):
        check(id, scaled)


def test_an_id_may_come_without_its_quotes():
    assert check(5.1, ...).of == "Exercise 5.1"
    assert check(5.1, 3).misconception == "no function"


def test_verdict_is_one_line_of_text_and_a_line_in_the_notebook():
    verdict = mark(SCALED, lambda A, b: -scaled(A, b))
    assert repr(verdict).startswith("Exercise 9.1: not yet (wrong sign). Right up to the sign")
    assert "\n" not in repr(verdict)
    assert "<b>Exercise 9.1: not yet (wrong sign).</b>" in verdict._repr_html_()
    assert '<img src="data:image/png;base64,' in verdict._repr_html_()


def test_verdict_escapes_what_the_answer_says():
    def answer(A, b):
        raise ValueError("<script>")

    assert "<script>" not in mark(SCALED, answer)._repr_html_()


def test_check_remembers_what_is_right(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first = next(iter(EXERCISES.values()))
    verdict = check(first.id, first.solution)
    assert verdict.status == "passed"
    assert f"1 of {len(EXERCISES)} exercises done" in verdict.message
    assert list(tmp_path.iterdir()) == [tmp_path / "my_progress.json"]


def test_check_remembers_nothing_else(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first = next(iter(EXERCISES.values()))
    check(first.id, ...)
    check(first.id, lambda *arguments: 0.0)
    assert not list(tmp_path.iterdir())


def test_a_crash_for_more_rows_is_told_as_the_crash_it_is():
    def answer(A):
        return mean_of_squares(A) if len(A) == 1 else A @ A

    verdict = mark(MEAN, partial(answer))
    assert verdict.misconception == "right for one row only"
    assert "`@` needs as many columns" in verdict.message


def test_right_names_in_the_right_order_are_not_called_another_order():
    """a - b for b - a is a sign, not an order, when the names say so."""
    difference = Exercise(
        "9.5",
        solution=lambda a, b: a - 2 * b,
        draw=TWO.draw,
        example=lambda: (np.ones((3, 1)), np.zeros((3, 1))),
        misconceptions=(),
    )
    assert mark(difference, lambda a, b: b - 2 * a).misconception is None
    assert mark(difference, lambda p, q: q - 2 * p).misconception == "other argument order"


@pytest.mark.parametrize(("shape", "is_drawn"), [((1, 1), False), ((6, 8), True), ((7, 7), False)])
def test_a_picture_shows_more_than_one_number_and_no_more_than_can_be_read(shape, is_drawn):
    doubled = Exercise(
        "9.6",
        solution=lambda A: 2 * A,
        draw=lambda rng: (rng.normal(size=shape),),
        example=lambda: (np.ones(shape),),
        misconceptions=(),
    )
    verdict = mark(doubled, lambda A: 3 * A)
    assert verdict.status == "failed"
    assert ("<img" in verdict._repr_html_()) == is_drawn
