"""The maps of two classes: the boundary and the units' lines stand where the network has them."""

import numpy as np
import pytest

import nnlib
from nnlib.classroom import plot_boundaries, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

X = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 2.0], [4.0, 2.0], [1.0, 1.0]])
LABELS = np.array([0, 1, 0, 1, 0])


def by_the_first_feature(points):
    """Class 1 to the right of x1 = 3."""
    return np.stack([np.zeros(len(points)), points[:, 0] - 3], axis=1)


def network(units):
    rng = np.random.default_rng(0)
    first, last = nnlib.Linear(2, units, rng=rng), nnlib.Linear(units, 2, rng=rng)
    first.b[:] = 0.5
    return nnlib.Sequential(first, nnlib.ReLU(), last)


def lines(ax, label):
    return [line for line in ax.lines if line.get_label() == label]


def test_the_boundary_stands_where_the_scores_are_equal():
    use_style()
    fig = plot_boundaries({"one": by_the_first_feature}, X, LABELS, title="T")
    (ax,) = fig.axes
    (boundary,) = [c for c in ax.collections if len(c.levels) == 1]  # the other is the shading
    (path,) = boundary.get_paths()
    np.testing.assert_allclose(path.vertices[:, 0], 3)
    for label in (0, 1):
        (points,) = lines(ax, f"class {label}")
        np.testing.assert_array_equal(points.get_xydata(), X[LABELS == label])
    assert to_png(fig) == to_png(fig)


def test_each_unit_has_a_line_on_which_it_is_zero():
    model = network(3)
    fig = plot_boundaries({"net": model.predict, "same": model.predict}, X, LABELS, title="T")
    W, b = model.layers[0].W, model.layers[0].b.ravel()
    for ax in fig.axes:
        hinges = [line for line in ax.lines if hasattr(line, "get_slope")]
        assert len(hinges) == 3
        for unit, line in enumerate(hinges):
            for point in (line.get_xy1(), line.get_xy2()):
                assert abs(point @ W[:, unit] + b[unit]) < 1e-12  # rounding
    names = [text.get_text() for text in fig.legends[0].get_texts()]
    assert names.count("where a unit switches") == 1


def test_too_many_lines_are_left_out():
    (ax,) = plot_boundaries({"net": network(21).predict}, X, LABELS, title="T").axes
    assert not [line for line in ax.lines if hasattr(line, "get_slope")]


def test_where_one_class_is_everywhere_there_is_no_boundary():
    def always_class_0(points):
        return np.tile([1.0, 0.0], (len(points), 1))

    (ax,) = plot_boundaries({"flat": always_class_0}, X, LABELS, title="T").axes
    assert not lines(ax, "the boundary")


@pytest.mark.parametrize(
    ("models", "X", "labels", "message"),
    [
        ({"a": by_the_first_feature}, X[:, :1], LABELS, r"needs? X of shape \(n, 2\)"),
        ({"a": by_the_first_feature}, X, LABELS[:4], r"got \(5, 2\) and \(4,\)"),
        ({"a": by_the_first_feature}, X, LABELS + 1, "labels that are 0 or 1"),
        ({"a": lambda points: points[:, :1]}, X, LABELS, "two logits for each point"),
        ({}, X, LABELS, "nothing to draw"),
    ],
)
def test_what_cannot_be_drawn_is_refused(models, X, labels, message):
    with pytest.raises(ValueError, match=message):
        plot_boundaries(models, X, labels, title="T")
