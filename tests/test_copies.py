"""The copies for a class, without solutions and with every exercise solved, run to the end."""

import importlib.util
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from notebook_files import NOTEBOOKS, PATHS, code_cells, name_of, read, tags, text_of

from nnlib.classroom import EXERCISES

TOOLS = NOTEBOOKS.parent / "tools"


@pytest.fixture(scope="module")
def make_copies():
    """The script, which imports another one from its folder, as Python does for a script."""
    sys.path.insert(0, str(TOOLS))
    try:
        spec = importlib.util.spec_from_file_location("make_copies", TOOLS / "make_copies.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(TOOLS))
    return module


def checks_of(path, folder):
    """Run a notebook in its own folder; return what its checks say."""
    notebook = read(path)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
    return [text_of(cell.outputs) for cell in code_cells(notebook) if "check" in tags(cell)]


@pytest.mark.parametrize("path", PATHS, ids=name_of)
@pytest.mark.parametrize(("kind", "word"), [("student", "not started"), ("solved", "passed")])
def test_a_copy_runs_to_the_end(make_copies, tmp_path, path, kind, word):
    make_copies.write_copies(kind, [path], tmp_path / kind)
    said = checks_of(tmp_path / kind / path.name, tmp_path / kind)
    number = str(int(path.stem[:2]))
    ids = [id for id in EXERCISES if id.split(".")[0] == number]
    for line, id in zip(said, ids, strict=True):
        assert line.startswith(f"Exercise {id}: {word}.")


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_student_copy_holds_no_solution_and_no_output(make_copies, tmp_path, path):
    make_copies.write_copies("student", [path], tmp_path / "student")
    copy = read(tmp_path / "student" / path.name)
    nbformat.validate(copy)
    assert not [cell for cell in copy.cells if {"solution", "instructor"} & tags(cell)]
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(copy))
    text = "\n".join(cell.source for cell in copy.cells)
    for exercise in EXERCISES.values():
        if exercise.id.split(".")[0] == str(int(path.stem[:2])):
            assert exercise.stub in text
            assert exercise.source not in text


def test_the_notebooks_themselves_stay_as_they_are(make_copies, tmp_path):
    before = PATHS[0].read_bytes()
    make_copies.write_copies("solved", PATHS[:1], tmp_path / "solved")
    assert PATHS[0].read_bytes() == before


def test_a_folder_with_work_in_it_is_never_written_over(make_copies, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(make_copies, "ROOT", tmp_path)
    (tmp_path / "notebooks").mkdir()
    work = tmp_path / "student" / "01_activations.ipynb"
    work.parent.mkdir()
    work.write_text("my work", encoding="utf-8")
    assert make_copies.main(["student"]) == 1
    assert work.read_text(encoding="utf-8") == "my work"
    assert "student/ is there already" in capsys.readouterr().out


def test_another_kind_is_refused(make_copies, capsys):
    assert make_copies.main(["teacher"]) == 2
    assert "student" in capsys.readouterr().err
