"""The diagrams: the right numbers, the right code, and no word upon another."""

import numpy as np
import pytest
from helpers import random_network
from matplotlib.colors import to_hex

import nnlib.activations
from nnlib.classroom import (
    PALETTE,
    draw_backward,
    draw_forward,
    draw_network,
    draw_product,
    use_style,
)
from nnlib.classroom.diagrams import canvas
from nnlib.classroom.diagrams.canvas import number_text
from nnlib.classroom.style import to_png
from nnlib.layers import LeakyReLU, Linear, ReLU, Sigmoid, Tanh
from nnlib.network import Sequential

pytestmark = pytest.mark.filterwarnings("error")

W1, b1 = np.array([[0.73, 0.2]]), np.array([[4.0, 2.0]])
W2, b2 = np.array([[0.4], [0.1]]), np.array([[4.0]])
X = np.array([[10.0], [20], [-20], [-40], [-3]])


@pytest.fixture(autouse=True)
def style():
    use_style()


def network_of(*sizes, activation=ReLU):
    return random_network(np.random.default_rng(0), *sizes, activation=activation)


ARTICLE = Sequential(Linear.from_weights(W1, b1), ReLU(), Linear.from_weights(W2, b2))
NETWORKS = {
    "smallest": network_of(1, 1),
    "article": ARTICLE,
    "two outputs": network_of(3, 4, 2, activation=Tanh),
    "12 numbers": network_of(4, 3, 4, 3),
    "5-10-10-1": network_of(5, 10, 10, 1, activation=LeakyReLU),
    "wide and deep": network_of(40, 30, 20, 30, 20),
}
network = pytest.mark.parametrize("name", NETWORKS)


def words(fig):
    return [text.get_text() for text in fig.axes[0].texts]


def check_words(fig):
    """Draw it: all words are inside the picture, and none upon another."""
    to_png(fig)
    boxes = [
        (text.get_text(), text.get_window_extent()) for text in [*fig.axes[0].texts, *fig.texts]
    ]
    for word, box in boxes:
        assert box.x0 >= 0 and box.y0 >= 0, word
        assert box.x1 <= fig.bbox.width and box.y1 <= fig.bbox.height, word
    left, bottom, right, top = np.array([box.extents for _, box in boxes]).T
    side_by_side = (right[:, None] < left) | (top[:, None] < bottom)
    overlapping = ~(side_by_side | side_by_side.T)
    np.fill_diagonal(overlapping, False)
    assert not overlapping.any(), [boxes[i][0] for i in np.flatnonzero(overlapping.any(axis=0))]


@pytest.mark.slow
@network
def test_words_of_the_network_do_not_overlap(name):
    check_words(draw_network(NETWORKS[name], title="A title"))


@pytest.mark.slow
@network
def test_words_of_the_passes_do_not_overlap(name):
    for n in (None, 5, 80_000):
        check_words(draw_forward(NETWORKS[name], n, title="A title"))
        check_words(draw_backward(NETWORKS[name], n, title="A title"))


def test_the_check_finds_overlaps():
    fig = draw_network(ARTICLE, title="A title")
    fig.axes[0].text(*fig.axes[0].texts[0].get_position(), "on top")
    with pytest.raises(AssertionError, match="on top"):
        check_words(fig)


def test_the_articles_network_has_its_numbers():
    written = words(draw_network(ARTICLE, title="A title"))
    assert {"0.73", "0.2", "0.4", "0.1"} <= set(written)
    assert sorted(word for word in written if word.startswith("b = ")) == [
        "b = 2",
        "b = 4",
        "b = 4",
    ]
    assert {"input", "hidden (ReLU)", "output", "x", "a1", "a2", "ŷ"} <= set(written)
    assert {"W1 (1, 2)\nb1 (1, 2)", "W2 (2, 1)\nb2 (1, 1)"} <= set(written)


def test_every_weight_has_its_number_where_there_are_twelve():
    written = words(draw_network(NETWORKS["12 numbers"], title="A title"))
    for layer in NETWORKS["12 numbers"].layers[::2]:
        assert {f"{weight:.3g}" for weight in layer.W.ravel()} <= set(written)


def test_signs_show_in_colour_and_in_line_style_and_size_in_width():
    fig = draw_network([(np.array([[2.0, -1.0, 0.5]]), np.zeros((1, 3)))], title="A title")
    first, second, third = fig.axes[0].lines
    assert (first.get_linestyle(), second.get_linestyle()) == ("-", "--")
    assert to_hex(first.get_color()).upper() == PALETTE["blue"]
    assert to_hex(second.get_color()).upper() == PALETTE["vermillion"]
    assert first.get_linewidth() > second.get_linewidth() > third.get_linewidth()


def test_a_wide_layer_is_drawn_with_dots():
    written = words(draw_network(network_of(1, 10, 1), title="A title", max_units=5))
    assert [word for word in written if word.startswith("a")] == ["a1", "a2", "a3", "a10"]
    assert written.count("⋮") == 1
    with pytest.raises(ValueError, match="max_units is 2"):
        draw_network(ARTICLE, title="A title", max_units=2)


def test_a_list_of_weights_is_a_network_with_relu():
    pairs = [(W1, b1), (W2, b2)]
    for draw in (draw_network, draw_forward, draw_backward):
        assert to_png(draw(pairs, title="T")) == to_png(draw(ARTICLE, title="T"))


def test_a_network_without_weights_is_refused():
    with pytest.raises(ValueError, match="no Linear layer"):
        draw_network(Sequential(ReLU()), title="A title")


@pytest.mark.parametrize("draw", [draw_network, draw_forward, draw_backward])
def test_what_would_be_drawn_wrong_is_refused(draw):
    first, last = ARTICLE.layers[::2]
    with pytest.raises(ValueError, match=r"Tanh\(\) and Sigmoid\(\) follow each other.*called A"):
        draw(Sequential(first, Tanh(), Sigmoid(), last), title="A title")
    with pytest.raises(ValueError, match=r"layer 1 gives 3.*layer 2 takes 4"):
        draw([(np.ones((2, 3)), np.ones((1, 3))), (np.ones((4, 1)), [[1.0]])], title="A title")


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(999.6, 3, "1000"), (-999.6, 3, "-1000"), (999.4, 3, "999"), (9999.7, 4, "10000"),
     (1000.4, 3, "1000"), (0.73, 3, "0.73"), (-0.0, 3, "0"), (0.00012, 3, "1e-04"),
     (2e6, 3, "2e+06")],
)  # fmt: skip
def test_numbers_are_short(value, digits, text):
    assert number_text(value, digits) == text


def code(fig):
    return [word for word in words(fig) if " = " in word]


def test_forward_lines_run_and_give_the_articles_predictions():
    fig = draw_forward(ARTICLE, X=X, title="A title")
    assert {"X (5, 1)", "Z1 (5, 2)", "A1 (5, 2)", "Y_hat (5, 1)", "loss"} <= set(words(fig))
    assert "(5, 1) @ (1, 2) + (1, 2) → (5, 2)" in words(fig)
    names = {**vars(nnlib.activations), "np": np, "X": X, "W1": W1, "b1": b1, "W2": W2, "b2": b2}
    names["Y"] = np.array([[9.0], [13], [5], [-2], [-1]])
    for statement in code(fig):
        exec(statement, names)
    np.testing.assert_allclose(names["Y_hat"].ravel(), [8.92, 12.04, 4, 4, 4.864])


@pytest.mark.parametrize("activation", [ReLU, LeakyReLU, Sigmoid, Tanh])
def test_backward_lines_run_and_give_the_gradients_of_the_network(activation):
    model = network_of(3, 4, 5, 2, activation=activation)
    rng = np.random.default_rng(1)
    names = {**vars(nnlib.activations), "np": np, **model.parameters()}
    names |= {"X": rng.normal(size=(7, 3)), "Y": rng.normal(size=(7, 2))}
    for statement in code(draw_forward(model, title="A title")):
        exec(statement, names)
    model.forward(names["X"])
    model.backward(2 * (names["Y_hat"] - names["Y"]) / 14)

    def from_bottom_to_top(fig):
        lines = [text for text in fig.axes[0].texts if " = " in text.get_text()]
        return sorted(lines, key=lambda text: text.get_position()[1])

    fig = draw_backward(model, X=names["X"], title="A title")
    for text in from_bottom_to_top(fig):
        exec(text.get_text(), names)
    for name, gradient in model.gradients().items():
        # The same operations in the same order, but for the sums' order inside BLAS.
        np.testing.assert_allclose(names[f"d{name}"], gradient, rtol=1e-12)
    for name in ("dY_hat", "dA2", "dZ2", "dA1", "dZ1"):
        assert f"{name} {names[name].shape}" in words(fig)


def test_backward_of_the_article_names_all_seven_gradients():
    made = [line.split(" = ")[0] for line in code(draw_backward(ARTICLE, title="A title"))]
    assert sorted(made) == ["dA1", "dW1", "dW2", "dY_hat", "dZ1", "db1", "db2"]


def test_rows_of_the_passes():
    assert "Z1 (n, 2)" in words(draw_forward(ARTICLE, title="A title"))
    with pytest.raises(ValueError, match=r"X has shape \(2, 3\), but W1 has 1 rows"):
        draw_forward(ARTICLE, X=np.ones((2, 3)), title="A title")
    with pytest.raises(ValueError, match="n must be at least 1"):
        draw_backward(ARTICLE, 0, title="A title")


def test_product_shows_its_numbers_and_one_sum():
    fig = draw_product(X, W1, row=1, column=0, title="A title")
    written = words(fig)
    for number in ("10", "0.73", "7.3", "14.6", "-29.2", "-0.6"):
        assert number in written
    assert "Z[1, 0] = 20*0.73 = 14.6" in written
    assert {"X  (5, 1)", "W  (1, 2)", "Z  (5, 2)"} <= set(written)
    check_words(fig)


def test_product_stands_where_row_and_column_cross():
    A, B = np.array([[1.0, 2, 3], [4, 5, 6]]), np.array([[10.0, 200], [30, -400], [50, 600]])
    fig = draw_product(A, B, names=("A1", "W2", "Z2"), row=1, column=1, title="A title")
    places = {text.get_text(): text.get_position() for text in fig.axes[0].texts}
    assert places["2400"] == pytest.approx((places["200"][0], places["4"][1]))
    assert "Z2[1, 1] = 4*200 + 5*(-400) + 6*600 = 2400" in places
    assert places["1"][1] > places["4"][1]  # the first row is on top
    assert places["10"][1] > places["30"][1] > places["50"][1]
    assert places["1"][0] < places["2"][0] < places["3"][0]
    framed = [patch.get_bbox() for patch in fig.axes[0].patches if patch.get_linewidth() > 2]
    inside = [{word for word, place in places.items() if box.contains(*place)} for box in framed]
    assert inside == [{"4", "5", "6"}, {"200", "-400", "600"}, {"2400"}]
    check_words(fig)


def test_names_of_a_tiny_product_stay_apart():
    check_words(draw_product([[2]], [[3]], names=("A1.T", "dY_hat", "dW2"), title="A title"))


@pytest.mark.parametrize(
    ("factor", "written"),
    [(0.5, "10*0.5 = 5"), (0.123456, "10*0.1235 ≈ 1.235"), (1 / 3, "≈ 3.333")],
)
def test_a_rounded_sum_says_so(factor, written):
    fig = draw_product([[10]], [[factor]], row=0, column=0, title="A title")
    assert words(fig)[-1].endswith(written)


@pytest.mark.slow
@pytest.mark.parametrize("shapes", [((1, 1), (1, 1)), ((5, 4), (4, 3)), ((14, 6), (6, 6))])
def test_product_of_any_size_can_be_read(shapes):
    rng = np.random.default_rng(0)
    A, B = (100 * rng.normal(size=shape) for shape in shapes)
    for options in ({}, {"row": 0, "column": 0}):  # the least and the most that is written
        fig = draw_product(A, B, names=("A1.T", "dY_hat", "dW2"), title="A title", **options)
        check_words(fig)
        assert min(text.get_fontsize() for text in fig.axes[0].texts) >= 6


@pytest.mark.parametrize(
    ("A", "B", "options", "message"),
    [
        (X, W2, {}, r"X has shape \(5, 1\) and W has shape \(2, 1\).*columns in X \(1\).*\(2\)"),
        (X, W1, {"row": 5}, "row is 5, but X has rows 0 to 4"),
        (X, W1, {"column": -1}, "column is -1, but W has columns 0 to 1"),
        (np.ones((100, 1)), W1, {}, r"too large to be read.*X\[:5\]"),
        (np.ones(3), W1, {}, r"X has shape \(3,\)"),
    ],
)
def test_product_refuses(A, B, options, message):
    with pytest.raises(ValueError, match=message):
        draw_product(A, B, title="A title", **options)


def test_a_box_lies_over_the_arrows_that_end_at_it():
    pictures = []
    for ends in ([], [((1.2, 1), (2.8, 1))]):
        fig, ax = canvas.new_canvas("A title", 4, 2)
        canvas.box(ax, 2, 1, 2, 1)
        for start, end in ends:
            canvas.arrow(ax, start, end)
        pictures.append(to_png(fig))
    assert pictures[0] == pictures[1]
