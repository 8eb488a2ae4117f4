"""Forward stepper: two layers on five rows, one entry of a product at a time."""

import numpy as np

from ...data import make_article_weights, make_five_rows
from ...layers import Linear, ReLU
from ..diagrams.canvas import number_text
from ..diagrams.tables import COLUMN, ENTRY, ROW, STAY, factor, sum_of_products
from .controls import Steps
from .instrument import Instrument
from .number_page import NumberPage, draw_arrow

# Of each array, in the order of the steps: what it is made of, and how.
MADE_OF = {
    "X @ W1": ("X", "@", "W1"),
    "Z1": ("X @ W1", "+", "b1"),
    "A1": ("Z1", "relu", ""),
    "A1 @ W2": ("A1", "@", "W2"),
    "Y_hat": ("A1 @ W2", "+", "b2"),
}


def forward_arrays():
    """Return all arrays of the forward pass, by name."""
    X, _ = make_five_rows()
    W1, b1, W2, b2 = make_article_weights()
    Z1 = Linear.from_weights(W1, b1).forward(X)
    A1 = ReLU().forward(Z1)
    Y_hat = Linear.from_weights(W2, b2).forward(A1)
    products = {"X @ W1": X @ W1, "A1 @ W2": A1 @ W2}
    return dict(X=X, W1=W1, b1=b1, Z1=Z1, A1=A1, W2=W2, b2=b2, Y_hat=Y_hat) | products


def parts_in_order(arrays):
    """Return (name, rows, column) of each step: an entry of a product, else a whole column."""
    parts = []
    for name, (_, sign, _) in MADE_OF.items():
        n, d = arrays[name].shape
        if sign == "@":
            parts += [(name, [i], j) for i in range(n) for j in range(d)]
        else:
            parts += [(name, list(range(n)), j) for j in range(d)]
    return parts


LAST = len(parts_in_order(forward_arrays()))


class ForwardStepper(Instrument):
    """Step through the forward pass of the article's network, on its five rows."""

    title = "Forward stepper"
    size = (7.2, 2.85)
    small_height = 3.1
    controls = (Steps("step", "step", LAST),)

    def scene(self, figure, *, small=False):
        return Scene(figure, small)

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
    """Say what makes the entry, or the column, of an array."""
    before, sign, other = MADE_OF[name]
    column = ", ".join(number_text(value, 4) for value in arrays[name][:, j])
    if sign == "@":
        count = len(arrays[other])
        how_many = "one product" if count == 1 else f"{count} products, added up"
        return (
            f"Row {i} of {before} meets column {j} of {other}: {how_many}. "
            f"{written_out(arrays, name, i, j).replace(STAY, ' ')}."
        )
    if sign == "+":
        bias = number_text(arrays[other][0, j], 4)
        said = f"Every row gets the same bias, {other}[0, {j}] = {bias}"
    else:
        off = " and ".join(str(row) for row in np.flatnonzero(arrays[before][:, j] < 0))
        said = f"ReLU goes entry by entry: what is below 0 becomes 0, here in rows {off}"
    return f"{said}. Column {j} of {name} is {column}."


def written_out(arrays, name, i, j):
    """Return how an entry is computed, such as "(A1 @ W2)[0, 0] = 11.3*0.4 + 4*0.1 = 4.92"."""
    before, sign, other = MADE_OF[name]
    entry = arrays[name][i, j]
    if sign == "@":
        row, column = arrays[before][i], arrays[other][:, j]
        return f"({name})[{i}, {j}] = {sum_of_products(row, column, entry)}"
    value = arrays[before][i, j]
    if sign == "+":
        how = f"{number_text(value, 4)} + {factor(arrays[other][0, j])}"
    else:
        how = f"relu({number_text(value, 4)})"
    return f"{name}[{i}, {j}] = {how} = {number_text(entry, 4)}"


def telling_row(arrays, name, rows, j):
    """Return the row to write out: for ReLU the lowest, for a bias the last, which it lifts."""
    before, sign, _ = MADE_OF[name]
    return int(np.argmin(arrays[before][:, j])) if sign == "relu" else rows[-1]


CELL, LINE, GAP = 0.5, 0.21, 0.46  # inches: of a number, and between two arrays
FOOT = 0.3  # upper edge of what is written out
TOP = 1.85  # where the names of the arrays begin; the weights and biases stand above
# What a small picture shows of the page, from left to right: layer 1, ReLU, or layer 2.
WINDOWS = {"1": (0, 3.6), "relu": (2.51, 5.05), "2": (3.97, 7.6)}


class Scene:
    """Arrays from left to right, and above each the weights or biases that make it."""

    def __init__(self, figure, small):
        self.arrays = forward_arrays()
        self.parts = parts_in_order(self.arrays)
        self.small = small
        looks = {"row": ROW, "column": COLUMN, "entry": ENTRY}
        self.page = NumberPage(figure, *ForwardStepper.size, looks)
        self.moving = self.page.moving
        right = self._table("X", 0.12, TOP)
        for name, (_, sign, other) in MADE_OF.items():
            middle = TOP - 0.35 - 2.5 * LINE
            ends = (right + 0.04, middle), (right + GAP - 0.04, middle)
            draw_arrow(self.page, *ends, text=f"{sign} {other}".strip())
            if other:
                top = TOP + 0.5 + LINE * len(self.arrays[other])
                self._table(other, right + GAP, top)
            right = self._table(name, right + GAP, TOP)

    def _table(self, name, x, top):
        """Draw an array under its name and shape; return its right edge."""
        array = self.arrays[name]
        self.page.table(name, f"{name}\n{array.shape}", array, x, top, CELL, LINE, digits=4)
        return x + CELL * array.shape[1]

    def show(self, state):
        unknown = {name: np.ones(self.arrays[name].shape, dtype=bool) for name in MADE_OF}
        frames, foot = {"row": [], "column": [], "entry": []}, ""
        name = "X @ W1"
        for name, rows, j in self.parts[: state["step"]]:
            unknown[name][rows, j] = False
        if state["step"]:  # the last of them is the step itself
            foot = written_out(self.arrays, name, telling_row(self.arrays, name, rows, j), j)
            frames = _frames(name, rows, j)
        if self.small:
            _, sign, other = MADE_OF[name]
            left, right = WINDOWS[other[-1] if other else sign]
            self.page.look_at((left, 0, right, ForwardStepper.size[1]))
        self.page.show(unknown, frames, foot, FOOT, size=9 if self.small else 11)


def _frames(name, rows, j):
    """Return the parts to be framed: what the step takes, and the entries that it makes."""
    before, sign, other = MADE_OF[name]
    taken = (before, rows) if sign == "@" else (before, rows, [j])
    aside = [(other, slice(None), [j])] if other else []
    return {"row": [taken], "column": aside, "entry": [(name, rows, [j])]}
