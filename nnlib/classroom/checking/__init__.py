"""Checking: `check` an answer, `predict` before you run, and hear which mistake it was.

exercise    what an exercise is: a solution, inputs, and mistakes declared as code
drawing     random numbers for them; five_rows, the example of the notebooks
trials      the random inputs that an answer is tried on
running     ends an answer in time, whatever it does, and shows nothing of it
outcomes    what came back, and when it is the same
recording   one call of an answer, and its outcome
attempt     an answer beside the solution
explaining  which mistake it was: the declared ones first, then what any exercise may meet,
            in `calls` and `wrong_parts` (with `wrong_shapes` and `wrong_numbers`)
describing  what is seen of a mistake that nothing explains
picture     yours, the expected, the difference
marking     from an answer to its verdict
progress    which exercises are done
question    what a question is; predicting, how its answer is marked
verdict     how both show what they found
"""

from .marking import check
from .predicting import predict
from .progress import progress

__all__ = ["check", "predict", "progress"]
