"""The reliability diagram: each group at its mean, with the number of its rows."""

import numpy as np
import pytest

from nnlib.classroom import plot_reliability, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

SURE = np.array([0.55, 0.95, 0.65, 0.85, 1.0])
RIGHT = np.array([True, True, False, True, False])


def test_a_group_stands_at_its_means_with_its_number_of_rows():
    use_style()
    fig = plot_reliability({"net": (SURE, RIGHT)}, title="T", bins=2, lowest=0.5)
    (ax,) = fig.axes
    (line,) = [line for line in ax.lines if line.get_label() == "net"]
    np.testing.assert_allclose(line.get_xydata(), [[0.6, 1 / 2], [2.8 / 3, 2 / 3]])
    assert [text.get_text() for text in ax.texts] == ["2", "3"]
    (diagonal,) = [line for line in ax.lines if line.get_label() == "right as often as sure"]
    np.testing.assert_array_equal(diagonal.get_xydata(), [[0.5, 0.5], [1, 1]])
    assert to_png(fig) == to_png(fig)


def test_an_empty_group_is_left_out():
    (ax,) = plot_reliability({"net": (SURE[:1], RIGHT[:1])}, title="T").axes
    assert [text.get_text() for text in ax.texts] == ["1"]


@pytest.mark.parametrize(
    ("networks", "message"),
    [
        ({"net": (SURE, RIGHT[:3])}, r"net: needed are two arrays \(n,\), got \(5,\), \(3,\)"),
        ({"net": ([], [])}, r"net: needed are two arrays \(n,\)"),
        ({}, "nothing to draw"),
    ],
)
def test_what_cannot_be_drawn_is_refused(networks, message):
    with pytest.raises(ValueError, match=message):
        plot_reliability(networks, title="T")
