"""Exercises: `check` an answer, and hear which mistake it was.

exercise    what an exercise is: a solution, inputs, and mistakes declared as code
catalogue   the exercises of the series
trials      the random inputs that an answer is tried on
running     ends an answer in time, whatever it does
screen      keeps what an answer prints
silence     shows nothing of what an answer shows, and leaves all settings as they were
outcomes    what came back, and when it is the same
recording   one call of an answer, and its outcome
attempt     an answer beside the solution
explaining  which mistake it was: the declared ones first, then what any exercise may meet,
            in `calls` and `wrong_parts` (with `wrong_shapes` and `wrong_numbers`)
describing  what is seen of a mistake that nothing explains
picture     yours, the expected, the difference
checking    the verdict
progress    which exercises are done, kept in a `progress_file`
"""

from .catalogue import EXERCISES
from .checking import check
from .progress import progress

__all__ = ["EXERCISES", "check", "progress"]
