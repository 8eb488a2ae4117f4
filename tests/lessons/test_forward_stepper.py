"""The forward stepper: its steps, its words and its tables against sums written out here."""

import re

import numpy as np
import pytest

from nnlib.classroom import use_style
from nnlib.classroom.lessons.forward_pass.stepper.forward_stepper import ForwardStepper
from nnlib.classroom.lessons.forward_pass.stepper.numbers import (
    LAST,
    MADE_OF,
    forward_arrays,
    parts_in_order,
)

X = [10.0, 20.0, -20.0, -40.0, -3.0]
W1, B1, W2, B2 = [0.73, 0.2], [4.0, 2.0], [0.4, 0.1], 4.0

XW1 = [[x * w for w in W1] for x in X]
Z1 = [[product + b for product, b in zip(row, B1)] for row in XW1]
A1 = [[max(0.0, z) for z in row] for row in Z1]
AW2 = [[row[0] * W2[0] + row[1] * W2[1]] for row in A1]
Y_HAT = [[row[0] + B2] for row in AW2]
BY_HAND = {"X @ W1": XW1, "Z1": Z1, "A1": A1, "A1 @ W2": AW2, "Y_hat": Y_HAT}


@pytest.fixture
def stepper():
    use_style()
    return ForwardStepper()


@pytest.fixture
def scene(stepper):
    return stepper.scene(stepper.empty_figure())


def last_number(words):
    return float(re.findall(r"-?\d+(?:\.\d+)?", words)[-1])


def test_the_arrays_are_those_of_the_article():
    arrays = forward_arrays()
    for name, array in BY_HAND.items():
        assert arrays[name] == pytest.approx(np.array(array), rel=1e-12), name


def test_each_entry_is_made_once_and_after_what_it_is_made_of():
    arrays, made = forward_arrays(), []
    for name, rows, j in parts_in_order(arrays):
        before = MADE_OF[name][0]
        if before != "X":
            needed = {(before, i, j) for i in rows}
            if MADE_OF[name][1] == "@":
                needed = {(before, rows[0], k) for k in range(arrays[before].shape[1])}
            assert needed <= set(made)
        made += [(name, i, j) for i in rows]
    assert len(made) == len(set(made)) == sum(arrays[name].size for name in MADE_OF)
    assert LAST <= 30


def test_words_give_the_number_of_the_step(stepper):
    """The last number of the words, rounded to four digits, is the last that the step makes."""
    for step, (name, rows, j) in enumerate(parts_in_order(forward_arrays()), start=1):
        words = stepper.words({"step": step})
        assert words.startswith(f"Step {step} of {LAST}. ")
        assert last_number(words) == pytest.approx(BY_HAND[name][rows[-1]][j], rel=5e-4), words


def test_a_product_of_layer_2_is_written_out_with_both_terms(stepper):
    words = stepper.words({"step": 15})
    assert "Row 1 of A1 meets column 1 of W2: 2 products" in words
    assert "(A1 @ W2)[0, 0] = 11.3*0.4 + 4*0.1 = 4.92." in words


def test_words_of_relu_name_the_rows_that_it_shuts(stepper):
    assert "rows 3 and 4. Column 1 of A1 is" in stepper.words({"step": 13})
    assert "rows 3 and 4. Column 2 of A1 is" in stepper.words({"step": 14})


def test_covers_lie_on_what_is_not_yet_computed(scene):
    parts = parts_in_order(forward_arrays())
    for step in range(LAST + 1):
        scene.show({"step": step})
        middles = [path.vertices[:4].mean(axis=0) for path in scene.page._covers.get_paths()]
        later = [(name, i, j) for name, rows, j in parts[step:] for i in rows]
        assert len(middles) == len(later)
        for name, i, j in later:
            left, bottom, right, top = scene.page.tables[name].box([i], [j])
            middle = ((left + right) / 2, (bottom + top) / 2)
            assert any(cover == pytest.approx(middle) for cover in middles)


def frame_of(scene, kind):
    frame = scene.page._frames[kind]
    if not frame.get_visible():
        return None
    (left, bottom), width, height = frame.get_xy(), frame.get_width(), frame.get_height()
    return left, bottom, left + width, bottom + height


def test_frames_mark_a_row_a_column_and_their_entry(scene):
    tables = scene.page.tables
    scene.show({"step": 18})  # row 3 of A1 @ W2
    assert frame_of(scene, "row") == pytest.approx(tables["A1"].box([3]))
    assert frame_of(scene, "column") == pytest.approx(tables["W2"].box(slice(None), [0]))
    assert frame_of(scene, "entry") == pytest.approx(tables["A1 @ W2"].box([3], [0]))
    scene.show({"step": 13})  # ReLU takes no weights
    assert frame_of(scene, "column") is None
    scene.show({"step": 0})
    assert [frame_of(scene, kind) for kind in ("row", "column", "entry")] == [None] * 3


@pytest.mark.parametrize(
    ("step", "foot"),
    [
        (9, "(X @ W1)[4, 0] = (-3)*0.73 = -2.19"),
        (11, "Z1[4, 0] = -2.19 + 4 = 1.81"),  # the row that the bias lifts above 0
        (13, "A1[3, 0] = relu(-25.2) = 0"),  # the lowest row
        (0, ""),
    ],
)
def test_the_foot_writes_out_a_telling_row(scene, step, foot):
    scene.show({"step": step})
    assert scene.page._foot.get_text() == foot


def test_numbers_stand_in_their_cells(scene):
    texts = {tuple(text.get_position()): text.get_text() for text in scene.page.ax.texts}
    for name, array in BY_HAND.items():
        for i, row in enumerate(array):
            for j, value in enumerate(row):
                left, bottom, right, top = scene.page.tables[name].box([i], [j])
                middle = ((left + right) / 2, (bottom + top) / 2)
                (text,) = (texts[place] for place in texts if place == pytest.approx(middle))
                assert float(text) == pytest.approx(value, rel=5e-4)  # four digits


def test_a_small_picture_shows_the_layer_of_the_step(stepper):
    for step, name, hidden in ((1, "X @ W1", "Y_hat"), (13, "A1", "X"), (19, "A1 @ W2", "X")):
        scene = stepper.scene(stepper.empty_figure(), small=True)
        scene.show({"step": step})
        low, high = scene.page.ax.get_xlim()
        left, _, right, _ = scene.page.tables[name].box()
        assert low <= left and right <= high
        left, _, right, _ = scene.page.tables[hidden].box()
        assert right < low or high < left
