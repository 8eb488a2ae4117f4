"""Run notebooks from top to bottom in a fresh kernel and store their outputs in place.

Run twice, it writes the same bytes: no timings, no versions, no user's settings are stored. A
picture that looks as the stored one does is kept, so another processor changes nothing.

    python tools/execute_notebooks.py                               every notebook
    python tools/execute_notebooks.py notebooks/01_activations.ipynb   only this one
"""

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from own_settings import use_own_settings
from pictures import keep_pictures

ROOT = Path(__file__).resolve().parent.parent

# JupyterLab stores the versions of Python and IPython here; they would differ between machines.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "name": "python"},
}
# What a cell may say about itself. JupyterLab adds timings, folded cells and the like.
CELL_METADATA = ("slideshow", "tags", "jupyter")
# A widget is stored as the number of an object in a kernel that is gone; its text stays.
WIDGET = "application/vnd.jupyter.widget-view+json"


def normalise(notebook):
    """Keep of the metadata only what means the same on every machine."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        kept = {key: cell.metadata[key] for key in CELL_METADATA if key in cell.metadata}
        cell.metadata = nbformat.from_dict(kept)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)


def run(notebook, folder, **environment):
    """Run a notebook in a fresh kernel, from top to bottom, in place, as if it lay in the folder.

    `CellExecutionError` at the first cell that fails unexpectedly. A cell with the tag
    `raises-exception` may fail; its error is its output. The environment variables are added to
    those of this process.
    """
    normalise(notebook)
    NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=300,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder)}},
    ).execute(env=os.environ | environment)
    normalise(notebook)


def executed(path, **environment):
    """Return the notebook as a fresh run leaves it, with its stored pictures where they hold."""
    notebook = nbformat.read(path, as_version=4)
    run(notebook, path.parent, **environment)
    keep_pictures(nbformat.read(path, as_version=4), notebook)
    nbformat.validate(notebook)
    return notebook


def execute(path):
    """Run a notebook and store its outputs; where a cell fails, the file stays as it is."""
    text = nbformat.writes(executed(path)) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def main(names):
    paths = [Path(name) for name in names] or sorted((ROOT / "notebooks").glob("*.ipynb"))
    failures = 0
    for path in paths:
        print(f"{path.name} ...", flush=True)
        try:
            execute(path)
        except CellExecutionError as error:
            failures += 1
            print(f"{path.name} failed and was left as it was:\n{error}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # a console may lack letters of a path
    with use_own_settings():
        sys.exit(main(sys.argv[1:]))
