"""What is stored of a run means the same on every machine."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

TOOLS = Path(__file__).resolve().parent.parent / "tools"
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def normalise(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    import execute_notebooks

    return execute_notebooks.normalise


def test_of_a_widget_the_text_is_stored_and_not_its_number_in_a_kernel(normalise):
    data = {"text/plain": "a slider", WIDGET: {"model_id": "0123456789", "version_major": 2}}
    notebook = new_notebook(cells=[new_code_cell(outputs=[new_output("display_data", data)])])
    normalise(notebook)
    assert notebook.cells[0].outputs[0].data == {"text/plain": "a slider"}
    nbformat.validate(notebook)


def test_of_the_metadata_only_what_a_reader_chose_is_stored(normalise):
    kept = {"slideshow": {"slide_type": "skip"}, "tags": ["setup"]}
    timed = kept | {"execution": {"iopub.execute_input": "2023-01-01T00:00:00Z"}, "collapsed": True}
    notebook = new_notebook(cells=[new_code_cell(metadata=timed)], metadata={"widgets": {}})
    normalise(notebook)
    assert notebook.cells[0].metadata == kept
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
