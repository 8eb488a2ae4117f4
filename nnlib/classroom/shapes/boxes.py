"""Boxes: how large an array is drawn, with tensor-sensor's rectangles."""

import warnings
from functools import cache
from types import SimpleNamespace

import numpy as np
from matplotlib.patches import Circle

from ..style import PALETTE

FULL = 6  # entries; a longer side is drawn shorter than to scale
NONE = 0.6  # of an entry: a side that has none still shows
DOTS = 200  # tensor-sensor lays its pictures out in this many units to the inch
INK, TINT = PALETTE["black"], "#D6EAF6"


def side(entries):
    """Return how long a side is drawn, in entries: to scale up to 6, then by the logarithm."""
    if entries <= FULL:
        return max(entries, NONE)
    return FULL + 0.6 * np.log2(entries / FULL)


def scale_in_words(shapes):
    """Return what is not to scale in the boxes of these shapes; "" if all is."""
    words = []
    if any(entries > FULL for shape in shapes for entries in shape[:2]):
        words.append(f"Sides longer than {FULL} are shortened: not to scale.")
    if any(len(shape) > 2 for shape in shapes):
        words.append("Of more than two axes, only the first two are drawn to scale.")
    return " ".join(words)


def label(shape):
    """Return what is written under the box of this shape."""
    if not shape:
        return "one number"
    return f"{shape} 1-D" if len(shape) == 1 else str(shape)


class Boxes:
    """Draws boxes in letters of one size.

    Parameters
    ----------
    text : str
        The statement.
    size : float
        Points.
    """

    def __init__(self, text, size):
        self.view = _view_to_scale()(
            text,
            fontname="DejaVu Sans Mono",  # its own default, Consolas, is missing almost everywhere
            fontsize=size,
            dimfontname="DejaVu Sans",
            dimfontsize=0.75 * size,
            char_sep_scale=1.8,
            dpi=DOTS,
            dtype_colors=dict.fromkeys(["float", "int", "complex", "other"], TINT),
            dtype_alpha_range=(1.0, 1.0),
        )
        self.unit = self.view.wchar  # the width of a letter

    def size(self, shape):
        """Return the width and height of the box of this shape, or of the dot of a number."""
        return self.view.matrix_size(shape, "") if shape else (0.6 * self.unit, 0.6 * self.unit)

    def height(self, shape):
        """Return the height of the box and of what is written under it."""
        lines = 2.5 if len(shape) > 3 else 1.5
        return self.size(shape)[1] + lines * self.unit

    def room(self, shape):
        """Return the width of the box with what is written at its side and under it."""
        beside = len(str(max(shape, default=0)))  # the length at the left is turned on its side
        box = self.size(shape)[0] + (2 + (beside if len(shape) > 2 else 0)) * self.unit
        return max(box, self.width_of(label(shape)) + 0.8 * self.unit)

    def width_of(self, words):
        """Return about how wide these words are, in small letters."""
        return 0.6 * self.view.dimfontsize * DOTS / 72 * len(words)

    def draw(self, axes, middle, top, shape):
        """Draw the box of an array, or the dot of a number, with its shape under it."""
        words = {"ha": "center", "va": "top", "color": INK, "fontsize": self.view.dimfontsize}
        if not shape:
            radius = 0.3 * self.unit
            look = {"facecolor": TINT, "edgecolor": "grey", "linewidth": self.view.linewidth}
            axes.add_patch(Circle((middle, top - radius), radius, **look))
            axes.text(middle, top - 2.6 * radius, label(shape), **words)
            return
        self.view.box_topy = top
        array = SimpleNamespace(shape=shape, dtype=np.dtype(float))
        texts = len(axes.texts)
        self.view.draw(axes, SimpleNamespace(value=array, leftx=middle, rightx=middle))
        axes.texts[-1].set(text=label(shape), **words)  # in the place of the type
        if len(shape) > 2:
            depth = axes.texts[texts + 2]  # tensor-sensor writes it across the edge
            right = middle + self.size(shape)[0] / 2 + self.view.shift3D
            depth.set(x=right + self.unit / 4, ha="left", rotation=0)


@cache
def _view_to_scale():
    """Return tensor-sensor's view with boxes of our sizes; made on first use: it brings IPython."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its source has a "\\m" in a plain string
        from tsensor.viz import PyVizView

    class ViewToScale(PyVizView):
        def matrix_size(self, sh, ty):
            entry = 0.75 * self.wchar
            rows, columns = (1, *sh) if len(sh) == 1 else sh[:2]
            return side(columns) * entry, side(rows) * entry

        vector_size = matrix_size

        @staticmethod
        def nabbrev(n):
            return str(n)  # 1000 and not 1k, 0 and not 0m

    return ViewToScale
