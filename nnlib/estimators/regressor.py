"""NeuralRegressor: the article's class, as an estimator for pipelines and searches."""

from sklearn.base import RegressorMixin

from ..quiet import quiet
from ..scaling import ColumnScale, LossInTargetUnits
from .base import NeuralEstimator
from .input import validated_numbers


class NeuralRegressor(RegressorMixin, NeuralEstimator):
    """A network of Linear and ReLU layers, trained on the mean squared error.

    For training, each column of X and of the target is centred and divided by its own spread, both
    taken from the training rows alone. So `lr` suits columns of any size, and several targets of
    different sizes are learnt alike. Afterwards the first and the last layer undo it: `model_`
    takes features as they are, and `model_` and `history_` are in the target's own units. A target
    that never varies is predicted exactly. No row of X or y is kept.

    Parameters
    ----------
    hidden_layer_sizes : sequence of int, default=(10, 10)
        Units in each hidden layer; () gives linear regression.
    epochs : int, default=20
        How often every training row is used.
    lr : float, function of the step or None, default=None
        Learning rate. None is one that suits the solver: 0.05 for "sgd" and "adam", 0.005 for
        "momentum", which multiplies the steps by up to ten, and for "rmsprop", whose first are ten
        times as long.
    solver : {"sgd", "momentum", "rmsprop", "adam"}, default="sgd"
        nnlib.SGD, the same with momentum=0.9, nnlib.RMSprop or nnlib.Adam.
    weight_decay : float, default=0.0
        Pulls weights and biases towards 0 in each step, as the solver's own weight_decay does.
    batch_size : int, default=64
        Rows in a mini-batch.
    validation_fraction : float in [0, 1), default=0.2
        Share of the rows that is set aside in `fit`, to measure the validation loss; 0 trains on
        all rows and measures none.
    early_stopping : bool, default=False
        Whether to keep the weights of the best epoch on the validation rows; see `nnlib.fit`.
    patience : int, default=10
    progress : bool, default=False
        Whether to show a tqdm bar with both losses.
    random_state : int, numpy.random.RandomState or None, default=None
        Decides the validation rows, the initial weights and the order of the rows.

    Attributes
    ----------
    model_ : nnlib.Sequential
    history_ : nnlib.History
        Train and validation loss of each epoch; with early_stopping, `history_.best_epoch` too.
    n_features_in_ : int
    feature_names_in_ : array of str, where X had column names

    Examples
    --------
    >>> import numpy as np
    >>> from nnlib import NeuralRegressor
    >>> X = np.linspace(-1, 1, 200).reshape(-1, 1)
    >>> regressor = NeuralRegressor(lr=0.1, epochs=100, random_state=0).fit(X, np.abs(X[:, 0]))
    >>> bool(regressor.score(X, np.abs(X[:, 0])) > 0.95)
    True
    """

    def _validated_data(self, X, y):
        X, y = validated_numbers(self, X, y)
        self._y_ndim = y.ndim
        return X, y.reshape(len(y), -1)

    def _scale_and_loss(self, Y_train):
        Y_scale = ColumnScale(Y_train, "y")
        return Y_scale, LossInTargetUnits(Y_scale)

    @quiet
    def predict(self, X):
        """Return the predictions for X of shape (n, d_in), shaped as the y of `fit`."""
        Y_hat = self._outputs(X)
        return Y_hat.ravel() if self._y_ndim == 1 else Y_hat

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags
