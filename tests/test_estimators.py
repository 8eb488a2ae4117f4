"""NeuralRegressor: every check of scikit-learn's, and what its users do with it."""

import doctest
import importlib
import pickle
import pkgutil
import warnings

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.compose import TransformedTargetRegressor
from sklearn.datasets import load_diabetes
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import GridSearchCV, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import (
    check_estimator,
    check_regressor_multioutput,
    parametrize_with_checks,
)

import nnlib.estimators
from nnlib import SGD, Adam, NeuralRegressor, RMSprop, Sequential

# Many tests train for one epoch, and ask for no good network.
pytestmark = pytest.mark.filterwarnings("ignore:After training, the loss on the training rows")


@pytest.fixture(autouse=True)
def seeded():
    """Start the global generator, which random_state=None draws from: no test is left to luck."""
    np.random.seed(0)  # noqa: NPY002


@parametrize_with_checks([NeuralRegressor()])
def test_scikit_learns_checks(estimator, check):
    check(estimator)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"hidden_layer_sizes": (), "validation_fraction": 0},
        {"solver": "momentum"},
        {"solver": "rmsprop"},
        {"solver": "adam", "early_stopping": True},
    ],
)
def test_every_check_runs_and_none_is_skipped_or_expected_to_fail(options):
    results = check_estimator(NeuralRegressor(**options), on_skip=None, on_fail=None)
    others = {r["check_name"]: r["status"] for r in results if r["status"] != "passed"}
    assert not others and len(results) > 40


@pytest.mark.parametrize("seed", range(30))
def test_the_check_without_a_seed_passes_for_every_seed(seed):
    # scikit-learn gives this check no random_state. A chance of one in ten to fail would show
    # here with 96 %: 1 - 0.9^30. The targets are of size 100, and unscaled.
    np.random.seed(seed)  # noqa: NPY002
    check_regressor_multioutput("NeuralRegressor", NeuralRegressor())


@pytest.fixture
def data(rng):
    X = rng.normal(size=(90, 3))
    return X, X @ [1.0, -2.0, 0.5] + np.abs(X[:, 0])


def state(regressor):
    """Everything that an estimator knows, comparable."""
    attributes = vars(regressor) | {"model_": None}
    if hasattr(regressor, "model_"):
        attributes["model_"] = [p.tobytes() for p in regressor.model_.parameters().values()]
    return {name: value.tolist() if isinstance(value, np.ndarray) else value
            for name, value in attributes.items()}  # fmt: skip


def test_pipeline_and_grid_search(data):
    X, y = data
    network = NeuralRegressor(epochs=50, batch_size=8, random_state=0)  # some 300 steps
    pipeline = make_pipeline(StandardScaler(), network)
    grid = {"neuralregressor__hidden_layer_sizes": [(4,), (5, 3)],
            "neuralregressor__lr": [0.01, 0.05]}  # fmt: skip
    search = GridSearchCV(pipeline, grid, cv=3, error_score="raise").fit(X * 100 + 5, y)
    assert len(search.cv_results_["params"]) == 4
    assert search.best_estimator_.score(X * 100 + 5, y) > 0.7
    whole = TransformedTargetRegressor(pipeline, transformer=StandardScaler())
    assert cross_val_score(whole, X, 1000 * y, cv=3).min() > 0.7


def test_parameters_are_scikit_learns(data):
    defaults = {"hidden_layer_sizes": (10, 10), "epochs": 20, "lr": None, "batch_size": 64,
                "solver": "sgd", "weight_decay": 0.0, "validation_fraction": 0.2,
                "early_stopping": False, "patience": 10, "progress": False,
                "random_state": None}  # fmt: skip
    assert NeuralRegressor().get_params() == defaults
    changed = NeuralRegressor((3,), lr=0.2).set_params(epochs=2)
    assert changed.get_params() == defaults | {"hidden_layer_sizes": (3,), "lr": 0.2, "epochs": 2}
    fresh = clone(changed.fit(*data))
    assert fresh.get_params() == changed.get_params() and not hasattr(fresh, "model_")
    with pytest.raises(TypeError):
        NeuralRegressor((3,), 20)  # all but the sizes by name


def test_it_is_nnlibs_own_network(data):
    X, y = data
    regressor = NeuralRegressor((4, 6), epochs=3, random_state=0).fit(X, y)
    assert isinstance(regressor.model_, Sequential)
    shapes = [p.shape for p in regressor.model_.parameters().values()]
    assert shapes == [(3, 4), (1, 4), (4, 6), (1, 6), (6, 1), (1, 1)]
    assert len(regressor.history_.train_loss) == len(regressor.history_.validation_loss) == 3
    assert np.array_equal(regressor.predict(X), regressor.model_.forward(X)[:, 0])


def test_predictions_have_the_shape_of_the_targets(data):
    X, y = data
    assert NeuralRegressor(epochs=1).fit(X, y).predict(X).shape == (90,)
    assert NeuralRegressor(epochs=1).fit(X, y[:, None]).predict(X).shape == (90, 1)
    two = NeuralRegressor(epochs=60, random_state=0).fit(X, np.column_stack([y, -y]))
    assert two.predict(X).shape == (90, 2) and two.score(X, np.column_stack([y, -y])) > 0.8


def test_no_hidden_layer_is_linear_regression(data):
    X, y = data
    options = {"epochs": 500, "batch_size": 90, "validation_fraction": 0, "lr": 0.1}
    regressor = NeuralRegressor((), **options, random_state=0).fit(X, y)
    assert repr(regressor.model_).count("Linear") == 1
    # 500 steps shrink what is left by 0.8 or so each time: nothing but rounding remains.
    wanted = LinearRegression().fit(X, y).predict(X)
    np.testing.assert_allclose(regressor.predict(X), wanted, rtol=0, atol=1e-10)


def test_each_row_is_trained_on_or_validated_on(data):
    X, y = data
    # One step with all rows, at a rate that moves nothing: both losses belong to the same weights.
    options = {"epochs": 1, "batch_size": 90, "lr": 1e-300, "random_state": 0}
    regressor = NeuralRegressor(**options).fit(X, y)
    (train,), (validation,) = regressor.history_.train_loss, regressor.history_.validation_loss
    squares = np.sum((regressor.predict(X) - y) ** 2)
    assert 72 * train + 18 * validation == pytest.approx(squares, rel=1e-13)  # sums of 90 squares

    regressor = NeuralRegressor(**options, validation_fraction=0).fit(X, y)
    squares = np.sum((regressor.predict(X) - y) ** 2)
    assert regressor.history_.train_loss == pytest.approx([squares / 90], rel=1e-13)
    assert regressor.history_.validation_loss == []


def test_column_names_are_remembered_and_compared(data):
    X, y = data
    table = pd.DataFrame(X, columns=["a", "b", "c"])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        regressor = NeuralRegressor(random_state=0).fit(table, pd.Series(y))
        regressor.predict(table)
    assert regressor.feature_names_in_.tolist() == ["a", "b", "c"]
    assert regressor.n_features_in_ == 3
    with pytest.raises(ValueError, match="feature names"):
        regressor.predict(table[["c", "b", "a"]])
    with pytest.warns(UserWarning, match="feature names"):
        regressor.predict(X)


@pytest.mark.parametrize("fraction", [0, 0.2])  # with 0, weights and order alone are drawn
def test_random_state_decides_everything(data, fraction):
    def run(random_state):
        options = {"epochs": 2, "validation_fraction": fraction}
        return state(NeuralRegressor(**options, random_state=random_state).fit(*data))["model_"]

    assert run(0) == run(0) == run(np.random.RandomState(0)) != run(1)
    draw = np.random.RandomState(0)
    assert run(draw) != run(draw), "a generator goes on"
    assert run(None) != run(None), "the global generator goes on"


BAD = [
    ({"hidden_layer_sizes": 10}, TypeError, "hidden_layer_sizes must be a sequence"),
    ({"hidden_layer_sizes": None}, TypeError, "hidden_layer_sizes must be a sequence"),
    ({"hidden_layer_sizes": (4, 0)}, ValueError, "hidden_layer_sizes must be at least 1"),
    ({"hidden_layer_sizes": (4.0,)}, TypeError, "hidden_layer_sizes must be a whole number"),
    ({"epochs": 0}, ValueError, "epochs must be at least 1"),
    ({"epochs": 1.5}, TypeError, "epochs must be a whole number"),
    ({"lr": 0}, ValueError, "lr must be a finite number above 0"),
    ({"lr": "fast"}, TypeError, "lr must be a number"),
    ({"batch_size": 0}, ValueError, "batch_size must be at least 1"),
    ({"batch_size": None}, TypeError, "batch_size must be a whole number"),
    ({"solver": "lbfgs"}, ValueError, "solver must be one of 'sgd', 'momentum', 'rmsprop', 'adam'"),
    ({"solver": ["sgd"]}, ValueError, "solver must be one of"),
    ({"early_stopping": "no"}, TypeError, "early_stopping must be True or False"),
    ({"patience": 0}, ValueError, "patience must be at least 1"),
    (
        {"early_stopping": True, "validation_fraction": 0},
        ValueError,
        "early_stopping needs validation rows",
    ),
    ({"lr": lambda t: -0.1}, ValueError, "what the schedule returns, must be a finite number"),
    ({"validation_fraction": 1}, ValueError, "validation_fraction must be a number in"),
    ({"validation_fraction": -0.1}, ValueError, "validation_fraction must be a number in"),
    ({"validation_fraction": "a"}, TypeError, "validation_fraction must be a number, got 'a'"),
    ({"validation_fraction": float("nan")}, ValueError, "validation_fraction must be a number in"),
    ({"random_state": "x"}, ValueError, "random_state|seed"),
    ({"lr": 1e150}, FloatingPointError, "diverged.*1e\\+150"),
]


@pytest.mark.parametrize("bad, error, message", BAD)
def test_a_failed_fit_leaves_a_fitted_estimator_as_it_was(data, bad, error, message):
    X, y = data
    table = pd.DataFrame(X, columns=["a", "b", "c"])
    regressor = NeuralRegressor(epochs=2, random_state=0).fit(table, y).set_params(**bad)
    before, predictions = state(regressor), regressor.predict(table)
    with pytest.raises(error, match=message):
        regressor.fit(X[:, :2], y)  # other columns, so that a trace would show
    assert state(regressor) == before
    assert np.array_equal(regressor.predict(table), predictions)


def test_unusable_data_leave_it_as_it_was_too(data):
    X, y = data
    regressor = NeuralRegressor(epochs=2, random_state=0).fit(X, y)
    before = state(regressor)
    text, infinite = X[:, :2].astype(str) + "cm", np.abs(y) * np.inf
    for bad_X, bad_y in [(X[:0], y[:0]), (X, y[:5]), (X[:, 0], y), (X * np.nan, y),
                         (text, y), (X[:, :2], infinite)]:  # fmt: skip
        with pytest.raises(ValueError):
            regressor.fit(bad_X, bad_y)
        assert state(regressor) == before


def test_a_failed_fit_leaves_nothing_new(data):
    X, y = data
    table = pd.DataFrame(X, columns=["a", "b", "c"])
    for regressor in (NeuralRegressor(epochs=1), NeuralRegressor(epochs=1).fit(X, y)):
        regressor.set_params(lr=1e150)
        before = state(regressor)
        with pytest.raises(FloatingPointError):
            regressor.fit(table, y)
        assert state(regressor) == before and not hasattr(regressor, "feature_names_in_")


class Interrupted:
    """Hidden layer sizes at which the user loses patience."""

    def __iter__(self):
        raise KeyboardInterrupt


def test_an_interrupted_fit_leaves_it_as_it_was_too(data):
    X, y = data
    regressor = NeuralRegressor(epochs=2, random_state=0).fit(X, y)
    regressor.set_params(hidden_layer_sizes=Interrupted())
    before = state(regressor)
    with pytest.raises(KeyboardInterrupt):
        regressor.fit(X[:, :2], y)
    assert state(regressor) == before and regressor.n_features_in_ == 3


@pytest.mark.parametrize(
    "solver, kind, settings",
    [
        ("sgd", SGD, {}),
        ("momentum", SGD, {"momentum": 0.9}),
        ("rmsprop", RMSprop, {}),
        ("adam", Adam, {}),
    ],
)
def test_a_solver_is_nnlibs_optimizer(data, monkeypatch, solver, kind, settings):
    seen = []

    def fit(model, loss_fn, optimizer, *args, **options):
        seen.append(optimizer)
        return nnlib.fit(model, loss_fn, optimizer, *args, **options)

    monkeypatch.setattr("nnlib.estimators.base.fit", fit)
    NeuralRegressor(solver=solver, lr=0.01, random_state=0).fit(*data)
    (optimizer,) = seen
    assert type(optimizer) is kind
    assert optimizer.settings() == kind(optimizer.model, 0.01, **settings).settings()


@pytest.mark.parametrize("solver", ["sgd", "momentum", "rmsprop", "adam"])
def test_each_solver_learns_at_its_own_rate(data, solver):
    regressor = NeuralRegressor(solver=solver, epochs=100, random_state=0).fit(*data)
    assert regressor.score(*data) > 0.9


@pytest.mark.parametrize("solver", ["sgd", "momentum", "rmsprop", "adam"])
@pytest.mark.parametrize("hidden", [(10, 10), (100,)])
def test_no_solver_is_worse_than_the_mean_on_the_diabetes_data(solver, hidden):
    X, y = load_diabetes(return_X_y=True)
    options = {"solver": solver, "batch_size": 32, "random_state": 0}
    assert NeuralRegressor(hidden, **options).fit(X, y).score(X, y) > 0.3


def test_what_is_worse_than_the_mean_is_said(data):
    with pytest.warns(ConvergenceWarning, match="above the .* of predicting the mean of Y"):
        worse = NeuralRegressor((100,), solver="rmsprop", lr=0.1, random_state=0).fit(*data)
    assert worse.score(*data) < 0
    with pytest.warns(ConvergenceWarning, match="Try another learning rate than 1e-09, or more"):
        NeuralRegressor(lr=1e-9, random_state=0).fit(*data)
    X, y = data
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        NeuralRegressor(random_state=0).fit(*data)
        NeuralRegressor(random_state=0, lr=1e-9).fit(X, np.ones(len(X)))  # exact, and so no worse


def test_a_schedule_is_a_rate(data):
    slow, fast = (NeuralRegressor(lr=lr, random_state=0).fit(*data) for lr in
                  (nnlib.cosine(0.05, steps=40), 0.05))  # fmt: skip
    assert slow.history_.train_loss[-1] != fast.history_.train_loss[-1]
    assert pickle.loads(pickle.dumps(slow)).lr == clone(slow).lr == slow.lr


def test_early_stopping_keeps_the_best_weights(rng):
    X = rng.normal(size=(60, 4))
    y = X[:, 0] + rng.normal(size=60)  # as much noise as signal: there is something to overlearn
    options = {"solver": "adam", "epochs": 300, "random_state": 0, "hidden_layer_sizes": (30, 30)}
    regressor = NeuralRegressor(early_stopping=True, patience=7, **options).fit(X, y)
    losses = regressor.history_.validation_loss
    assert regressor.history_.best_epoch == np.argmin(losses) + 1 == len(losses) - 7 < 293
    _, X_validation, _, y_validation = split_with_seed_0(X, y)
    loss = np.mean((regressor.predict(X_validation) - y_validation) ** 2)
    assert loss == pytest.approx(min(losses), rel=1e-11)  # once scaled, once in own units
    assert NeuralRegressor(**options).fit(X, y).history_.best_epoch is None


def test_one_row_is_trained_on_and_not_set_aside():
    # Without hidden layers each step shrinks the error by 1 - 2 lr (1^2 + 2^2 + 1) = 0.4.
    regressor = NeuralRegressor((), random_state=0).fit([[1.0, 2.0]], [3.0])
    assert regressor.predict([[1.0, 2.0]]) == pytest.approx([3.0], abs=1e-6)  # 0.4^20 = 1e-8
    assert len(regressor.history_.train_loss) == 20 and regressor.history_.validation_loss == []


def test_before_fit():
    from sklearn.exceptions import NotFittedError

    for call in (lambda r: r.predict([[1.0]]), lambda r: r.plot_learning()):
        with pytest.raises(NotFittedError, match="fit"):
            call(NeuralRegressor())


def test_plot_learning_draws_both_losses(data):
    import matplotlib.pyplot as plt
    from matplotlib.figure import Figure

    regressor = NeuralRegressor(epochs=3, random_state=0).fit(*data)
    figure = regressor.plot_learning()
    assert isinstance(figure, Figure)
    drawn = [line.get_ydata().tolist() for axes in figure.axes for line in axes.lines]
    assert regressor.history_.train_loss in drawn and regressor.history_.validation_loss in drawn
    without = NeuralRegressor(epochs=3, validation_fraction=0).fit(*data).plot_learning()
    assert isinstance(without, Figure)
    plt.close("all")


def split_with_seed_0(*arrays):
    """Cut the arrays into training and validation rows as NeuralRegressor(random_state=0) does."""
    draw = np.random.RandomState(0)
    draw.randint(2**31, size=4)  # the seed of the weights comes first
    return train_test_split(*arrays, test_size=0.2, random_state=draw)


def test_validation_rows_teach_nothing(data):
    X, y = data
    training_row, validation_row = (rows[0] for rows in split_with_seed_0(np.arange(len(X))))

    def weights(row, outlier):
        changed = y.copy()
        changed[row] = outlier
        return state(NeuralRegressor(epochs=2, random_state=0).fit(X, changed))["model_"]

    # The same operations on the same machine: equal bit for bit.
    assert weights(validation_row, 1e6) == weights(validation_row, -3e6)
    assert weights(training_row, 1e6) != weights(training_row, -3e6)


@pytest.mark.parametrize("columns", [1, [1e-3, 1e3], [1, 1e6, 0]])
def test_model_and_history_are_in_the_units_of_the_target(rng, columns):
    X, Y = rng.normal(size=(50, 3)), 200 + columns * rng.normal(size=(50, np.size(columns)))
    regressor = NeuralRegressor(random_state=0, epochs=3).fit(X, Y)
    _, X_validation, _, Y_validation = split_with_seed_0(X, Y)
    loss = np.mean((regressor.model_.forward(X_validation) - Y_validation) ** 2)
    # Measured once with the scaled network, once with the one in own units: rounding of 200.
    np.testing.assert_allclose(regressor.history_.validation_loss[-1], loss, rtol=1e-11)


def test_the_size_of_the_target_changes_nothing_but_the_units(rng):
    X, y = rng.normal(size=(50, 3)), rng.normal(size=50)
    small = NeuralRegressor(random_state=0).fit(X, y).predict(X)
    large = NeuralRegressor(random_state=0).fit(X, 1e6 * y + 1e7).predict(X)
    # Rounding of the scaled target, 1e7 / 1e6 * 1e-16, grown a little by 20 epochs.
    np.testing.assert_allclose((large - 1e7) / 1e6, small, rtol=0, atol=1e-9)


COLUMNS = {
    "incomes": lambda rng: rng.normal(50_000, 15_000, (300, 1)),
    "years": lambda rng: rng.integers(1990, 2021, (300, 1)),
    "tiny": lambda rng: 1e-9 * rng.normal(size=(300, 1)),
    "huge": lambda rng: 1e9 * rng.normal(size=(300, 1)),
    "huge offset": lambda rng: 1e9 + rng.normal(size=(300, 1)),
    "mixture": lambda rng: rng.normal(size=(300, 3)) * [1, 15_000, 1e-6] + [0, 50_000, 0],
    "scale 3": lambda rng: 3 * rng.normal(size=(300, 3)),
    "scale 10": lambda rng: 10 * rng.normal(size=(300, 1)),
    "scale 100": lambda rng: 100 * rng.normal(size=(300, 1)),
}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", COLUMNS)
def test_columns_of_any_size_are_learnt(name, seed):
    rng = np.random.default_rng(seed)
    X = COLUMNS[name](rng)
    Z = (X - X.mean(axis=0)) / X.std(axis=0)
    y = 3 * Z[:, 0] + np.abs(Z[:, -1])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        regressor = NeuralRegressor(random_state=seed, epochs=40).fit(X, y)
    assert regressor.score(X, y) > 0.8  # some 160 steps


def test_the_size_of_the_features_changes_nothing(rng):
    X, y = rng.normal(size=(50, 3)), rng.normal(size=50)
    wanted = NeuralRegressor(random_state=0).fit(X, y).predict(X)
    other = X * [1e6, 1e-9, 3.0] + [1e7, 0, -500.0]
    found = NeuralRegressor(random_state=0).fit(other, y).predict(other)
    # Rounding of the features, 1e7 / 1e6 * 1e-16 or 500 / 3 * 1e-16, grown by 20 epochs.
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-9)


def test_a_feature_that_never_varied_has_no_say(rng):
    X, y = rng.normal(size=(50, 2)), rng.normal(size=50)
    X[:, 1] = 7.0
    regressor = NeuralRegressor(random_state=0, epochs=2).fit(X, y)
    np.testing.assert_array_equal(regressor.predict(X), regressor.predict(X * [1, 5]))


@pytest.mark.parametrize("constant", [0, 1, 0.1, -7.7, 1e-300, 1e300, 123456.789])
@pytest.mark.parametrize("n", [1, 2, 7, 300])
def test_a_constant_target_is_predicted_exactly(constant, n):
    rng = np.random.default_rng(n)
    X, others = rng.normal(size=(n, 2)), rng.normal(size=(9, 2))
    for options in ({}, {"hidden_layer_sizes": ()}, {"batch_size": 1, "epochs": 2}):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            regressor = NeuralRegressor(random_state=0, **options).fit(X, np.full(n, constant))
        assert np.all(regressor.predict(others) == constant)
        assert set(regressor.history_.train_loss) == {0.0}


def test_targets_of_different_sizes_are_learnt_as_well_as_alike_ones(rng):
    X = rng.normal(size=(300, 3))
    Y = np.column_stack([X[:, 0] + np.abs(X[:, 1]), X[:, 1] - np.abs(X[:, 2]), np.ones(300)])
    options = {"random_state": 0, "epochs": 60}
    alike = NeuralRegressor(**options).fit(X, Y).predict(X)
    for sizes in ([1e-3, 1e3, 5], [1, 1e6, 1e6], [1e-9, 1.0, 1e300]):
        found = NeuralRegressor(**options).fit(X, Y * sizes).predict(X)
        # The same steps but for rounding of the scaled targets, grown a little by 240 of them.
        np.testing.assert_allclose(found / sizes, alike, rtol=0, atol=1e-9)
    errors = np.mean((alike - Y) ** 2, axis=0) / [*Y.var(axis=0)[:2], 1]
    assert errors[:2].max() < 0.15 and errors[2] == 0


def test_whole_numbers_and_a_small_spread_on_a_huge_offset(rng):
    X = rng.normal(size=(300, 1))
    counts = np.round(100 * X[:, 0]).astype(int)
    assert NeuralRegressor(random_state=0).fit(X, counts).score(X, counts) > 0.9
    y = 1e9 + X[:, 0]
    assert NeuralRegressor(random_state=0).fit(X, y).score(X, y) > 0.9


def test_a_dead_network_is_said_in_words(rng):
    # One unit, at a rate at which a few steps throw it below 0 for every row.
    X = rng.normal(size=(60, 1))
    with pytest.warns(ConvergenceWarning, match="all units of ReLU layer 1 are off") as caught:
        NeuralRegressor((1,), lr=0.9, epochs=200, random_state=2).fit(X, X[:, 0])
    assert caught[0].filename == __file__


def test_features_that_never_vary_are_said_in_words(rng):
    # No rate, size or seed would help; the last bias still learns the mean.
    y = 5 + rng.normal(size=60)
    with pytest.warns(ConvergenceWarning, match="no column of X varies in the training rows"):
        regressor = NeuralRegressor(random_state=0, epochs=200).fit(np.ones((60, 2)), y)
    assert abs(regressor.predict(np.zeros((1, 2)))[0] - 5) < 0.5  # 48 rows: 0.5 is 3.5 deviations


def test_divergence_is_said_in_words_that_are_true_of_it(rng):
    X = rng.normal(size=(60, 2))
    with pytest.raises(FloatingPointError) as caught:
        NeuralRegressor(lr=50.0, random_state=0).fit(1e6 * X, X[:, 0])
    message = str(caught.value)
    assert "diverged. Try a smaller learning rate than 50; the columns are scaled" in message
    assert "subtract the mean" not in message and "new model" not in message


def test_it_keeps_no_row_of_the_data(rng):
    sizes = []
    for n in (100, 5000):
        X = rng.normal(size=(n, 5))
        y = X @ np.arange(5.0)
        regressor = NeuralRegressor(random_state=0, epochs=1).fit(X, y)
        for _ in range(2):
            saved = pickle.dumps(regressor)
            assert not any(row.tobytes() in saved for row in (X[3], X[-1], X[:, 0], y[:2], y[-2:]))
            sizes.append(len(saved))
            regressor.predict(X)
    # The losses and the weights are floats of eight bytes, whatever the number of rows.
    assert len(set(sizes)) == 1
    arrays = regressor.model_.gradients().values()
    assert all(gradient is None for gradient in arrays), "of one row they would hold that row"


def test_a_column_that_varies_by_rounding_alone_moves_no_prediction_far(rng):
    X = np.column_stack([rng.normal(size=100), rng.choice([0.3, 0.1 + 0.2], size=100)])
    regressor = NeuralRegressor(random_state=0, epochs=3).fit(X, X[:, 0])
    moved = X + [0.0, 0.01]
    # Its weights start at 0 and are moved by some 1e-17, what is left of the column.
    np.testing.assert_allclose(regressor.predict(moved), regressor.predict(X), rtol=0, atol=1e-12)


def test_progress(data, capsys):
    NeuralRegressor(epochs=2, progress=True).fit(*data)
    assert "validation" in capsys.readouterr().err
    NeuralRegressor(epochs=2).fit(*data)
    assert capsys.readouterr().err == ""


def test_all_names_are_there():
    assert all(hasattr(nnlib, name) for name in nnlib.__all__)
    assert dir(nnlib) == sorted(nnlib.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Neuralregressor'"):
        nnlib.Neuralregressor  # noqa: B018


MODULES = [
    module.name
    for folder, prefix in [(nnlib, "nnlib."), (nnlib.estimators, "nnlib.estimators.")]
    for module in pkgutil.iter_modules(folder.__path__, prefix)
    if not module.ispkg
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0
    assert not name.endswith(("regressor", "classifier")) or result.attempted > 0, (
        "the examples were found"
    )
