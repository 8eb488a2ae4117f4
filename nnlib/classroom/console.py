"""Console: text for a screen that may not have every letter, as on Windows or in a pipe."""

import sys


def printable(text):
    """Return the text with what this console cannot print written as a number, such as \\u0177."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
