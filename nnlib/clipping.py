"""Clipping: one steep place must not throw the parameters far away."""

import numpy as np

from .arrays import as_floats
from .quiet import quiet
from .validation import positive_number


@quiet
def total_norm(gradients):
    """Return the length of all gradients together, as of one long vector.

    Written with the largest entry taken out, so that no square overflows or vanishes.
    """
    largest = max((np.abs(gradient).max(initial=0.0) for gradient in gradients.values()), default=0)
    if largest == 0 or not np.isfinite(largest):
        return float(largest)
    return float(largest * np.sqrt(sum(((g / largest) ** 2).sum() for g in gradients.values())))


@quiet
def clip_norm(gradients, max_norm):
    """Return the gradients, all shortened by one factor where they are longer than max_norm.

    One factor for all keeps their direction; clipping each by itself would turn it. Like PyTorch's
    clip_grad_norm_, but the gradients themselves stay as they are. Where nan or inf is among them
    there is no direction to keep, and they come back unchanged, to be found.

    Parameters
    ----------
    gradients : dict of str to array
        What `model.gradients()` returns after a `backward`.
    max_norm : float
        The length that all of them together may have, above 0.

    Returns
    -------
    clipped : dict of str to array

    Raises
    ------
    TypeError, ValueError
        If max_norm is no finite number above 0, or a gradient is missing.

    Examples
    --------
    >>> clip_norm({"W1": [[3.0]], "b1": [[4.0]]}, 1.0)
    {'W1': array([[0.6]]), 'b1': array([[0.8]])}
    """
    max_norm = positive_number(max_norm, "max_norm")
    gradients = {name: as_floats(gradient, f"d{name}") for name, gradient in gradients.items()}
    norm = total_norm(gradients)
    if not max_norm < norm < np.inf:
        return gradients
    return {name: gradient * (max_norm / norm) for name, gradient in gradients.items()}
