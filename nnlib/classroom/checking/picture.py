"""The picture of a wrong answer: yours, the expected, the difference."""

from ..plots.comparison import plot_comparison
from ..style import to_png
from .outcomes import close
from .silence import quiet

MOST_SHOWN = 48  # entries; more cannot be read


def picture_of(attempt):
    """Return (png, alt) for the first part that is wrong, or None where a picture does not help.

    The notebook's example is shown, since the reader knows it; if the answer is right there, the
    first input where it is not.
    """
    if attempt.has_errors:
        return None
    with quiet():
        return _draw(attempt)


def _draw(attempt):
    for mine, right in (attempt.example, attempt.first_failure()[1:]):
        if mine is None or mine.error:
            continue
        for name, a, b in zip(attempt.exercise.parts, mine.parts, right.parts):
            if a.shape == b.shape and a.ndim == 2 and 1 < a.size <= MOST_SHOWN and not close(a, b):
                fig = plot_comparison(a, b, name=name)
                alt = f"{name}, number by number: yours, the expected one, and the difference."
                return to_png(fig), alt
    return None
