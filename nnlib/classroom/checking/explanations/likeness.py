"""What a likeness is: how one result is made of another, in words."""

from dataclasses import dataclass

from ..outcomes import close


@dataclass(frozen=True)
class Likeness:
    """How a part of the answer is made of the right one, or of another wrong one.

    A function of `shapes` or `numbers` looks at one part over all trials, `mine` beside the arrays
    that it is `like`, and returns a Likeness or None.

    Parameters
    ----------
    name : str
        Of the mistake, if this is all that is wrong.
    sentence : str
        To the reader, if this is all that is wrong.
    besides : str
        A sentence to the reader, behind one on another mistake.
    """

    name: str
    sentence: str
    besides: str


def on_all(fits, mine, like):
    """Whether fits(a, b) holds for the answer's a and the other's b in every trial."""
    return all(map(fits, mine, like))


def first_difference(mine, like):
    """The first pair that differs, for a sentence that names its shapes."""
    return next((a, b) for a, b in zip(mine, like) if not close(a, b))
