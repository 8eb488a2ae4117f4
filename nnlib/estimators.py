"""The scikit-learn face: the article's class, as an estimator for pipelines and searches."""

import warnings

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.validation import check_is_fitted

from .divergence import dead_in_words
from .estimator_input import random_state_of, validated_data, validated_input
from .estimator_validation import patience_of, split_rows
from .layers import Linear, ReLU
from .network import Sequential
from .quiet import quiet
from .scaling import ColumnScale, LossInTargetUnits, start_at_zero, undo_scaling
from .solvers import make_optimizer
from .training import fit
from .validation import as_sizes


class NeuralRegressor(RegressorMixin, BaseEstimator):
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
    lr : float or function of the step, default=0.05
        Learning rate. Momentum multiplies the steps by up to ten: give it a tenth.
    solver : {"sgd", "momentum", "rmsprop", "adam"}, default="sgd"
        nnlib.SGD, the same with momentum=0.9, nnlib.RMSprop or nnlib.Adam.
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
        Train and validation loss of each epoch.
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

    def __init__(
        self,
        hidden_layer_sizes=(10, 10),
        *,
        epochs=20,
        lr=0.05,
        batch_size=64,
        solver="sgd",
        validation_fraction=0.2,
        early_stopping=False,
        patience=10,
        progress=False,
        random_state=None,
    ):
        self.hidden_layer_sizes = hidden_layer_sizes
        self.epochs = epochs
        self.lr = lr
        self.batch_size = batch_size
        self.solver = solver
        self.validation_fraction = validation_fraction
        self.early_stopping = early_stopping
        self.patience = patience
        self.progress = progress
        self.random_state = random_state

    def fit(self, X, y):
        """Train a new network on X of shape (n, d_in) and y of shape (n,) or (n, d_out).

        Raises
        ------
        ValueError
            For input or parameters that cannot be used.
        FloatingPointError
            When learning diverges; see `nnlib.fit`.

        Warns
        -----
        ConvergenceWarning
            When no column of X varies, or all units of a hidden layer are off on every training row
            in the end, so that every prediction is the same.

        After an error the estimator is as it was before.
        """
        before = vars(self).copy()
        try:
            why = self._fit(X, y)
            if why is not None:
                warnings.warn(f"After training, {why}.", ConvergenceWarning, stacklevel=2)
        except BaseException:  # an interrupt too: never a new n_features_in_ with an old model_
            vars(self).clear()
            vars(self).update(before)
            raise
        return self

    @quiet
    def _fit(self, X, y):
        """Do what `fit` promises; return why every prediction is the same, if it is, or None."""
        X, y = validated_data(self, X, y)
        Y = np.asarray(y, dtype=float).reshape(len(y), -1)
        random_state = random_state_of(self.random_state)
        rng = np.random.default_rng(random_state.randint(2**31, size=4))

        split = split_rows(X, Y, self.validation_fraction, random_state)
        X_train, X_validation, Y_train, Y_validation = split
        patience = patience_of(self.early_stopping, self.patience, X_validation)
        X_scale, Y_scale = ColumnScale(X_train, "X"), ColumnScale(Y_train, "y")
        X_train, Y_train = X_scale.transform(X_train), Y_scale.transform(Y_train)
        validation = X_scale.transform(X_validation), Y_scale.transform(Y_validation)
        model = self._make_model(X.shape[1], Y.shape[1], rng)
        start_at_zero(model, X_scale, Y_scale)
        try:
            history = fit(
                model,
                LossInTargetUnits(Y_scale),
                make_optimizer(self.solver, model, self.lr),
                X_train,
                Y_train,
                epochs=self.epochs,
                batch_size=self.batch_size,
                rng=rng,
                validation=validation if len(X_validation) else None,
                patience=patience,
                progress=self.progress,
            )
        except FloatingPointError as error:  # whose advice is to scale, too, and a new model
            advice = "; the columns are scaled already, and the estimator is as it was before"
            raise FloatingPointError(f"{getattr(error, 'seen', error)}{advice}.") from None
        undo_scaling(model, X_scale, Y_scale)
        self.model_, self.history_, self._y_ndim = model, history, y.ndim
        return _why_the_same(history.dead_layer, X_scale, Y_scale)

    @quiet
    def predict(self, X):
        """Return the predictions for X of shape (n, d_in), shaped as the y of `fit`."""
        check_is_fitted(self)
        X = validated_input(self, X)
        Y_hat = self.model_.predict(X)
        return Y_hat.ravel() if self._y_ndim == 1 else Y_hat

    def plot_learning(self):
        """Return a matplotlib Figure with the train and validation loss of each epoch."""
        check_is_fitted(self)
        from .classroom import plot_learning_curves

        return plot_learning_curves(self.history_, title="Loss per epoch")

    def _make_model(self, in_features, out_features, rng):
        layers = []
        for size in as_sizes(self.hidden_layer_sizes, "hidden_layer_sizes"):
            layers += [Linear(in_features, size, rng=rng), ReLU()]
            in_features = size
        return Sequential(*layers, Linear(in_features, out_features, rng=rng))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags


def _why_the_same(dead_layer, X_scale, Y_scale):
    """Say why every prediction is the same, or return None: it is not, or the target is too."""
    if not Y_scale.varies.any():
        return None
    if not X_scale.varies.any():
        return "no column of X varies in the training rows, so every prediction is the same"
    if dead_layer is None:
        return None
    advice = "Try a smaller learning rate, larger hidden layers or another random_state"
    return f"{dead_in_words(dead_layer)}. {advice}"
