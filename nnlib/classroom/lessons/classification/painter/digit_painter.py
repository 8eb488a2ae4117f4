"""Digit painter: draw an image cell by cell, and see what a trained network says of it."""

import numpy as np

from ....instruments.controls import Slider
from ....instruments.instrument import Instrument
from .cells import Cells
from .reader import (
    IMAGES,
    SIDE,
    UNITS,
    change_two,
    hidden_units,
    label_of,
    shares_of,
    starting_images,
)
from .scene import Scene

MOST_NAMED = 4  # changed cells that the words name one by one
IMAGE = Slider("image", "test image (0: empty)", 0, IMAGES, 1, 4)


class DigitPainter(Instrument):
    """Draw on 8 by 8 cells; see the shares of the ten digits, and the hidden units that are on."""

    title = "Digit painter"
    size = (7.2, 2.5)
    small_height = 1.75
    controls = (IMAGE, Cells("cells", "press a cell to change it", IMAGE))

    def changed(self, changes):
        """As of every instrument; where only the image is said, its cells are those it has."""
        state = super().changed(changes)
        if "cells" not in changes:
            state["cells"] = starting_images()[state["image"]]
        return state

    def fooled(self, image):
        """The state of a test image after two of its cells were changed to fool the network."""
        return {"image": image, "cells": change_two(starting_images()[image])}

    def scene(self, figure, *, small=False):
        return Scene(figure, small)

    def words(self, state):
        cells, number = state["cells"], state["image"]
        shares = shares_of([cells])[0]
        order = np.argsort(-shares, kind="stable")
        said = [f"{digit} ({percent(shares[digit])})" for digit in order[:3]]
        on = np.count_nonzero(hidden_units(cells))
        fooled = ""
        if number and order[0] != label_of(number):
            fooled = f" That is wrong: it is {a_digit(number)}."
        return (
            f"{_drawing_in_words(cells, number)} The network says {said[0]}, then {said[1]} and "
            f"{said[2]}.{fooled} {on} of {UNITS} hidden units are on."
        )


def _drawing_in_words(cells, number):
    if not any(cells):
        return "The grid is empty."
    if number == 0:
        return f"Your drawing: {np.count_nonzero(cells)} cells are not white."
    start = starting_images()[number]
    changed = [k for k in range(len(cells)) if cells[k] != start[k]]
    image = f"Test image {number}, {a_digit(number)}"
    if not changed:
        return f"{image}."
    if len(changed) > MOST_NAMED:
        return f"{image}, {len(changed)} cells changed."
    each = [
        f"row {k // SIDE + 1}, column {k % SIDE + 1} from {start[k]} to {cells[k]}" for k in changed
    ]
    return f"{image}, changed: {'; '.join(each)}."


def a_digit(number):
    label = label_of(number)
    return f"{'an' if label == 8 else 'a'} {label}"


def percent(share):
    """Whole percent; the last one is never rounded up to all, nor the first down to nothing."""
    if share < 0.005:
        return "under 1 %"
    return "over 99 %" if share > 0.995 else f"{share:.0%}".replace("%", " %")
