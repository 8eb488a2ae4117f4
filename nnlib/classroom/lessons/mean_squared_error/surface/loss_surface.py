"""Loss surface: the loss over one weight and one bias, and where a step downhill lands."""

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from .....gradcheck import TOLERANCE, numerical_gradient, relative_error
from ....instruments.controls import Slider
from ....instruments.instrument import Instrument
from ....plots.surfaces import draw_contours
from ....style import PALETTE
from .loss_at_point import BENDS, X, Y, loss_of, predict_at, slopes_of, step_from

W_RANGE, B_RANGE, X_RANGE = (0.0, 1.2), (-6.0, 6.0), (-45.0, 25.0)
CURVE_X = np.sort(np.append(BENDS, X_RANGE))[:, None]  # straight between these
LONGEST = 0.3  # of the arrow, as a share of the map
HALF_AS_LONG = 10.0  # the steepness at which the arrow is half its longest


class LossSurface(Instrument):
    """Move a weight and a bias over the map of the loss; see the misses, the slopes, the step."""

    title = "Loss surface"
    size = (7.2, 4.2)
    controls = (
        Slider("w", "weight w", *W_RANGE, 0.01, 0.4),
        Slider("b", "bias b", *B_RANGE, 0.1, 4.0),
        Slider("lr", "learning rate lr", 0.001, 0.1, 0.001, 0.02),
    )
    rows = (("w", "b", "lr"),)

    def scene(self, figure, *, small=False):
        return Scene(figure, small)

    def words(self, state):
        w, b, lr = state["w"], state["b"], state["lr"]
        here, slopes = loss_of(w, b), slopes_of(w, b)
        nudged = numerical_gradient(lambda p: loss_of(*p), [w, b])
        # The nudges are lost in the rounding of the loss where the slopes are far smaller than it.
        agree = relative_error(slopes, nudged, floor=1e-3 * here) < TOLERANCE
        landing = step_from(w, b, lr)
        there = loss_of(*landing)
        return (
            f"At w = {w:.2f}, b = {b:.1f} the loss is {here:.3f}. Its slopes are "
            f"{slopes[0]:z.2f} along w and {slopes[1]:z.2f} along b; nudging finds "
            f"{nudged[0]:z.2f} and {nudged[1]:z.2f}: they {'agree' if agree else 'DISAGREE'}. "
            f"A step with lr = {lr:.3f} lands at w = {landing[0]:z.2f}, b = {landing[1]:z.1f}"
            f"{'' if on_map(landing) else ' (off the map)'}, where the loss is {there:.3f}: "
            f"{'lower' if there < here else 'higher'}."
        )


def on_map(point):
    return all(low <= x <= high for x, (low, high) in zip(point, (W_RANGE, B_RANGE)))


def arrow_from(w, b):
    """An arrow along minus the gradient: its end, and its length as a share of the map."""
    slopes = slopes_of(w, b)
    steepness = np.hypot(*slopes)
    length = LONGEST * steepness / (steepness + HALF_AS_LONG)
    on_map = np.hypot(*(slopes / (np.ptp(W_RANGE), np.ptp(B_RANGE))))
    return np.array([w, b]) - (length / on_map if on_map else 0.0) * slopes, length


class Scene:
    """The map of the loss, and beside it the five rows with what the network predicts."""

    def __init__(self, figure, small):
        left, right = figure.subplots(1, 2)
        size = 6 if small else 9
        self.moving = self._draw_map(left, size, None if small else 9)
        self.moving += self._draw_data(right, size - 1)
        self.key = self._in_columns()
        if not small:
            figure.legend(handles=self.key, loc="outside lower center", ncols=4, fontsize=9)

    def _draw_map(self, ax, size, fontsize):
        w, b = np.linspace(*W_RANGE, 49), np.linspace(*B_RANGE, 49)
        loss = np.array([[loss_of(x, y) for x in w] for y in b])
        draw_contours(ax, w, b, loss, fontsize=fontsize)
        ax.set(xlabel="w", ylabel="b", xlim=W_RANGE, ylim=B_RANGE, xticks=[0, 0.4, 0.8, 1.2])
        ax.grid(False)
        black, vermillion = PALETTE["black"], PALETTE["vermillion"]
        alone = {"linestyle": "none", "markersize": size}
        (self.path,) = ax.plot([], [], color=black, linestyle="--", linewidth=1.2)
        (self.lower,) = ax.plot([], [], "D", color="white", markeredgecolor=black, **alone)
        self.lower.set(label="a step lands lower", markeredgewidth=1.5)
        (self.higher,) = ax.plot([], [], "X", color=black, label="a step lands higher", **alone)
        self.arrow = FancyArrowPatch((0, 0), (0, 0), arrowstyle="-|>", shrinkA=0, shrinkB=0)
        self.arrow.set(color=vermillion, linewidth=2.2, zorder=3)
        ax.add_patch(self.arrow)
        (self.point,) = ax.plot([], [], "s", color=vermillion, zorder=4, label="here", **alone)
        self.point.set(markeredgecolor=black)
        for artist in self.lower, self.higher, self.arrow, self.point:  # whole at the map's edge
            artist.set(clip_on=False, in_layout=False)
        return [self.path, self.lower, self.higher, self.arrow, self.point]

    def _draw_data(self, ax, size):
        ax.set(xlim=X_RANGE, ylim=(-8, 30), xlabel="x", ylabel="y", xticks=[-40, -20, 0, 20])
        black = PALETTE["black"]
        (self.misses,) = ax.plot([], [], "-", color=PALETTE["vermillion"], label="misses")
        (self.after,) = ax.plot([], [], "--", color=black, linewidth=1.2, label="after the step")
        (self.line,) = ax.plot([], [], "-", color=PALETTE["blue"], label="prediction")
        (self.rows,) = ax.plot(X, Y, "o", color=black, markersize=size, zorder=3, label="targets")
        return [self.misses, self.after, self.line, self.rows]  # the rows stay, over the rest

    def _in_columns(self):
        """What the legend explains: the map's marks in one row, and those of the data below."""
        arrow = Line2D([], [], color=PALETTE["vermillion"], marker=">", label="minus gradient")
        above = [self.point, arrow, self.lower, self.higher]
        below = [self.rows, self.misses, self.line, self.after]
        return [mark for pair in zip(above, below) for mark in pair]

    def show(self, state):
        w, b, lr = state["w"], state["b"], state["lr"]
        landing = step_from(w, b, lr)
        lower = loss_of(*landing) < loss_of(w, b)
        self.point.set_data([w], [b])
        end, length = arrow_from(w, b)
        self.arrow.set_positions((w, b), end)
        self.arrow.set_mutation_scale(14 * min(1, length / 0.08))  # a short arrow, a small head
        self.path.set_data(*np.array([(w, b), landing]).T)
        for marker, shown in (self.lower, lower), (self.higher, not lower):
            marker.set_data(landing[:, None])
            marker.set_visible(shown and on_map(landing))
        self.line.set_data(CURVE_X[:, 0], predict_at(w, b, CURVE_X)[:, 0])
        self.after.set_data(CURVE_X[:, 0], predict_at(*landing, CURVE_X)[:, 0])
        ends = np.hstack([Y, predict_at(w, b, X), np.full_like(Y, np.nan)])  # nan: lift the pen
        self.misses.set_data(np.repeat(X, 3), ends.ravel())
