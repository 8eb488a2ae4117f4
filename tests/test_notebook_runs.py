"""The notebooks run: any cell, any number of times, with the stored outputs each time."""

import sys
from importlib.metadata import version

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_notebook
from notebook_files import NOTEBOOKS, PATHS, code_cells, name_of, pictures_of, read, text_of


def same_renderer():
    """Whether pictures can be compared byte by byte: Linux, with the pinned versions."""
    pinned = (NOTEBOOKS.parent / "constraints.txt").read_text(encoding="utf-8").splitlines()
    drawn_by = ("matplotlib", "numpy", "pillow")
    return sys.platform == "linux" and all(f"{p}=={version(p)}" in pinned for p in drawn_by)


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_each_cell_twice_in_a_row_and_all_again_gives_the_stored_outputs(path):
    stored = code_cells(read(path))
    # Deep copies: the client writes the new outputs into the cells it runs.
    twice_each = [
        cell for pair in zip(code_cells(read(path)), code_cells(read(path))) for cell in pair
    ]
    all_again = code_cells(read(path))
    for number, cell in enumerate([*twice_each, *all_again]):
        cell.id = f"run-{number}"
    runs = new_notebook(cells=[*twice_each, *all_again], metadata=read(path).metadata)

    resources = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(runs, timeout=300, kernel_name="python3", resources=resources).execute()

    expected = [cell for cell in stored for _ in range(2)] + stored
    for was, now in zip(expected, runs.cells, strict=True):
        assert text_of(now.outputs) == text_of(was.outputs), was.source
        if same_renderer():
            assert pictures_of(now.outputs) == pictures_of(was.outputs), was.source
