"""The exercises of the series, a folder for each notebook: `EXERCISES` by their ids."""

from . import (
    activations,
    backward_pass,
    forward_pass,
    mean_squared_error,
    published_network,
    relu_units,
    training_loop,
)

_NOTEBOOKS = (
    activations,
    relu_units,
    forward_pass,
    mean_squared_error,
    backward_pass,
    training_loop,
    published_network,
)

EXERCISES = {exercise.id: exercise for notebook in _NOTEBOOKS for exercise in notebook.EXERCISES}
