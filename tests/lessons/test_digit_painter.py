"""The digit painter: its cells work as buttons, and picture and words say what the network says."""

import html
import re

import numpy as np
import pytest

from nnlib.classroom import DigitPainter, use_style
from nnlib.classroom.lessons.classification.painter.digit_painter import percent
from nnlib.classroom.lessons.classification.painter.reader import (
    EMPTY,
    FIRST,
    IMAGES,
    TRAINED_ON,
    change_two,
    digits,
    hidden_units,
    label_of,
    reader,
    shares_of,
    starting_images,
)

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture(autouse=True)
def notebook_style():
    use_style()


@pytest.fixture(scope="module")
def painter():
    return DigitPainter()


@pytest.fixture
def panel(painter):
    return painter.panel()


def tool(panel, text):
    """One of the buttons under the grid."""
    return next(b for b in panel.inputs["cells"].tools.children if b.description == text)


def words_of(panel):
    return html.unescape(re.sub(r"<[^>]+>", "", panel.text.value))


def shares_by_hand(cells):
    W1, b1, W2, b2 = reader().parameters().values()
    hidden = np.maximum(np.array(cells) / 16 @ W1 + b1, 0)
    scores = np.exp(hidden @ W2 + b2)
    return hidden[0], (scores / scores.sum())[0]


def test_images_are_those_of_scikit_learn_and_new_to_the_network():
    X, labels = digits()
    assert X.shape == (1797, 64) and FIRST >= TRAINED_ON
    images = starting_images()
    assert images[0] == EMPTY and len(images) == IMAGES + 1
    for number in range(1, IMAGES + 1):
        np.testing.assert_array_equal(images[number], X[FIRST + number - 1])
        assert label_of(number) == labels[FIRST + number - 1]
    assert {label_of(number) for number in range(1, IMAGES + 1)} == set(range(10))


def test_the_network_reads_and_is_trained_once():
    assert reader() is reader()
    X, labels = digits()
    right = shares_of(X[TRAINED_ON:]).argmax(axis=1) == labels[TRAINED_ON:]
    assert right.mean() > 0.9  # 0.912; rounding on another machine may move a row or two


def test_shares_and_units_are_those_of_plain_numpy():
    for cells in starting_images():
        hidden, shares = shares_by_hand(cells)
        np.testing.assert_allclose(hidden_units(cells), hidden, atol=1e-12)  # rounding
        np.testing.assert_allclose(shares_of([cells])[0], shares, atol=1e-12)


def test_two_cells_are_the_best_of_all_pairs():
    cells = starting_images()[4]
    fooled = change_two(cells)
    changed = [k for k in range(64) if fooled[k] != cells[k]]
    assert 1 <= len(changed) <= 2 and all(fooled[k] in (0, 16) for k in changed)
    answer, other = (shares_of([image])[0].argmax() for image in (cells, fooled))
    assert answer == label_of(4) != other
    share = shares_of([fooled])[0, other]
    i, j = changed
    for k in range(64):  # all other partners of one of the two
        for values in ((0, 0), (0, 16), (16, 0), (16, 16)):
            tried = list(cells)
            tried[i], tried[k] = values
            assert np.delete(shares_of([tried])[0], answer).max() <= share + 1e-12


def test_nearly_every_image_can_be_fooled():
    fooled = [
        shares_of([cells])[0].argmax() != shares_of([change_two(cells)])[0].argmax()
        for cells in starting_images()[1:]
    ]
    assert fooled.count(False) == 1  # the sixth, a 4, takes two presses of the button


def test_a_cell_goes_from_white_to_grey_to_black_and_back(panel):
    panel.inputs["image"].value = 0
    cell = panel.inputs["cells"].cells[2 * 8 + 4]
    seen = []
    for _ in range(4):
        seen.append((cell.description, cell.style.button_color, panel.state["cells"][20]))
        cell.click()
    assert seen[:3] == [
        ("row 3, column 5: 0 of 16", "#ffffff", 0),
        ("row 3, column 5: 8 of 16", "#808080", 8),
        ("row 3, column 5: 16 of 16", "#000000", 16),
    ]
    assert seen[3] == seen[0]


def test_a_cell_between_two_levels_goes_to_the_next(panel):
    image = starting_images()[4]
    grid = panel.inputs["cells"]
    for k in (image.index(11), image.index(7)):
        grid.cells[k].click()
        assert grid.value[k] == (16 if image[k] == 11 else 8)
    assert sum(now != before for now, before in zip(grid.value, image, strict=True)) == 2


def test_every_cell_has_a_name_of_its_own_that_tells_where_and_what(panel):
    panel.inputs["image"].value = 9
    cells = panel.inputs["cells"].cells
    assert len({cell.description for cell in cells}) == 64
    for k, cell in enumerate(cells):
        row, column, value = map(
            int, re.match(r"row (\d), column (\d): (\d+) of 16", cell.description).groups()
        )
        assert (row - 1) * 8 + column - 1 == k and value == starting_images()[9][k]


def test_an_image_is_drawn_at_once_when_it_is_chosen(painter, monkeypatch):
    panel = painter.panel()
    drawn = []
    show = panel._scene.show
    monkeypatch.setattr(panel._scene, "show", lambda state: drawn.append(state) or show(state))
    panel.inputs["image"].value = 3
    assert drawn == [{"image": 3, "cells": starting_images()[3]}]
    assert words_of(panel).startswith("Test image 3, a 1. ")


def test_erase_empties_the_grid_each_time(panel):
    for _ in range(2):
        panel.inputs["cells"].cells[5].click()
        tool(panel, "Erase").click()
        assert panel.state == {"image": 0, "cells": EMPTY}
        assert words_of(panel).startswith("The grid is empty. ")


def test_a_button_fools_the_network(panel):
    tool(panel, "Change two cells to fool it").click()
    assert panel.state["cells"] == change_two(starting_images()[4])
    assert "That is wrong: it is a 2." in words_of(panel)


def test_an_image_brings_its_cells_and_may_be_shown_fooled(painter):
    assert painter.changed({"image": 10}) == {"image": 10, "cells": starting_images()[10]}
    assert painter.changed({}) == painter.start()
    state = painter.fooled(10)
    assert state == {"image": 10, "cells": change_two(starting_images()[10])}
    assert painter.changed(state) == state


def test_words_tell_what_is_drawn_and_said(painter):
    def said(**state):
        return painter.words(painter.changed(state))

    assert said().startswith(
        "Test image 4, a 2. The network says 2 (over 99 %), then 8 (under 1 %) and "
    )
    hidden, _ = shares_by_hand(starting_images()[4])
    assert said().endswith(f" {np.count_nonzero(hidden)} of 64 hidden units are on.")
    cells = list(starting_images()[4])
    cells[44] = 0
    assert "a 2, changed: row 6, column 5 from 16 to 0. The" in said(cells=tuple(cells))
    assert "a 2, 64 cells changed. " in said(cells=tuple((c + 1) % 17 for c in cells))
    assert "That is wrong: it is an 8." in said(image=10)
    own = said(image=0, cells=starting_images()[9])
    assert own.startswith("Your drawing: 30 cells are not white. ") and "wrong" not in own


def test_percent_is_never_all_or_nothing():
    shares = (0.0001, 0.006, 0.5, 0.994, 0.9999)
    assert [percent(s) for s in shares] == ["under 1 %", "1 %", "50 %", "99 %", "over 99 %"]


def test_the_picture_holds_the_numbers(painter):
    scene = painter.scene(painter.empty_figure())
    cells = change_two(starting_images()[4])
    scene.show({"image": 4, "cells": cells})
    hidden, shares = shares_by_hand(cells)
    np.testing.assert_array_equal(scene.image.squares.get_array().ravel(), cells)
    ends = [path.get_extents() for path in scene.shares.bars.get_paths()]
    np.testing.assert_allclose([box.y1 for box in ends], shares)
    np.testing.assert_allclose([(box.x0 + box.x1) / 2 for box in ends], range(10))
    assert {box.y0 for box in ends} == {0}
    assert scene.shares.answer.get_xdata() == [shares.argmax()]
    np.testing.assert_allclose(scene.units.squares.get_array().ravel(), hidden)
    for marks, where in (
        (scene.off, hidden == 0),
        (scene.changed, cells != np.array(starting_images()[4])),
    ):
        columns, rows = marks.get_data()
        assert sorted(8 * rows + columns) == list(np.flatnonzero(where))
    scene.show({"image": 0, "cells": cells})
    assert len(scene.changed.get_xdata()) == 0  # changed from nothing
