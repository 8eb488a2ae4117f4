"""The picture of scores: a dot for each run, none over another, and the mean beside them."""

import numpy as np
import pytest

from nnlib.classroom import plot_scores, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

SCORES = {"one": [0.9, 0.8, 0.9, 0.9], "two": np.array([0.7])}


def test_a_row_for_each_model_a_dot_for_each_run_and_a_bar_at_the_mean():
    use_style()
    fig = plot_scores(SCORES, title="T")
    (ax,) = fig.axes
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["one", "two"]
    dots, bars = ax.lines[::2], ax.lines[1::2]
    for row, (values, drawn, bar) in enumerate(zip(SCORES.values(), dots, bars)):
        np.testing.assert_array_equal(drawn.get_xdata(), np.sort(values))
        assert np.all(np.abs(drawn.get_ydata() - row) < 0.5)
        assert len(np.unique(drawn.get_xydata(), axis=0)) == len(values)
        np.testing.assert_allclose(bar.get_xdata(), np.mean(values))
    assert [text.get_text() for text in ax.texts] == ["0.875", "0.700"]
    assert to_png(fig) == to_png(plot_scores(SCORES, title="T"))


@pytest.mark.parametrize(
    ("scores", "message"), [({}, "nothing to draw"), ({"one": []}, "one has no score")]
)
def test_what_cannot_be_drawn_is_refused(scores, message):
    with pytest.raises(ValueError, match=message):
        plot_scores(scores, title="T")
