"""The picture of a statement's shapes, with tensor-sensor's boxes, lines and letters.

The first row is laid out as tensor-sensor does it: the statement, and a box under each operand.
Its own parser is not asked, because it stops at much that learners write. The rows below are ours:
one box for each intermediate result, under the operands it is made of.
"""

import ast
import textwrap
import warnings
from types import SimpleNamespace

import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from ..style import PALETTE
from .words import changed, explain_failure

SIZE, WIDTH = 11, 7.0  # points, and inches at most
DOTS = 200  # tensor-sensor lays its pictures out in this many units to the inch
INK, LINE, ALARM, TINT = PALETTE["black"], PALETTE["grey"], PALETTE["vermillion"], "#D6EAF6"


def draw_shapes(reading):
    """Draw a statement with the shapes of its operands, its intermediate results and its targets.

    The part that has failed, if any, gets a dashed line and the reason.

    Parameters
    ----------
    reading : Reading

    Returns
    -------
    matplotlib.figure.Figure
    """
    picture = _Picture(reading, SIZE)
    if picture.width > WIDTH * DOTS:
        picture = _Picture(reading, SIZE * WIDTH * DOTS / picture.width)
    picture.draw_first_row()
    picture.draw_results()
    picture.draw_notes()
    picture.fit()
    return picture.figure


def first_row(reading):
    """Return (start, stop, shape) of each box under the statement, from left to right."""
    nodes = {node: reading.shapes[node] for node in reading.operands()} | reading.targets
    return sorted((*_columns(reading.text, node), shape) for node, shape in nodes.items())


def result_levels(reading):
    """Return in which row below the first each intermediate result stands, from 1 on.

    The result of the whole statement needs no box of its own where a target shows it.
    """
    levels = {}
    for node in [*reading.results(), reading.failed]:
        if node is not None and not (node is reading.root and reading.targets):
            inside = [levels[part] for part in ast.walk(node) if part in levels]
            levels[node] = 1 + max(inside, default=0)
    return levels


def _columns(text, node):
    """Return the first and one past the last character of a node; Python counts bytes."""
    code = text.encode()
    return len(code[: node.col_offset].decode()), len(code[: node.end_col_offset].decode())


def _tensor_sensor_view(text, size):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # its source has a "\\m" in a plain string
        from tsensor.viz import PyVizView  # on first use: it brings IPython with it
    view = PyVizView(
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
    view.nabbrev = str  # 1000 and not 1k, 0 and not 0m
    return view


class _Picture:
    """One picture in the making; x and y count in tensor-sensor's units, y = 0 near row one's foot.

    Building it settles where every character stands.
    """

    def __init__(self, reading, size):
        self.reading, self.boxes = reading, first_row(reading)
        self.figure = Figure(dpi=144)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.axis("off")
        self.view = view = _tensor_sensor_view(reading.text, size)
        self.unit = view.wchar  # the width of a letter
        before, after = np.zeros(len(reading.text)), np.zeros(len(reading.text))
        for start, stop, shape in self.boxes:
            width = max(self._size_of(shape)[0], 7 * view.wchar_small)
            before[start] = after[stop - 1] = max(width - self.unit * (stop - start), 0) / 2
        self.lefts = view.leftedge + np.cumsum(before + self.unit + after) - self.unit - after
        self.width = self.lefts[-1] + self.unit + after[-1]
        view.set_locations(max([self._size_of(shape)[1] for *_, shape in self.boxes], default=0))
        self.bottom = view.bottomedge - self._room_below([shape for *_, shape in self.boxes])

    def draw_first_row(self):
        view, margin = self.view, self.unit / 10
        for x, letter in zip(self.lefts, self.reading.text, strict=True):
            self._write(x, view.texty, letter, fontname=view.fontname, fontsize=view.fontsize)
        for start, stop, shape in self.boxes:
            left, right = self._span(start, stop)
            self._line([left - margin, right + margin], [view.liney, view.liney], linewidth=0.5)
            self._box(left, right, shape)

    def draw_results(self):
        """Draw a row for each level of intermediate results, the innermost first."""
        levels = result_levels(self.reading)
        for level in sorted(set(levels.values())):
            row = [node for node, its_level in levels.items() if its_level == level]
            top = self.bottom - 0.4 * self.unit
            self.view.box_topy = top - 1.5 * self.unit
            shapes = [self.reading.shapes.get(node, ()) for node in row]  # () leaves room for words
            for node, shape in zip(row, shapes, strict=True):
                left, right = self._span(*_columns(self.reading.text, node), with_boxes=True)
                fits = node is not self.reading.failed
                self._bracket(left, right, top, fits=fits)
                if fits:
                    self._box(left, right, shape)
                else:
                    self._write((left + right) / 2, top - self.unit, "does not fit", ha="center",
                                va="top", color=ALARM)  # fmt: skip
            height = max(self._size_of(shape)[1] for shape in shapes)
            self.bottom = self.view.box_topy - height - self._room_below(shapes)

    def draw_notes(self):
        """Write below why a part does not fit, or that a name has changed its shape."""
        notes = [changed(self.reading, goal) for goal in self.reading.targets]
        if self.reading.failed is not None:
            notes.append(explain_failure(self.reading))
        for note in filter(None, notes):
            self.width = max(self.width, 3.6 * DOTS)
            lines = textwrap.wrap(note, int((self.width - self.view.leftedge) / (0.57 * self.unit)))
            for line in lines:
                self._write(self.view.leftedge, self.bottom - 0.3 * self.unit, line, va="top",
                            color=ALARM)  # fmt: skip
                self.bottom -= 1.3 * self.unit

    def fit(self):
        """Make the figure as large as what is drawn."""
        width, bottom = self.width + self.view.leftedge, self.bottom - 0.4 * self.unit
        top = self.view.texty + 1.7 * self.unit
        self.axes.set(xlim=(0, width), ylim=(bottom, top))
        self.figure.set_size_inches(width / DOTS, (top - bottom) / DOTS)

    def _span(self, start, stop, *, with_boxes=False):
        """Return the left and right end of these characters, or of all that belongs to them."""
        left, right = self.lefts[start], self.lefts[stop - 1] + self.unit
        for first, end, shape in self.boxes if with_boxes else []:
            if start <= first and end <= stop:
                middle = sum(self._span(first, end)) / 2
                half = max(self._size_of(shape)[0], 2.2 * self.unit) / 2
                left, right = min(left, middle - half), max(right, middle + half)
        return left, right

    def _box(self, left, right, shape):
        """Draw tensor-sensor's box of an array, or the dot of a number, below `view.box_topy`."""
        middle, top, view = (left + right) / 2, self.view.box_topy, self.view
        if not shape:
            radius = 0.3 * self.unit
            look = {"facecolor": TINT, "edgecolor": "grey", "linewidth": view.linewidth}
            self.axes.add_patch(Circle((middle, top - radius), radius, **look))
            self._write(middle, top - 2.6 * radius, "one number", ha="center", va="top")
            return
        array = SimpleNamespace(shape=shape, dtype=np.dtype(float))
        view.draw(self.axes, SimpleNamespace(value=array, leftx=left, rightx=right))
        words = f"{shape} 1-D" if len(shape) == 1 else str(shape)  # in the place of the type
        self.axes.texts[-1].set(text=words, fontsize=view.dimfontsize, color=INK)

    def _bracket(self, left, right, y, *, fits):
        """Draw the line that gathers the operands of a result; dashed if they do not fit."""
        look = {} if fits else {"color": ALARM, "linestyle": "--"}
        tick = y + 0.25 * self.unit
        self._line([left, left, right, right], [tick, y, y, tick], linewidth=0.8, **look)

    def _line(self, x, y, **look):
        self.axes.plot(x, y, **{"color": LINE, **look})

    def _write(self, x, y, text, **look):
        usual = {"fontname": self.view.dimfontname, "fontsize": self.view.dimfontsize, "color": INK}
        self.axes.text(x, y, text, parse_math=False, **{**usual, **look})

    def _size_of(self, shape):
        """Return the width and height of the box of this shape."""
        return self.view.matrix_size(shape, "") if shape else (self.unit, 0.6 * self.unit)

    def _room_below(self, shapes):
        """Return the height that the labels under the boxes of these shapes need."""
        return (2.5 if any(len(shape) > 3 for shape in shapes) else 1.5) * self.unit
