"""The copies for a class, without solutions and with every exercise solved."""

import ast

import make_copies
import nbformat
import pytest
from notebook_files import PATHS, code_cells, name_of, read, tags

from nnlib.classroom import EXERCISES


def exercises_of(path):
    return {id: e for id, e in EXERCISES.items() if id.split(".")[0] == str(int(path.stem[:2]))}


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=name_of)
@pytest.mark.parametrize(("kind", "word"), [("student", "not started"), ("solved", "passed")])
def test_a_copy_is_the_notebook_and_its_checks_say_what_they_should(
    tmp_path, monkeypatch, path, kind, word
):
    """All cells but the stubs are those of the notebook, which runs to its end.

    So only the stubs, with their checks, are left to run; they need the set-up cell and no other.
    A student's copy lacks the cell that answers the quiz: no other cell reads what it assigns.
    """
    make_copies.write_copies(kind, [path], tmp_path / kind)
    copy, ours = read(tmp_path / kind / path.name), code_cells(read(path))
    if kind == "student":
        ours = [cell for cell in ours if "solution" not in tags(cell)]
    for our, their in zip(ours, code_cells(copy), strict=True):
        assert their.source == our.source or (kind == "solved" and "stub" in tags(our))

    monkeypatch.chdir(tmp_path)  # where the progress is written down
    names, said = {}, []
    for cell in code_cells(copy):
        if "check" in tags(cell):
            said.append(repr(eval(cell.source, names)))
        elif {"setup", "stub"} & tags(cell):
            exec(cell.source, names)
    for line, id in zip(said, exercises_of(path), strict=True):
        assert line.startswith(f"Exercise {id}: {word}.")


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_nothing_needs_the_answers_of_the_quiz(path):
    cells = code_cells(read(path))
    for cell in cells:
        if "solution" in tags(cell):
            later = "\n".join(other.source for other in cells[cells.index(cell) + 1 :])
            assert not names_in(cell.source, ast.Store) & names_in(later, ast.Load)


def names_in(source, context):
    """The names that a piece of code assigns (`ast.Store`) or reads (`ast.Load`)."""
    names = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name))
    return {name.id for name in names if isinstance(name.ctx, context)}


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_student_copy_holds_no_solution_and_no_output(tmp_path, path):
    make_copies.write_copies("student", [path], tmp_path / "student")
    copy = read(tmp_path / "student" / path.name)
    nbformat.validate(copy)
    assert not [cell for cell in copy.cells if {"solution", "instructor"} & tags(cell)]
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(copy))
    text = "\n".join(cell.source for cell in copy.cells)
    for exercise in exercises_of(path).values():
        assert exercise.stub in text
        assert exercise.source not in text


def test_the_notebooks_themselves_stay_as_they_are(tmp_path):
    before = PATHS[0].read_bytes()
    make_copies.write_copies("solved", PATHS[:1], tmp_path / "solved")
    assert PATHS[0].read_bytes() == before


def test_a_folder_with_work_in_it_is_never_written_over(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(make_copies, "ROOT", tmp_path)
    (tmp_path / "notebooks").mkdir()
    work = tmp_path / "student" / "01_activations.ipynb"
    work.parent.mkdir()
    work.write_text("my work", encoding="utf-8")
    assert make_copies.main(["student"]) == 1
    assert work.read_text(encoding="utf-8") == "my work"
    assert "student/ is there already" in capsys.readouterr().out


def test_another_kind_is_refused(capsys):
    assert make_copies.main(["teacher"]) == 2
    assert "student" in capsys.readouterr().err
