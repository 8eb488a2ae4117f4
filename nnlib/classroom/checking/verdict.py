"""A verdict: what a check says, as one line of text and as a line in the notebook."""

import html
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from ..console import printable
from ..style import PALETTE, in_notebook, picture_as_html
from .screen import SCREEN

STATUSES = {  # status -> the words for it, the colour at the side
    "passed": ("passed", PALETTE["green"]),
    "failed": ("not yet", PALETTE["vermillion"]),
    "not started": ("not started", PALETTE["grey"]),
}


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    Parameters
    ----------
    of : str
        What was checked, such as "Exercise 5.1".
    status : {"passed", "failed", "not started"}
    message : str
        One or two sentences for the reader.
    misconception : str or None
        The short name of the mistake, where it was recognised.
    draw : callable or None
        draw() -> a PNG picture and its text, or None; called when the verdict is displayed.
    printed : str
        What the answer printed; a reader of the notebook can unfold it.

    Attributes
    ----------
    seen : list
        Empty until the verdict has been shown, in whatever way.
    """

    of: str
    status: str
    message: str
    misconception: str | None = None
    draw: Callable | None = None
    printed: str = ""
    seen: list = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def title(self):
        named = f" ({self.misconception})" if self.misconception else ""
        return f"{self.of}: {STATUSES[self.status][0]}{named}."

    def __repr__(self):
        self.seen.append(True)  # by the notebook, as the last line of a cell, or by print
        return printable(f"{self.title} {self.message}")

    def _repr_html_(self):
        style = f"border-left: 5px solid {STATUSES[self.status][1]}; padding: 0.2em 0.8em"
        text = f"<b>{html.escape(self.title)}</b> {html.escape(self.message)}"
        return f'<div style="{style}">{text}{self._printed_html()}{self._picture_html()}</div>'

    def _printed_html(self):
        if not self.printed:
            return ""
        summary = "<summary><small>What it printed</small></summary>"
        style = "max-height: 20em; overflow: auto"
        return f'<details>{summary}<pre style="{style}">{html.escape(self.printed)}</pre></details>'

    def _picture_html(self):
        picture = self.draw and self.draw()
        if not picture:
            return ""
        return f"<br>{picture_as_html(*picture)}"


def shown(verdict):
    """Return the verdict; in a notebook, display it when its cell ends, if nothing else has."""
    if in_notebook() and not SCREEN.taken:  # what an answer asks for itself is not for the reader
        ipython = sys.modules["IPython"]
        events = ipython.get_ipython().events

        def at_the_end():
            events.unregister("post_execute", at_the_end)
            if not verdict.seen:
                ipython.display.display(verdict)

        events.register("post_execute", at_the_end)
    return verdict
