"""The article's numbers, one by one: its five rows, its faults, and its whole run."""

import numpy as np
import pytest
from helpers import BiasesAveraged, ErrorAsGradient

from nnlib import (
    Linear,
    MSELoss,
    ReLU,
    Sequential,
    check_gradients,
    make_article_data,
    make_article_weights,
    make_five_rows,
    numerical_gradient,
    relative_error,
    relu,
)

PRINTED = {"rtol": 0, "atol": 6e-9}  # the article prints eight decimals, rounded
EXACT = {"rtol": 0, "atol": 1e-13}  # its short numbers are exact, but for sums near 100
LR = 1e-4


@pytest.fixture
def five():
    """X, Y, the weights, and what the article's forward pass gives."""
    X, Y = make_five_rows()
    W1, b1, W2, b2 = make_article_weights()
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Y_hat = A1 @ W2 + b2
    return {"X": X, "Y": Y, "W1": W1, "W2": W2, "Z1": Z1, "A1": A1, "Y_hat": Y_hat, "g": Y_hat - Y}


def test_forward_pass_and_loss(five, five_row_network):
    np.testing.assert_allclose(
        five["Z1"], [[11.3, 4], [18.6, 6], [-10.6, -2], [-25.2, -6], [1.81, 1.4]], **EXACT
    )
    Y_hat = [[8.92], [12.04], [4], [4], [4.864]]
    squares = [[0.0064], [0.9216], [1], [36], [34.386496]]
    np.testing.assert_allclose(five_row_network.forward(five["X"]), Y_hat, **EXACT)
    np.testing.assert_allclose(five["g"] ** 2, squares, **EXACT)
    np.testing.assert_allclose(five["g"], [[-0.08], [-0.96], [-1], [6], [5.864]], **EXACT)
    loss = MSELoss().forward(five["Y_hat"], five["Y"])
    assert loss == pytest.approx(np.mean(squares), rel=1e-14)  # fault 5: the mean of them


def test_backward_pass_of_layer_2(five):
    np.testing.assert_allclose(five["A1"].T @ five["g"], [[-8.14616], [2.1296]], **EXACT)
    np.testing.assert_allclose(five["g"].mean(axis=0), [1.9648], **EXACT)


def test_its_printed_weights_are_2_1_steps(five):
    step = LR * (five["A1"].T @ five["g"])
    np.testing.assert_allclose(five["W2"] - step, [[0.40081462], [0.09978704]], **PRINTED)
    np.testing.assert_allclose(five["W2"] - 2.1 * step, [[0.40171069], [0.09955278]], **PRINTED)
    steps = (five["W2"] - [[0.40171069], [0.09955278]]) / step
    np.testing.assert_allclose(steps, 2.1, rtol=5e-5)  # the printed rounding over a step of 2e-4


def test_backward_pass_of_layer_1(five):
    W2 = five["W2"] - 2.1 * LR * (five["A1"].T @ five["g"])
    dA1 = [[-0.03213686, -0.00796422], [-0.38564227, -0.09557067], [-0.40171069, -0.09955278],
           [2.41026416, 0.5973167], [2.35563151, 0.58377753]]  # fmt: skip
    np.testing.assert_allclose(five["g"] @ W2.T, dA1, **PRINTED)
    dZ1 = [*dA1[:2], [0, 0], [0, 0], dA1[4]]
    np.testing.assert_allclose(five["g"] @ W2.T * np.heaviside(five["Z1"], 0), dZ1, **PRINTED)


# Its faults, each alone, and what the gradient check says.


def test_its_gradients_against_the_true_ones(five, five_row_network):
    loss_fn = MSELoss()
    loss_fn.forward(five_row_network.forward(five["X"]), five["Y"])
    five_row_network.backward(loss_fn.backward())
    true = five_row_network.gradients()
    np.testing.assert_allclose(five["A1"].T @ five["g"] / true["W2"], 2.5, rtol=1e-14)
    np.testing.assert_allclose(five["g"].mean(axis=0) / true["b2"], 0.5, rtol=1e-14)

    def loss_of_W2(W2):
        return MSELoss().forward(five["A1"] @ W2 + 4, five["Y"])

    measured = numerical_gradient(loss_of_W2, five["W2"])
    assert relative_error(true["W2"], measured) < 1e-8  # 14 * 1e-16 / 1e-5, over 3
    assert relative_error(five["A1"].T @ five["g"], measured) == pytest.approx(0.6, abs=1e-8)


class UpdatedTooEarly(Linear):
    """The weights are changed first; the gradient that goes on is one at the new weights."""

    def backward(self, dZ):
        super().backward(dZ)
        self.W -= LR * self.dW
        return dZ @ self.W.T


@pytest.mark.parametrize(
    "layer_type, loss_fn, guilty",
    [
        (Linear, MSELoss(), set()),
        (Linear, ErrorAsGradient(), {"W1", "b1", "W2", "b2", "X"}),
        (BiasesAveraged, MSELoss(), {"b1", "b2"}),
        (UpdatedTooEarly, MSELoss(), {"W1", "b1", "X"}),
    ],
)
def test_the_gradient_check_finds_each_fault(layer_type, loss_fn, guilty):
    X, Y = make_five_rows()
    W1, b1, W2, b2 = make_article_weights()
    layers = layer_type.from_weights(W1, b1), ReLU(), layer_type.from_weights(W2, b2)
    check = check_gradients(Sequential(*layers), loss_fn, X, Y)
    assert {name for name, error in check.errors.items() if not error < 1e-6} == guilty
    assert check.passed == (not guilty)


# Its class, as it stands there: two batches an epoch, sums and means mixed, W2 after its update.


class ArticleNetwork:
    def __init__(self, sizes, draw, lr, batch_size):
        self.lr, self.batch_size = lr, batch_size
        self.layers = [
            [draw.rand(n_in, n_out) / 5 - 0.1, np.ones((1, n_out))]
            for n_in, n_out in zip(sizes, sizes[1:])
        ]

    def forward(self, X):
        values = [X]
        for i, (W, b) in enumerate(self.layers):
            Z = values[-1] @ W + b
            values.append(Z if i == len(self.layers) - 1 else np.maximum(Z, 0))
        return values

    def backward(self, values, g):
        last = len(self.layers) - 1
        for i in range(last, -1, -1):
            if i != last:
                g = g * np.heaviside(values[i + 1], 0)
            dW, db = values[i].T @ g, np.mean(g, axis=0)
            self.layers[i][0] = self.layers[i][0] - self.lr * dW
            self.layers[i][1] = self.layers[i][1] - self.lr * db
            g = g @ self.layers[i][0].T

    def train_epoch(self, X, Y):
        losses = []
        for i in range(1, len(self.layers)):  # the layers are counted, not the batches
            rows = slice(i, i + self.batch_size)
            values = self.forward(X[rows])
            g = values[-1] - Y[rows]
            losses.append(np.mean(g**2))
            self.backward(values, g)
        return np.mean(losses)

    def loss(self, X, Y):
        return np.mean((self.forward(X)[-1] - Y) ** 2)


def test_its_whole_run():
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler

    draw = np.random.RandomState(42)
    table = make_article_data(seed=draw)
    X = StandardScaler().fit_transform(table[list("abcde")].to_numpy(dtype=float))
    Y = table[["target"]].to_numpy()
    X, X_test, Y, Y_test = train_test_split(X, Y, test_size=0.2, random_state=42)
    X, X_val, Y, Y_val = train_test_split(X, Y, test_size=0.2, random_state=42)
    assert len(X) == 64_000

    network = ArticleNetwork([5, 10, 10, 1], draw, lr=1e-5, batch_size=64)
    history = [(network.train_epoch(X, Y), network.loss(X_val, Y_val)) for _ in range(20)]

    # 40 steps of matrix products, whose sums another BLAS may order otherwise: we allow 10,000
    # roundings. A fault of any kind shows in the first four digits.
    wanted = {"rel": 1e-12}
    assert history[0][0] == pytest.approx(6066.584227303851, **wanted)
    assert history[0][1] == pytest.approx(5630.972575612107, **wanted)
    assert history[19][0] == pytest.approx(82.49876360284046, **wanted)
    assert history[19][1] == pytest.approx(105.40815905002043, **wanted)
    assert network.loss(X_test, Y_test) == pytest.approx(105.40244085384184, **wanted)
