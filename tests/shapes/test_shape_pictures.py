"""The pictures of `with explain():`: who draws them, what is on them, and in a real notebook."""

import ast
import base64
import sys

import matplotlib
import nbformat
import numpy as np
import pytest
from matplotlib.patches import Rectangle
from nbclient import NotebookClient

from nnlib import relu
from nnlib.classroom import explain
from nnlib.classroom.shapes import context
from nnlib.classroom.shapes.boxes import Boxes, side
from nnlib.classroom.shapes.layout import first_row, result_levels
from nnlib.classroom.shapes.names import Names
from nnlib.classroom.shapes.picture import SIZE, WIDTH, draw_shapes
from nnlib.classroom.shapes.reading import Reading
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")


def names():
    shapes = dict(X=(5, 1), Y=(5, 1), Y_hat=(5, 1), dY_hat=(5, 1), W1=(1, 2), b1=(1, 2), W2=(2, 1),
                  Z1=(5, 2), A1=(5, 2), v=(2,), Q=(6, 2, 3), R=(6, 2, 3, 4), big=(3000, 1),
                  wide=(1, 40000), none=(0, 1))  # fmt: skip
    arrays = {name: np.ones(shape) for name, shape in shapes.items()}

    class Layer:
        W = arrays["W2"]

    return {**arrays, "layer": Layer, "np": np, "relu": relu, "lr": 0.1}


def read(statement, *, runs=True):
    """Return the reading of a statement, after it has run."""
    space = names()
    known = Names(ast.parse(statement).body, space)
    reading = Reading(statement, known)
    if runs:
        exec(statement, space)
        known.after = space
        reading.finish(known)
    return reading


def read_failure(statement, part):
    """Return the reading of a statement that has failed in the part with this code."""
    reading = read(statement, runs=False)
    (node,) = [node for node in ast.walk(reading.tree) if code_of(node) == part]
    reading.fail(node, ValueError())
    return reading


def code_of(node):
    return ast.unparse(node) if isinstance(node, (ast.expr, ast.AugAssign)) else None


def words(figure):
    return [text.get_text() for text in figure.axes[0].texts]


STATEMENTS = [
    "Z1 = X @ W1 + b1",
    "A1 = relu(Z1)",
    "Y_hat = relu(X @ W1 + b1) @ W2",
    "dW2 = A1.T @ dY_hat",
    "db2 = dY_hat.sum(axis=0, keepdims=True)",
    "W2 -= lr * W2",
    "Z1 = Z1 - v",
    "b1 = b1 - Z1",
    "s = np.sum(Q, axis=1, keepdims=True)",
    "R = R + R",
    "dY_hat = 2 * (Y_hat - Y) / Y.size",
    "loss = np.mean((Y_hat - Y)**2)",
    "dA1 = dY_hat @ layer.W.T",
    "N = -Z1",
    "dZ1 = (dY_hat @ W2.T) * (Z1 > 0)",
    "first = X[:2]",
    "P, N = X @ W1, X.T",
    "s = np.sum(Z1, axis=-1)",
    "s = big - 1",
    "s = none - 1",
    "s = Q[:, -1]",
    "Ŷ = -Y_hat * Y_hat",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_every_operand_and_result_has_a_box_with_its_shape(statement):
    reading = read(statement)
    figure = draw_shapes(reading)
    written = words(figure)
    assert "".join(written[: len(reading.text)]) == statement
    shapes = [shape for *_, shape in first_row(reading)]
    shapes += [reading.shapes[node] for node in result_levels(reading)]
    boxes = figure.axes[0].patches
    assert len(boxes) == sum(1 + (len(shape) > 2) for shape in shapes)
    for shape in shapes:
        label = str(shape) if shape else "one number"
        drawn = sum(text.removesuffix(" 1-D") == label for text in written)
        assert drawn == shapes.count(shape)
    assert not [text for text in written if "float" in text]
    assert figure.get_size_inches()[0] <= WIDTH + 0.3


def test_the_boxes_are_tensor_sensors(monkeypatch):
    draw_shapes(read("Z1 = X @ W1 + b1"))  # loads it, without the warning that its source causes
    PyVizView = sys.modules["tsensor"].viz.PyVizView
    drawn, draw = [], PyVizView.draw
    monkeypatch.setattr(
        PyVizView,
        "draw",
        lambda view, axes, box: drawn.append(box.value.shape) or draw(view, axes, box),
    )
    draw_shapes(read("Z1 = X @ W1 + b1"))
    assert drawn == [(5, 2), (5, 1), (1, 2), (1, 2), (5, 2)]


@pytest.mark.parametrize("statement", ["Z1 = X @ W1 + b1", "loss = np.mean((Y_hat - Y)**2)"])
def test_nothing_is_drawn_outside_the_picture(statement):
    figure = draw_shapes(read(statement))
    figure.draw_without_rendering()
    width, height = figure.bbox.size
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height, text


def test_sizes_are_written_in_full():
    assert words(draw_shapes(read("s = big - 1"))).count("3000") == 2
    assert words(draw_shapes(read("s = none - 1"))).count("0") == 2
    assert words(draw_shapes(read("s = big @ W1 + b1"))).count("3000") == 3


def boxes(figure):
    """Return the width and height of each rectangle, in entries."""
    view = Boxes("", SIZE)
    (entry, _) = view.size((1, 1))
    rectangles = [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]
    return [(box.get_width() / entry, box.get_height() / entry) for box in rectangles]


def approx(pairs):
    return [pytest.approx(pair) for pair in pairs]


def test_boxes_are_drawn_to_scale():
    figure = draw_shapes(read("dW2 = A1.T @ dY_hat"))
    assert boxes(figure) == approx([(1, 2), (5, 2), (1, 5)])  # sums of floats
    assert not [text for text in words(figure) if "scale" in text]
    assert boxes(draw_shapes(read("s = Z1 * v")))[1:] == approx([(2, 5), (2, 1)])


def test_long_sides_are_shortened_and_that_is_said():
    figure = draw_shapes(read("s = big @ W1"))
    assert "Sides longer than 6 are shortened: not to scale." in words(figure)
    (_, long), *_ = boxes(figure)
    assert 6 < long < 15
    assert "".join(words(draw_shapes(read("s = Q - 1")))).count("only the first two") == 1


def test_a_longer_side_is_never_drawn_shorter():
    sides = [side(entries) for entries in range(100)] + [side(10**power) for power in range(2, 9)]
    assert sides == sorted(set(sides))
    assert [side(entries) for entries in (1, 3, 6)] == [1, 3, 6]


@pytest.mark.slow
@pytest.mark.parametrize(
    "statement", [*STATEMENTS, "s = big @ wide", "q = np.outer(v, v) + np.outer(v, v)"]
)
def test_no_words_stand_on_each_other(statement):
    figure = draw_shapes(read(statement))
    figure.draw_without_rendering()
    texts = figure.axes[0].texts[len(statement) :]  # the others are the letters of the statement
    frames = [text.get_window_extent().shrunk(0.9, 0.7) for text in texts]
    for number, frame in enumerate(frames):
        assert frame.count_overlaps(frames[number + 1 :]) == 0, texts[number]


def test_an_update_in_place_that_does_not_fit_is_drawn_with_its_reason():
    written = " ".join(words(draw_shapes(read_failure("b1 -= lr * Z1", "b1 -= lr * Z1"))))
    assert "does not fit" in written
    assert "the result is (5, 2), but b1, which is changed in place, stays (1, 2)" in written


def test_long_statements_are_made_to_fit():
    long = "Z1 = X @ W1 + b1 + X @ W1 + b1 + X @ W1 + b1 + X @ W1 + b1 + X @ W1 + b1"
    assert draw_shapes(read(long)).get_size_inches()[0] <= WIDTH + 0.3


def test_a_growing_bias_is_drawn_before_and_after_and_told():
    written = words(draw_shapes(read("b1 = b1 - Z1")))
    assert written.count("(1, 2)") == 1 and written.count("(5, 2)") == 2
    assert "b1 was (1, 2) and is now (5, 2)" in written


def test_a_mismatch_is_drawn_with_its_reason():
    written = " ".join(words(draw_shapes(read_failure("Z1 = X @ W2 + b1", "X @ W2"))))
    assert [written.count(shape) for shape in ("(5, 1)", "(2, 1)", "(1, 2)")] == [2, 2, 1]
    assert "does not fit" in written
    assert "the columns of X (1) must equal the rows of W2 (2)" in written


def cell(code):
    return nbformat.v4.new_code_cell(code)


SETUP = """
import matplotlib, sys
import numpy as np
from nnlib import make_article_weights, make_five_rows, relu
from nnlib.classroom import explain
X, Y = make_five_rows()
W1, b1, W2, b2 = make_article_weights()
matplotlib.rcParams["font.size"] = 31
before = dict(matplotlib.rcParams)
"""
BODY = """
with explain():
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    loss = np.mean((A1 @ W2 + b2 - Y)**2)
"""
MISMATCH = """
try:
    with explain():
        Z1 = X @ W2
except ValueError as error:
    print(error.__notes__[0])
"""
UNCHANGED = "print(sys.gettrace(), before == dict(matplotlib.rcParams))"


@pytest.fixture(scope="module")
def notebooks():
    """Two runs of the same notebook, each in a kernel of its own, with every cell run twice."""
    runs = []
    for _ in range(2):
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [cell(SETUP), cell(BODY), cell(BODY), cell(MISMATCH), cell(UNCHANGED)]
        NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
        runs.append([each.outputs for each in notebook.cells])
    return runs


def pictures(outputs):
    return [output for output in outputs if "image/png" in output.get("data", {})]


@pytest.mark.slow
def test_a_notebook_shows_pictures_with_words_and_no_stderr(notebooks):
    for setup, body, _, mismatch, unchanged in notebooks:
        assert setup == []
        assert {output.output_type for output in body + mismatch[:-1]} == {"display_data"}
        for output, name in zip(pictures(body), ["Z1", "A1", "loss"], strict=True):
            alt = output.metadata["image/png"]["alt"]
            assert alt == output.data["text/plain"] and alt.startswith(f"{name} = ")
            assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
            assert set(output.data) == {"image/png", "text/plain"}
        (picture,), printed = pictures(mismatch), mismatch[-1]
        note = (
            "X @ W2: X is (5, 1), W2 is (2, 1): the columns of X (1) must equal the rows of W2 (2)"
        )
        assert picture.data["text/plain"] == f"Z1 = X @ W2: {note}"
        assert printed.text == note + "\n"
        assert unchanged[0].text == "None True\n"


@pytest.mark.slow
def test_pictures_are_the_same_bytes_from_cell_to_cell_and_run_to_run(notebooks):
    drawn = [
        [output.data["image/png"] for output in pictures(outputs)]
        for run in notebooks
        for outputs in (run[1], run[2])
    ]
    assert len(drawn[0]) == 3 and drawn.count(drawn[0]) == 4


def test_the_learners_settings_do_not_change_the_picture(monkeypatch):
    drawn, X = [], np.ones((5, 1))
    monkeypatch.setattr(context, "show", lambda figure, alt: drawn.append(to_png(figure)))
    monkeypatch.setattr("IPython.get_ipython", lambda: "a notebook")
    theirs = {"figure.facecolor": "red", "savefig.dpi": 30, "savefig.bbox": "tight"}
    for settings in ({}, theirs):
        with matplotlib.rc_context(settings):
            with explain():
                loss = np.mean(X**2)
            assert matplotlib.rcParams["savefig.dpi"] == settings.get("savefig.dpi", "figure")
    assert loss == 1
    assert len(drawn) == 2 and drawn[0] == drawn[1]
