"""The plots: what is drawn stands where the numbers say, and nothing covers anything."""

from types import SimpleNamespace

import numpy as np
import pytest
from matplotlib.figure import Figure

from nnlib import activations
from nnlib.classroom import (
    plot_activations,
    plot_errors,
    plot_fit,
    plot_fits,
    plot_functions,
    plot_learning_curves,
    plot_loss_surface,
    plot_units,
    plot_units_one_by_one,
    use_style,
)
from nnlib.classroom.plots.surfaces import draw_contours, round_heights
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

x = np.linspace(-10, 10, 100)
W1, b1 = np.array([[0.2, 0.3, 0.6]]), np.array([[1.99, -2.0, -2.0]])  # the article's units
X = [10, 20, -20, -40, -3]  # the article's five rows
Y = [9, 13, 5, -2, -1]
Y_HAT = [8.92, 12.04, 4, 4, 4.864]


@pytest.fixture(autouse=True)
def style():
    use_style()


def line(fig, label, axes=0):
    """Return the x and y of the line with this label."""
    (found,) = (drawn for drawn in fig.axes[axes].lines if drawn.get_label() == label)
    return found.get_xdata(), found.get_ydata()


def labels(fig):
    return [text.get_text() for text in fig.legends[0].get_texts()]


def check_layout(fig):
    """Draw it: the legend is inside the picture, and covers no axes and no axis label."""
    to_png(fig)
    for legend in fig.legends:
        box = legend.get_window_extent()
        assert box.x0 >= 0 and box.x1 <= fig.bbox.width and box.y0 >= 0
        for ax in fig.axes:
            assert box.y1 <= ax.get_tightbbox().y0 + 0.5  # pixels; antialiasing
    assert fig.bbox.width == 792  # 7.2 inches of 110 dots


def test_functions():
    fig = plot_functions(x.reshape(-1, 1), {"a": x, "b": -x[:, None]}, title="T", ylabel="loss")
    np.testing.assert_array_equal(line(fig, "b")[1], -x)
    assert labels(fig) == ["a", "b"]
    assert fig.axes[0].get_ylabel() == "loss"
    looks = {(drawn.get_color(), drawn.get_linestyle()) for drawn in fig.axes[0].lines}
    assert len(looks) == 2
    check_layout(fig)


def test_activation_and_slope():
    tanh = (np.tanh, lambda z: 1 - np.tanh(z) ** 2)
    fig = plot_activations(x, {"tanh": tanh}, title="T")
    np.testing.assert_array_equal(line(fig, "the function")[1], np.tanh(x))
    np.testing.assert_array_equal(line(fig, "its slope")[1], 1 - np.tanh(x) ** 2)
    assert fig.axes[0].get_title(loc="left") == "tanh"
    check_layout(fig)


def test_five_activations():
    functions = {
        name: (getattr(activations, name), getattr(activations, f"{name}_derivative", None))
        for name in ("softmax", "sigmoid", "relu", "leaky_relu", "tanh")
    }
    fig = plot_activations(x, functions, title="T")
    assert [ax.get_title(loc="left") for ax in fig.axes] == list(functions)
    assert [len(ax.lines) for ax in fig.axes] == [1, 2, 2, 2, 2]
    assert labels(fig) == ["the function", "its slope"]
    check_layout(fig)


def test_the_articles_units_bend_where_they_should():
    fig = plot_units(x, W1, b1, title="T")
    hinges, heights = line(fig, "a hinge")
    np.testing.assert_allclose(hinges, [-9.95, 20 / 3, 10 / 3])
    # By hand: unit 1 alone up to 10/3, then unit 3 adds 0.6 a step.
    np.testing.assert_allclose(heights, [0, 0.2 * 20 / 3 + 1.99 + 2, 0.2 * 10 / 3 + 1.99])
    at, total = line(fig, "their sum")
    np.testing.assert_allclose(total, np.maximum(at[:, None] @ W1 + b1, 0).sum(axis=1))
    assert set(hinges) <= set(at)
    assert "unit 2: relu(0.3 x - 2)" in labels(fig)
    check_layout(fig)


def test_weighted_units_and_the_first_of_them():
    fig = plot_units(x, W1, b1, [[1], [-1], [0.5]], [[4]], title="T", first=2)
    at, total = line(fig, "their sum + 4")
    by_hand = np.maximum(0.2 * at + 1.99, 0) - np.maximum(0.3 * at - 2, 0) + 4
    np.testing.assert_allclose(total, by_hand)
    assert "unit 2: -relu(0.3 x - 2)" in labels(fig)
    assert not any(label.startswith("unit 3") for label in labels(fig))
    check_layout(fig)


def test_a_flat_unit_has_no_hinge():
    fig = plot_units(x, [[0.0, 1.0]], [[3.0, 2.0]], title="T")
    np.testing.assert_array_equal(line(fig, "a hinge")[0], [-2])
    check_layout(plot_units(x, [[0.0]], [[3.0]], title="T"))


def test_many_units_share_one_entry():
    rng = np.random.default_rng(0)
    fig = plot_units(x, rng.normal(size=(1, 30)), rng.normal(size=(1, 30)), title="T")
    assert labels(fig) == ["their sum", "the 30 units", "a hinge"]
    check_layout(fig)


def test_units_one_by_one():
    fig = plot_units_one_by_one(x, W1, b1, title="T")
    titles = [ax.get_title(loc="left") for ax in fig.axes]
    assert titles == ["unit 1", "units 1 + 2", "units 1 + 2 + 3"]
    at, total = line(fig, "their sum", axes=1)
    np.testing.assert_allclose(total, np.maximum(at[:, None] @ W1 + b1, 0)[:, :2].sum(axis=1))
    check_layout(fig)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((W1, b1[:, :2]), r"b1 has shape \(1, 2\); for 3 units on one x it needs \(1, 3\)"),
        ((W1.T, b1), r"W1 has shape \(3, 1\)"),
        ((W1, b1, W1), r"W2 has shape \(1, 3\).* needs \(3, 1\)"),
    ],
)
def test_units_of_wrong_shape(arguments, message):
    with pytest.raises(ValueError, match=message):
        plot_units(x, *arguments, title="T")


def test_first_out_of_range():
    with pytest.raises(ValueError, match="first is 4, but there are 3 units"):
        plot_units(x, W1, b1, title="T", first=4)


def test_too_many_units_one_by_one():
    with pytest.raises(ValueError, match="7 units are too many"):
        plot_units_one_by_one(x, np.ones((1, 7)), np.ones((1, 7)), title="T")


def test_fit_sorts_its_curve():
    fig = plot_fit([3, 1, 2], [9, 1, 4], {"a line": [6, 2, 4]}, title="T")
    at, y_hat = line(fig, "a line")
    np.testing.assert_array_equal(at, [1, 2, 3])
    np.testing.assert_array_equal(y_hat, [2, 4, 6])
    np.testing.assert_array_equal(line(fig, "the data")[1], [9, 1, 4])
    check_layout(fig)


def test_fits_side_by_side():
    predictions = {f"{k} units": x / k for k in (1, 3, 10, 30)}
    fig = plot_fits(x, np.sin(x), predictions, title="T")
    assert [ax.get_title(loc="left") for ax in fig.axes] == list(predictions)
    check_layout(fig)


def test_fits_with_a_curve_of_more_points_than_the_data():
    dense = np.linspace(-10, 10, 1001)
    fig = plot_fits(x, np.sin(x), {"a line": dense / 2}, title="T", x_curve=dense)
    np.testing.assert_array_equal(line(fig, "the prediction")[0], dense)
    np.testing.assert_array_equal(line(fig, "the data")[0], x)


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="a line has 2 values for 3 values of x"):
        plot_fit([1, 2, 3], [1, 2, 3], {"a line": [1, 2]}, title="T")
    with pytest.raises(ValueError, match=r"x has shape \(3, 2\)"):
        plot_functions(np.ones((3, 2)), {"y": [1]}, title="T")
    with pytest.raises(ValueError, match="nothing to draw"):
        plot_functions(x, {}, title="T")


@pytest.mark.parametrize("squares", [False, True])
def test_errors_are_drawn_and_numbered(squares):
    fig = plot_errors(X, Y, Y_HAT, title="T", squares=squares)
    segments = fig.axes[0].collections[0].get_segments()
    lengths = [end[1] - start[1] for start, end in segments]
    np.testing.assert_allclose(lengths, [-0.08, -0.96, -1, 6, 5.864])
    numbers = [text.get_text() for text in fig.axes[0].texts]
    assert numbers == ["-0.08", "-0.96", "-1", "6", "5.86"]
    check_layout(fig)


@pytest.mark.parametrize(
    ("x", "y", "y_hat"),
    [
        (X, Y, Y_HAT),
        ([1], [2], [5]),
        ([1, 2, 3], [0, 0, 0], [100, -100, 50]),
        ([0, 1], [3, 4], [3, 4]),
    ],
)
def test_squared_errors_are_squares_inside_the_axes(x, y, y_hat):
    fig = plot_errors(x, y, y_hat, title="T", squares=True)
    check_layout(fig)
    ax = fig.axes[0]
    for square, error in zip(ax.patches, np.subtract(y_hat, y), strict=True):
        box = square.get_window_extent()
        assert box.width == pytest.approx(box.height, abs=1)  # pixels: edges are rounded to them
        assert square.get_height() == pytest.approx(abs(error))
        assert box.x1 <= ax.bbox.x1 + 1 and box.y1 <= ax.bbox.y1 + 1


def history(train, validation=()):
    return SimpleNamespace(train_loss=list(train), validation_loss=list(validation))


def test_learning_curves():
    fig = plot_learning_curves(history([3, 2, 1], [4, 3, 2]), title="T", level=("floor", 0.5))
    epochs, losses = line(fig, "training")
    np.testing.assert_array_equal(epochs, [1, 2, 3])
    np.testing.assert_array_equal(losses, [3, 2, 1])
    np.testing.assert_array_equal(line(fig, "floor (0.5)")[1], [0.5, 0.5])
    train, validation = fig.axes[0].lines[:2]
    assert (train.get_linestyle(), validation.get_linestyle()) == ("-", "--")
    check_layout(fig)


@pytest.mark.parametrize("log", [False, True])
def test_learning_curves_of_several_models(log):
    models = {f"lr {k}": history(x[60:] * k, x[60:]) for k in (1, 2, 3)}
    fig = plot_learning_curves(models, title="T", level=("noise floor", 1.0), log=log)
    assert labels(fig)[:3] == ["lr 1, training", "lr 1, validation", "lr 2, training"]
    assert fig.axes[0].get_yscale() == ("log" if log else "linear")
    check_layout(fig)


@pytest.mark.parametrize("losses", [[5.0], [5.0, np.nan, np.nan], np.full(5000, 2.0)])
def test_learning_curves_short_diverged_and_long(losses):
    fig = plot_learning_curves(history(losses), title="T")
    assert labels(fig) == ["training"]
    check_layout(fig)


def test_no_epoch_yet():
    with pytest.raises(ValueError, match="fit first, then plot"):
        plot_learning_curves(history([]), title="T")


def bowl(a, b):
    return (a - 1) ** 2 + 4 * (b + 0.5) ** 2


def test_loss_surface():
    path = [(3, 2), (2, 1), (1.5, 0)]
    fig = plot_loss_surface(
        bowl, (-2, 4), (-3, 3), names=("a", "b"), title="T", path=path, minimum=(1, -0.5)
    )
    np.testing.assert_array_equal(np.transpose(line(fig, "the path of descent")), path)
    assert [float(v[0]) for v in line(fig, "the lowest point")] == [1, -0.5]
    assert len(fig.axes[0].texts) >= 3  # two arrows at least, and numbers on the contours
    assert (fig.axes[0].get_xlabel(), fig.axes[0].get_ylabel()) == ("a", "b")
    check_layout(fig)


@pytest.mark.parametrize(
    ("low", "high"), [(7, 142), (0, 1), (-3, 5), (1e-9, 3e-9), (99.5, 100.5), (0, 1e12)]
)
def test_heights_are_round_and_rise_between_the_ends(low, high):
    heights = round_heights(low, high)
    assert len(heights) == 9
    assert (np.diff([low, *heights, high]) > 0).all()


def test_heights_of_a_known_valley():
    assert list(round_heights(7, 142)) == [8.5, 12, 20, 28, 40, 55, 75, 90, 120]


def test_contours_stand_at_the_heights_that_are_asked_for():
    ax = Figure().subplots()
    heights = (0.5, 1, 7)
    draw_contours(ax, [0, 1, 2], [0, 1], np.array([[0, 2, 9], [0, 4, 9]]), heights=heights)
    filled, lines = ax.collections
    assert tuple(lines.levels) == heights and tuple(filled.levels) == (0, *heights, 9)
    assert {text.get_text() for text in ax.texts} <= {"0.5", "1", "7"}


def test_a_long_path_gets_a_dozen_arrows():
    path = np.linspace((3, 2), (1, -0.5), 500)
    fig = plot_loss_surface(bowl, (-2, 4), (-3, 3), names=("a", "b"), title="T", path=path)
    arrows = [text for text in fig.axes[0].texts if getattr(text, "arrow_patch", None)]
    assert 10 <= len(arrows) <= 14
    check_layout(fig)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"minimum": (9, 0)}, r"minimum \(9.0, 0.0\) lies outside"),
        ({"path": [1, 2, 3]}, r"path has shape \(3,\)"),
    ],
)
def test_loss_surface_refuses(options, message):
    with pytest.raises(ValueError, match=message):
        plot_loss_surface(bowl, (-2, 4), (-3, 3), names=("a", "b"), title="T", **options)


def test_loss_surface_refuses_ranges_and_flat_losses():
    with pytest.raises(ValueError, match="range of b must rise"):
        plot_loss_surface(bowl, (-2, 4), (3, -3), names=("a", "b"), title="T")
    with pytest.raises(ValueError, match="The loss is 7 all over"):
        plot_loss_surface(lambda a, b: 7, (0, 1), (0, 1), names=("a", "b"), title="T")
