"""Right numbers in a wrong shape: turned, flat, stretched.

Each diagnosis looks at one part of the result over all trials, `mine` beside the solution's
`right`, and returns a name and a sentence, or None.
"""

import numpy as np

from .outcomes import MOST_ENTRIES, close, on_all


def transposed(mine, right, trials):
    if on_all(lambda a, b: close(a, b.T), mine, right):
        a, b = first_difference(mine, right)
        return "transposed", (
            f"The right result, but turned on its side: shape {a.shape}, and {b.shape} is needed."
        )


def other_shape(mine, right, trials):
    def fits(a, b):
        return a.size == b.size and close(a.reshape(b.shape), b)

    if not on_all(fits, mine, right):
        return None
    a, b = first_difference(mine, right)
    if a.ndim == 1 and b.ndim == 2:
        return "flat instead of a matrix", (
            f"The numbers are right, but the shape is {a.shape}, flat, and {b.shape} is needed. "
            "A sum loses an axis unless keepdims=True; reshape gives it back."
        )
    return "right numbers in another shape", (
        f"The numbers are right, but the shape is {shape_in_words(a)}, and {shape_in_words(b)} is "
        "needed."
    )


def broadcast(mine, right, trials):
    def fits(a, b):
        try:
            return a.size <= MOST_ENTRIES and close(a, np.broadcast_to(b, a.shape))
        except ValueError:
            return False

    if on_all(fits, mine, right):
        a, b = first_difference(mine, right)
        return "broadcast to a larger shape", (
            f"The right numbers, repeated until the shape is {a.shape}; {b.shape} is needed. "
            "Arrays of different shapes met on the way, and NumPy stretched one."
        )


def shape_in_words(array):
    """The shape; of a single number, what () means."""
    return "() (a number alone)" if array.ndim == 0 else str(array.shape)


def first_difference(mine, right):
    """The first pair that differs, for a sentence that names its shapes."""
    return next((a, b) for a, b in zip(mine, right) if not close(a, b))
