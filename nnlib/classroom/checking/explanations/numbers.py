"""Wrong numbers in the right shape: a sign, a factor, lost decimals, a row left out."""

import numpy as np

from ..outcomes import close
from .factors import changing, named, unknown
from .likeness import Likeness, on_all

__all__ = ["changing", "named", "unknown"]


def not_finite(mine, like, trials):
    for a, b in zip(mine, like):
        if np.isfinite(b).all() and not np.isfinite(a).all():
            found = "nan" if np.isnan(a).any() else "inf"
            sentence = (
                f"There is {found} in it. A division by 0 does that, a number too large, or a root "
                "or logarithm of a negative one."
            )
            return Likeness("nan or inf", sentence, sentence)


def nearly(mine, like, trials):
    def fits(a, b):
        return a.shape == b.shape and np.abs(a - b).max() < 1e-3 * np.abs(b).max()

    if on_all(fits, mine, like):
        return Likeness(
            "nearly right",
            "Right in the first three digits only. Something small is off: a number that was "
            "rounded, a slope over a small step, or weights that have moved a little already.",
            "Besides, something small is off from the fourth digit on.",
        )


def whole_numbers(mine, like, trials):
    for rounded in (np.trunc, np.round, np.floor):

        def fits(a, b, rounded=rounded):
            return close(a, rounded(b))

        if any(map(np.any, mine)) and on_all(fits, mine, like):
            return Likeness(
                "rounded to whole numbers",
                "The result is right up to its decimals, which are lost. An array of integers, "
                "such as np.zeros(..., dtype=int), or // does that.",
                "Besides, the decimals are lost: an array of integers, int or // does that.",
            )


def wrong_sign(mine, like, trials):
    if on_all(lambda a, b: close(a, -b), mine, like):
        return Likeness(
            "wrong sign",
            "Right up to the sign: every number should have the opposite one.",
            "Besides, every sign is turned round.",
        )


def sign_lost(mine, like, trials):
    for name, function, sentence in LOST:
        if on_all(lambda a, b, f=function: close(a, f(b)), mine, like):
            return Likeness(name, sentence, f"And a second thing: {name}.")


LOST = (
    ("sign lost", np.abs, "Right but for the signs: numbers below 0 have lost theirs."),
    ("cut off below 0", lambda b: np.maximum(b, 0), "Numbers below 0 have become 0."),
    ("cut off above 0", lambda b: np.minimum(b, 0), "Numbers above 0 have become 0."),
    ("squared", np.square, "Each number is squared on the way."),
    ("a root too many", lambda b: np.sqrt(np.abs(b)), "A root is taken that should not be."),
)


def zeros_somewhere(mine, like, trials):
    """A loop that ends too early, or begins too late, and leaves zeros."""
    for what, place in ZEROS.items():

        def fits(a, b, place=place, least=2 if "column" in what else 1):
            if a.shape != b.shape or b.ndim < least:
                return False
            left = b.copy()
            left[place] = 0
            return close(a, left)

        if on_all(fits, mine, like) and any(b.shape[0] > 1 for b in like):
            return Likeness(
                f"{what} left out",
                f"Right but for {what}, where 0 is left standing. From where to where does your "
                "loop, or your slice, go?",
                f"Besides, {what} is left out: there is 0.",
            )


ZEROS = {
    "the last row": (slice(-1, None),),
    "the first row": (slice(None, 1),),
    "the last column": (Ellipsis, slice(-1, None)),
    "the first column": (Ellipsis, slice(None, 1)),
    "all but the first row": (slice(1, None),),
    "all but the first column": (Ellipsis, slice(1, None)),
}


def first_row_only(mine, like, trials):
    def fits(a, b):
        if a.shape != b.shape or b.ndim != 2:
            return False
        return close(a[0], b[0]) and not any(map(close, a[1:], b[1:]))

    if on_all(fits, mine, like) and any(len(b) > 2 for b in like):
        sentence = "The first row is right, the others are not: each row counts."
        return Likeness("first row only", sentence, sentence)


def off_by_an_argument(arguments):
    """The likeness to a result with an argument missing in it, or added once too often."""

    def off(mine, like, trials):
        for index, name in enumerate(arguments):
            for sign, word in ((1, "is missing"), (-1, "is added once too often")):

                def fits(a, b, trial, sign=sign, index=index):
                    return _close_to_sum(a, trial.arguments[index], sign, b)

                if all(map(fits, mine, like, trials)):
                    bias = name.startswith("b")
                    return Likeness(
                        "off by the bias" if bias else f"off by {name}",
                        f"Right but for {'the bias: ' if bias else ''}{name}, which {word}."
                        if not bias
                        else f"Right but for the bias: {name} {word}.",
                        f"Besides, {name} {word}.",
                    )

    return off


def _close_to_sum(a, more, sign, b):
    """Whether a + more is b, if they can be added."""
    if not isinstance(more, (np.ndarray, float)) or not np.any(more):
        return False
    try:
        return close(a + sign * np.asarray(more), b)
    except ValueError:
        return False
