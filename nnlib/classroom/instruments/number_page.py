"""Page of numbers: arrays as small tables, which fill up as a pass goes on.

Every number is written once and stands still. What is not known yet lies under a white cover; what
takes part in a step has a frame; what is computed is written out at the foot. So a step moves a
few patches and a line or two, and is drawn quickly.
"""

import textwrap
from functools import partial
from typing import NamedTuple

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from ..diagrams.canvas import number_text, write
from ..diagrams.tables import STAY, draw_table
from ..style import PALETTE

SIZE = 9  # of the letters
LETTER = 0.0753 / SIZE  # inches that a letter of size 1 takes, in fixed width
EDGE = 0.02  # inches of a cell that a cover leaves free: the lines of the table


class Table(NamedTuple):
    """Where a table lies: its lower left corner, its cells, how many, and the room for its name."""

    x: float
    y: float
    cell: float
    row: float
    shape: tuple
    head: float

    def box(self, i=slice(None), j=slice(None)):
        """Left, bottom, right and top of some of its rows and columns, all by default."""
        n, d = self.shape
        rows, columns = np.arange(n)[i], np.arange(d)[j]
        left, right = self.x + self.cell * columns.min(), self.x + self.cell * (columns.max() + 1)
        bottom, top = self.y + self.row * (n - 1 - rows.max()), self.y + self.row * (n - rows.min())
        return left, bottom, right, top

    def covers(self):
        """The same four numbers for what lies within the lines of each cell, of shape (n, d, 4)."""
        n, d = self.shape
        left = self.x + self.cell * np.arange(d) + np.zeros((n, 1)) + EDGE
        bottom = self.y + self.row * np.arange(n)[::-1, None] + np.zeros(d) + EDGE
        right, top = left + self.cell - 2 * EDGE, bottom + self.row - 2 * EDGE
        return np.stack([left, bottom, right, top], axis=-1)


def short_text(value, digits):
    """Return a number to so many digits and at most four decimals: no wider than its cell."""
    value = round(value, 4)
    return f"{value:.4f}" if 0 < abs(value) < 0.001 else number_text(value, digits)


class NumberPage:
    """Tables on a page that is measured in inches, from its lower left corner.

    Parameters
    ----------
    figure : Figure or SubFigure
    width, height : float
    looks : dict of str to dict
        For each kind of frame its `edgecolor` and `linestyle`.
    """

    def __init__(self, figure, width, height, looks):
        self.ax = figure.subplots()
        self.ax.set_axis_off()
        self.look_at((0, 0, width, height))
        self.tables = {}
        self._covers = PolyCollection([], facecolor="white", edgecolor="none", zorder=5)
        self.ax.add_collection(self._covers)
        self._frames = {}
        for kind, look in looks.items():
            line = {name: look[name] for name in ("edgecolor", "linestyle")}
            frame = Rectangle((0, 0), 0, 0, fill=False, linewidth=2.4, zorder=6, **line)
            self._frames[kind] = self.ax.add_patch(frame)
        options = {"code": True, "ha": "left", "va": "top", "zorder": 7, "linespacing": 1.35}
        self._foot = write(self.ax, 0, 0, "", **options)
        self._foot.set_in_layout(False)
        self.moving = [self._covers, *self._frames.values(), self._foot]

    def look_at(self, window):
        """Show this part of the page: left, bottom, right, top."""
        self.window = window
        left, bottom, right, top = window
        self.ax.set(xlim=(left, right), ylim=(bottom, top))
        self.ax.set_aspect("equal", anchor="W")

    def table(self, key, label, array, x, top, cell, row, *, digits=3):
        """Draw a table, its name above it; `top` is the upper edge of the name."""
        lines = label.count("\n") + 1
        head = 0.15 * lines + 0.05
        y = top - head - row * len(array)
        text = partial(short_text, digits=digits)
        options = {"va": "center_baseline", "clip_on": True}  # low rows have no room to spare
        draw_table(self.ax, array, x, y, cell, SIZE, height=row, text=text, **options)
        middle = x + cell * array.shape[1] / 2
        self.note(middle, top - head + 0.03, label, ha="center", va="bottom", weight="bold")
        self.tables[key] = Table(x, y, cell, row, array.shape, head)

    def note(self, x, y, text, **options):
        """Write something that stands still."""
        options = {"ha": "left", "clip_on": True, "linespacing": 1.2, **options}
        return write(self.ax, x, y, text, size=SIZE, **options)

    def box(self, parts):
        """Left, bottom, right and top of what encloses parts (table, rows, columns)."""
        boxes = np.array([self.tables[key].box(*where) for key, *where in parts])
        return (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0))

    def show(self, unknown, frames, foot, foot_top, *, size=SIZE, width=None, absent=()):
        """Set all that moves.

        Parameters
        ----------
        unknown : dict of str to array of bool
            For each table with covers, where they lie.
        frames : dict of str to list of (table, rows, columns)
            For each kind of frame what it encloses; an empty list for no frame.
        foot : str
            What is written out.
        foot_top, size : float
            Its upper edge, and the size of its letters.
        width : float, optional
            Where its lines break; by default all that is shown.
        absent : sequence of (left, bottom, right, top)
            Parts of the page that are not there.
        """
        cells = [self.tables[key].covers()[mask] for key, mask in unknown.items()]
        covers = np.concatenate([np.reshape(absent, (-1, 4)), *cells])
        self._covers.set_verts(covers[:, [[0, 1], [2, 1], [2, 3], [0, 3]]])
        for kind, frame in self._frames.items():
            frame.set_visible(bool(frames[kind]))
            if frames[kind]:
                left, bottom, right, top = self.box(frames[kind])
                frame.set_bounds(left, bottom, right - left, top - bottom)
        left, _, right, _ = self.window
        room = int(((width or right - left) - 0.2) / (LETTER * size))
        lines = [textwrap.fill(line, room) for line in foot.split("\n")]
        self._foot.set(position=(left + 0.1, foot_top), fontsize=size)
        self._foot.set_text("\n".join(lines).replace(STAY, " "))


def draw_arrow(page, start, end, *, text=""):
    """Draw a thin arrow between two tables, with what happens on the way above it."""
    look = {"arrowstyle": "-|>", "color": PALETTE["grey"], "linewidth": 1}
    page.ax.annotate("", end, start, arrowprops={**look, "shrinkA": 0, "shrinkB": 0})
    if text:
        page.note((start[0] + end[0]) / 2, start[1] + 0.12, text, ha="center", code=True)
