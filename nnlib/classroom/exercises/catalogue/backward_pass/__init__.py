"""Exercises of notebook 5, the backward pass."""

from . import bug_hunt, linear_layer, network, step, through_relu

EXERCISES = (
    *linear_layer.EXERCISES,
    *through_relu.EXERCISES,
    *network.EXERCISES,
    *step.EXERCISES,
    *bug_hunt.EXERCISES,
)
