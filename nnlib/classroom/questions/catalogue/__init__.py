"""The questions of the series, a file for each notebook: `QUESTIONS` by their ids."""

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

QUESTIONS = {question.id: question for notebook in _NOTEBOOKS for question in notebook.QUESTIONS}
