"""Clipping: one steep place must not throw the parameters far away."""

import numpy as np

from .arrays import as_floats
from .quiet import quiet
from .validation import positive_number


@quiet
def total_norm(gradients):
    """Return the length of all gradients together, as of one long vector."""
    largest, length = _largest_and_length(gradients)
    return float(largest * length)


def _largest_and_length(gradients):
    """Return the largest entry, and the length as a multiple of it: no square overflows so."""
    largest = max((np.abs(gradient).max(initial=0.0) for gradient in gradients.values()), default=0)
    if largest == 0 or not np.isfinite(largest):
        return largest, 1.0
    return largest, np.sqrt(sum(((g / largest) ** 2).sum() for g in gradients.values()))


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
        New arrays; or, where there is nothing to shorten, those of gradients themselves.

    Raises
    ------
    TypeError, ValueError
        If gradients is no dict, max_norm no finite number above 0, or a gradient is missing.

    Examples
    --------
    >>> clip_norm({"W1": [[3.0]], "b1": [[4.0]]}, 1.0)
    {'W1': array([[0.6]]), 'b1': array([[0.8]])}
    """
    max_norm = positive_number(max_norm, "max_norm")
    if not isinstance(gradients, dict):
        raise TypeError(
            "gradients must be a dict of arrays by name, as model.gradients() returns it, got "
            f"{type(gradients).__name__}."
        )
    gradients = {name: as_floats(gradient, f"d{name}") for name, gradient in gradients.items()}
    largest, length = _largest_and_length(gradients)
    norm = largest * length
    if not max_norm < norm or largest == np.inf:
        return gradients
    factor = max_norm / norm if norm < np.inf else max_norm / largest / length
    return {name: gradient * factor for name, gradient in gradients.items()}
