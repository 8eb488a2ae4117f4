"""Progress: which exercises are done, kept in one small file beside the notebooks."""

import html
from dataclasses import dataclass

from ..console import printable
from ..lessons import EXERCISES
from . import progress_file

FILE = "my_progress.json"  # in the folder that the notebook runs in; delete it to start afresh


@dataclass(frozen=True)
class Progress:
    """Which exercises are done; shows itself as a table, a row for each notebook.

    Parameters
    ----------
    done, left : tuple of str
        The ids of the exercises, such as "5.1", in the order of the series.
    unreadable : bool
        Whether there is a file, but it cannot be read.
    """

    done: tuple
    left: tuple
    unreadable: bool = False

    def __repr__(self):
        lines = [
            f"notebook {number}: {sum(id in self.done for id in ids)} of {len(ids)}  "
            + "  ".join(f"{id} {'done' if id in self.done else '-'}" for id in ids)
            for number, ids in by_notebook().items()
        ]
        return printable("\n".join([self._summary(), *lines]))

    def _repr_html_(self):
        rows = "".join(
            f"<tr><th>{number}</th>"
            + "".join(f"<td>{id} {'<b>done</b>' if id in self.done else '-'}</td>" for id in ids)
            + "</tr>"
            for number, ids in by_notebook().items()
        )
        return f"<table><caption>{html.escape(self._summary())}</caption>{rows}</table>"

    def _summary(self):
        file = f"{FILE}, which cannot be read" if self.unreadable else FILE
        return f"{len(self.done)} of {len(self.done) + len(self.left)} exercises done ({file})."


def progress():
    """Return which exercises of the series are done.

    They stand in the file my_progress.json in the current folder. Delete it to start afresh. A
    file that cannot be read counts as none; the next exercise that is done puts it aside, as
    my_progress.unreadable.json.

    Returns
    -------
    Progress
        With the ids `done` and `left`.
    """
    try:
        done, unreadable = progress_file.read(FILE)["done"], False
    except (progress_file.Unreadable, OSError):
        done, unreadable = [], True
    left = tuple(id for id in EXERCISES if id not in done)
    return Progress(tuple(id for id in EXERCISES if id in done), left, unreadable)


def remember(id):
    """Write down that an exercise is done; return a sentence that says how many are."""
    try:
        done, aside = progress_file.add(FILE, id)
    except OSError as error:
        return f"(It could not be written down in {FILE}: {error.strerror or error}.)"
    said = f"{sum(id in done for id in EXERCISES)} of {len(EXERCISES)} exercises done."
    return f"{said} ({FILE} could not be read; it is kept as {aside}.)" if aside else said


def by_notebook():
    """The ids of the exercises, by the number of their notebook."""
    notebooks = {}
    for id in EXERCISES:
        notebooks.setdefault(id.split(".")[0], []).append(id)
    return notebooks
