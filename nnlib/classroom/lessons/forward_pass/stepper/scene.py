"""Forward scene: the arrays of the pass from left to right, with frames on what a step takes."""

import numpy as np

from ....diagrams.tables import COLUMN, ENTRY, ROW
from ....instruments.number_page import NumberPage, draw_arrow
from .numbers import MADE_OF, forward_arrays, parts_in_order, telling_row, written_out

SIZE = (7.2, 2.85)  # inches
CELL, LINE, GAP = 0.5, 0.21, 0.46  # inches: of a number, and between two arrays
FOOT = 0.3  # upper edge of what is written out
TOP = 1.85  # where the names of the arrays begin; the weights and biases stand above
# What a small picture shows of the page, from left to right: layer 1, ReLU, or layer 2.
WINDOWS = {"1": (0, 3.6), "relu": (2.51, 5.05), "2": (3.97, 7.6)}


class ForwardScene:
    """Arrays from left to right, and above each the weights or biases that make it."""

    def __init__(self, figure, small):
        self.arrays = forward_arrays()
        self.parts = parts_in_order(self.arrays)
        self.small = small
        looks = {"row": ROW, "column": COLUMN, "entry": ENTRY}
        self.page = NumberPage(figure, *SIZE, looks)
        self.moving = self.page.moving
        right = self._table("X", 0.12, TOP)
        for name, (_, sign, other) in MADE_OF.items():
            middle = TOP - 0.35 - 2.5 * LINE
            ends = (right + 0.04, middle), (right + GAP - 0.04, middle)
            draw_arrow(self.page, *ends, text=f"{sign} {other}".strip())
            if other:
                top = TOP + 0.5 + LINE * len(self.arrays[other])
                self._table(other, right + GAP, top)
            right = self._table(name, right + GAP, TOP)

    def _table(self, name, x, top):
        """Draw an array under its name and shape; return its right edge."""
        array = self.arrays[name]
        self.page.table(name, f"{name}\n{array.shape}", array, x, top, CELL, LINE, digits=4)
        return x + CELL * array.shape[1]

    def show(self, state):
        unknown = {name: np.ones(self.arrays[name].shape, dtype=bool) for name in MADE_OF}
        frames, foot = {"row": [], "column": [], "entry": []}, ""
        name = "X @ W1"
        for name, rows, j in self.parts[: state["step"]]:
            unknown[name][rows, j] = False
        if state["step"]:  # the last of them is the step itself
            foot = written_out(self.arrays, name, telling_row(self.arrays, name, rows, j), j)
            frames = _frames(name, rows, j)
        if self.small:
            _, sign, other = MADE_OF[name]
            left, right = WINDOWS[other[-1] if other else sign]
            self.page.look_at((left, 0, right, SIZE[1]))
        self.page.show(unknown, frames, foot, FOOT, size=9 if self.small else 11)


def _frames(name, rows, j):
    """Return the parts to be framed: what the step takes, and the entries that it makes."""
    before, sign, other = MADE_OF[name]
    taken = (before, rows) if sign == "@" else (before, rows, [j])
    aside = [(other, slice(None), [j])] if other else []
    return {"row": [taken], "column": aside, "entry": [(name, rows, [j])]}
