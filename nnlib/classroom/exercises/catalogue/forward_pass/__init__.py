"""The exercises of notebook 3, the forward pass."""

from . import count_parameters, forward, from_pytorch, one_entry, two_layers

EXERCISES = (
    *one_entry.EXERCISES,
    *count_parameters.EXERCISES,
    *two_layers.EXERCISES,
    *from_pytorch.EXERCISES,
    *forward.EXERCISES,
)
