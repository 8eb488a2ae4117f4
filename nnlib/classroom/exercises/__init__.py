"""Exercises: `check` an answer, and hear which mistake it was.

exercise    what an exercise is: a solution, inputs, and mistakes declared as code
catalogue   the exercises of the series
trials      the random inputs that an answer is tried on
running     runs an answer, whatever it does
outcomes    what came back, and when it is the same
attempt     an answer beside the solution
explaining  which mistake it was: the declared ones first, then what any exercise may meet,
            in `calls`, `wrong_shapes` and `wrong_numbers`
picture     yours, the expected, the difference
checking    the verdict
progress    which exercises are done
"""

from .catalogue import EXERCISES
from .checking import check
from .progress import progress

__all__ = ["EXERCISES", "check", "progress"]
