"""The questions of the series, a file for each notebook: `QUESTIONS` by their ids."""

from . import (
    activations,
    backward_pass,
    forward_pass,
    mean_squared_error,
    relu_units,
    training_loop,
)

_IN_ORDER = (
    *activations.QUESTIONS,
    *relu_units.QUESTIONS,
    *forward_pass.QUESTIONS,
    *mean_squared_error.QUESTIONS,
    *backward_pass.QUESTIONS,
    *training_loop.QUESTIONS,
)

QUESTIONS = {
    question.id: question for question in sorted(_IN_ORDER, key=lambda question: question.id)
}
