"""Backward stepper: forward, then back through two layers, one gradient a step."""

import numpy as np

from ..diagrams.canvas import number_text
from ..diagrams.tables import STAY
from .backward_numbers import LR, SPOILT, both_passes, too_early
from .backward_scene import SIZE, BackwardScene
from .backward_steps import STEPS, by_hand
from .controls import Steps, Switch
from .instrument import Instrument


class BackwardStepper(Instrument):
    """Step through both passes of the article's network, on its five rows.

    The switch updates W2 before the gradient goes back through it, which spoils what follows.
    """

    title = "Backward stepper"
    size = SIZE
    small_height = 3.85
    controls = (
        Steps("step", "step", len(STEPS)),
        Switch("updated", "use the updated W2"),
    )

    def scene(self, figure, *, small=False):
        return BackwardScene(figure, small)

    def words(self, state):
        number, updated, arrays = state["step"], state["updated"], both_passes()
        if number == 0:
            said = (
                f"Start: X, Y, weights and biases are given. {len(STEPS)} steps go there and back."
            )
            return said + _announcement() * updated
        step = STEPS[number - 1]
        way = "back" if step.backward else "forward"
        said = f"Step {number} of {len(STEPS)}, {way}: {step.code}. {step.what}."
        if updated and step.gives in SPOILT:
            return said + _what_is_wrong(step, arrays)
        said += " " + by_hand(step, arrays).replace(STAY, " ") + "."
        if step.backward:
            said += f" Shape {arrays[step.gives].shape}, that of {step.gives[1:]}."
        return said + _announcement() * updated


def _announcement():
    return f" Switched on: from dA1 on, W2 is the updated one, with lr = {LR}."


def _what_is_wrong(step, arrays):
    """Say what the updated W2 makes of a gradient."""
    true, wrong = arrays[step.gives], arrays[too_early(step.gives)]
    row = len(true) - 1
    instead, right = (number_text(array[row, 0], 4) for array in (wrong, true))
    return (
        f" With the updated W2 (lr = {LR}), {np.sum(wrong != true)} of its {true.size} numbers are "
        f"wrong: {step.gives}[{row}, 0] is {instead}, not {right}."
    )
