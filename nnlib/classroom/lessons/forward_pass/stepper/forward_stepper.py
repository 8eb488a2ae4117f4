"""Forward stepper: two layers on five rows, one entry of a product at a time."""

import numpy as np

from ....diagrams.canvas import number_text
from ....diagrams.tables import STAY
from ....instruments.controls import Steps
from ....instruments.instrument import Instrument
from .numbers import LAST, MADE_OF, forward_arrays, parts_in_order, written_out
from .scene import SIZE, ForwardScene


class ForwardStepper(Instrument):
    """Step through the forward pass of the article's network, on its five rows."""

    title = "Forward stepper"
    size = SIZE
    small_height = 3.1
    draw_ahead = True
    controls = (Steps("step", "step", LAST),)

    def scene(self, figure, *, small=False):
        return ForwardScene(figure, small)

    def words(self, state):
        arrays, step = forward_arrays(), state["step"]
        if step == 0:
            return (
                "Start. Given are five rows X, the weights and the biases; nothing is computed. "
                f"{LAST} steps lead to the predictions."
            )
        name, rows, j = parts_in_order(arrays)[step - 1]
        return f"Step {step} of {LAST}. {_words(arrays, name, rows[0], j)}"


def _words(arrays, name, i, j):
    """Say what makes the entry, or the column, of an array; words count from 1, code from 0."""
    before, sign, other = MADE_OF[name]
    column = ", ".join(number_text(value, 4) for value in arrays[name][:, j])
    if sign == "@":
        count = len(arrays[other])
        how_many = "one product" if count == 1 else f"{count} products, added up"
        return (
            f"Row {i + 1} of {before} meets column {j + 1} of {other}: {how_many}. "
            f"{written_out(arrays, name, i, j).replace(STAY, ' ')}."
        )
    if sign == "+":
        bias = number_text(arrays[other][0, j], 4)
        said = f"Every row gets the same bias, {other}[0, {j}] = {bias}"
    else:
        off = " and ".join(str(row + 1) for row in np.flatnonzero(arrays[before][:, j] < 0))
        said = f"ReLU goes entry by entry: what is below 0 becomes 0, here in rows {off}"
    return f"{said}. Column {j + 1} of {name} is {column}."
