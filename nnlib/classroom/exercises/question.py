"""What a question is: how its answer is written, and a seal in place of the answer."""

import hashlib
import math
import numbers
import string
from dataclasses import dataclass, field

WANTED = {
    "number": "a number, such as 2.5",
    "shape": "a shape in brackets, such as (3, 4)",
    "choice": 'a letter in quotes, such as "a"',
}


@dataclass(frozen=True)
class Question:
    """The question of a section; its text stands in the notebook.

    Parameters
    ----------
    id : str
        The number of the section, such as "5.2".
    kind : {"number", "shape", "choice"}
    seal : str
        `seal(id, answer in writing)`: tells the right answer when it comes, and cannot be read.
    wrong : dict
        Answers to be expected, each with one sentence that says where it comes from.
    digits : int
        Decimals that a number is rounded to before it is compared.
    """

    id: str
    kind: str
    seal: str
    wrong: dict = field(default_factory=dict)
    digits: int = 0

    def write(self, answer):
        """Return the answer in its one way of writing.

        Raises
        ------
        ValueError, OverflowError
            If the answer is of another kind, or larger than any answer can be.
        """
        return WAYS[self.kind](answer, self.digits)


def seal(id, written):
    """Return the fingerprint of an answer in its one way of writing."""
    return hashlib.sha256(f"{id}: {written}".encode()).hexdigest()[:16]


def _number(answer, digits):
    if (
        isinstance(answer, bool)
        or not isinstance(answer, numbers.Real)
        or not math.isfinite(answer)
    ):
        raise ValueError(WANTED["number"])
    return f"{round(float(answer), digits) + 0.0:.{digits}f}"


def _shape(answer, digits):
    if not isinstance(answer, (tuple, list)) or not all(
        isinstance(size, numbers.Integral) and not isinstance(size, bool) for size in answer
    ):
        raise ValueError(WANTED["shape"])
    return str(tuple(int(size) for size in answer))


def _choice(answer, digits):
    letter = answer.strip(" ().").lower() if isinstance(answer, str) else ""
    if len(letter) != 1 or letter not in string.ascii_lowercase:
        raise ValueError(WANTED["choice"])
    return letter


WAYS = {"number": _number, "shape": _shape, "choice": _choice}
