"""The notebooks run: any cell, any number of times, with the stored outputs each time."""

import time
from importlib.metadata import version

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_notebook
from notebook_files import NOTEBOOKS, PATHS, code_cells, name_of, read, text_of
from packaging.requirements import Requirement
from pictures import look_alike, picture_of

pytestmark = pytest.mark.slow


LONG = 2.0  # seconds


@pytest.fixture(scope="module", params=PATHS, ids=name_of)
def runs(request):
    """Pairs of a stored cell and the same cell after a run, for two or three runs of each cell.

    First each cell twice in a row. Then all again, from the last to the first: there no cell can
    lean on an earlier one to put back what a later one has changed. The few cells that take long,
    half of the time in all, are left out there.
    """
    stored = code_cells(read(request.param))
    first, again, backwards = (code_cells(read(request.param)) for _ in range(3))
    cells = [*first, *again, *backwards]
    for number, cell in enumerate(cells):
        cell.id = f"run-{number}"
    notebook = new_notebook(cells=cells, metadata=read(request.param).metadata)
    resources = {"metadata": {"path": str(NOTEBOOKS)}}
    client = NotebookClient(notebook, timeout=300, resources=resources, coalesce_streams=True)
    pairs = []

    def run(cell, was):
        began = time.monotonic()
        client.execute_cell(cell, int(cell.id.removeprefix("run-")))
        pairs.append((was, cell))
        return time.monotonic() - began

    with client.setup_kernel():
        took = [
            max(run(*each), run(*other))
            for each, other in zip(zip(first, stored), zip(again, stored))
        ]
        for seconds, cell, was in reversed(list(zip(took, backwards, stored))):
            if seconds < LONG:
                run(cell, was)
    return pairs


def test_each_cell_again_gives_the_stored_texts(runs):
    for was, now in runs:
        assert text_of(now.outputs) == text_of(was.outputs), was.source


def test_each_cell_again_gives_pictures_that_look_as_the_stored_ones(runs):
    if version("matplotlib") != pinned("matplotlib"):
        pytest.skip(
            f"the stored pictures were drawn by matplotlib {pinned('matplotlib')}, and this is "
            f"{version('matplotlib')}, which may place things elsewhere"
        )
    for was, now in runs:
        old, new = (list(filter(None, map(picture_of, cell.outputs))) for cell in (was, now))
        assert len(new) == len(old), was.source
        assert all(map(look_alike, new, old)), was.source


def pinned(name):
    """Return the version of a package in constraints.txt."""
    lines = (NOTEBOOKS.parent / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = (Requirement(line) for line in lines if line.startswith(f"{name}=="))
    return str(next(found).specifier).removeprefix("==")
