"""The grid of buttons on the screen. It needs ipywidgets, so it is imported when it is shown."""

import ipywidgets
import traitlets

from ....instruments.buttons import button
from .reader import BLACK, SIDE

LEVELS = (0, BLACK // 2, BLACK)  # a cell goes from one to the next
WIDTH = "34px"  # of a cell: eight of them fit on a phone, and a finger on each


class CellGrid(ipywidgets.VBox):
    """Buttons, a cell each, and below them a row of more buttons; `value` is a tuple of numbers."""

    value = traitlets.Tuple()
    description = traitlets.Unicode()

    def __init__(self, value, description):
        self.cells = [_cell(k, number) for k, number in enumerate(value)]
        columns = f"repeat({SIDE}, {WIDTH})"
        grid = ipywidgets.GridBox(
            self.cells, layout={"grid_template_columns": columns, "grid_gap": "1px"}
        )
        self.tools = ipywidgets.HBox(layout={"flex_flow": "row wrap"})
        label = ipywidgets.Label(description)
        super().__init__([label, grid, self.tools], value=value, description=description)
        for k, cell in enumerate(self.cells):
            cell.on_click(lambda _, k=k: self._press(k))

    def add_button(self, text, act):
        self.tools.children += (button(text, act),)

    def _press(self, k):
        cells = list(self.value)
        cells[k] = next_level(cells[k])
        self.value = tuple(cells)

    @traitlets.observe("value")
    def _show(self, change):
        old = change["old"] or change["new"]
        for k, (before, now) in enumerate(zip(old, change["new"], strict=True)):
            if now != before:
                self.cells[k].description = name_of(k, now)
                self.cells[k].style.button_color = grey(now)


def _cell(k, number):
    """A button that shows its number as a grey; its name is there for those who do not see it."""
    return ipywidgets.Button(
        description=name_of(k, number),
        layout={
            "width": WIDTH,
            "height": WIDTH,
            "margin": "0",
            "padding": "0",
            "border": "1px solid #888888",
        },
        style={"button_color": grey(number), "font_size": "0"},
    )


def next_level(number):
    return next((level for level in LEVELS if level > number), LEVELS[0])


def name_of(k, number):
    return f"row {k // SIDE + 1}, column {k % SIDE + 1}: {number} of {BLACK}"


def grey(number):
    """White for 0, black for 16."""
    return "#" + f"{round(255 * (1 - number / BLACK)):02x}" * 3
