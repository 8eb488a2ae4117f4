"""What came of one call of an answer, and when two outcomes are the same."""

from dataclasses import dataclass

import numpy as np

# Relative to the largest entry. An answer may add up in another order (float64: 1e-15) or work in
# single precision; a real mistake is far above either.
PRECISION = {"float16": 1e-2, "float32": 1e-4}
DEFAULT_PRECISION = 1e-6
MOST_ENTRIES = 1_000_000
MOST_AXES = 8  # of lists within lists


class NothingReturned(Exception):
    """The answer returned None."""


class NotNumbers(Exception):
    """What came back cannot be compared; the text goes on after "It returns"."""


@dataclass(frozen=True)
class Outcome:
    """An array for each part, or an error in their place: its type, its text, where it came of.

    `changed` names the inputs that the answer changed, `lists` those of them that are lists and may
    change; `boxed` says whether a single number came in the brackets of an array.
    """

    parts: tuple = ()
    error: str = ""
    text: str = ""
    place: tuple = ("", 0)
    changed: tuple = ()
    lists: tuple = ()
    boxed: bool = False


def as_parts(value, names):
    """Return what came back as a tuple of arrays, one for each name."""
    if value is None or value is ...:
        raise NothingReturned("nothing")
    if len(names) == 1:
        return (as_numbers(value),)
    wanted = f"{len(names)} results are needed: {', '.join(names)}"
    if isinstance(value, dict):
        if not set(names) <= set(value):
            raise NotNumbers(f"a dict without some of the names; {wanted}.")
        value = [value[name] for name in names]
    if not isinstance(value, (tuple, list, np.ndarray)) or getattr(value, "shape", None) == ():
        raise NotNumbers(f"one {type(value).__name__}; {wanted}.")
    if len(value) != len(names):
        found = "one array" if isinstance(value, np.ndarray) else f"{len(value)} results"
        raise NotNumbers(f"{found}; {wanted}.")
    if any(part is None for part in value):
        raise NotNumbers(f"None for {names[[part is None for part in value].index(True)]}.")
    return tuple(as_numbers(part) for part in value)


def refuse_too_large(value):
    """Raise NotNumbers if an array, or one among several, would take too long to compare."""
    for part in value if isinstance(value, (tuple, list)) else [value]:
        if isinstance(part, np.ndarray) and part.size > MOST_ENTRIES:
            raise NotNumbers(f"far too many numbers: the shape is {part.shape}.")


def refuse_endless(value, depth=0):
    """Raise NotNumbers for lists within lists that go too deep, as a list that holds itself does.

    NumPy would follow each way through it, until there is no memory left.
    """
    if depth > MOST_AXES:
        raise NotNumbers("lists within lists without end: does a list hold itself?")
    for part in value if isinstance(value, (list, tuple)) else ():
        refuse_endless(part, depth + 1)


def as_numbers(value):
    """Return an array of floats, or raise NotNumbers."""
    found = "an array" if isinstance(value, np.ndarray) else f"a {type(value).__name__}"
    try:
        refuse_endless(value)
        array = np.asarray(value)
        refuse_too_large(array)
        if array.dtype.kind == "O":
            array = array.astype(float)
    except (TypeError, ValueError, OverflowError):
        raise NotNumbers(f"{found}, which is no array of real numbers.") from None
    if array.dtype.kind not in "biuf":
        raise NotNumbers(f"{found} of dtype {array.dtype}, but real numbers are needed.")
    return np.array(array, dtype=array.dtype if array.dtype.kind == "f" else float)


def close(a, b):
    """Whether two arrays have one shape and, within the precision of the coarser, one value."""
    if a.shape != b.shape:
        return False
    finite = np.abs(b[np.isfinite(b)])
    scale = finite.max() if finite.size else 1.0
    precision = max(PRECISION.get(x.dtype.name, DEFAULT_PRECISION) for x in (a, b))
    return np.allclose(a, b, rtol=0, atol=precision * scale + 1e-12, equal_nan=True)


def same(a, b):
    """Whether two outcomes are the same: equal parts, or the same error in the same words."""
    if a.error or b.error:
        return (a.error, a.text) == (b.error, b.text)
    return all(close(one, other) for one, other in zip(a.parts, b.parts))


def all_same(mine, others):
    """Whether two lists of outcomes agree on every trial."""
    return len(mine) == len(others) and all(map(same, mine, others))


def shape_in_words(array):
    """The shape; of a single number, what () means."""
    return "() (a number alone)" if array.ndim == 0 else str(array.shape)
