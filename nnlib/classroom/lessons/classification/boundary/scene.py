"""The explorer's picture: the map of the plane with the points on it, and the loss."""

from itertools import pairwise

import numpy as np
from contourpy import contour_generator
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.path import Path

from ....plots.boundaries import SHADES
from ....style import PALETTE, cycle
from .runs import EPOCHS, POINTS, RATES, UNITS, points_of, record, shares_of

X_END, Y_END = 2.0, 1.75  # the map goes from -X_END to X_END
COLUMNS, ROWS = 65, 57
X_SIDE, Y_SIDE = np.linspace(-X_END, X_END, COLUMNS), np.linspace(-Y_END, Y_END, ROWS)
PLANE = np.stack(np.meshgrid(X_SIDE, Y_SIDE), axis=-1).reshape(-1, 2)
FAR = 2 * np.hypot(X_END, Y_END)  # longer than any line on the map
LEVELS = (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1 + 1e-9)  # of the shades; a share of 1 is in the last
# As in plot_boundaries, on white; the two at the ends are those of the shares 0 and 1.
COLOURS = 0.6 * SHADES([0, 0.2, 0.4, 0.6, 0.8, 1.0]) + 0.4
LOWEST, HIGHEST = 1e-3, 10.0  # of the losses
KNOWS_NOTHING = np.log(2)


def run_of(state):
    """The Run that a state shows."""
    return record(state["shape"], UNITS[state["units"]], RATES[state["rate"]], state["start"])


class Scene:
    """The map, and beside it the loss; a small picture has the map only."""

    def __init__(self, figure, small):
        grid = figure.add_gridspec(1, 1 if small else 2, width_ratios=(1,) if small else (1.5, 1))
        self.map = Map(figure.add_subplot(grid[0]), small)
        self.losses = None if small else Losses(figure.add_subplot(grid[1]))
        self.key = self.map.key
        if not small:
            figure.legend(handles=self.key, loc="outside lower center", ncols=4, fontsize=9)
        self.moving = self.map.moving + (self.losses.moving if self.losses else [])

    def show(self, state):
        run, epoch = run_of(state), state["epoch"]
        self.map.show(run.networks[epoch], *points_of(state["shape"]))
        if self.losses:
            self.losses.show(run.losses, epoch)


class Map:
    """Shades for the share of class 1, the boundary, the lines of the units, and the points."""

    def __init__(self, ax, small):
        self.shades = PathCollection([], antialiaseds=False, linewidths=0)  # no seams between them
        self.boundary = LineCollection([], colors=PALETTE["black"], linewidths=2)
        self.hinges = LineCollection(
            [], colors=PALETTE["grey"], linewidths=1, linestyles=[(0, (4, 2))]
        )
        self.boundary.set_label("boundary")
        self.hinges.set_label("a unit switches")
        for kind in self.shades, self.hinges, self.boundary:
            ax.add_collection(kind, autolim=False)
        self.points = []
        for label in (0, 1):
            colour, _, marker = cycle(label)
            look = {"color": colour, "markersize": 3 if small else 4, "label": f"class {label}"}
            self.points += ax.plot([], [], marker, linestyle="none", **look)
        ax.set(xlim=(-X_END, X_END), ylim=(-Y_END, Y_END), aspect="equal")
        ax.set(xticks=(-1, 0, 1), yticks=(-1, 0, 1), xlabel="x1", ylabel="x2")
        ax.grid(False)
        self.key = [*self.points, self.boundary, self.hinges]
        self.moving = [self.shades, self.hinges, self.boundary, *self.points]

    def show(self, network, X, labels):
        shares = shares_of(network, PLANE).reshape(ROWS, COLUMNS)
        contours = contour_generator(X_SIDE, Y_SIDE, shares, fill_type="OuterCode")
        bands = [contours.filled(*ends)[:2] for ends in pairwise(LEVELS)]
        paths = [Path(*area) for points, codes in bands for area in zip(points, codes)]
        self.shades.set_paths(paths)
        self.shades.set_facecolor(np.repeat(COLOURS, [len(points) for points, _ in bands], axis=0))
        self.boundary.set_segments(contours.lines(0.5))
        self.hinges.set_segments(hinge_lines(network.layers[0]))
        for label, points in enumerate(self.points):
            points.set_data(*X[labels == label].T)


def hinge_lines(layer):
    """Return the two ends, far off the map, of the line w . x + b = 0 of each unit."""
    sizes = np.linalg.norm(layer.W, axis=0)
    ways = layer.W / sizes
    feet = -layer.b / sizes * ways  # the point of each line that is nearest to 0, (2, units)
    along = FAR * np.array([-ways[1], ways[0]])
    return np.stack([feet - along, feet + along]).transpose(2, 0, 1)


class Losses:
    """The loss after each epoch, up to the one that is shown."""

    def __init__(self, ax):
        ax.set_yscale("log")
        ax.set(xlim=(0, EPOCHS), ylim=(LOWEST, HIGHEST), xticks=(0, EPOCHS // 2, EPOCHS))
        ax.set_yticks([], minor=True)
        ax.set(xlabel="epoch")
        ax.set_title(f"loss of the {POINTS} points", fontsize=10)
        ax.axhline(KNOWS_NOTHING, color=PALETTE["grey"], linestyle=":", linewidth=1.5)
        beside = {"ha": "right", "va": "bottom", "fontsize": 9}
        ax.text(EPOCHS, KNOWS_NOTHING * 1.1, "log 2: knows nothing", **beside)
        (self.line,) = ax.plot([], [], "-", color=PALETTE["blue"])
        (self.dot,) = ax.plot([], [], "o", color=PALETTE["black"], markersize=5, clip_on=False)
        self.dot.set_in_layout(False)
        self.moving = [self.line, self.dot]

    def show(self, losses, epoch):
        losses = np.clip(losses[: epoch + 1], LOWEST, HIGHEST)
        self.line.set_data(np.arange(epoch + 1), losses)
        self.dot.set_data([epoch], losses[-1:])
