"""Canvas: a page measured in inches, on which the diagrams put boxes, arrows and words.

Lengths and fonts are then in the same unit, so that a diagram can ask how much room a text takes.
"""

from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.textpath import TextPath

from ..style import PALETTE, can_be_drawn, new_figure

TITLE_HEIGHT = 0.4  # inches for a title of one line


def new_canvas(title, width, height):
    """Return a figure and axes without ticks: x from 0 to width, y from 0 (bottom) to height.

    The title stands above, in room of its own.
    """
    lines = new_figure(title, size=(width, 1)).get_suptitle().count("\n") + 1
    above = TITLE_HEIGHT + 0.2 * (lines - 1)
    fig = new_figure(title, size=(width, height + above))
    fig.set_layout_engine("none")
    fig.suptitle(fig.get_suptitle(), x=0.01, y=1 - 0.04 / (height + above), ha="left")
    ax = fig.add_axes([0, 0, 1, height / (height + above)], xlim=(0, width), ylim=(0, height))
    ax.set_axis_off()
    return fig, ax


def text_size(text, fontsize):
    """Return the width and height in inches that a line of text takes."""
    if not can_be_drawn(text):
        text = text.replace("$", r"\$")
    path = TextPath((0, 0), text, size=fontsize, prop=FontProperties(family="DejaVu Sans"))
    return path.get_extents().width / 72, fontsize / 72


def number_text(value, digits=3):
    """Return a number to so many digits, whole if it has more, to one if it is tiny; never "-0"."""
    if 0 < abs(value) < 0.001:
        return f"{value:.0e}"
    if 10**digits - 0.5 <= abs(value) < 1e6:  # 999.5 and more round to 1000
        return f"{value:.0f}"
    return f"{value + 0.0:.{digits}g}"


def write(ax, x, y, text, *, size=9, code=False, **options):
    """Write text centred on (x, y), in fixed width if it is code."""
    options = {"ha": "center", "va": "center", "color": PALETTE["black"], **options}
    family = "DejaVu Sans Mono" if code else "DejaVu Sans"
    return ax.text(x, y, text, fontsize=size, family=family, **options)


def box(ax, x, y, width, height, *, edge="black", fill="white", **options):
    """Draw a rounded box centred on (x, y)."""
    options = {"linewidth": 1.2, "zorder": 2, **options}
    patch = FancyBboxPatch(
        (x - width / 2, y - height / 2),
        width,
        height,
        boxstyle="round,pad=0,rounding_size=0.06",
        edgecolor=PALETTE[edge],
        facecolor=fill,
        **options,
    )
    return ax.add_patch(patch)


def arrow(ax, start, end, *, colour="black", **options):
    """Draw an arrow from one point to another."""
    options = {"linewidth": 1.4, "mutation_scale": 11, "shrinkA": 0, "shrinkB": 0, **options}
    patch = FancyArrowPatch(start, end, arrowstyle="-|>", color=PALETTE[colour], **options)
    return ax.add_patch(patch)
