"""NeuralClassifier: the same network, with a score for each class in the place of its targets."""

from sklearn.base import ClassifierMixin

from ..activations import softmax
from ..cross_entropy import SoftmaxCrossEntropyLoss
from ..quiet import quiet
from ..scaling import NoScale
from .base import NeuralEstimator
from .input import validated_labels


class NeuralClassifier(ClassifierMixin, NeuralEstimator):
    """A network of Linear and ReLU layers that names a class, trained on the cross-entropy.

    Labels may be of any kind that can be sorted: text, whole numbers, booleans. The network has one
    score, a logit, for each class, and softmax makes probabilities of them, for two classes too.
    For training, each column of X is centred and divided by its own spread, both taken from the
    training rows alone; afterwards the first layer undoes it, so `model_` takes features as they
    are. No row of X or y is kept.

    Parameters
    ----------
    hidden_layer_sizes : sequence of int, default=(64,)
        Units in each hidden layer; () gives logistic regression.
    epochs : int, default=50
    lr : float or function of the step, default=0.005
    batch_size : int, default=32
    solver : {"sgd", "momentum", "rmsprop", "adam"}, default="adam"
    validation_fraction : float in [0, 1), default=0.2
        Share of the rows that is set aside in `fit`, as large in each class; one row at least of
        each stays among the training rows.
    weight_decay, early_stopping, patience, progress, random_state
        As in NeuralRegressor.

    Attributes
    ----------
    classes_ : array of shape (k,)
        The labels, sorted; column j of the logits belongs to classes_[j].
    model_ : nnlib.Sequential
        It returns logits, of shape (n, k).
    history_ : nnlib.History
        Train and validation loss of each epoch; a network that knows nothing has log k.
    n_features_in_ : int
    feature_names_in_ : array of str, where X had column names

    Notes
    -----
    A column that is nearly always the same has a small spread, and in units of it a value that is
    seldom met is huge. If such columns say little, as the blank corners of an image do, leave them
    out with sklearn.feature_selection.VarianceThreshold.

    Examples
    --------
    >>> from sklearn.datasets import load_iris
    >>> from nnlib import NeuralClassifier
    >>> X, y = load_iris(return_X_y=True)
    >>> classifier = NeuralClassifier(random_state=0).fit(X, y)
    >>> bool(classifier.score(X, y) > 0.95)
    True
    """

    def __init__(
        self,
        hidden_layer_sizes=(64,),
        *,
        epochs=50,
        lr=0.005,
        batch_size=32,
        solver="adam",
        weight_decay=0.0,
        validation_fraction=0.2,
        early_stopping=False,
        patience=10,
        progress=False,
        random_state=None,
    ):
        super().__init__(
            hidden_layer_sizes,
            epochs=epochs,
            lr=lr,
            batch_size=batch_size,
            solver=solver,
            weight_decay=weight_decay,
            validation_fraction=validation_fraction,
            early_stopping=early_stopping,
            patience=patience,
            progress=progress,
            random_state=random_state,
        )

    def _validated_data(self, X, y):
        X, self.classes_, labels = validated_labels(self, X, y)
        return X, labels

    def _scale_and_loss(self, labels):
        return NoScale(len(self.classes_)), SoftmaxCrossEntropyLoss()

    @quiet
    def predict(self, X):
        """Return the class with the largest score for each row of X, shape (n,)."""
        best = self._outputs(X).argmax(axis=1)
        return self.classes_[best]

    @quiet
    def predict_proba(self, X):
        """Return the probability of each class for each row of X, of shape (n, k).

        Column j belongs to classes_[j]; a row adds up to 1.
        """
        return softmax(self._outputs(X))
