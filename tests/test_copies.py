"""The copies for a class, without solutions and with every exercise solved."""

import make_copies
import nbformat
import pytest
from execute_notebooks import run
from notebook_files import PATHS, code_cells, name_of, read, tags, text_of

from nnlib.classroom import EXERCISES


def exercises_of(path):
    return {id: e for id, e in EXERCISES.items() if id.split(".")[0] == str(int(path.stem[:2]))}


def parts_of(notebook):
    """The cells before the heading of the exercises, and those from it on."""
    start = next(i for i, c in enumerate(notebook.cells) if c.source.startswith("## Exercises"))
    return notebook.cells[:start], notebook.cells[start:]


@pytest.mark.kernel
@pytest.mark.parametrize("path", PATHS, ids=name_of)
@pytest.mark.parametrize(("kind", "word"), [("student", "not started"), ("solved", "passed")])
def test_a_copy_runs_to_the_end(tmp_path, path, kind, word):
    """Before the exercises it is the notebook itself, but for the quiz's answers at the end.

    The exercises need the set-up cell and no other.
    """
    make_copies.write_copies(kind, [path], tmp_path / kind)
    copy = read(tmp_path / kind / path.name)
    before, exercises = parts_of(copy)
    ours, theirs = (
        [cell.source for cell in cells if cell.cell_type == "code"]
        for cells in (parts_of(read(path))[0], before)
    )
    assert theirs == (ours[:-1] if kind == "student" else ours)

    copy.cells = [cell for cell in before if "setup" in tags(cell)] + exercises
    run(copy, tmp_path / kind)
    said = [text_of(cell.outputs) for cell in code_cells(copy) if "check" in tags(cell)]
    for line, id in zip(said, exercises_of(path), strict=True):
        assert line.startswith(f"Exercise {id}: {word}.")


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
