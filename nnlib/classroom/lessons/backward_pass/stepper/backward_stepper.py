"""Backward stepper: forward, then back through two layers, one gradient a step."""

from ....diagrams.tables import STAY
from ....instruments.controls import Steps, Switch
from ....instruments.instrument import Instrument
from .numbers import LR, SPOILT, both_passes, with_updated_W2
from .scene import SIZE, BackwardScene
from .steps import STEPS, entry_name, equals


class BackwardStepper(Instrument):
    """Step through both passes of the article's network, on its five rows.

    The switch updates W2 before the gradient goes back through it, which spoils what follows.
    """

    title = "Backward stepper"
    size = SIZE
    small_height = 3.4
    draw_ahead = True
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
        said = f"Step {number} of {len(STEPS)}, {way}: {step.gives}. {step.what}."
        if updated and step.gives in SPOILT:
            return said + _what_is_wrong(step, arrays)
        said += f" {entry_name(step)} {equals(arrays[step.gives][step.entry])}.".replace(STAY, " ")
        if step.backward:
            said += f" Shape {arrays[step.gives].shape}, that of {step.gives[1:]}."
        return said + _announcement() * updated


def _announcement():
    return f" Switched on: from dA1 on with the updated W2 (lr = {LR})."


def _what_is_wrong(step, arrays):
    """Say what the updated W2 makes of a gradient."""
    true, wrong = arrays[step.gives], with_updated_W2(arrays)[step.gives]
    row = len(true) - 1  # the last one's gates are open
    instead, right = (equals(array[row, 0]).replace(STAY, " ") for array in (wrong, true))
    return (
        f" With the updated W2 (lr = {LR}), {(wrong != true).sum()} of its {true.size} numbers "
        f"are wrong: {step.gives}[{row}, 0] {instead}, truly {right}."
    )
