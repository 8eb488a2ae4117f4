"""The answers to the questions of notebook 6."""

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import RepeatedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import nnlib


def cost_of_one_number_for_two_rows():
    _, Y = nnlib.make_five_rows()
    two = Y[2:4]
    return float(np.sum((two - two.mean()) ** 2))


def error_of_the_formula_without_its_noise():
    table = nnlib.make_article_data()
    formula = 50 + table[list("abcde")].to_numpy() @ [0.8, 0.4, -0.2, 10, 20]
    error = np.mean((formula - table["target"].to_numpy()) ** 2)
    return float(np.round(error, -1))  # 100 000 rows tell it to about one half, so tens are sure


def kinds_of_units_after_an_equal_start():
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(64, 5)), rng.normal(size=(64, 1))
    layers = []
    for d_in, d_out in ((5, 10), (10, 10), (10, 1)):
        W, b = np.full((d_in, d_out), 0.1), np.zeros((1, d_out))
        layers += [nnlib.Linear.from_weights(W, b), nnlib.ReLU()]
    model = nnlib.Sequential(*layers[:-1])
    sgd = nnlib.SGD(model, lr=0.1)
    nnlib.fit(model, nnlib.MSELoss(), sgd, X, Y, epochs=5, batch_size=16, rng=rng)
    W1 = model.parameters()["W1"]
    assert not np.all(W1 == 0.1)
    return len(np.unique(W1.round(9), axis=1).T)


def larger_loss_after_epoch_1():
    """a: the training loss, b: the validation loss, c: neither, they are within a tenth."""
    draw = np.random.RandomState(42)
    table = nnlib.make_article_data(seed=draw)
    X, Y = table[list("abcde")].to_numpy(), table[["target"]].to_numpy()
    X = (X - X[:64_000].mean(axis=0)) / X[:64_000].std(axis=0)
    layers, sizes = [], (5, 10, 10, 1)
    for d_in, d_out in zip(sizes, sizes[1:]):
        W, b = draw.rand(d_in, d_out) / 5 - 0.1, np.ones((1, d_out))
        layers += [nnlib.Linear.from_weights(W, b), nnlib.ReLU()]
    model, rng = nnlib.Sequential(*layers[:-1]), np.random.default_rng(0)
    sgd, later = nnlib.SGD(model, lr=0.00001), (X[64_000:80_000], Y[64_000:80_000])
    history = nnlib.fit(
        model, nnlib.MSELoss(), sgd, X[:64_000], Y[:64_000],
        epochs=1, batch_size=64, rng=rng, validation=later,
    )  # fmt: skip
    ratio = history.train_loss[0] / history.validation_loss[0]
    return "a" if ratio > 1.1 else "b" if ratio < 1 / 1.1 else "c"


def how_often_the_network_beats_the_line():
    """a: at most once in 10, b: about half of the times, c: at least 9 times."""
    data = load_diabetes(scaled=False)
    network = nnlib.NeuralRegressor((10, 10), epochs=100, lr=0.01, random_state=0)
    splits = RepeatedKFold(n_splits=5, n_repeats=2, random_state=0)
    network_errors, line_errors = (
        -cross_val_score(
            make_pipeline(StandardScaler(), model),
            data.data,
            data.target,
            cv=splits,
            scoring="neg_mean_squared_error",
        )
        for model in (network, LinearRegression())
    )
    better = np.sum(network_errors < line_errors)
    return "a" if better <= 1 else "c" if better >= 9 else "b"


ANSWERS = {
    "6.1": cost_of_one_number_for_two_rows(),
    "6.2": float(np.mean([1.0] * 8 + [16.0] * 2)),
    "6.3": error_of_the_formula_without_its_noise(),
    "6.4": kinds_of_units_after_an_equal_start(),
    "6.5": larger_loss_after_epoch_1(),
    "6.6": how_often_the_network_beats_the_line(),
}
