"""The confusion matrix: every count in its cell, and only mistakes shaded."""

import numpy as np
import pytest

from nnlib.classroom import plot_confusion, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

COUNTS = np.array([[5, 2, 0], [0, 7, 1], [0, 0, 9]])


def test_counts_stand_at_said_and_was_there_and_mistakes_are_bold_and_shaded():
    use_style()
    fig = plot_confusion(COUNTS, title="T")
    (ax,) = fig.axes
    texts = {text.get_position(): text for text in ax.texts}
    assert {place: text.get_text() for place, text in texts.items()} == {
        (0, 0): "5", (1, 0): "2", (1, 1): "7", (2, 1): "1", (2, 2): "9",
    }  # fmt: skip
    bold = {place for place, text in texts.items() if text.get_fontweight() == "bold"}
    assert bold == {(1, 0), (2, 1)}
    np.testing.assert_array_equal(ax.images[0].get_array(), COUNTS - np.diag([5, 7, 9]))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("said", "was there")
    assert to_png(fig) == to_png(fig)


def test_no_mistake_at_all_can_be_drawn():
    to_png(plot_confusion(np.diag([3, 4]), title="T"))


@pytest.mark.parametrize("counts", [COUNTS[:2], COUNTS[0], np.zeros((0, 0))])
def test_what_is_not_square_is_refused(counts):
    with pytest.raises(ValueError, match="a confusion matrix is square"):
        plot_confusion(counts, title="T")
