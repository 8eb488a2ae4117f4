"""The painter's picture: the image, the shares of the ten digits, and the hidden units."""

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.colors import LinearSegmentedColormap

from ....style import PALETTE
from .reader import BLACK, CLASSES, SIDE, hidden_units, shares_of, starting_images

BLUES = LinearSegmentedColormap.from_list("blues", ["white", PALETTE["blue"]])
LARGEST = 3.0  # what a hidden unit gives where its square is entirely blue


class Scene:
    """From left to right; a small picture has no hidden units."""

    def __init__(self, figure, small):
        ratios = (1, 1.4) if small else (1, 1.5, 1)
        axes = figure.subplots(1, len(ratios), width_ratios=ratios)
        self.small = small
        self.image = Squares(axes[0], "image", cmap="Greys", vmax=BLACK, small=small)
        frame = {"markersize": 8 if small else 14, "markerfacecolor": "none", "markeredgewidth": 2}
        self.changed = self.image.mark("s", markeredgecolor=PALETTE["vermillion"], **frame)
        self.shares = Shares(axes[1], small)
        self.moving = [self.image.squares, self.changed, *self.shares.moving]
        if not small:
            self.units = Squares(axes[2], "hidden units", cmap=BLUES, vmax=LARGEST)
            self.off = self.units.mark("x", color=PALETTE["grey"], markersize=4)
            axes[2].set_xlabel("x: the unit is off", fontsize=9)
            axes[0].set_xlabel("framed: changed", fontsize=9)
            self.moving += [self.units.squares, self.off]

    def show(self, state):
        cells, start = np.array(state["cells"]), state["image"]
        self.image.show(cells)
        changed = cells != starting_images()[start] if start else np.zeros(len(cells), bool)
        self.image.show_marks(self.changed, changed)
        self.shares.show(shares_of([cells])[0])
        if not self.small:
            units = hidden_units(cells)
            self.units.show(units)
            self.units.show_marks(self.off, units == 0)


class Squares:
    """64 numbers as squares, row by row, light for 0 and dark for `vmax` and more."""

    def __init__(self, ax, title, *, cmap, vmax, small=False):
        self.ax = ax
        edges = np.arange(SIDE + 1) - 0.5
        look = {"vmin": 0, "vmax": vmax, "edgecolors": "#BBBBBB", "linewidth": 0.5}
        self.squares = ax.pcolormesh(edges, edges, np.zeros((SIDE, SIDE)), cmap=cmap, **look)
        ax.set(
            xticks=[],
            yticks=[],
            aspect="equal",
            xlim=(-0.55, SIDE - 0.45),
            ylim=(SIDE - 0.45, -0.55),
        )
        ax.grid(False)
        ax.spines[:].set_visible(False)
        if not small:
            ax.set_title(title, fontsize=10)

    def show(self, numbers):
        self.squares.set_array(np.reshape(numbers, (SIDE, SIDE)))

    def mark(self, marker, **look):
        (marks,) = self.ax.plot([], [], linestyle="none", marker=marker, **look)
        return marks

    def show_marks(self, marks, where):
        rows, columns = np.nonzero(np.reshape(where, (SIDE, SIDE)))
        marks.set_data(columns, rows)


class Shares:
    """A bar for each digit; a triangle stands over the largest."""

    def __init__(self, ax, small):
        self.bars = PolyCollection([], facecolors=PALETTE["blue"])
        ax.add_collection(self.bars, autolim=False)
        (self.answer,) = ax.plot([], [], "v", color=PALETTE["black"], markersize=5 if small else 7)
        ax.set(xlim=(-0.6, CLASSES - 0.4), ylim=(0, 1.12), xticks=range(CLASSES))
        ax.set_yticks((0, 0.5, 1), ("0", "50 %", "100 %"))
        ax.tick_params(labelsize=8 if small else 9, length=0)
        ax.grid(False, axis="x")
        if not small:
            ax.set_title("shares", fontsize=10)
        self.moving = [self.bars, self.answer]

    def show(self, shares):
        middles = np.arange(CLASSES)
        left, right, bottom = middles - 0.4, middles + 0.4, np.zeros(CLASSES)
        corners = [(left, bottom), (left, shares), (right, shares), (right, bottom)]
        self.bars.set_verts(np.transpose(corners, (2, 0, 1)))
        self.answer.set_data([shares.argmax()], [shares.max() + 0.06])
