"""The picture of paths: each has its own look, its start and its end, over one map."""

import numpy as np
import pytest

from nnlib.classroom import plot_paths, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

MAP = {"first_range": (-2, 2), "second_range": (-1, 3), "names": ("u", "v"), "title": "T"}
one, other = np.array([[-1.0, 0.0], [0.0, 1.0], [1.0, 2.0]]), [[0.5, 0.5]]


def bowl(u, v):
    return u**2 + v**2


def test_each_path_is_drawn_with_its_start_and_its_end():
    use_style()
    fig = plot_paths(bowl, paths={"one": one, "other": other}, **MAP)
    (ax,) = fig.axes
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("u", "v")
    assert (ax.get_xlim(), ax.get_ylim()) == ((-2, 2), (-1, 3))
    paths = [line for line in ax.lines if line.get_label() in ("one", "other")]
    for path, points in zip(paths, (one, other), strict=True):
        np.testing.assert_array_equal(path.get_xydata(), points)
    assert paths[0].get_linestyle() != paths[1].get_linestyle()
    assert paths[0].get_marker() != paths[1].get_marker()
    starts = [line.get_xydata()[0].tolist() for line in ax.lines if line.get_markersize() == 8]
    ends = [line.get_xydata()[0].tolist() for line in ax.lines if line.get_marker() == "*"]
    assert starts == [[-1, 0], [0.5, 0.5]]
    assert ends == [[1, 2], [0.5, 0.5]]
    assert [text.get_text() for text in fig.legends[0].get_texts()] == ["one", "other"]
    assert to_png(fig) == to_png(fig)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"paths": {}}, "nothing to draw"),
        ({"paths": {"flat": [1.0, 2.0]}}, r"flat has shape \(2,\)"),
        ({"paths": {"ragged": [[1.0, 2.0], [3.0]]}}, "ragged has rows of different lengths"),
        ({"paths": {"empty": np.empty((0, 2))}}, r"empty has shape \(0, 2\)"),
        ({"paths": {"one": one}, "second_range": (3, -1)}, "range of v must rise, got 3 to -1"),
    ],
)
def test_what_cannot_be_drawn_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        plot_paths(bowl, **{**MAP, **changes})
