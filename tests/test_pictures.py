"""What counts as the same look: not a last bit, but anything that a reader would see."""

import base64

import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from pictures import MOST_LEVELS, keep_pictures, look_alike

from nnlib.classroom import plot_functions
from nnlib.classroom.style import PALETTE, new_figure, to_png, use_style

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def notebook_style():
    use_style()


def picture(*, slope=0.5, at=(0.3, 0.4), label="0.46", colour="blue", size=4, width=7.2):
    """A picture as a notebook shows it; each argument is one thing that a reader would notice."""
    fig = new_figure("One line, one marker, one label", size=(width, 4.0))
    ax = fig.add_subplot()
    x = np.linspace(0, 1, 50)
    ax.plot(x, slope * np.sin(x), color=PALETTE[colour])
    ax.plot(*at, "o", markersize=size, color=PALETTE["grey"])
    ax.text(0.5, 0.1, label, fontsize=7, color=PALETTE["grey"])
    ax.set(xlim=(0, 1), ylim=(0, 1))
    return to_png(fig)


PIXEL = 1 / (7.2 * 110)  # of the width of the picture; an axis of length 1 is a little shorter


@pytest.mark.parametrize(
    "change",
    [
        {"label": "0.45"},
        {"label": "0.48"},
        {"label": "-0.46"},
        {"at": (0.3 + 2 * PIXEL, 0.4)},
        {"at": (0.3, 0.4 + 2 * PIXEL)},
        {"size": 5},
        {"slope": 0.51},
        {"colour": "purple"},
        {"width": 7.3},
    ],
    ids=str,
)
def test_what_a_reader_would_see_is_not_the_same_look(change):
    assert not look_alike(picture(), picture(**change))


@pytest.mark.parametrize("colour", PALETTE)
def test_a_digit_in_any_colour_is_seen(colour):
    def labelled(text):
        fig = new_figure("A label")
        fig.text(0.5, 0.5, text, fontsize=7, color=PALETTE[colour])
        return to_png(fig)

    assert not look_alike(labelled("3.8"), labelled("3.3"))


def test_a_grid_line_that_moves_is_seen():
    """The faintest thing in the pictures: 27 levels from white."""

    def grid(position):
        fig = new_figure("A grid")
        fig.add_subplot().set(xticks=[position], xlim=(0, 1))
        return to_png(fig)

    assert not look_alike(grid(0.5), grid(0.51))


@pytest.mark.parametrize("seed", range(3))
def test_the_last_bits_of_the_numbers_are_not_seen(seed):
    """Another processor rounds differently: the last bit of a number, or more after training."""
    rng = np.random.default_rng(seed)
    x = np.linspace(-3, 3, 100)
    y = np.sin(x)
    elsewhere = y * (1 + 1e-12 * rng.normal(size=x.shape))
    one, other = (to_png(plot_functions(x, {"sine": line}, title="A")) for line in (y, elsewhere))
    assert look_alike(one, other)
    assert look_alike(picture(), picture(slope=0.5 * (1 + 1e-12), at=(0.3 + 1e-12, 0.4)))


def test_the_bound_is_for_each_pixel_and_each_colour():
    import io

    from PIL import Image

    def grey(levels):
        pixels = np.full((40, 40, 3), 200, dtype=np.uint8)
        pixels[7, 9, 1] += levels
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, format="png")
        return buffer.getvalue()

    assert look_alike(grey(0), grey(MOST_LEVELS))
    assert not look_alike(grey(0), grey(MOST_LEVELS + 1))


def notebook_with(*pictures):
    """A notebook of one cell with these pictures, the way they are stored."""
    outputs = [
        new_output("display_data", data={"image/png": base64.b64encode(png).decode() + "\n"})
        for png in pictures
    ]
    cell = new_code_cell("show(fig)", outputs=[new_output("stream", text="said\n"), *outputs])
    cell.id = "the-cell"
    return new_notebook(cells=[cell])


def shown(notebook):
    return [output.data["image/png"] for output in notebook.cells[-1].outputs[1:]]


def test_a_stored_picture_stays_where_the_new_one_looks_the_same():
    stored = notebook_with(picture(), picture())
    executed = notebook_with(picture(slope=0.5 * (1 + 1e-4)), picture(label="0.45"))
    seen = shown(executed)
    assert seen[0] != shown(stored)[0], "the bytes should differ, or this proves nothing"
    executed.cells.insert(0, new_code_cell("a cell that is new"))  # found by its id, not its place
    keep_pictures(stored, executed)
    assert shown(executed) == [shown(stored)[0], seen[1]]


def test_a_picture_that_is_new_or_gone_changes_nothing_else():
    stored, executed = notebook_with(picture()), notebook_with(picture(), picture(size=9))
    seen = shown(executed)
    keep_pictures(stored, executed)
    assert shown(executed) == [shown(stored)[0], seen[1]]
    executed = notebook_with()
    keep_pictures(stored, executed)
    assert shown(executed) == []
