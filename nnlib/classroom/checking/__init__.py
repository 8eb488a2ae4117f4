"""Checking: `check` an answer, `predict` before you run, and hear which mistake it was.

trials      the inputs that an answer is tried on
running     ends an answer in time, whatever it does, and shows nothing of it
outcomes    what came back, and when it is the same
recording   one call of an answer, and its outcome
attempt     an answer beside the solution
explaining  which mistake it was: the declared ones first, then what any exercise may meet,
            in `calls` and `wrong_parts` (with `wrong_shapes` and `wrong_numbers`)
describing  what is seen of a mistake that nothing explains
picture     yours, the expected, the difference
marking     from an answer to its verdict
predicting  how the answer to a question is marked
verdict     how both show what they found
"""

from .marking import check
from .predicting import predict

__all__ = ["check", "predict"]
