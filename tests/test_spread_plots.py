"""The picture of repeated runs: the median, the bar, and what lies beyond the axis."""

import numpy as np
import pytest

from nnlib.classroom import plot_spread, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

RATES = (0.01, 0.1, 1.0)
FRAME = {"title": "T", "xlabel": "rate", "ylabel": "loss", "highest": 1.0}
runs = np.array([[0.3, 0.1, 0.2], [0.5, 0.4, np.inf], [np.inf, np.inf, 0.2]])


def test_a_marker_at_the_median_and_a_bar_over_all_runs():
    use_style()
    fig = plot_spread(RATES, {"a": runs, "b": 2 * runs}, **FRAME)
    (ax,) = fig.axes
    lines = {line.get_label(): line for line in ax.lines}
    np.testing.assert_allclose(lines["a"].get_ydata()[:2], [0.2, 0.5])
    assert lines["a"].get_ydata()[2] > 1e6  # two of three have diverged: beyond the picture
    assert lines["a"].get_linestyle() != lines["b"].get_linestyle()
    assert lines["a"].get_marker() != lines["b"].get_marker()
    bar = ax.collections[0].get_segments()[0]
    np.testing.assert_allclose(bar[:, 1], [0.1, 0.3])
    low, high = ax.get_ylim()
    assert high == 1.0 and 0.05 < low < 0.1
    assert to_png(fig) == to_png(fig)


def test_the_curves_stand_beside_each_other_around_the_rate():
    fig = plot_spread(RATES, {"a": runs, "b": runs, "c": runs}, **FRAME)
    first, middle, last = (line.get_xdata() for line in fig.axes[0].lines)
    np.testing.assert_allclose(middle, RATES)
    np.testing.assert_allclose(first * last, np.square(RATES))
    assert (first < middle).all()
    labels = [fig.axes[0].xaxis.get_major_formatter()(rate) for rate in RATES]
    assert labels == ["0.01", "0.1", "1"]


@pytest.mark.parametrize(
    ("x", "runs", "message"),
    [
        (RATES, {}, "nothing to draw"),
        (RATES, {"a": runs[:2]}, r"a has shape \(2, 3\) for 3 values of x"),
        (RATES, {"a": runs[:, 0]}, r"a has shape \(3,\) for 3 values of x"),
        (RATES, {"a": runs[:, :0]}, r"a has shape \(3, 0\)"),
        (RATES, {"a": runs - 0.1}, "numbers above 0, and a has others"),
        (RATES, {"a": np.full((3, 2), np.nan)}, "numbers above 0"),
        ((0.0, 0.1, 1.0), {"a": runs}, "numbers above 0"),
        (RATES, {"a": runs + 5}, "highest=1 must be above the lowest run, 5.1"),
        (RATES, {"a": np.full((3, 2), np.inf)}, "no run that has not diverged"),
    ],
)
def test_what_cannot_be_drawn_is_refused(x, runs, message):
    with pytest.raises(ValueError, match=message):
        plot_spread(x, runs, **FRAME)
