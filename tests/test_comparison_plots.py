"""The picture of a wrong answer: three tables, number by number."""

import warnings

import numpy as np
import pytest

from nnlib.classroom.plots.comparison import plot_comparison
from nnlib.classroom.style import WIDTH, to_png, use_style

INF, NAN = np.inf, np.nan


@pytest.fixture(autouse=True)
def styled():
    use_style()


def numbers_of(ax):
    return [text.get_text() for text in ax.texts]


def test_three_tables_show_every_number():
    fig = plot_comparison([[1.0, 2.0], [3.0, -4.5]], [[1.0, 2.5], [3.0, 4.5]], name="dW")
    assert [ax.get_title(loc="left") for ax in fig.axes] == [
        "yours",
        "expected",
        "yours - expected",
    ]
    assert [numbers_of(ax) for ax in fig.axes] == [
        ["1", "2", "3", "-4.5"],
        ["1", "2.5", "3", "4.5"],
        ["0", "-0.5", "0", "-9"],
    ]


def test_the_title_counts_the_wrong_numbers():
    fig = plot_comparison([[1.0, NAN, NAN]], [[1.0, 2.0, NAN]], name="dW")
    assert fig.get_suptitle() == "dW: 1 of 3 numbers differ"


def test_signs_have_different_shades():
    image = plot_comparison([[-2.0, 0.0, 2.0]], [[0.0, 0.0, 1.0]], name="dW").axes[0].images[0]
    assert image.get_array().tolist() == [[-1.0, 0.0, 1.0]]
    assert image.get_clim() == (-1, 1)


@pytest.mark.parametrize("yours", [[[NAN, NAN]], [[INF, -INF]], [[1.5e308, -1e-308]], [[0.0, 0.0]]])
def test_numbers_beyond_all_limits_are_drawn_without_a_warning(yours):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fig = plot_comparison(yours, [[-1.5e308, INF]], name="dW")
        assert to_png(fig).startswith(b"\x89PNG")


@pytest.mark.parametrize("shape", [(5, 1), (2, 3), (1, 4), (6, 7), (1, 12)])
def test_every_number_fits_into_its_cell_and_every_cell_into_the_picture(shape):
    longest = np.full(shape, -1.23e300)
    fig = plot_comparison(longest, np.ones(shape), name="dW")
    fig.draw_without_rendering()
    everything = fig.bbox
    for ax in fig.axes:
        cell = ax.get_window_extent().width / shape[1]
        for text in ax.texts:
            box = text.get_window_extent()
            assert box.width <= cell, text.get_text()
            assert box.height <= ax.get_window_extent().height / shape[0]
        whole = ax.get_tightbbox()
        assert everything.x0 <= whole.x0 and whole.x1 <= everything.x1 + 1  # a line's half width
        assert everything.y0 <= whole.y0 and whole.y1 <= everything.y1


def test_up_to_eight_columns_are_about_as_wide_as_a_notebook():
    """A picture that is wider is shrunk, and its numbers become too small to read."""
    for columns in range(1, 9):
        table = np.ones((2, columns))
        assert plot_comparison(table, table, name="dW").get_size_inches()[0] <= 1.15 * WIDTH


@pytest.mark.parametrize(
    ("yours", "expected"), [((2, 3), (3, 2)), ((3,), (3,)), ((), ()), ((0, 2), (0, 2))]
)
def test_other_shapes_are_refused_by_name(yours, expected):
    with pytest.raises(ValueError, match=r"one shape \(rows, columns\)"):
        plot_comparison(np.ones(yours), np.ones(expected), name="dW")
