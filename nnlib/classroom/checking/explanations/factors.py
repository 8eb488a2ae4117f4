"""A right result times a factor: one that has an origin, one that is always the same, any."""

import numpy as np

from ..outcomes import close
from .likeness import Likeness


def named(mine, like, trials):
    """2, 1/2, or a number of rows or columns, or one divided by it."""
    factors = _factors(mine, like)
    if factors is None:
        return None
    telling = [trial for a, b, trial in zip(mine, like, trials) if np.any(a) or np.any(b)]
    for words, value in _candidates(trials[0].sizes):
        if all(np.isclose(f, value(t.sizes), rtol=1e-5) for f, t in zip(factors, telling)):
            return Likeness(
                f"{words} times the right result",
                f"Right up to a factor: the result is {words} times what it should be. "
                f"{_origin(words)}",
                f"Besides, the result is {words} times what it should be.",
            )


def unknown(mine, like, trials):
    factors = _factors(mine, like)
    if factors is not None and np.allclose(factors, factors[0], rtol=1e-5):
        times = f"the result is {factors[0]:.4g} times what it should be"
        return Likeness("right up to a factor", f"Right up to a factor: {times}.", f"And {times}.")


def changing(mine, like, trials):
    factors = _factors(mine, like)
    if factors is None or all(b.size == 1 for b in like):
        return None  # of single numbers, one is always some factor away from the other
    sentence = (
        "Right up to a factor, but the factor changes from input to input: here "
        f"{factors[0]:.3g}, there {factors[-1]:.3g}."
    )
    return Likeness("a factor that changes", sentence, sentence)


def _factors(mine, like):
    """The factor of each trial that has one; where both are 0, there is any."""
    factors = [_factor(a, b) for a, b in zip(mine, like) if np.any(a) or np.any(b)]
    return factors if factors and None not in factors and _vary(like) else None


def _vary(like):
    """Whether there are numbers of different size; from a single one any other is a factor away."""
    sizes = np.abs(np.concatenate([b.ravel() for b in like]))
    return not np.allclose(sizes, sizes[0], rtol=1e-5)


def _factor(a, b):
    """The c with a = c b, or None."""
    if a.shape != b.shape or not np.any(b):
        return None
    c = float(np.sum(a * b) / np.sum(b * b))
    return c if c and close(a, c * b) else None


def _candidates(sizes):
    """Factors that have an origin: words, and their value for the sizes of a trial."""
    yield "2", lambda sizes: 2
    yield "1/2", lambda sizes: 1 / 2
    names = list(sizes) + [f"{a} {b}" for a in sizes for b in sizes if a < b]
    for name in names:

        def size(sizes, name=name):
            return np.prod([sizes[one] for one in name.split()])

        below = f"({name})" if " " in name else name
        yield name, size
        yield f"1/{below}", lambda sizes, size=size: 1 / size(sizes)
        yield f"{name}/2", lambda sizes, size=size: size(sizes) / 2
        yield f"2/{below}", lambda sizes, size=size: 2 / size(sizes)
        yield f"1/(2 {name})", lambda sizes, size=size: 1 / size(sizes) / 2
        yield f"2 {name}", lambda sizes, size=size: 2 * size(sizes)


def _origin(words):
    """Where such a factor may come from."""
    if words == "2":
        return "Is there a 2 too many, or a 1/2 that is missing?"
    if words == "1/2":
        return "Is the 2 missing that the slope of a square brings along?"
    if words.startswith(("1/", "2/")):
        return "Is it divided by a number of rows or columns once too often?"
    return "Is a division by a number of rows or columns missing, as a mean has it?"
