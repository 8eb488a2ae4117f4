"""Right numbers in a wrong shape: turned, flat, stretched, added up, or some of them only."""

import numpy as np

from ..outcomes import MOST_ENTRIES, close, shape_in_words
from .likeness import Likeness, first_difference, on_all


def transposed(mine, like, trials):
    if on_all(lambda a, b: close(a, b.T), mine, like):
        a, b = first_difference(mine, like)
        return Likeness(
            "transposed",
            f"The right result, but turned on its side: shape {a.shape}, and {b.shape} is needed.",
            f"Besides, the result lies on its side: shape {a.shape} in place of {b.shape}.",
        )


def other_shape(mine, like, trials):
    def fits(a, b):
        return a.size == b.size and close(a.reshape(b.shape), b)

    if not on_all(fits, mine, like):
        return None
    a, b = first_difference(mine, like)
    if a.ndim == 1 and b.ndim == 2:
        return Likeness(
            "flat instead of a matrix",
            f"The numbers are right, but the shape is {a.shape}, flat, and {b.shape} is needed. "
            "A sum loses an axis unless keepdims=True; reshape gives it back.",
            f"Besides, the result is flat: {a.shape}, where {b.shape} is needed.",
        )
    shapes = f"the shape is {shape_in_words(a)}, and {shape_in_words(b)} is needed."
    return Likeness(
        "right numbers in another shape",
        f"The numbers are right, but {shapes}",
        f"Besides, {shapes}",
    )


def broadcast(mine, like, trials):
    def fits(a, b):
        try:
            return a.size <= MOST_ENTRIES and close(a, np.broadcast_to(b, a.shape))
        except ValueError:
            return False

    if on_all(fits, mine, like):
        a, b = first_difference(mine, like)
        return Likeness(
            "broadcast to a larger shape",
            f"The right numbers, repeated until the shape is {a.shape}; {b.shape} is needed. "
            "Arrays of different shapes met on the way, and NumPy stretched one.",
            f"Besides, the numbers are repeated until the shape is {a.shape}.",
        )


def some_of_it(mine, like, trials):
    """One row, one column, one number, or all but one of them."""
    for what, cut in SOME.items():

        def fits(a, b, cut=cut):
            taken = cut(b) if b.ndim else b
            return close(a.ravel(), taken.ravel()) and a.size <= b.size

        def says_something(a, b):
            return b.ndim > 0 and a.size < b.size

        if on_all(fits, mine, like) and any(map(says_something, mine, like)):
            return Likeness(
                f"{what} only" if "all but" not in what else what,
                f"What comes back is {what} of the right result. Does `return` stand inside a "
                "loop, or is there an index, or a slice, that cuts off the rest?",
                f"Besides, only {what} of it comes back.",
            )


SOME = {
    "the first row": lambda b: b[:1],
    "the last row": lambda b: b[-1:],
    "the first column": lambda b: b[..., :1],
    "the first number": lambda b: b.ravel()[:1],
    "the last number": lambda b: b.ravel()[-1:],
    "all but the first row": lambda b: b[1:],
    "all but the last row": lambda b: b[:-1],
}
ALONG = {
    "everything": None,
    "the rows (axis 0)": 0,
    "the columns (axis 1)": 1,
}


def added_up(mine, like, trials):
    """Sums or means of the right result, along one axis or of everything."""
    for how, function in (("added up", np.sum), ("averaged", np.mean)):
        for what, axis in ALONG.items():

            def fits(a, b, function=function, axis=axis):
                if b.ndim <= (axis or 0):
                    return False
                return close(a.ravel(), np.ravel(function(b, axis=axis)))

            if on_all(fits, mine, like) and any(b.size > a.size for a, b in zip(mine, like)):
                a, b = first_difference(mine, like)
                over = "into one number" if axis is None else f"over {what}"
                return Likeness(
                    f"{how} too much",
                    f"The right numbers are {how} {over}, and each of them is asked for: shape "
                    f"{b.shape}, yours is {shape_in_words(a)}.",
                    f"Besides, the numbers are {how} {over}.",
                )


def reversed_rows(mine, like, trials):
    if on_all(lambda a, b: b.ndim > 0 and close(a, b[::-1]), mine, like):
        return Likeness(
            "back to front",
            "The right numbers, but from the last to the first.",
            "Besides, they come from the last to the first.",
        )


def stretched_rows(mine, like, trials):
    """One number, row or column in all places."""
    for what, cut in STRETCHED.items():

        def fits(a, b, cut=cut):
            return a.shape == b.shape and b.ndim > 0 and close(a, 0 * b + cut(b))

        if on_all(fits, mine, like):
            return Likeness(
                f"{what} everywhere",
                f"{what[0].upper()}{what[1:]} of the right result stands everywhere.",
                f"Besides, {what} stands everywhere.",
            )


STRETCHED = {
    "the first row": lambda b: b[:1],
    "the last row": lambda b: b[-1:],
    "the sum": lambda b: b.sum(),
    "the mean": lambda b: b.mean(),
    "the mean of each row": lambda b: b.mean(axis=-1, keepdims=True),
    "the mean of each column": lambda b: b.mean(axis=0, keepdims=True),
    "the sum of each row": lambda b: b.sum(axis=-1, keepdims=True),
    "the sum of each column": lambda b: b.sum(axis=0, keepdims=True),
}
