"""The exercises of notebook 5, the backward pass."""

from . import (
    backward,
    backward_step,
    bias_gradient,
    leaky_relu_backward,
    through_relu,
    weight_gradient,
)

EXERCISES = (
    *weight_gradient.EXERCISES,
    *bias_gradient.EXERCISES,
    *through_relu.EXERCISES,
    *backward.EXERCISES,
    *backward_step.EXERCISES,
    *leaky_relu_backward.EXERCISES,
)
