"""Parts of the race's picture: a map for each landscape, and the losses step by step."""

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.patheffects import withStroke

from ....plots.surfaces import draw_contours
from ....style import PALETTE
from .landscapes import grid
from .runs import RACERS

# For each racer; none is blue, as the map is.
LOOKS = (
    (PALETTE["black"], "-", "o"),
    (PALETTE["vermillion"], "--", "s"),
    (PALETTE["green"], "-.", "^"),
    (PALETTE["orange"], ":", "D"),
)
LOWEST, HIGHEST = 1e-5, 1e3  # of the losses
ARROW = 0.16  # the length of an arrow, as a share of the map
BLACK = PALETTE["black"]


def alone(marker, **look):
    """The look of a marker without a line."""
    return {"linestyle": "none", "marker": marker, "markeredgecolor": BLACK, **look}


START = alone("X", color="white", markersize=8)
STAR = alone("*", color="white", markersize=13)
DOWNHILL = {"color": PALETTE["grey"], "linestyle": "-", "linewidth": 4}
NEXT = {"color": PALETTE["purple"], "linestyle": "-", "linewidth": 2}


def look(k):
    """The colour, line style and marker of a racer."""
    return dict(zip(("color", "linestyle", "marker"), LOOKS[k]))


def key():
    """What the legend explains: the racers in one row, and the marks of the map below."""
    racers = [
        Line2D([], [], **look(k), markersize=5, label=f"{racer.name} {racer.settings}".strip())
        for k, racer in enumerate(RACERS)
    ]
    marks = [
        Line2D([], [], label="minus gradient", marker=">", markersize=7, **DOWNHILL),
        Line2D([], [], label="next step", marker=">", markersize=7, **NEXT),
        Line2D([], [], label="the lowest loss", **STAR),
        Line2D([], [], label="off the map", **alone("o", color="white", markersize=6)),
    ]
    return [mark for pair in zip(racers, marks, strict=True) for mark in pair]


class Map:
    """One landscape from above, with the paths; arrows where the watched optimizer stands.

    The arrows tell directions and are all of one length. A runner that has left the map is drawn
    hollow, at the edge that is nearest to it.
    """

    def __init__(self, ax, landscape, small):
        self.ax, self.landscape = ax, landscape
        draw_contours(
            ax, *grid(landscape), heights=landscape.heights, fontsize=None if small else 9
        )
        (xlim, ylim), (xticks, yticks) = landscape.ranges, landscape.ticks
        xlabel, ylabel = landscape.names
        ax.set(xlim=xlim, ylim=ylim, xticks=xticks, yticks=yticks, xlabel=xlabel, ylabel=ylabel)
        ax.grid(False)
        ax.plot(*np.transpose(landscape.lowest), **STAR)
        ax.plot(*landscape.start, **START)
        beside = {"xytext": (-4, 4), "textcoords": "offset points", "ha": "right"}
        text = ax.annotate("start", landscape.start, **beside, fontsize=8 if small else 9)
        text.set_path_effects([withStroke(linewidth=3, foreground="white")])  # over a line's height
        size = 6 if small else 8
        self.paths, self.runners = [], []
        for k, (colour, _, marker) in enumerate(LOOKS):
            (path,) = ax.plot([], [], **look(k), linewidth=1.4, markersize=size / 2)
            path.set_markeredgewidth(0)  # there are many of them, and it doubles their time
            (runner,) = ax.plot([], [], **alone(marker, color=colour, markersize=size))
            runner.set(clip_on=False, in_layout=False, zorder=5)
            self.paths.append(path)
            self.runners.append(runner)
        self.downhill, self.next = self._arrow(18, DOWNHILL), self._arrow(14, NEXT)
        self.moving = [*self.paths, self.downhill, self.next, *self.runners]

    def _arrow(self, head, look):
        arrow = FancyArrowPatch((0, 0), (0, 0), arrowstyle="-|>", shrinkA=0, shrinkB=0)
        arrow.set(mutation_scale=head, zorder=4, clip_on=False, in_layout=False, **look)
        return self.ax.add_patch(arrow)

    def show(self, step, runs, watched):
        """Show the runs, None for each that is off, after so many steps."""
        self.ax.set_visible(True)
        for path, runner, run in zip(self.paths, self.runners, runs, strict=True):
            for artist in path, runner:
                artist.set_visible(run is not None)
            if run is not None:
                points = run.points[: min(step, run.last) + 1]
                path.set_data(*points.T)
                place = self._nearest(points[-1])
                runner.set_data(*place[:, np.newaxis])
                hollow = not self.landscape.on_map(points[-1])
                runner.set_markerfacecolor("white" if hollow else runner.get_color())
        self._show_arrows(step, runs[watched])

    def _show_arrows(self, step, run):
        there = run is not None and self.landscape.on_map(run.points[step])  # nan is not
        ways = (-run.gradients[step], run.next_step(step)) if there else (np.zeros(2),) * 2
        for arrow, way in zip((self.downhill, self.next), ways, strict=True):
            arrow.set_visible(bool(way.any()))
            if way.any():
                start = run.points[step]
                arrow.set_positions(start, start + self._short(way))

    def hide(self):
        self.ax.set_visible(False)
        for artist in self.moving:
            artist.set_visible(False)

    def _nearest(self, point):
        return np.clip(point, *np.transpose(self.landscape.ranges))

    def _short(self, way):
        """A way of the same direction, as long as an arrow."""
        return ARROW * way / np.hypot(*(way / np.ptp(self.landscape.ranges, axis=1)))


class Losses:
    """The loss of each run above the lowest there is, up to the step."""

    def __init__(self, ax, steps):
        ax.set_yscale("log")
        ax.set(xlim=(0, steps), ylim=(LOWEST, HIGHEST), xlabel="step")
        ax.set_xticks((0, steps // 2, steps))
        ax.set_yticks(10.0 ** np.arange(-4, 3, 2))
        ax.set_yticks([], minor=True)
        ax.set_title("loss above the lowest", fontsize=9)
        self.lines = [ax.plot([], [], color=c, linestyle=s, linewidth=1.6)[0] for c, s, _ in LOOKS]
        (self.dots,) = ax.plot([], [], "o", color=BLACK, markersize=4, clip_on=False, zorder=3)
        self.dots.set_in_layout(False)
        self.moving = [*self.lines, self.dots]

    def show(self, step, runs, lowest):
        ends = []
        for line, run in zip(self.lines, runs, strict=True):
            line.set_visible(run is not None)
            if run is not None:
                last = min(step, run.last)
                losses = np.clip(run.losses[: last + 1] - lowest, LOWEST, HIGHEST)
                line.set_data(np.arange(last + 1), losses)
                ends.append((last, losses[-1]))
        self.dots.set_data(*np.reshape(ends, (-1, 2)).T)
