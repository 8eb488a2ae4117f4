"""The picture of a statement's shapes.

The first row is tensor-sensor's: the statement, and a box under each operand. tensor-sensor draws
the row itself (`tsensor.pyviz`) wherever its reading of the statement agrees with ours; where it
cannot parse, or finds other shapes, the same row is laid out here, with tensor-sensor's boxes.
The rows below are ours: one box for each intermediate result, under the operands it is made of.
"""

import textwrap

import numpy as np

from .boxes import ALARM, DOTS, INK, LINE, BoxCanvas, tsensor
from .layout import columns, first_row, names_for_tsensor, result_levels, tsensor_agrees
from .words import changed, explain_failure

SIZE, WIDTH = 11, 7.0  # points, and inches at most


def draw_shapes(reading, *, failed=None):
    """Draw a statement with the shapes of its operands, its intermediate results and its targets.

    Parameters
    ----------
    reading : Reading
    failed : ast.expr, optional
        The part at which the statement stopped: it gets a dashed line and the reason.

    Returns
    -------
    matplotlib.figure.Figure
    """
    picture = _Picture(reading, failed, SIZE)
    if picture.width > WIDTH * DOTS:
        picture = _Picture(reading, failed, SIZE * WIDTH * DOTS / picture.width)
    picture.draw_results()
    picture.draw_notes()
    picture.fit()
    return picture.figure


class _Picture(BoxCanvas):
    """One picture in the making; x and y count in tensor-sensor's units, y = 0 near row one's foot.

    Building it draws the first row, which settles where every character stands.
    """

    def __init__(self, reading, failed, size):
        super().__init__(reading.text, size)
        self.reading, self.failed = reading, failed
        self.boxes = first_row(reading)
        if failed is None and tsensor_agrees(reading, self.boxes):
            self._first_row_by_tsensor()
        else:
            self._first_row_by_hand()
        self.bottom = self.view.bottomedge - self.room_below([shape for *_, shape in self.boxes])

    def _first_row_by_tsensor(self):
        text = self.reading.text
        colours = {"fontcolor": INK, "underline_color": LINE}
        frame = names_for_tsensor(self.reading)
        view = tsensor().pyviz(text, frame, ax=self.axes, **colours, **self.style)
        self.lefts = [letter.get_position()[0] for letter in self.axes.texts[: len(text)]]
        self.width = self.axes.get_xlim()[1]
        self.view.set_locations(view.box_topy - view.bottomedge)
        labels = [label for label in self.axes.texts if label.get_text().startswith("<$")]
        for label, (*_, shape) in zip(labels, self.boxes, strict=True):
            self.relabel(label, shape)

    def _first_row_by_hand(self):
        view, text, unit = self.view, self.reading.text, self.unit
        before, after = np.zeros(len(text)), np.zeros(len(text))
        for start, stop, shape in self.boxes:
            missing = max(self.size_of(shape)[0], 7 * view.wchar_small) - unit * (stop - start)
            before[start] = after[stop - 1] = max(missing, 0) / 2
        self.lefts = view.leftedge + np.cumsum(before + unit) - unit + np.cumsum(after) - after
        self.width = self.lefts[-1] + unit + after[-1]
        view.set_locations(max([self.size_of(shape)[1] for *_, shape in self.boxes], default=0))
        for x, letter in zip(self.lefts, text, strict=True):
            self.write(x, view.texty, letter, fontname=view.fontname, fontsize=view.fontsize)
        for start, stop, shape in self.boxes:
            left, right = self._span(start, stop)
            margin = unit / 10
            self.line([left - margin, right + margin], [view.liney, view.liney], linewidth=0.5)
            self.box(left, right, shape)

    def _span(self, start, stop, *, with_boxes=False):
        """Return the left and right end of these characters, or of all that belongs to them."""
        left, right = self.lefts[start], self.lefts[stop - 1] + self.unit
        for first, end, shape in self.boxes if with_boxes else []:
            if start <= first and end <= stop:
                middle = sum(self._span(first, end)) / 2
                half = max(self.size_of(shape)[0], 2.2 * self.unit) / 2
                left, right = min(left, middle - half), max(right, middle + half)
        return left, right

    def draw_results(self):
        """Draw a row for each level of intermediate results, the innermost first."""
        levels = result_levels(self.reading, self.failed)
        for level in sorted(set(levels.values())):
            row = [node for node, its_level in levels.items() if its_level == level]
            top = self.bottom - 0.4 * self.unit
            failing = {self.failed: ()}  # leaves room for a word
            shapes = [(self.reading.shapes | failing).get(node) for node in row]
            self.view.box_topy = top - 1.5 * self.unit
            for node, shape in zip(row, shapes, strict=True):
                left, right = self._span(*columns(self.reading.text, node), with_boxes=True)
                fits = node is not self.failed
                self.bracket(left, right, top, fits=fits)
                if fits:
                    self.box(left, right, shape)
                else:
                    self.write((left + right) / 2, top - self.unit, "does not fit", ha="center",
                                va="top", color=ALARM)  # fmt: skip
            height = max(self.size_of(shape)[1] for shape in shapes)
            self.bottom = self.view.box_topy - height - self.room_below(shapes)

    def draw_notes(self):
        """Write below why a part does not fit, or that a name has changed its shape."""
        goals = [changed(self.reading, goal) for goal in self.reading.targets]
        notes = [note for note in goals if note]
        if self.failed is not None:
            notes.append(explain_failure(self.reading, self.failed))
        for note in notes:
            self.width = max(self.width, 3.6 * DOTS)
            lines = textwrap.wrap(note, int((self.width - self.view.leftedge) / (0.57 * self.unit)))
            for line in lines:
                self.write(self.view.leftedge, self.bottom - 0.3 * self.unit, line, va="top",
                            color=ALARM)  # fmt: skip
                self.bottom -= 1.3 * self.unit

    def fit(self):
        """Make the figure as large as what is drawn."""
        width, bottom = self.width + self.view.leftedge, self.bottom - 0.4 * self.unit
        top = self.view.texty + 1.7 * self.unit
        self.axes.set(xlim=(0, width), ylim=(bottom, top))
        self.figure.set_size_inches(width / DOTS, (top - bottom) / DOTS)
