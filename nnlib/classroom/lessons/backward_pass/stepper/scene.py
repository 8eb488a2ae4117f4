"""Backward scene: the forward pass, its gradients under it, and the gradients gone wrong below."""

import numpy as np
from matplotlib.patches import Rectangle

from ....diagrams.chain import PALE_ORANGE
from ....diagrams.tables import COLUMN, ENTRY, ROW
from ....instruments.number_page import NumberPage, draw_arrow
from .numbers import LR, SPOILT, both_passes, too_early, with_updated_W2
from .steps import STEPS, by_hand, entry_name, equals

SIZE = (7.2, 4.1)  # inches
LINE, GAP = 0.155, 0.19  # of a row of numbers, and between two columns of tables
BANDS, BAND = (4.09, 2.915, 1.74), 1.135  # upper edges, and their height
FOOT, SMALL_FOOT = 0.57, 0.76  # of what is written out below the bands
MEANINGS = 5.82  # from here to the right, what the frames mean
CAPTIONS = (
    ("forward", ", from left to right"),
    ("back", ", from right to left: each gradient under its array"),
    (f"with the updated W2, lr = {LR}", " (shaded: changed)"),
)
# From left to right: the arrays of a column, the width of a cell, and its gradients below.
COLUMNS = (
    (("X",), 0.4, ()),
    (("W1", "b1"), 0.5, ("dW1", "db1")),
    (("Z1",), 0.57, ("dZ1",)),
    ((), 0.22, ("slope",)),
    (("A1",), 0.57, ("dA1",)),
    (("W2", "b2"), 0.52, ("dW2", "db2")),
    (("Y_hat",), 0.56, ("dY_hat",)),
    (("Y",), 0.46, ("loss", "dloss")),
)
LABELS = {"slope": "relu'", too_early("W2"): "updated\nW2"}
# What a small picture shows: from one column to another, by what the step gives.
LAYER1, BEND, LAYER2 = ("X", "slope"), ("Z1", "A1"), ("A1", "Y")
WINDOWS = {"Z1": LAYER1, "dW1": LAYER1, "db1": LAYER1, "A1": BEND, "dZ1": BEND}


class BackwardScene:
    """Three bands of tables, which fill up in the order of the steps."""

    def __init__(self, figure, small):
        self.arrays = both_passes()
        self.small = small
        self.looks = {"arrives": ROW, "local": COLUMN, "gives": ENTRY}
        self.page = page = NumberPage(figure, *SIZE, self.looks)
        self.moving = page.moving
        x = 0.1
        for values, cell, gradients in COLUMNS:
            names = *values, *gradients
            wrong = [too_early(name) for name in names if too_early(name) in self.arrays]
            for top, stack in zip(BANDS, (values, gradients, wrong), strict=True):
                self._stack(stack, x, top - 0.16, cell)
            x += cell * self.arrays[names[0]].shape[1] + GAP
        for name in SPOILT:
            self._shade(too_early(name), self.arrays[too_early(name)] != self.arrays[name])
        self.captions = [
            page.note(0.1, top - 0.09, text if small else text + more)
            for top, (text, more) in zip(BANDS, CAPTIONS, strict=True)
        ]
        if not small:
            self._draw_ways()
            self._draw_meanings()

    def _stack(self, names, x, top, cell):
        """Draw tables one below the other."""
        for name in names:
            array = self.arrays[name]
            label = LABELS.get(name, name.split(",")[0])
            digits = {"Y_hat": 4, "loss": 4, "dY_hat": 5}.get(name, 3)
            self.page.table(name, label, array, x, top, cell, LINE, digits=digits)
            top = self.page.tables[name].y - 0.06

    def _shade(self, name, changed):
        """Shade the numbers that the updated W2 changes."""
        for i, j in np.argwhere(changed):
            left, bottom, right, top = self.page.tables[name].box([i], [j])
            corner, sides = (left + 0.03, bottom + 0.03), (right - left - 0.06, top - bottom - 0.06)
            shade = {"facecolor": PALE_ORANGE, "linewidth": 0, "zorder": 1}
            self.page.ax.add_patch(Rectangle(corner, *sides, **shade))

    def _draw_ways(self):
        """Draw the two ways as long arrows."""
        right, forward, back = SIZE[0] - 0.1, BANDS[0] - 0.09, BANDS[1] - 0.09
        draw_arrow(self.page, (1.9, forward), (right, forward))
        draw_arrow(self.page, (right, back), (3.75, back))

    def _draw_meanings(self):
        """Say what the frames mean on the way back."""
        y = BANDS[2] - 0.45
        for look, meaning in zip(
            self.looks.values(), ("what arrives", "local slope", "result"), strict=True
        ):
            line = {name: look[name] for name in ("edgecolor", "linestyle")}
            corner = (MEANINGS + 0.04, y - 0.06)
            sample = Rectangle(corner, 0.28, 0.13, fill=False, linewidth=2, **line)
            self.page.ax.add_patch(sample)
            self.page.note(MEANINGS + 0.4, y, meaning)
            y -= 0.24

    def show(self, state):
        number = state["step"]
        step = STEPS[number - 1] if number else None
        wrong = state["updated"] and step is not None and step.gives in SPOILT
        if self.small:
            self._zoom(step, wrong)
        frames = {"arrives": [], "local": [], "gives": []}
        foot = ""
        if step:
            taken = {"arrives": [step.arrives], "local": step.local, "gives": [step.gives]}
            for kind, names in taken.items():
                names = [
                    too_early(x) if wrong and too_early(x) in self.arrays else x for x in names
                ]
                frames[kind] = [(name,) for name in names]
            foot = self._foot(step, wrong, state["updated"])
        third = wrong or (state["updated"] and not self.small)  # the third band is there
        top, size, width = (FOOT, 9, None) if third else (BANDS[2] - 0.08, 11, MEANINGS)
        if self.small:
            top, size, width = self.page.window[1] + SMALL_FOOT - 0.04, 9, None
        self.page.show(
            self._unknown(number),
            frames,
            foot,
            top,
            size=size,
            width=width,
            absent=self._absent(third, step is not None and step.backward),
        )

    def _absent(self, third, backward):
        """What is not there: the third band; the meanings of frames, on the way forward."""
        bottom, top = BANDS[2] - BAND - 0.02, BANDS[2] + 0.02
        band, meanings = (0, bottom, MEANINGS, top), (MEANINGS, bottom, SIZE[0], top)
        return [band] * (not third) + [meanings] * (not backward)

    def _unknown(self, number):
        """Where the covers lie: on all that later steps give."""
        later = {step.gives for step in STEPS[number:]}
        later |= {"slope"} if "dZ1" in later else set()
        later |= {"dloss"} if "dY_hat" in later else set()
        later |= {too_early(name) for name in later & set(SPOILT)}
        later |= {too_early("W2")} if "dW2" in later else set()
        return {name: np.ones(self.arrays[name].shape, dtype=bool) for name in later}

    def _foot(self, step, wrong, updated):
        """Write the line of code, its shapes, and one entry by hand."""
        hand = by_hand(step, with_updated_W2(self.arrays) if wrong else self.arrays)
        if self.small:
            return f"{step.code}\n{hand}"
        between = "    " if updated else "\n"  # there is less room under the third band
        lines = [f"{step.code}{between}{step.shapes}", hand]
        if wrong:
            lines.append(f"truly {entry_name(step)} {equals(self.arrays[step.gives][step.entry])}")
        return "\n".join(lines)

    def _zoom(self, step, wrong):
        """Show the columns in which the step takes place, and two bands."""
        first, last = WINDOWS.get(step.gives if step else "", LAYER2)
        left, right = self.page.tables[first].x - 0.1, self.page.tables[last].box()[2] + 0.05
        top = BANDS[1 if wrong else 0] + 0.01
        bottom = BANDS[2 if wrong else 1] - BAND - SMALL_FOOT
        self.page.look_at((left, bottom, right, top))
        for caption in self.captions:
            caption.set_x(left + 0.1)
