"""Style: one palette, one set of matplotlib settings, and one way to show a picture.

A colour never stands alone: wherever two things must be told apart, they also differ in line
style, marker or hatching. The colours are those of Okabe and Ito, "Color Universal Design" (2008),
without their yellow, which is too pale on white.
"""

import base64
import html
import io
import sys
import textwrap

import matplotlib
import matplotlib.pyplot as plt
from cycler import cycler
from matplotlib.cbook import is_math_text
from matplotlib.figure import Figure
from matplotlib.mathtext import MathTextParser
from matplotlib.text import Text

PALETTE = {
    "blue": "#0072B2",
    "vermillion": "#D55E00",
    "green": "#009E73",
    "orange": "#E69F00",
    "purple": "#CC79A7",
    "sky": "#56B4E9",
    "grey": "#666666",
    "black": "#1A1A1A",
}

CYCLE = [
    (PALETTE["blue"], "-", "o"),
    (PALETTE["vermillion"], "--", "s"),
    (PALETTE["green"], "-.", "^"),
    (PALETTE["orange"], ":", "D"),
    (PALETTE["purple"], (0, (5, 1, 1, 1, 1, 1)), "v"),
    (PALETTE["sky"], (0, (8, 3)), "P"),
    (PALETTE["grey"], (0, (2, 1)), "X"),
]

WIDTH, HEIGHT = 7.2, 4.0  # inches; the column of a notebook


def use_style():
    """Set matplotlib's look, once, for all pictures of a notebook.

    It starts from matplotlib's own defaults, so that a personal matplotlibrc changes nothing, and
    leaves the backend alone.
    """
    defaults = {
        name: value for name, value in matplotlib.rcParamsDefault.items() if "backend" not in name
    }
    matplotlib.rcParams.update(defaults)
    matplotlib.rcParams.update(
        {
            "font.family": "DejaVu Sans",
            "font.size": 10,
            "figure.figsize": (WIDTH, HEIGHT),
            "figure.dpi": 110,
            "figure.constrained_layout.use": True,
            "figure.facecolor": "white",
            "figure.titlesize": 11.5,
            "figure.titleweight": "bold",
            "savefig.facecolor": "white",
            "axes.facecolor": "white",
            "axes.prop_cycle": cycler(
                color=[colour for colour, _, _ in CYCLE],
                linestyle=[linestyle for _, linestyle, _ in CYCLE],
            ),
            "axes.titlelocation": "left",
            "axes.titlesize": 10.5,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": PALETTE["grey"],
            "axes.grid": True,
            "axes.axisbelow": True,
            "grid.color": "#E4E4E4",
            "grid.linewidth": 0.8,
            "lines.linewidth": 2.0,
            "legend.frameon": False,
            "hatch.linewidth": 0.6,
        }
    )


def cycle(index):
    """Return the colour, line style and marker of the thing with this index, round and round."""
    return CYCLE[index % len(CYCLE)]


class Picture(Figure):
    """A figure that shows a text as it is written if it has dollars and is no formula."""

    def draw(self, renderer):
        for text in self.findobj(Text):
            text.set_parse_math(text.get_parse_math() and can_be_drawn(text.get_text()))
        super().draw(renderer)

    def _repr_png_(self):
        """The picture itself, where a notebook displays it as the last line of a cell."""
        return to_png(self)


def can_be_drawn(text):
    """Whether matplotlib takes a text for no formula, or can read the formula in each line."""
    try:
        for line in filter(is_math_text, text.split("\n")):
            MathTextParser("path").parse(line)
    except ValueError:
        return False
    return True


def new_figure(title, *, size=(WIDTH, HEIGHT)):
    """Return an empty Picture under its title, which stands at the left and breaks into lines."""
    if not isinstance(title, str) or not title.strip():
        raise ValueError("A picture needs a title that states what it finds, got an empty one.")
    fig = Picture(figsize=size, layout="constrained")
    characters = int(10 * size[0])  # about 10 bold characters to the inch
    fig.suptitle(textwrap.fill(title, characters), x=0.01, ha="left")
    return fig


def to_png(fig):
    """Return the figure as PNG bytes: no version and no date in them, so the same each time."""
    buffer = io.BytesIO()
    fig.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def show(fig, alt=None):
    """Display the figure in the notebook, with a text for those who cannot see it, and close it.

    The text is the picture's alt text where a viewer reads it from the metadata. JupyterLab does
    not, so the text also stands under the picture, folded.

    Parameters
    ----------
    fig : matplotlib.figure.Figure
    alt : str, optional
        What there is to see, in a sentence or two: the axes, the lines, and what they show.
        Without it the title is all that is said, and nothing stands under the picture.

    Raises
    ------
    ValueError
        If alt is empty.
    """
    if alt is not None and (not isinstance(alt, str) or not alt.strip()):
        raise ValueError(
            "alt is empty. Say in a sentence or two what there is to see: what is drawn over "
            "what, and what it shows, as you would tell it over the telephone."
        )
    png = base64.b64encode(to_png(fig)).decode("ascii")
    plt.close(fig)
    if in_notebook():
        display = sys.modules["IPython"].display.display
        text = alt or " ".join(fig.get_suptitle().split()) or "A picture without words."
        picture = {"image/png": png, "text/plain": text}
        display(picture, metadata={"image/png": {"alt": text}}, raw=True)
        if alt:
            display({"text/html": in_words(alt)}, raw=True)


def picture_as_html(png, alt):
    """Return PNG bytes and their alt text as an image in HTML."""
    source = "data:image/png;base64," + base64.b64encode(png).decode("ascii")
    return f'<img src="{source}" alt="{html.escape(alt)}" style="max-width: 100%">'


def in_notebook():
    """Return whether there is a notebook, or another IPython, to show a picture in."""
    ipython = sys.modules.get("IPython")  # not loaded: a plain script
    return bool(ipython and ipython.get_ipython())


def in_words(alt):
    """Return the text of a picture as HTML that a reader can unfold."""
    summary = "<summary><small>The picture in words</small></summary>"
    return f"<details>{summary}{html.escape(alt)}</details>"
