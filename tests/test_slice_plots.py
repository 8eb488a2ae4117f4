"""The slices through a loss: curves, tangents, and what is refused."""

import numpy as np
import pytest

from nnlib.classroom import plot_slices, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")


def bowl(w, b):
    return 3 * (w - 1) ** 2 + w * b + 2 * b**2


def slices(point=(2, -1), ranges=((0, 4), (-3, 1)), names=("w", "b")):
    use_style()
    return plot_slices(bowl, point, ranges, names=names, title="Two slices through a bowl")


def test_each_panel_moves_one_weight_and_leaves_the_other():
    along_w, along_b = slices().axes
    w, loss = along_w.lines[0].get_data()
    assert (w[0], w[-1]) == (0, 4)
    np.testing.assert_array_equal(loss, [bowl(value, -1.0) for value in w])
    b, loss = along_b.lines[0].get_data()
    assert (b[0], b[-1]) == (-3, 1)
    np.testing.assert_array_equal(loss, [bowl(2.0, value) for value in b])


def test_tangents_touch_at_the_point_with_the_slopes_of_the_formula():
    for ax, here, slope in zip(slices().axes, (2.0, -1.0), (5.0, -2.0), strict=True):
        (x0, x1), (y0, y1) = ax.lines[1].get_data()
        # central differences of a quadratic are exact but for rounding, about 1e-16 / 1e-5
        assert (y1 - y0) / (x1 - x0) == pytest.approx(slope, abs=1e-8)
        assert (y0 + y1) / 2 == pytest.approx(bowl(2.0, -1.0), abs=1e-8)
        assert (x0 + x1) / 2 == pytest.approx(here, abs=1e-12)
        assert ax.get_title(loc="left") == f"slope here: {slope:.2f}"


def test_both_panels_have_one_height_set_by_the_curves_and_not_by_the_tangents():
    fig = slices()
    to_png(fig)
    ((low, high),) = {ax.get_ylim() for ax in fig.axes}
    lowest = min(ax.lines[0].get_ydata().min() for ax in fig.axes)
    highest = max(ax.lines[0].get_ydata().max() for ax in fig.axes)
    assert fig.axes[0].lines[1].get_ydata().min() < low  # a tangent leaves the picture
    # matplotlib leaves 5 % of the curves' height free above and below
    margin = 0.051 * (highest - lowest)
    assert lowest - margin <= low < lowest and highest < high <= highest + margin


def test_the_point_is_left_as_it_was():
    point = np.array([2.0, -1.0])
    slices(point)
    np.testing.assert_array_equal(point, [2.0, -1.0])


def test_a_point_outside_its_range_is_refused():
    with pytest.raises(ValueError, match="b is 5, outside its range -3 to 1"):
        slices(point=(2.0, 5.0))


@pytest.mark.parametrize("wrong", [{"point": (2.0,)}, {"names": ("w",)}])
def test_each_weight_needs_a_value_a_range_and_a_name(wrong):
    with pytest.raises(ValueError, match="give each weight a value, a range and a name"):
        slices(**wrong)
