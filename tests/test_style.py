"""The palette, the settings, and what `show` hands to the notebook."""

import base64
import html
import itertools
import subprocess
import sys
import warnings

import IPython
import IPython.display
import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from IPython.core.formatters import DisplayFormatter
from matplotlib.text import Text

from nnlib.classroom import (
    CYCLE,
    PALETTE,
    ActivationExplorer,
    draw_network,
    draw_product,
    plot_functions,
    show,
    use_style,
)
from nnlib.classroom.style import new_figure, to_png

pytestmark = pytest.mark.filterwarnings("error")

# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE Trans. Vis. Comput. Graph. 15 (2009), severity 1.0; they act on linear RGB.
EYES = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
}


def as_seen(colour, eyes):
    """Return a colour's place in CIELAB (D65), as these eyes see it."""
    rgb = np.array(matplotlib.colors.to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(EYES[eyes] @ linear, 0, 1)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    ratio = to_xyz @ linear / [0.95047, 1.0, 1.08883]
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def difference(first, second, eyes):
    return np.linalg.norm(as_seen(first, eyes) - as_seen(second, eyes))


@pytest.mark.parametrize("eyes", EYES)
def test_any_two_colours_can_be_told_apart(eyes):
    # 2.3 is the least difference an eye notices; ten is four times that, plain at a glance.
    for (name, first), (other, second) in itertools.combinations(PALETTE.items(), 2):
        assert difference(first, second, eyes) > 10, (name, other)


@pytest.mark.parametrize(
    ("eyes", "red", "olive"),
    [("protanopia", "#b43030", "#5a5030"), ("deuteranopia", "#963030", "#5a6430")],
)
def test_that_check_would_find_a_bad_pair(eyes, red, olive):
    assert difference(red, olive, "normal") > 50
    assert difference(red, olive, eyes) < 3


def test_colour_never_stands_alone():
    for part in zip(*CYCLE, strict=True):
        assert len(set(part)) == len(CYCLE)


def test_use_style_sets_the_same_whatever_was_set_before():
    use_style()
    first = dict(matplotlib.rcParams)
    matplotlib.rcParams.update({"font.size": 30, "axes.grid": False, "lines.linewidth": 9})
    use_style()
    assert dict(matplotlib.rcParams) == first
    assert matplotlib.rcParams["figure.figsize"] == [7.2, 4.0]
    assert matplotlib.rcParams["figure.facecolor"] == "white"


def test_use_style_leaves_the_backend_alone():
    before = matplotlib.get_backend()
    use_style()
    assert matplotlib.get_backend() == before


@pytest.fixture
def displayed(monkeypatch):
    """Stand in for a notebook: a list of what was displayed."""
    calls = []
    monkeypatch.setattr(IPython, "get_ipython", lambda: object())
    monkeypatch.setattr(
        IPython.display, "display", lambda data, **options: calls.append((data, options))
    )
    return calls


def test_show_displays_the_picture_with_its_alt_text(displayed):
    use_style()
    fig = new_figure("A title")
    png = to_png(fig)
    assert show(fig, "A line where a < b.") is None
    (data, options), _ = displayed
    assert base64.b64decode(data.pop("image/png")) == png
    assert data == {"text/plain": "A line where a < b."}
    assert options == {"metadata": {"image/png": {"alt": "A line where a < b."}}, "raw": True}


def test_show_repeats_the_text_under_the_picture_folded(displayed):
    show(new_figure("A title"), "A line where a < b.")
    _, (data, options) = displayed
    assert data["text/html"].startswith("<details><summary>")
    assert data["text/html"].endswith("</summary>A line where a &lt; b.</details>")
    assert options == {"raw": True}


def test_show_closes_the_figure(displayed):
    fig = plt.figure()
    show(fig, "Nothing yet.")
    assert not plt.fignum_exists(fig.number)


def test_show_outside_a_notebook_prints_nothing(capsys):
    show(new_figure("A title"), "Nothing yet.")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("title", "said"), [("Two\nlines", "Two lines"), ("", "A picture without words.")]
)
def test_show_without_words_says_the_title_and_nothing_under_the_picture(title, said, displayed):
    fig = plt.figure()
    fig.suptitle(title)
    show(fig)
    ((data, options),) = displayed
    assert data["text/plain"] == said == options["metadata"]["image/png"]["alt"]


def test_a_picture_as_the_last_line_of_a_cell_is_displayed():
    fig = plot_functions([0, 1], {"y": [0, 1]}, title="A title")
    shown, _ = DisplayFormatter().format(fig)
    assert shown["image/png"] == to_png(fig)


@pytest.mark.parametrize("alt", ["", "  \n", 3])
def test_show_asks_for_alt_text(alt, displayed):
    with pytest.raises(ValueError, match="Say in a sentence or two what there is to see"):
        show(new_figure("A title"), alt)
    assert displayed == []


@pytest.mark.parametrize("title", ["", " ", None])
def test_a_picture_needs_a_title(title):
    with pytest.raises(ValueError, match="states what it finds"):
        plot_functions([0, 1], {"y": [0, 1]}, title=title)


def test_a_long_title_stays_inside_the_picture():
    use_style()
    fig = new_figure("Words that go on for rather longer than one line of a title has room " * 2)
    to_png(fig)
    extent = fig.texts[0].get_window_extent()
    assert 0 <= extent.x0 and extent.x1 <= fig.bbox.width


PICTURES = """
import hashlib, numpy as np
from nnlib.classroom import draw_network, plot_units, use_style
from nnlib.classroom.style import to_png
use_style()
W1, b1 = np.array([[0.73, 0.2]]), np.array([[4.0, 2.0]])
W2, b2 = np.array([[0.4], [0.1]]), np.array([[4.0]])
for fig in (
    draw_network([(W1, b1), (W2, b2)], title="A network"),
    plot_units(np.linspace(-10, 10, 100), W1, b1, W2, b2, title="Two units"),
):
    print(hashlib.sha256(to_png(fig)).hexdigest())
"""


@pytest.mark.slow
def test_pictures_are_the_same_bytes_in_two_runs():
    runs = [
        subprocess.run(
            [sys.executable, "-W", "error", "-c", PICTURES],
            capture_output=True,
            text=True,
            check=True,
        )
        for _ in range(2)
    ]
    assert runs[0].stderr == ""
    assert runs[0].stdout == runs[1].stdout
    assert len(set(runs[0].stdout.split())) == 2


def test_png_names_no_version():
    assert b"Software" not in to_png(new_figure("A title"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        to_png(new_figure("Ŷ - Y → ≈ ⋮"))  # a letter missing from the font would warn


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("$5", True),
        ("$x_$ and $^$", True),
        (r"$\nothing$", True),
        ("${$", True),
        ("line $a$\nline $b_$", True),
        ("$x^2$", False),
        (r"\$5 and \$6", False),
        ("a_b < c & d \"e\" 'f' # % \\ ^ ~", False),
    ],
)
def test_dollars_that_are_no_formula_are_drawn_as_they_are_written(text, literal):
    curves = {text: [0, 1], f"_{text}": [1, 0], "": [1, 1]}
    fig = plot_functions([0, 1], curves, title=text, xlabel=text, ylabel=text)
    to_png(fig)
    words = text.split()  # a title breaks into lines of its own
    drawn = [one for one in fig.findobj(Text) if one.get_text().lstrip(" _").split() == words]
    assert len(drawn) >= 5  # the title, two labels, two entries of the legend
    if literal and text.count("$") > 1:
        assert not any(one.get_parse_math() for one in drawn)
    if not literal:
        assert all(one.get_parse_math() for one in drawn)


def test_every_picture_of_the_house_can_have_a_title_with_dollars():
    W, b = np.ones((1, 1)), np.zeros((1, 1))
    for fig in (
        draw_network([(W, b)], title="$x_$"),
        draw_product(W, W, names=("$x_$", "$^$", "a_b"), title="$x_$"),
        ActivationExplorer().draw_several({"$x_$": {}, "$5 or $6_": {}}),
    ):
        to_png(fig)


@pytest.mark.parametrize(
    "alt", ["a < b & c", "\"quoted\" and 'so'", "two\nlines", "$x_$", "</details>"]
)
def test_alt_text_of_any_letters_is_escaped(displayed, alt):
    show(new_figure("A title"), alt)
    (data, options), (words, _) = displayed
    assert data["text/plain"] == alt == options["metadata"]["image/png"]["alt"]
    assert words["text/html"].endswith(f"</summary>{html.escape(alt)}</details>")
