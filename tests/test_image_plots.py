"""Images in rows: each over its caption, all on one scale."""

import numpy as np
import pytest

from nnlib.classroom import plot_images, use_style
from nnlib.classroom.style import to_png

pytestmark = pytest.mark.filterwarnings("error")

IMAGES = np.arange(3 * 2 * 4, dtype=float).reshape(3, 2, 4)


def test_each_image_stands_over_its_caption_on_one_scale():
    use_style()
    fig = plot_images(IMAGES, ["a", "b\nb", "c"], title="T", columns=2)
    assert [ax.get_xlabel() for ax in fig.axes] == ["a", "b\nb", "c"]
    for ax, image in zip(fig.axes, IMAGES):
        (drawn,) = ax.images
        np.testing.assert_array_equal(drawn.get_array(), image)
        assert drawn.get_clim() == (0, 23)
        assert not ax.texts
    assert to_png(fig) == to_png(fig)


def test_signed_images_have_white_at_zero_and_a_minus_below():
    fig = plot_images(IMAGES - 20, title="T", signed=True)
    for ax, image in zip(fig.axes, IMAGES - 20):
        assert ax.images[0].get_clim() == (-20, 20)
        assert {text.get_position() for text in ax.texts} == {
            (column, row) for row, column in np.argwhere(image < -5)
        }


def test_blank_images_can_be_drawn():
    to_png(plot_images(np.zeros((1, 2, 2)), title="T", signed=True))


@pytest.mark.parametrize(
    ("images", "captions", "message"),
    [
        (IMAGES[0], None, r"images has shape \(2, 4\)"),
        (IMAGES[:0], None, r"images has shape \(0, 2, 4\)"),
        (IMAGES, ["a", "b"], "2 captions for 3 images"),
    ],
)
def test_what_cannot_be_drawn_is_refused(images, captions, message):
    with pytest.raises(ValueError, match=message):
        plot_images(images, captions, title="T")
