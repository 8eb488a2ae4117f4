"""What the picture of a statement is drawn with: tensor-sensor's boxes, lines and letters."""

import warnings
from types import SimpleNamespace

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from ..style import PALETTE

DOTS = 200  # tensor-sensor lays its pictures out in this many units to the inch
INK, LINE, ALARM, TINT = PALETTE["black"], PALETTE["grey"], PALETTE["vermillion"], "#D6EAF6"
LOOK = {
    "fontname": "DejaVu Sans Mono",  # its own default, Consolas, is missing almost everywhere
    "dimfontname": "DejaVu Sans",
    "dtype_colors": dict.fromkeys(["float", "int", "complex", "other"], TINT),
    "dtype_alpha_range": (1.0, 1.0),
}


def tsensor():
    """Return tensor-sensor, imported on first use: it brings IPython with it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # its source has a "\m" in a plain string
        import tsensor
    return tsensor


class _NumberedFigure(Figure):
    number = None  # tensor-sensor asks for it; by itself only a figure of pyplot's has one


class BoxCanvas:
    """A figure with one line of code, in whose units tensor-sensor can draw.

    Parameters
    ----------
    text : str
        The line of code.
    size : float
        Its font size in points.
    """

    def __init__(self, text, size):
        self.text = text
        self.figure = _NumberedFigure(dpi=144)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.axis("off")
        self.style = {"fontsize": size, "dimfontsize": 0.75 * size, **LOOK}
        self.view = tsensor().viz.PyVizView(
            text, char_sep_scale=1.8, dpi=DOTS, dtype_precisions=None, **self.style
        )
        self.view.nabbrev = str  # 1000 and not 1k, 0 and not 0m
        self.unit = self.view.wchar  # the width of a letter

    def box(self, left, right, shape):
        """Draw the box of an array, or the dot of a number, with its top at `view.box_topy`."""
        middle, top = (left + right) / 2, self.view.box_topy
        if not shape:
            radius = 0.3 * self.unit
            look = {"facecolor": TINT, "edgecolor": "grey", "linewidth": self.view.linewidth}
            self.axes.add_patch(Circle((middle, top - radius), radius, **look))
            self.write(middle, top - 2.6 * radius, "one number", ha="center", va="top")
            return
        array = SimpleNamespace(shape=shape, dtype=np.dtype(float))
        self.view.draw(self.axes, SimpleNamespace(value=array, leftx=left, rightx=right))
        self.relabel(self.axes.texts[-1], shape)

    def relabel(self, label, shape):
        """Put the shape where tensor-sensor writes the type of the numbers."""
        words = f"{shape} 1-D" if len(shape) == 1 else str(shape)
        label.set(text=words, fontsize=self.view.dimfontsize, color=INK)

    def bracket(self, left, right, y, *, fits):
        """Draw the line that gathers the operands of a result; dashed if they do not fit."""
        tick = 0.25 * self.unit
        colour, style = (LINE, "-") if fits else (ALARM, "--")
        self.line([left, left, right, right], [y + tick, y, y, y + tick], color=colour,
                   linewidth=0.8, linestyle=style)  # fmt: skip

    def line(self, x, y, *, color=LINE, linestyle="-", **style):
        self.axes.plot(x, y, color=color, linestyle=linestyle, **style)

    def write(self, x, y, text, *, color=INK, **style):
        usual = {"fontname": self.view.dimfontname, "fontsize": self.view.dimfontsize}
        self.axes.text(x, y, text, color=color, parse_math=False, **{**usual, **style})

    def size_of(self, shape):
        """Return the width and height of the box of this shape."""
        return self.view.matrix_size(shape, "") if shape else (self.unit, 0.6 * self.unit)

    def room_below(self, shapes):
        """Return the height that the labels under the boxes of these shapes need."""
        return (2.5 if any(len(shape) > 3 for shape in shapes) else 1.5) * self.unit
