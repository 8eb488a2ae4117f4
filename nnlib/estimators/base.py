"""What the regressor and the classifier share: one body, from the rows to a fitted network."""

import warnings

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils.validation import check_is_fitted

from ..divergence import dead_in_words, known_to_all, look, loss_of_the_mean
from ..layers import Linear, ReLU
from ..network import Sequential
from ..quiet import quiet
from ..scaling import ColumnScale, start_at_zero, undo_scaling
from ..training import fit
from ..validation import as_sizes
from .input import random_state_of, validated_input
from .rows import patience_of, split_rows
from .solvers import RATES, make_optimizer


class NeuralEstimator(BaseEstimator):
    """A network of Linear and ReLU layers. A subclass says what its targets are, and its loss.

    `_validated_data(X, y)` returns X and Y, a matrix or labels, and remembers what `predict` needs;
    `_scale_and_loss(Y_train)` returns the scale of the outputs and the loss of scaled outputs.
    """

    _rates = RATES

    def __init__(
        self,
        hidden_layer_sizes=(10, 10),
        *,
        epochs=20,
        lr=None,
        batch_size=64,
        solver="sgd",
        weight_decay=0.0,
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
        self.weight_decay = weight_decay
        self.validation_fraction = validation_fraction
        self.early_stopping = early_stopping
        self.patience = patience
        self.progress = progress
        self.random_state = random_state

    def fit(self, X, y):
        """Train a new network on X of shape (n, d_in) and its targets y.

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
            in the end, so that every prediction is the same; or when the loss on the training rows
            ends above that of predicting the mean of y, or the share of each class.

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
        """Do what `fit` promises; return why the network is of no use, or None."""
        X, Y = self._validated_data(X, y)
        random_state = random_state_of(self.random_state)
        rng = np.random.default_rng(random_state.randint(2**31, size=4))

        rows = split_rows(X, Y, self.validation_fraction, random_state)
        X_train, X_validation, Y_train, Y_validation = rows
        patience = patience_of(self.early_stopping, self.patience, X_validation)
        X_scale = ColumnScale(X_train, "X")
        Y_scale, loss_fn = self._scale_and_loss(Y_train)
        X_train, Y_train = X_scale.transform(X_train), Y_scale.transform(Y_train)
        validation = X_scale.transform(X_validation), Y_scale.transform(Y_validation)
        model = self._make_model(X.shape[1], len(Y_scale.scale), rng)
        start_at_zero(model, X_scale, Y_scale)
        optimizer = make_optimizer(self.solver, model, self.lr, self.weight_decay, self._rates)
        try:
            history = fit(
                model,
                loss_fn,
                optimizer,
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
        why = _why_the_same(history.dead_layer, X_scale, Y_scale)
        if why is None and Y_scale.varies.any():
            why = _why_worse(model, loss_fn, X_train, Y_train, optimizer.lr)
        undo_scaling(model, X_scale, Y_scale)
        self.model_, self.history_ = model, history
        return why

    def _outputs(self, X):
        """Return what the fitted network gives for X of shape (n, d_in), as a matrix."""
        check_is_fitted(self)
        return self.model_.predict(validated_input(self, X))

    def plot_learning(self):
        """Return a matplotlib Figure with the train and validation loss of each epoch."""
        check_is_fitted(self)
        from ..classroom import plot_learning_curves

        return plot_learning_curves(self.history_, title="Loss per epoch")

    def _make_model(self, in_features, out_features, rng):
        layers = []
        for size in as_sizes(self.hidden_layer_sizes, "hidden_layer_sizes"):
            layers += [Linear(in_features, size, rng=rng), ReLU()]
            in_features = size
        return Sequential(*layers, Linear(in_features, out_features, rng=rng))


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


def _why_worse(model, loss_fn, X, Y, lr):
    """Say by how much the network is worse than one that knows nothing of X, or return None."""
    loss, mean_loss = look(model, loss_fn, X, Y).loss, loss_of_the_mean(loss_fn, Y)
    if loss <= mean_loss:
        return None
    other = f" than {lr:g}" if isinstance(lr, float) else ""
    return (
        f"the loss on the training rows is {loss:.4g}, above the {mean_loss:.4g} of predicting "
        f"{known_to_all(loss_fn)}. Try another learning rate{other}, or more epochs"
    )
