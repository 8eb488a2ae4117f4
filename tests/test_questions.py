"""`predict`: right answers are known by their seal, wrong ones get a sentence."""

import importlib
import pkgutil
import re

import answers
import pytest
from notebook_files import NOTEBOOKS

from nnlib.classroom import predict
from nnlib.classroom.exercises.question import Question, seal
from nnlib.classroom.lessons import QUESTIONS

ANSWERS = {
    id: answer
    for found in pkgutil.iter_modules(answers.__path__)
    for id, answer in importlib.import_module(f"answers.{found.name}").ANSWERS.items()
}
each_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_every_question_has_its_answer_here():
    assert set(ANSWERS) == set(QUESTIONS)


@each_question
def test_the_right_answer_passes(question):
    assert predict(question.id, ANSWERS[question.id]).status == "passed"


@each_question
def test_no_answer_yet(question):
    for blank in (..., None):
        verdict = predict(question.id, blank)
        assert verdict.status == "not started"
        assert "in place of the three dots" in verdict.message


@each_question
def test_expected_wrong_answers_fail_with_a_sentence_of_their_own(question):
    assert question.wrong
    for wrong, sentence in question.wrong.items():
        verdict = predict(question.id, wrong)
        assert (verdict.status, verdict.message) == ("failed", sentence)
        assert sentence.endswith((".", "?"))


@each_question
def test_a_wrong_answer_does_not_tell_the_right_one(question):
    """So neither a verdict nor the library's own text gives it away."""
    written = question.write(ANSWERS[question.id])
    if question.kind != "choice":
        for sentence in question.wrong.values():
            assert not re.search(rf"(?<![-\w.]){re.escape(written)}(?![\w.])", sentence)
    assert question.seal != written
    assert len(question.seal) == 16


ODD = [
    3 + 1j,
    float("nan"),
    float("inf"),
    True,
    [],
    {},
    "",
    "seven",
    (1.5, 2),
    [None],
    print,
    object(),
    10**5000,
    (10**5000,),
    "\ud800",
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@each_question
def test_an_odd_answer_is_told_what_is_wanted(question, odd):
    verdict = predict(question.id, odd)
    assert verdict.status == "failed"
    assert verdict.message.startswith("The answer should be ") or odd == []  # a shape: ()


def make_question(kind, written, **settings):
    return Question("9.9", kind, seal("9.9", written), **settings)


@pytest.mark.parametrize(
    ("kind", "digits", "answer", "written"),
    [
        ("number", 0, 3, "3"),
        ("number", 1, 2.349, "2.3"),
        ("number", 2, -0.001, "0.00"),
        ("shape", 0, (3, 4), "(3, 4)"),
        ("shape", 0, [3, 4], "(3, 4)"),
        ("shape", 0, (5,), "(5,)"),
        ("choice", 0, " B) ", "b"),
    ],
)
def test_one_way_of_writing_for_each_answer(kind, digits, answer, written):
    assert make_question(kind, written, digits=digits).write(answer) == written


def test_the_seal_of_one_question_says_nothing_about_another():
    assert seal("1.1", "2") != seal("1.2", "2")


@each_question
def test_an_id_may_come_without_its_quotes(question):
    assert predict(float(question.id), ANSWERS[question.id]) == predict(
        question.id, ANSWERS[question.id]
    )


@pytest.mark.parametrize("id", ["9.9", 9.9, 5, True, float("nan"), None, []])
def test_unknown_question_is_refused_with_the_list(id):
    with pytest.raises(ValueError, match='no question .*"1.1"'):
        predict(id, 3)


def test_every_section_has_its_question():
    sections = []
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        sections += re.findall(r'"## (\d\.\d) ', path.read_text(encoding="utf-8"))
    assert sorted(QUESTIONS) == sorted(sections)


@each_question
def test_a_shape_without_its_brackets_is_told_so(question):
    verdict = predict(question.id, 5, 1)
    assert verdict.status == "failed"
    assert "The answer should be" in verdict.message
