"""Activation explorer: one unit, activation(w x + b), its value and its tangent at a point."""

import numpy as np

from ..... import activations
from ....instruments.controls import Choice, Slider
from ....instruments.instrument import Instrument
from ....style import PALETTE

FUNCTIONS = {
    "sigmoid": (activations.sigmoid, activations.sigmoid_derivative),
    "ReLU": (activations.relu, activations.relu_derivative),
    "leaky ReLU": (activations.leaky_relu, activations.leaky_relu_derivative),
    "tanh": (activations.tanh, activations.tanh_derivative),
}
X = np.linspace(-10, 10, 401)
HALF_TANGENT = 2.0  # how far the tangent reaches to both sides of the point


class ActivationExplorer(Instrument):
    """Move the weight, the bias and the point; see the bend, and how steep it is there."""

    title = "Activation explorer"
    size = (7.2, 3.8)
    controls = (
        Choice("function", "activation", tuple(FUNCTIONS), 1),
        Slider("w", "weight w", -3.0, 3.0, 0.1, 1.0),
        Slider("b", "bias b", -5.0, 5.0, 0.1, 0.0),
        Slider("x", "point x", -10.0, 10.0, 0.1, 2.0),
    )
    rows = (("w", "b", "x"),)

    def scene(self, figure, *, small=False):
        return Scene(figure, small)

    def words(self, state):
        name, z, a, derivative = at_point(state)
        return (
            f"{name} at x = {state['x']:.1f}: z = w x + b = {z:.2f} and a = {a:z.3f}. At this z "
            f"{name} has the slope {derivative:.4f}; over x the slope is w times as large, "
            f"{derivative * state['w']:z.4f}."
        )


def at_point(state):
    """Return the function's name, and at the point z, a and the slope of a over z."""
    name = list(FUNCTIONS)[state["function"]]
    function, derivative = FUNCTIONS[name]
    # 0.1 * 3 - 0.3 is 0 up to rounding only, and ReLU bends there.
    z = round(state["w"] * state["x"] + state["b"], 9) + 0.0
    return name, z, float(function(z)), float(derivative(z))


class Scene:
    """The curve, the line before the bend, the point and its tangent."""

    def __init__(self, figure, small):
        ax = figure.subplots()
        ax.set(xlim=(-10, 10), ylim=(-2.2, 6.2), xlabel="x", ylabel="a")
        ax.axhline(0, color=PALETTE["grey"], linewidth=0.8)
        (self.line,) = ax.plot([], [], color=PALETTE["grey"], linestyle=":", label="w x + b")
        (self.curve,) = ax.plot([], [], color=PALETTE["blue"], linestyle="-", label="activation")
        (self.tangent,) = ax.plot(
            [], [], color=PALETTE["vermillion"], linestyle="--", label="tangent"
        )
        (self.point,) = ax.plot([], [], "o", color=PALETTE["black"], markersize=8)
        if not small:
            ax.legend(loc="upper left")
        self.moving = [self.line, self.curve, self.tangent, self.point]

    def show(self, state):
        name, z, a, derivative = at_point(state)
        before = state["w"] * X + state["b"]
        self.line.set_data(X, before)
        self.curve.set_data(X, FUNCTIONS[name][0](before))
        ends = np.array([-HALF_TANGENT, HALF_TANGENT])
        self.tangent.set_data(state["x"] + ends, a + derivative * state["w"] * ends)
        self.point.set_data([state["x"]], [a])
