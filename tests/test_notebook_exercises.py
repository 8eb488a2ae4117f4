"""The exercises and questions as the notebooks show them."""

import re

import pytest
from notebook_files import PATHS, name_of, read, slide_type, tags, text_of

from nnlib.classroom import EXERCISES
from nnlib.classroom.lessons import QUESTIONS

each_notebook = pytest.mark.parametrize("path", PATHS, ids=name_of)

# What folds alike in JupyterLab, VS Code, GitHub and the decks: HTML at the start of a line, and an
# empty line around the Markdown inside.
FOLD = re.compile(r"<details><summary>[^\n]+</summary>\n\n.*?\n\n</details>(?=\n|$)", re.DOTALL)


def number_of(path):
    return str(int(path.stem[:2]))


def exercises_of(path):
    return [e for id, e in EXERCISES.items() if id.split(".")[0] == number_of(path)]


def cells_of(path, exercise):
    """The cells of one exercise: from its heading to the next."""
    cells = read(path).cells
    start = next(i for i, c in enumerate(cells) if f"### Exercise {exercise.id}:" in c.source)
    later = [i for i, c in enumerate(cells) if i > start and re.search(r"^##", c.source, re.M)]
    return cells[start : later[0]]


@each_notebook
def test_there_are_three_to_eight_exercises(path):
    assert 3 <= len(exercises_of(path)) <= 8


@each_notebook
def test_an_exercise_is_task_stub_check_help_and_solution(path):
    for exercise in exercises_of(path):
        cells = cells_of(path, exercise)
        task, solution = cells[0], cells[-1] if "solution" in tags(cells[-1]) else cells[-2]
        (stub,) = [cell for cell in cells if "stub" in tags(cell)]
        (check,) = [cell for cell in cells if "check" in tags(cell)]
        helps = [cell for cell in cells if "<summary>Help 1" in cell.source]

        assert re.search(r"^\*\d+ minutes, (easy|medium|hard)\.\*", task.source, re.M), exercise.id
        assert exercise.name in task.source
        assert stub.source == exercise.stub
        assert check.source == f'check("{exercise.id}", {exercise.name})'
        assert text_of(check.outputs).startswith(f"Exercise {exercise.id}: not started.")
        assert "solution" in tags(solution)
        assert f"```python\n{exercise.source}\n```" in solution.source
        assert len(helps) == 1
        assert [cells.index(cell) for cell in (task, stub, check, helps[0], solution)] == sorted(
            cells.index(cell) for cell in (task, stub, check, helps[0], solution)
        )
        for cell in cells:
            assert slide_type(cell) in ("skip", "notes"), cell.id


@each_notebook
def test_help_and_solutions_are_folded(path):
    for exercise in exercises_of(path):
        for cell in cells_of(path, exercise):
            if "<details>" in cell.source or "solution" in tags(cell):
                assert FOLD.sub("", cell.source).strip() == "", f"{cell.id} is not folded alone"
        folds = [f for c in cells_of(path, exercise) for f in re.findall(r"Help \d", c.source)]
        assert len(folds) >= 2, exercise.id


@each_notebook
def test_every_section_has_one_prediction_between_its_question_and_the_answer(path):
    cells = read(path).cells
    asked = [(i, cell) for i, cell in enumerate(cells) if cell.source.startswith("predict(")]
    ids = [id for id in QUESTIONS if id.split(".")[0] == number_of(path)]
    assert [cell.source for _, cell in asked] == [f'predict("{id}", ...)' for id in ids]
    for (i, cell), id in zip(asked, ids):
        assert tags(cell) == {"quiz"} and slide_type(cell) == "skip"
        assert "question" in tags(cells[i - 1]) and "**Before you run:**" in cells[i - 1].source
        assert cells[i + 1].cell_type == "code"
        section = [m[1] for c in cells[:i] for m in re.finditer(r"^## (\d\.\d) ", c.source, re.M)]
        assert section[-1] == id


@each_notebook
def test_every_check_and_prediction_waits_for_the_reader(path):
    for cell in read(path).cells:
        if "check" in tags(cell) or cell.source.startswith("predict("):
            assert ": not started. " in text_of(cell.outputs), cell.id
