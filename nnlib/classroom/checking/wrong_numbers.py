"""Wrong numbers in the right shape: a factor, a sign, a bias, lost decimals.

Each diagnosis looks at one part of the result over all trials, `mine` beside the solution's
`right`, and returns a name and a sentence, or None.
"""

import numpy as np

from .outcomes import close, on_all


def not_finite(mine, right, trials):
    for a, b in zip(mine, right):
        if np.isfinite(b).all() and not np.isfinite(a).all():
            found = "nan" if np.isnan(a).any() else "inf"
            return (
                "nan or inf",
                f"There is {found} in it. A division by 0 does that, a number too large, or a root "
                "or logarithm of a negative one.",
            )


def nearly(mine, right, trials):
    def fits(a, b):
        return a.shape == b.shape and np.abs(a - b).max() < 1e-3 * np.abs(b).max()

    if on_all(fits, mine, right):
        return "nearly right", (
            "Right in the first three digits only. Something small is off: a number that was "
            "rounded, a slope over a small step, or weights that have moved a little already."
        )


def whole_numbers(mine, right, trials):
    for rounded in (np.trunc, np.round, np.floor):

        def fits(a, b, rounded=rounded):
            return close(a, rounded(b))

        if any(map(np.any, mine)) and on_all(fits, mine, right):
            return "rounded to whole numbers", (
                "The result is right up to its decimals, which are lost. An array of integers, "
                "such as np.zeros(..., dtype=int), or // does that."
            )


def wrong_sign(mine, right, trials):
    if on_all(lambda a, b: close(a, -b), mine, right):
        return "wrong sign", "Right up to the sign: every number should have the opposite one."


def constant_factor(mine, right, trials):
    factors = [_factor(a, b) for a, b in zip(mine, right)]
    if None in factors or not _vary(right):
        return None
    for words, value in _candidates(trials[0].sizes):
        if all(np.isclose(f, value(t.sizes), rtol=1e-5) for f, t in zip(factors, trials)):
            return f"{words} times the right result", (
                f"Right up to a factor: the result is {words} times what it should be. "
                f"{_origin(words)}"
            )
    if np.allclose(factors, factors[0], rtol=1e-5):
        return "right up to a factor", (
            f"Right up to a factor: the result is {factors[0]:.4g} times what it should be."
        )


def changing_factor(mine, right, trials):
    factors = [_factor(a, b) for a, b in zip(mine, right)]
    if None in factors or not _vary(right) or all(b.size == 1 for b in right):
        return None  # of single numbers, one is always some factor away from the other
    return "a factor that changes", (
        "Right up to a factor, but the factor changes from input to input: here "
        f"{factors[0]:.3g}, there {factors[1]:.3g}."
    )


def off_by_a_bias(mine, right, trials, arguments):
    for index, name in enumerate(arguments):
        if not name.startswith("b"):
            continue
        for sign, word in ((1, "is missing"), (-1, "is added once too often")):

            def fits(triple, sign=sign, index=index):
                a, b, trial = triple
                bias = trial.arguments[index]
                return isinstance(bias, np.ndarray) and _close_to_sum(a, sign * bias, b)

            if all(fits(triple) for triple in zip(mine, right, trials)):
                return "off by the bias", f"Right but for the bias: {name} {word}."


def first_row_only(mine, right, trials):
    def fits(a, b):
        if a.shape != b.shape or b.ndim != 2:
            return False
        return close(a[0], b[0]) and not any(map(close, a[1:], b[1:]))

    if on_all(fits, mine, right):
        return "first row only", "The first row is right, the others are not: each row counts."


def _close_to_sum(a, bias, b):
    """Whether a + bias is b, if they can be added."""
    try:
        return close(a + bias, b)
    except ValueError:
        return False


def _vary(right):
    """Whether there are numbers of different size; from a single one any other is a factor away."""
    sizes = np.abs(np.concatenate([b.ravel() for b in right]))
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

        yield name, size
        yield (
            f"1/({name})" if " " in name else f"1/{name}",
            lambda sizes, size=size: 1 / size(sizes),
        )
        yield f"{name}/2", lambda sizes, size=size: size(sizes) / 2
        yield (
            f"2/({name})" if " " in name else f"2/{name}",
            lambda sizes, size=size: 2 / size(sizes),
        )


def _origin(words):
    """Where such a factor may come from."""
    if words == "2":
        return "Is there a 2 too many, or a 1/2 that is missing?"
    if words == "1/2":
        return "Is the 2 missing that the slope of a square brings along?"
    if words.startswith(("1/", "2/")):
        return "Is it divided by a number of rows or columns once too often?"
    return "Is a division by a number of rows or columns missing, as a mean has it?"
