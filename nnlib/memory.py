"""Memory: what `forward` leaves behind for `backward`, and how it is dropped.

It is a batch of the reader's data. So it stays no longer than training needs it, and no copy and no
file takes it along.
"""


class Memory:
    """A layer or a loss that remembers one array; a subclass says under which name it does."""

    _remembered = None

    def forget(self):
        """Drop what `forward` remembered: `backward` then asks for another `forward` first."""
        setattr(self, self._remembered, None)

    def __getstate__(self):
        """What a copy, a pickle or joblib takes along: all but the memory."""
        return vars(self) | {self._remembered: None}


def forget(part):
    """Let a layer, a loss or a network forget, if it can: the reader's own need no such verb."""
    if hasattr(part, "forget"):
        part.forget()
