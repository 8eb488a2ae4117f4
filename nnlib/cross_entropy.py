"""Cross-entropy: the loss of a network that names a class.

A loss on labels takes logits, the scores that the last layer gives, and turns them into
probabilities itself. Only so can it stay exact where a probability rounds to 0, whose logarithm is
-inf. As in `losses`, the mean is taken here, so 1/n stands here.
"""

import warnings

import numpy as np

from .activations import log_softmax, sigmoid
from .labels import as_binary, as_one_hot
from .memory import Memory
from .quiet import quiet
from .validation import as_matrix

ENOUGH = 10  # entries: fewer are often made by hand, and add up to 1 by chance
ROUNDING = 1e-12  # of a sum of probabilities; logits add up to 1 so closely only if they are such


class CrossEntropy(Memory):
    """A loss L = mean over the rows of -log P[its label]; a subclass says where P comes from."""

    _remembered = "_difference"
    _difference = None

    @quiet
    def backward(self):
        """Return dZ = (P - Y) / n, shaped as Z; what the subclass says shows why."""
        if self._difference is None:
            raise RuntimeError(f"{self!r}.backward needs a loss: call forward(Z, labels) first.")
        return self._difference / len(self._difference)

    def loss_of_the_mean(self, labels):
        """Return the loss of predicting, in every row, the share that each class has of the rows.

        It is their entropy: what a network has to beat, and 0 where all labels are the same.
        """
        _, counts = np.unique(labels, axis=0, return_counts=True)
        shares = counts / counts.sum()
        return float(0.0 - (shares * np.log(shares)).sum())

    def __repr__(self):
        return f"{type(self).__name__}()"


class SoftmaxCrossEntropyLoss(CrossEntropy):
    """Softmax and cross-entropy in one, for k classes; PyTorch calls it `CrossEntropyLoss`.

    A network that knows nothing gives each class 1/k, and its loss is log k.

    Why dZ = (P - Y) / n. Take one row with the label y. Its loss is

        l = -log P[y] = log(sum_j e^Z[j]) - Z[y]

    - Z[j] moves the first part with slope e^Z[j] / sum e^Z = P[j], the softmax itself: this is
      where the derivative of softmax has gone.
    - Z[y] moves the second part with slope -1, and no other logit moves it: -Y[j], Y one-hot.

    So dl/dZ[j] = P[j] - Y[j]. The mean over the rows divides by n; rows do not touch each other.
    """

    _has_warned = False

    def forward(self, Z, labels):
        """Return the loss as a float, and remember P - Y for `backward`.

        Parameters
        ----------
        Z : array_like of shape (n, k), k at least 2
            Logits, not yet softmax. Where one is nan, so is the loss.
        labels : array_like of shape (n,), whole numbers from 0 to k - 1, or one-hot (n, k)

        Raises
        ------
        ValueError
            If Z or the labels are anything else.

        Warns
        -----
        UserWarning
            Once, if the logits look like probabilities: none below 0, each row adds up to 1.
        """
        Z = as_matrix(Z, "Z")
        if Z.shape[1] == 1:
            raise ValueError(
                f"Z has shape {Z.shape}: with a single class there is nothing to tell apart. For "
                "one logit a row, class 1 against class 0, use BinaryCrossEntropyLoss()."
            )
        Y = as_one_hot(labels, *Z.shape)
        if not self._has_warned and look_like_probabilities(Z):
            warnings.warn(
                "These look like probabilities already: softmax twice. Hand over the logits, as "
                "they come from the last Linear layer.",
                stacklevel=2,  # the reader's line: so this method itself is not @quiet
            )
            self._has_warned = True
        return self._loss(Z, Y)

    @quiet
    def _loss(self, Z, Y):
        log_P = log_softmax(Z)
        self._difference = np.exp(log_P) - Y
        total = log_P[Y == 1].sum()  # picked, since Y * log_P would be nan where log_P is -inf
        return float(0.0 - total) / len(Z)  # -total may be -0.0


class BinaryCrossEntropyLoss(CrossEntropy):
    """Sigmoid and cross-entropy in one, for two classes; PyTorch's `BCEWithLogitsLoss`.

    Why dZ = (P - Y) / n, with P = sigmoid(Z) the probability of class 1. The loss of one row is

        -log P        = log(1 + e^-z)    for the label 1
        -log (1 - P)  = log(1 + e^z)     for the label 0

    with the slopes -e^-z / (1 + e^-z) = -(1 - P) = P - 1 and e^z / (1 + e^z) = P: both are P - Y.
    """

    @quiet
    def forward(self, Z, labels):
        """Return the loss as a float, and remember P - Y for `backward`.

        Parameters
        ----------
        Z : array_like of shape (n, 1)
            Logits, not yet sigmoid: nobody can tell afterwards. Where one is nan, so is the loss.
        labels : array_like of shape (n, 1), each 0 or 1

        Raises
        ------
        ValueError
            If Z or the labels are anything else.
        """
        Z = as_matrix(Z, "Z")
        if Z.shape[1] != 1:
            raise ValueError(
                f"Z has shape {Z.shape}, but one logit a row is needed, shape (n, 1). For "
                f"{Z.shape[1]} classes use SoftmaxCrossEntropyLoss()."
            )
        Y = as_binary(labels, len(Z))
        self._difference = sigmoid(Z) - Y
        losses = np.logaddexp(0.0, np.where(Y == 1, -Z, Z))  # log(e^0 + e^z), without overflow
        return float(losses.sum() / len(Z))


@quiet
def look_like_probabilities(Z):
    """Whether every row of Z looks like the outcome of a softmax."""
    if Z.size < ENOUGH or not Z.min() >= 0:
        return False
    return bool(np.all(np.abs(Z.sum(axis=1) - 1) <= ROUNDING))
