"""Write copies of the notebooks for a class.

python tools/make_copies.py student    without solutions, notes and outputs, into student/
python tools/make_copies.py solved     with every exercise solved, and run, into solved/
"""

import re
import sys
from pathlib import Path

import nbformat
from execute_notebooks import execute
from own_settings import use_own_settings

from nnlib.classroom import EXERCISES

ROOT = Path(__file__).resolve().parent.parent


def tags(cell):
    return cell.metadata.get("tags", [])


def student_copy(notebook):
    """Take the solutions, the instructor's notes and all outputs out: predict, then run."""
    not_for_students = {"solution", "instructor"}
    notebook.cells = [cell for cell in notebook.cells if not not_for_students & set(tags(cell))]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


def solved_copy(notebook):
    """Put the solution into every stub; its exercise is named by the next check."""
    for index, cell in enumerate(notebook.cells):
        if "stub" in tags(cell):
            check = next(later for later in notebook.cells[index:] if "check" in tags(later))
            cell.source = EXERCISES[re.search(r'check\("([\d.]+)"', check.source)[1]].source


def write_copies(kind, notebooks, target):
    """Write a copy of each notebook into a new folder; FileExistsError if there is one already."""
    target.mkdir()  # never over a folder: somebody's work may be in it
    for path in notebooks:
        notebook = nbformat.read(path, as_version=4)
        {"student": student_copy, "solved": solved_copy}[kind](notebook)
        text = nbformat.writes(notebook) + "\n"
        (target / path.name).write_text(text, encoding="utf-8", newline="\n")


def main(kinds):
    if kinds not in (["student"], ["solved"]):
        print(__doc__, file=sys.stderr)
        return 2
    kind = kinds[0]
    try:
        write_copies(kind, sorted((ROOT / "notebooks").glob("*.ipynb")), ROOT / kind)
    except FileExistsError:
        print(f"{kind}/ is there already, perhaps with work in it: rename or delete it first.")
        return 1
    for path in sorted((ROOT / kind).glob("*.ipynb")):
        print(f"{kind}/{path.name}", flush=True)
        if kind == "solved":
            execute(path)
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")  # a console may lack letters of a path
    with use_own_settings():
        sys.exit(main(sys.argv[1:]))
