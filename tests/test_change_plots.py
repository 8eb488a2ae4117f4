"""The picture of changes: every panel holds the curve before and the one after."""

import numpy as np
import pytest

from nnlib.classroom import plot_changes, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

x = np.linspace(-2, 2, 5)


def test_each_change_has_a_panel_with_both_curves():
    use_style()
    fig = plot_changes(x.reshape(-1, 1), x, {"doubled": 2 * x, "lifted": x[:, None] + 3}, title="T")
    assert [ax.get_title(loc="left") for ax in fig.axes] == ["doubled", "lifted"]
    for ax, expected in zip(fig.axes, (2 * x, x + 3)):
        drawn = {line.get_label(): line for line in ax.lines}
        np.testing.assert_array_equal(drawn["before"].get_ydata(), x)
        np.testing.assert_array_equal(drawn["after"].get_ydata(), expected)
        assert drawn["before"].get_linestyle() != drawn["after"].get_linestyle()
    assert to_png(fig) == to_png(fig)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (x[:4], {"a": x}, "before has 4 values for 5 values of x"),
        (x, {"a": x[:3]}, "a has 3 values for 5 values of x"),
        (x, {}, "nothing to draw"),
    ],
)
def test_what_cannot_be_drawn_is_refused(before, after, message):
    with pytest.raises(ValueError, match=message):
        plot_changes(x, before, after, title="T")
