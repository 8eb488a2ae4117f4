"""The picture of a statement's shapes: the statement, and boxes in rows under it.

The first row is laid out as tensor-sensor does it: a box under each operand. Its own parser is not
asked, because it stops at much that learners write. The rows below are ours: one box for each
intermediate result, under the operands it is made of.
"""

import textwrap

from matplotlib.figure import Figure

from ..style import PALETTE
from .boxes import DOTS, INK, Boxes, scale_in_words
from .failures import explain_failure
from .layout import Letters, columns, first_row, result_levels
from .words import changed

SIZE, WIDTH = 11, 7.0  # points, and inches at most
LINE, ALARM = PALETTE["grey"], PALETTE["vermillion"]
MISFIT = "does not fit"


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
    picture.draw_statement()
    picture.draw_results()
    picture.draw_notes()
    picture.fit()
    return picture.figure


class _Picture:
    """One picture in the making; x and y count in tensor-sensor's units, y = 0 at the statement.

    Building it settles where every character stands.
    """

    def __init__(self, reading, size):
        self.reading, self.boxes = reading, Boxes(reading.text, size)
        self.unit, self.margin = self.boxes.unit, self.boxes.view.leftedge
        self.figure = Figure(dpi=144)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.axis("off")
        self.row, self.levels = first_row(reading), result_levels(reading)
        self.letters = Letters(reading.text, self.margin, self.unit)
        for start, stop, shape in self.row:
            self.letters.make_room(start, stop, self.boxes.room(shape))
        for node in sorted(self.levels, key=self.levels.get):
            self.letters.make_room(*columns(reading.text, node), self._room_of(node))
        self.width = self.letters.span(0, len(reading.text))[1]
        self.bottom = -0.6 * self.unit

    def draw_statement(self):
        """Draw the first row: the statement, and boxes of what is given and what is assigned."""
        view = self.boxes.view
        for x, letter in zip(self.letters.lefts(), self.reading.text, strict=True):
            self._write(x, 0, letter, fontname=view.fontname, fontsize=view.fontsize)
        lefts, gap = self.letters.lefts(), self.unit / 10
        for start, stop, shape in self.row:
            ends = [lefts[start] - gap, lefts[stop - 1] + self.unit + gap]
            self._line(ends, [self.bottom, self.bottom], linewidth=0.5)
            middle = sum(self.letters.span(start, stop)) / 2
            self.boxes.draw(self.axes, middle, self.bottom - 1.5 * self.unit, shape)
        self.bottom -= 1.5 * self.unit + self._height([shape for *_, shape in self.row])

    def draw_results(self):
        """Draw a row for each level of intermediate results, the innermost first."""
        for level in sorted(set(self.levels.values())):
            row = [node for node, its_level in self.levels.items() if its_level == level]
            line = self.bottom - 0.4 * self.unit
            for node in row:
                left, right = self.letters.span(*columns(self.reading.text, node))
                self._bracket(left, right, line, fits=node is not self.reading.failed)
                middle = (left + right) / 2
                if node is self.reading.failed:
                    self._write(middle, line - self.unit, MISFIT, ha="center", va="top",
                                color=ALARM)  # fmt: skip
                else:
                    shape = self.reading.shapes[node]
                    self.boxes.draw(self.axes, middle, line - 1.5 * self.unit, shape)
            shapes = [self.reading.shapes.get(node, ()) for node in row]
            self.bottom = line - 1.5 * self.unit - self._height(shapes)

    def draw_notes(self):
        """Write below why a part does not fit, that a name has a new shape, and the scale."""
        if self.reading.failed is not None:
            self._note(explain_failure(self.reading), ALARM)
        for goal in self.reading.targets:
            self._note(changed(self.reading, goal), ALARM)
        drawn = [self.reading.shapes.get(node, ()) for node in self.levels]
        self._note(scale_in_words(drawn + [shape for *_, shape in self.row]), LINE)

    def fit(self):
        """Make the figure as large as what is drawn."""
        width, bottom, top = (
            self.width + self.margin,
            self.bottom - 0.4 * self.unit,
            1.7 * self.unit,
        )
        self.axes.set(xlim=(0, width), ylim=(bottom, top))
        self.figure.set_size_inches(width / DOTS, (top - bottom) / DOTS)

    def _room_of(self, node):
        if node is self.reading.failed:
            return self.boxes.width_of(MISFIT) + self.unit
        return self.boxes.room(self.reading.shapes[node])

    def _height(self, shapes):
        return max(map(self.boxes.height, shapes), default=0)

    def _note(self, words, color):
        if not words:
            return
        self.width = max(self.width, 3.6 * DOTS)
        for line in textwrap.wrap(
            words, int((self.width - self.margin) / self.boxes.width_of("n"))
        ):
            self._write(self.margin, self.bottom - 0.3 * self.unit, line, va="top", color=color)
            self.bottom -= 1.3 * self.unit

    def _bracket(self, left, right, y, *, fits):
        """Draw the line that gathers the operands of a result; dashed if they do not fit."""
        look = {} if fits else {"color": ALARM, "linestyle": "--"}
        left, right, tick = left + 0.2 * self.unit, right - 0.2 * self.unit, y + 0.25 * self.unit
        self._line([left, left, right, right], [tick, y, y, tick], linewidth=0.8, **look)

    def _line(self, x, y, **look):
        self.axes.plot(x, y, **{"color": LINE, **look})

    def _write(self, x, y, text, **look):
        view = self.boxes.view
        usual = {"fontname": view.dimfontname, "fontsize": view.dimfontsize, "color": INK}
        self.axes.text(x, y, text, parse_math=False, **{**usual, **look})
