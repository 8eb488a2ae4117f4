"""Parts of the training player's picture: a panel for each run, the losses, and the weights."""

import itertools

import numpy as np
from matplotlib.lines import Line2D

from ....diagrams.canvas import write
from ....diagrams.network import draw_units, unit_places, weight_look
from ....style import PALETTE
from .recorded_runs import EPOCHS, RATES, UNITS, X_CURVE

# A colour and a line style for each rate; blue and vermillion are the signs of the weights.
LOOKS = (("sky", "-."), ("green", "-"), ("purple", "--"), ("black", ":"))
BOTTOM, TOP = -1.8, 1.8  # of the panels
LOWEST, HIGHEST = 2e-3, 1e2  # of the losses
END = 1.15 * EPOCHS
USUAL_WEIGHT = 1.3  # about the largest weight of the runs that do not diverge
WIDEST = 6.0  # points; a weight that runs away is drawn no wider
RADIUS = 0.27  # of a unit, which has to hold its name in a small picture too


def _mark(marker, label, colour="black", **look):
    return Line2D(
        [], [], linestyle="none", marker=marker, color=PALETTE[colour], label=label, **look
    )


KEY = (  # of the marks in the panels
    _mark(".", "points of the ramp", "grey"),
    _mark("o", "hinge of a unit", markerfacecolor="white"),
    _mark("^", "curve above or below", markersize=8),
    _mark("x", "the loss is inf", markersize=8, markeredgewidth=2),
)


class FitPanel:
    """The points, the curve of one run and its hinges.

    A triangle says where a curve has gone that is not in the panel; a cross, that the loss is inf.
    """

    def __init__(self, ax, number, points, run, small):
        self.number, self.run = number, run
        colour, linestyle = LOOKS[number]
        ax.set(xlim=(-2, 2), ylim=(BOTTOM, TOP), xticks=(-1, 1), yticks=(-1, 0, 1))
        ax.set_title(f"rate {run.lr:g}", fontsize=9 if small else 10)
        if number > 0:
            ax.tick_params(labelleft=False)
        else:
            ax.set_ylabel("y")
        ax.set_xlabel("x")
        if small:
            ax.tick_params(labelsize=8)
        size = 0.6 if small else 1.0
        ax.plot(*points, ".", color=PALETTE["grey"], markersize=4 * size)
        (self.curve,) = ax.plot([], [], color=PALETTE[colour], linestyle=linestyle)
        (self.hinges,) = ax.plot(
            [], [], "o", markersize=6 * size, color=PALETTE["black"], markerfacecolor="white"
        )
        (self.above,) = ax.plot([0], [TOP - 0.3], "^", color=PALETTE["black"], markersize=14 * size)
        (self.below,) = ax.plot(
            [0], [BOTTOM + 0.3], "v", color=PALETTE["black"], markersize=14 * size
        )
        (self.cross,) = ax.plot(
            [0], [0], "x", color=PALETTE["black"], markersize=36 * size, markeredgewidth=3
        )
        (self.frame,) = ax.plot(
            [0, 1, 1, 0, 0],
            [0, 0, 1, 1, 0],
            color=PALETTE["black"],
            linestyle="-",
            transform=ax.transAxes,
            clip_on=False,
        )
        marks = [self.hinges, self.above, self.below, self.cross]
        self.moving = [self.curve, *marks, self.frame]

    def show(self, epoch, chosen):
        # Far outside is far enough: matplotlib cannot draw 1e200.
        curve = np.clip(self.run.curves[epoch], -100, 100)
        hinges = np.clip(self.run.hinges[epoch], -3, 3)
        self.curve.set_data(X_CURVE, curve)
        self.hinges.set_data(hinges, np.interp(hinges, X_CURVE[:, 0], curve))
        lost = not np.isfinite(self.run.losses[epoch])
        self.cross.set_visible(lost)
        self.above.set_visible(not lost and curve.min() > TOP)
        self.below.set_visible(not lost and curve.max() < BOTTOM)
        self.frame.set_visible(self.number == chosen)


class LossCurves:
    """The losses of all runs; a white sheet covers what comes after the epoch."""

    def __init__(self, ax, runs, small):
        self.losses = np.transpose(
            [np.where(run.losses < 1e30, run.losses, np.nan) for run in runs]
        )
        ax.set_xscale("symlog", linthresh=10)  # the first ten epochs have room of their own
        ax.set_yscale("log")
        ax.set(xlim=(-0.3, END), ylim=(LOWEST, HIGHEST))
        ticks = (0, 10, 100) if small else (0, 5, 10, 20, 50, 100, 200)
        ax.set_xticks(ticks, [str(tick) for tick in ticks])
        ax.set_xticks([], minor=True)
        for (colour, linestyle), losses, lr in zip(LOOKS, self.losses.T, RATES, strict=True):
            ax.plot(losses, color=PALETTE[colour], linestyle=linestyle, label=f"{lr:g}")
        ax.set(xlabel="epoch", ylabel="loss")
        if not small:
            ax.legend(loc="lower left", bbox_to_anchor=(-0.02, 0.98), ncols=4, columnspacing=1.4)
        self.sheet = ax.axvspan(0, END, color="white", zorder=2.5)
        self.now = ax.axvline(0, color=PALETTE["grey"], linewidth=1, zorder=3)
        (self.dots,) = ax.plot([], [], "o", color=PALETTE["black"], markersize=5, zorder=3)
        self.moving = [self.sheet, self.now, self.dots]

    def show(self, epoch, chosen):
        self.sheet.set(x=epoch, width=END - epoch)
        self.now.set_xdata([epoch, epoch])
        self.dots.set_data(np.full(len(RATES), epoch), self.losses[epoch])


class Weights:
    """The framed run's network: a line for each weight, as in draw_network."""

    def __init__(self, ax, runs, small):
        self.runs = runs
        ylim = (0.9, 3.2) if small else (0.6, 3.4)
        ax.set(xlim=(0.1, 3.4), ylim=ylim, aspect="equal")
        ax.set_axis_off()
        columns = [
            unit_places(x, count, UNITS, 3.5)
            for x, count in zip((0.4, 1.75, 3.1), (1, UNITS, 1), strict=True)
        ]
        for places, symbol in zip(columns, ("x", "a", "ŷ"), strict=True):
            draw_units(ax, places, symbol, len(places), None, radius=RADIUS)
        x, hidden, y = (list(places.values()) for places in columns)
        pairs = [*itertools.product(x, hidden), *itertools.product(hidden, y)]
        self.lines = [ax.plot(*_between(*pair), dash_capstyle="butt")[0] for pair in pairs]
        for line in self.lines:
            line.set_solid_capstyle("butt")
        if not small:
            write(ax, 1.75, 3.25, "weights of the framed run", size=9)
            write(ax, 1.75, 0.75, "solid: positive   dashed: negative", size=9)
        self.moving = self.lines

    def show(self, epoch, chosen):
        run = self.runs[chosen]
        for line, weight in zip(self.lines, [*run.W1[epoch], *run.W2[epoch]], strict=True):
            line.set_visible(not run.ended(epoch))
            look = weight_look(weight, USUAL_WEIGHT)
            line.set(**look | {"linewidth": min(look["linewidth"], WIDEST)})


def _between(start, end):
    """Return the ends of a line from circle to circle, which stops at their rims."""
    start, end = np.array(start), np.array(end)
    along = RADIUS * (end - start) / np.linalg.norm(end - start)
    return np.transpose([start + along, end - along])
