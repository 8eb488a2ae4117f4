"""ReLU builder: up to five units, scaled and added, and a curve that their sum may follow."""

import numpy as np

from ....instruments.controls import Choice, Slider
from ....instruments.instrument import Instrument
from .relu_sum import HIGH, LOW, TARGETS, ReLUSum
from .scene import Scene

START = [  # w, b and outer weight; the first three are the article's
    (0.2, 1.99, 1.0),
    (0.3, -2.0, 1.0),
    (0.6, -2.0, 1.0),
    (-0.4, -2.0, 1.0),
    (1.0, -8.0, -1.0),
]
KINDS = ("w", "b", "outer")
EXACT = 1e-20  # a squared error of rounding, and of nothing else


def sliders(k, w, b, outer):
    """The three sliders of unit k."""
    step_b = 0.1 if b == round(b, 1) else 0.01  # the article's 1.99; a slider keeps to its steps
    return (
        Slider(f"w_{k}", f"unit {k}: w", -3.0, 3.0, 0.1, w),
        Slider(f"b_{k}", f"unit {k}: b", -10.0, 10.0, step_b, b),
        Slider(f"outer_{k}", f"unit {k}: outer", -3.0, 3.0, 0.1, outer),
    )


class ReLUBuilder(Instrument):
    """Move the weight, the bias and the outer weight of each unit; see what they add up to."""

    title = "ReLU builder"
    size = (7.2, 3.5)
    controls = (
        Choice("target", "target", tuple(TARGETS)),
        Slider("units", "number of units", 1, len(START), 1, 3),
        *(slider for k, numbers in enumerate(START, start=1) for slider in sliders(k, *numbers)),
    )
    rows = (
        ("target", "units"),
        *(tuple(f"{kind}_{k}" for kind in KINDS) for k in range(1, len(START) + 1)),
    )

    def in_use(self, name, state):
        _, _, unit = name.partition("_")
        return not unit or int(unit) <= state["units"]

    def state_of(self, w, b, outer, target="tent"):
        """Return the state of so many units: their w, b and outer weights, a list each."""
        state = self.start() | {"units": len(w), "target": list(TARGETS).index(target)}
        for k, numbers in enumerate(zip(w, b, outer, strict=True), start=1):
            state |= {f"{kind}_{k}": float(n) for kind, n in zip(KINDS, numbers, strict=True)}
        return state

    def __repr__(self):
        return (
            f"{self.title}. Run this cell to move it: target, number of units, and of each unit "
            "w, b and the outer weight."
        )

    def scene(self, figure, *, small=False):
        return Scene(figure, small)

    def words(self, state):
        total = ReLUSum(state)
        slopes = listed(f"{slope:.2f}" for slope in total.slopes())
        if len(total.hinges):
            hinges = listed(f"{hinge:.2f}" for hinge in total.hinges)
            where = f"hinge{'s' * (len(total.hinges) > 1)} at {hinges}"
            said = f"Slopes of the sum, from left to right: {slopes}; {where}."
        else:
            said = f"From {LOW:.0f} to {HIGH:.0f} the sum has no hinge, and the slope {slopes}."
        error = total.error()
        said += f" Mean squared error against the target {total.target_name}: {error:.4f}"
        said += ", an exact fit." if error < EXACT else "."
        dead = [str(k + 1) for k in np.flatnonzero(total.dead)]
        if dead:
            who = f"Units {listed(dead)} are" if len(dead) > 1 else f"Unit {dead[0]} is"
            said += f" {who} dead on this range."
        return said


def listed(words):
    """Return "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
