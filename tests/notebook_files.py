"""The notebooks as the tests read them."""

from pathlib import Path

import nbformat

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
PATHS = sorted(NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))


def name_of(path):
    """Name a notebook in pytest's output."""
    return path.stem


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def markdown_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def tags(cell):
    return set(cell.metadata.get("tags", []))


def slide_type(cell):
    return cell.metadata.get("slideshow", {}).get("slide_type")


def text_of(outputs):
    """All text that the outputs show, in their order; a picture counts with its text equivalent."""
    return "".join(
        output.get("text", "") or output.get("data", {}).get("text/plain", "") for output in outputs
    )


def pictures_of(outputs):
    """The pictures among the outputs, as base64 text."""
    return [
        output.data["image/png"].strip()
        for output in outputs
        if "image/png" in output.get("data", {})
    ]
