"""Progress: which exercises are done, kept in one small file beside the notebooks."""

import html
import json
from dataclasses import dataclass
from pathlib import Path

from .catalogue import EXERCISES

FILE = "my_progress.json"  # in the folder that the notebook runs in; delete it to start afresh


@dataclass(frozen=True)
class Progress:
    """Which exercises are done; shows itself as a table, a row for each notebook.

    Parameters
    ----------
    done, left : tuple of str
        The ids of the exercises, such as "5.1", in the order of the series.
    """

    done: tuple
    left: tuple

    def __repr__(self):
        lines = [
            f"notebook {number}: {sum(id in self.done for id in ids)} of {len(ids)}  "
            + "  ".join(f"{id} {'done' if id in self.done else '-'}" for id in ids)
            for number, ids in by_notebook().items()
        ]
        return "\n".join([self._summary(), *lines])

    def _repr_html_(self):
        rows = "".join(
            f"<tr><th>{number}</th>"
            + "".join(f"<td>{id} {'<b>done</b>' if id in self.done else '-'}</td>" for id in ids)
            + "</tr>"
            for number, ids in by_notebook().items()
        )
        return f"<table><caption>{html.escape(self._summary())}</caption>{rows}</table>"

    def _summary(self):
        return f"{len(self.done)} of {len(self.done) + len(self.left)} exercises done ({FILE})."


def progress():
    """Return which exercises of the series are done.

    They stand in the file my_progress.json in the current folder. Delete it to start afresh; a
    file that cannot be read counts as none.

    Returns
    -------
    Progress
        With the ids `done` and `left`.
    """
    done = _read()
    return Progress(
        tuple(id for id in EXERCISES if id in done), tuple(id for id in EXERCISES if id not in done)
    )


def remember(id):
    """Write down that an exercise is done; return a sentence that says how many are."""
    done = sorted(_read() | {id})
    try:
        Path(FILE).write_text(json.dumps({"done": done}) + "\n", encoding="utf-8")
    except OSError as error:
        return f"(It could not be written down in {FILE}: {error.strerror}.)"
    return f"{len(done)} of {len(EXERCISES)} exercises done."


def by_notebook():
    """The ids of the exercises, by the number of their notebook."""
    notebooks = {}
    for id in EXERCISES:
        notebooks.setdefault(id.split(".")[0], []).append(id)
    return notebooks


def _read():
    """The ids in the file; none if there is no such file, or another one of that name."""
    try:
        done = json.loads(Path(FILE).read_text(encoding="utf-8"))["done"]
        return {id for id in done if id in EXERCISES}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
