"""Screen and keyboard of an answer: what it prints is kept for its verdict, and nobody types."""

import contextlib
import io
import re
import threading

from ..console import printable

LONGEST = 2000  # characters that are kept of what one call prints
WRITTEN_OVER = re.compile(r"[^\n]*\r(?!\n)")  # a progress bar goes back to the start of its line
COLOURS = re.compile(r"\x1b\[[\d;]*[A-Za-z]")  # of a terminal


class Printed:
    """The beginning of what one call prints."""

    def __init__(self):
        self._text = ""

    def add(self, text):
        self._text += text[: LONGEST + 1 - len(self._text)]

    def __str__(self):
        text = COLOURS.sub("", WRITTEN_OVER.sub("", self._text[:LONGEST])).rstrip()
        return printable(f"{text} ... (and more)" if len(self._text) > LONGEST else text)


class Screen(io.TextIOBase):
    """Takes the place of the screen: shows nothing, and keeps what is printed where it is told to.

    Each thread is told for itself: one that was left behind may still be printing.
    """

    encoding = "utf-8"

    def __init__(self):
        self._here = threading.local()

    @contextlib.contextmanager
    def kept_in(self, printed):
        self._here.printed, self._here.taken = printed, True
        try:
            yield
        finally:
            self._here.printed, self._here.taken = None, False

    @property
    def taken(self):
        """Whether the calling thread is running an answer."""
        return getattr(self._here, "taken", False)

    def write(self, text):
        printed = getattr(self._here, "printed", None)
        if printed is not None:
            printed.add(text)
        return len(text)

    def close(self):
        """Stay open: an answer that closes its screen closes it for itself only."""


# One for all runs: a thread that was left behind may still be printing to it. If the object were
# gone by then, CPython could crash (seen with 3.11).
SCREEN = Screen()


def nobody_types(*args, **kwargs):
    raise RuntimeError(
        "While an answer is checked, nobody can type: no input(), no debugger. What the function "
        "needs comes in by its arguments."
    )


class Keyboard(io.TextIOBase):
    """Takes the place of the keyboard; whoever reads from it hears that nobody types."""

    read = readline = nobody_types
