"""Cells: the control that is an 8 by 8 grid to draw on."""

from dataclasses import dataclass

from ....instruments.controls import Slider
from .reader import EMPTY, change_two, starting_images


@dataclass(frozen=True)
class Cells:
    """An image, set cell by cell; the state holds its 64 whole numbers from 0 to 16, row by row.

    Each cell is a button, so that it works by mouse, touch and keyboard, and has a name that says
    where it is and what it holds. A slider, `start`, says which image is drawn to begin with.
    """

    name: str
    label: str
    start: Slider

    @property
    def value(self):
        return starting_images()[self.start.value]

    def values(self):
        return starting_images()

    def extremes(self):
        return self.value, EMPTY, change_two(self.value)

    def number(self, value):
        return value

    def widget(self):
        from .cell_grid import CellGrid

        return CellGrid(self.value, description=self.label)

    def connect(self, inputs):
        """Draw each image that is chosen to start from; the number 0 is the empty grid."""
        grid, start = inputs[self.name], inputs[self.start.name]

        def erase():
            start.value = 0
            grid.value = EMPTY  # also where it was 0 before

        start.observe(
            lambda change: setattr(grid, "value", starting_images()[change["new"]]), names="value"
        )
        grid.add_button("Erase", erase)
        grid.add_button(
            "Change two cells to fool it", lambda: setattr(grid, "value", change_two(grid.value))
        )
