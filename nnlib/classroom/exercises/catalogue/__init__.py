"""The exercises of the series, a folder for each notebook: `EXERCISES` by their ids."""

from . import (
    activations,
    backward_pass,
    forward_pass,
    mean_squared_error,
    relu_units,
    training_loop,
)

_IN_ORDER = (
    *activations.EXERCISES,
    *relu_units.EXERCISES,
    *forward_pass.EXERCISES,
    *mean_squared_error.EXERCISES,
    *backward_pass.EXERCISES,
    *training_loop.EXERCISES,
)

EXERCISES = {
    exercise.id: exercise for exercise in sorted(_IN_ORDER, key=lambda exercise: exercise.id)
}
