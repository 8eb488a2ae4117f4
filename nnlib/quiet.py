"""Quiet: what leaves the range of float64 becomes inf, 0 or nan, without a warning or an error.

NumPy does there what np.seterr says: it warns, or it raises, as people ask it to who hunt nan. The
maths is written so that those values are the right ones or are looked for afterwards. So each of
its functions that can meet them is decorated, and computes the same under any setting. Division by
zero is not among them: it stays as loud as the reader wants it. What a reader's own code sets with
np.errstate inside one of them, as in the f of numerical_gradient, holds there.
"""

import functools
from contextvars import ContextVar

import numpy as np

_is_quiet = ContextVar("nnlib is quiet", default=False)


def quiet(function):
    """Let the function compute in quiet; inside another quiet one, at the cost of a look."""
    in_quiet = np.errstate(over="ignore", under="ignore", invalid="ignore")(function)

    @functools.wraps(function)
    def quietly(*args, **kwargs):
        if _is_quiet.get():
            return function(*args, **kwargs)
        token = _is_quiet.set(True)
        try:
            return in_quiet(*args, **kwargs)
        finally:
            _is_quiet.reset(token)

    return quietly
