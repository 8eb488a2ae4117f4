"""The scikit-learn face: a regressor and a classifier, for pipelines and searches.

    input, rows      what they take, and what they set aside to validate on
    solvers          their optimizers, by name
    base             their one body: scale the columns, train, undo the scaling
    regressor        targets are numbers
    classifier       targets are labels

It brings scikit-learn, so it is loaded when one of the two names is first asked for.
"""

from .classifier import NeuralClassifier
from .regressor import NeuralRegressor

__all__ = ["NeuralRegressor", "NeuralClassifier"]
