"""A neural network from NumPy up: the companion module of the notebooks.

    activations -> layers -> network -> losses -> optimizers -> training      the maths
                                    cross_entropy, labels                     its loss on labels
                          stepping, schedules, clipping                       what optimizers share
                    batches, callbacks, early_stopping, history               what training uses
                                    memory, divergence, scaling, saving       its housekeeping
                                    gradcheck, optimizer_check, data          its witnesses
    validation, arrays, parameters, parts, quiet                              what it asks of input
    classroom                                                                 pictures and checks
    estimators                                                                the scikit-learn face

`import nnlib` loads NumPy and the maths only. The classroom is imported by its own name, and
`NeuralRegressor` or `NeuralClassifier` brings scikit-learn when it is first asked for.
"""

from .activations import (
    leaky_relu,
    leaky_relu_derivative,
    log_softmax,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    softmax,
    tanh,
    tanh_derivative,
)
from .batches import minibatches
from .clipping import clip_norm
from .cross_entropy import BinaryCrossEntropyLoss, SoftmaxCrossEntropyLoss
from .data import make_article_data, make_article_weights, make_five_rows
from .gradcheck import check_gradients, numerical_gradient, relative_error
from .history import History
from .labels import accuracy, one_hot
from .layers import LeakyReLU, Linear, ReLU, Sigmoid, Tanh
from .losses import MSELoss
from .network import Sequential
from .optimizer_check import check_optimizer
from .optimizers import SGD, Adam, AdamW, RMSprop
from .saving import load, save
from .schedules import constant, cosine, step_decay
from .training import fit

__all__ = [
    "sigmoid", "sigmoid_derivative", "relu", "relu_derivative", "leaky_relu",
    "leaky_relu_derivative", "tanh", "tanh_derivative", "softmax", "log_softmax",
    "Linear", "ReLU", "LeakyReLU", "Sigmoid", "Tanh", "Sequential", "MSELoss",
    "SoftmaxCrossEntropyLoss", "BinaryCrossEntropyLoss", "one_hot", "accuracy",
    "SGD", "RMSprop", "Adam", "AdamW", "constant", "step_decay", "cosine", "clip_norm",
    "minibatches", "fit", "History", "save", "load",
    "numerical_gradient", "relative_error", "check_gradients", "check_optimizer",
    "make_five_rows", "make_article_weights", "make_article_data",
    "NeuralRegressor", "NeuralClassifier",
]  # fmt: skip


def __getattr__(name):
    if name in ("NeuralRegressor", "NeuralClassifier"):
        from . import estimators

        return getattr(estimators, name)
    raise AttributeError(f"module 'nnlib' has no attribute {name!r}")


def __dir__():
    return __all__
