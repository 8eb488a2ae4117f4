"""The picture of the ReLU builder: thin units with their numbers, their sum, and the target."""

import numpy as np

from ....style import PALETTE, cycle
from .relu_sum import HIGH, LOW, NEARLY, ReLUSum, X

BOTTOM, TOP = -4.5, 10.5
UP_THE_LINE = (0.5, 0.9, 0.75, 0.6, 0.8)  # where on its line the number of each unit stands
MARGIN = 0.7  # from a number to the edge of the picture, and to a hinge
BESIDE = 1.1  # how far the cross of a dead unit stands from its number
ROOM_FOR_A_STEP = 1.8  # a piece must be as long as this, for its slope to be drawn
MOST_UNITS = len(UP_THE_LINE)
NOTHING = [], []
x = X[:, 0]


class Scene:
    """The sum is a wide band, with its hinges and slopes; the target is dotted on top of it."""

    def __init__(self, figure, small):
        ax = figure.subplots()
        ax.set(xlim=(LOW, HIGH), ylim=(BOTTOM, TOP), xlabel="x", ylabel="y")
        ax.set_xticks(range(int(LOW), int(HIGH) + 1, 5 if small else 2))
        ax.set_yticks(range(-4, 11, 4 if small else 2))
        ax.axhline(0, color=PALETTE["grey"], linewidth=0.8)

        def line(*style, **look):
            return ax.plot([], [], *style, **look)[0]

        black = PALETTE["black"]
        self.total = line("-", color="#A6A6A6", linewidth=6, label="the sum")
        self.units = [
            line(color=colour, linestyle=style, linewidth=1.6, label="single unit, 1 to 5")
            for colour, style, _ in map(cycle, range(MOST_UNITS))
        ]
        self.steps = line("-", color=black, linewidth=1.2, label="slope: 1 across, then up")
        self.target = line(":", color=black, linewidth=2, label="the target")
        self.hinges = line("o", color=black, markerfacecolor="white", label="hinge of the sum")
        self.dead = line("X", color=black, markersize=8, zorder=5, label="dead unit")
        size = 11 if small else 13
        self.circles = line("o", color=black, markerfacecolor="white", markersize=size, zorder=4)
        self.numbers = [
            line(marker=f"${k + 1}$", linestyle="none", color=black, markersize=size / 2, zorder=5)
            for k in range(MOST_UNITS)
        ]
        own = [self.total, self.target, self.hinges, self.steps, self.dead]
        self.moving = [*own, self.circles, *self.units, *self.numbers]
        if not small:
            handles = [*own[:4], self.units[0], self.dead]
            figure.legend(handles=handles, loc="outside upper left", ncols=3)

    def show(self, state):
        total = ReLUSum(state)
        corners = total.corners()
        y_corners = total.at(corners)
        put(self.total, corners, y_corners)
        put(self.target, x, total.target(x))
        put(self.hinges, corners[1:-1], y_corners[1:-1])
        put(self.steps, *steps(total))
        places = [place_on_line(k + 1, y, corners) for k, y in enumerate(total.units(x).T)]
        put(self.circles, *np.reshape(places, (-1, 2)).T)
        y_units = total.units(corners).T
        for k, (line, number) in enumerate(zip(self.units, self.numbers, strict=True)):
            there = k < len(places)
            put(line, *((corners, y_units[k]) if there else NOTHING))
            put(number, *(np.reshape(places[k], (2, 1)) if there else NOTHING))
        dead = [place_on_axis(k + 1) + BESIDE for k in np.flatnonzero(total.dead)]
        put(self.dead, dead, np.zeros(len(dead)))


def put(line, x, y):
    """Set the line's data, unless it has them: most lines stay when one slider moves."""
    x_before, y_before = line.get_data()
    if not (np.array_equal(x, x_before) and np.array_equal(y, y_before)):
        line.set_data(x, y)


def place_on_line(k, y, corners):
    """Where the number of unit k stands: well up its line, and on the axis if it is 0 all over.

    Each k goes another part of the way up, so that numbers of lines that cross do not collide;
    points close to a corner of the sum are left out if there are others.
    """
    if np.all(np.abs(y) < NEARLY):
        return place_on_axis(k), 0.0
    seen = np.flatnonzero((np.abs(y) > NEARLY) & (y > BOTTOM + MARGIN) & (y < TOP - MARGIN))
    if not len(seen):
        return np.nan, np.nan
    free = np.all(np.abs(x[seen, np.newaxis] - corners) > MARGIN, axis=1)
    if np.any(free):
        seen = seen[free]
    if abs(y[seen[0]]) > abs(y[seen[-1]]):
        seen = seen[::-1]
    at = seen[int(UP_THE_LINE[k - 1] * (len(seen) - 1))]
    return x[at], y[at]


def place_on_axis(k):
    return LOW - 1 + 2.0 * k


def steps(total):
    """The corners of a step in each piece with room for it: 1 to the right, and the slope up."""
    corners = total.corners()
    left, right = corners[:-1], corners[1:]
    roomy = right - left >= ROOM_FOR_A_STEP  # some piece is: five hinges leave one of 20 / 6
    start = (left + right - 1)[roomy] / 2
    y, slope, gap = total.at(start), total.slopes()[roomy], np.full(len(start), np.nan)
    across = np.column_stack([start, start + 1, start + 1, gap])
    up = np.column_stack([y, y, y + slope, gap])
    return across.ravel(), up.ravel()
