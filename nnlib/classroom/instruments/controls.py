"""Controls: what a reader can move. Each is plain data; `widget()` makes it visible."""

from dataclasses import dataclass

from .buttons import step_buttons


@dataclass(frozen=True)
class Slider:
    """A number between two ends.

    Parameters
    ----------
    name : str
        Under which the number stands in the state.
    label : str
        What the reader sees in front of it.
    low, high, step, value : int or float
        Its range, its step, and where it starts; all int for whole numbers.
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    value: float

    def extremes(self):
        """The values to be tested: the ends and the start."""
        return self.low, self.value, self.high

    @property
    def decimals(self):
        """As many as the step has."""
        return len(f"{self.step:g}".partition(".")[2])

    def number(self, value):
        """What the reader sees: a browser counts in steps, and comes to 0.20000000000000018."""
        return round(value, self.decimals) + 0  # no -0.0

    def widget(self):
        import ipywidgets

        whole = all(isinstance(x, int) for x in (self.low, self.high, self.step, self.value))
        kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
        return kind(
            value=self.value,
            min=self.low,
            max=self.high,
            step=self.step,
            readout_format="d" if whole else f".{self.decimals}f",
            description=self.label,
            continuous_update=True,
            **_wide(),
        )


@dataclass(frozen=True)
class Scale:
    """A slider that goes from one number to the next of a list, which rises as unevenly as wanted.

    Parameters
    ----------
    name, label : str
        As of a Slider.
    marks : tuple of float
    value : float
        One of them, where it starts.
    """

    name: str
    label: str
    marks: tuple
    value: float

    def values(self):
        return self.marks

    def extremes(self):
        return self.marks[0], self.value, self.marks[-1]

    def number(self, value):
        return value

    def widget(self):
        import ipywidgets

        options = [(f"{mark:g}", mark) for mark in self.marks]
        return ipywidgets.SelectionSlider(
            options=options, value=self.value, description=self.label, **_wide()
        )


@dataclass(frozen=True)
class Choice:
    """One of several texts; the state holds its number, an int counted from 0.

    Shown as buttons: JupyterLab keeps the arrow keys that a drop-down list would need.
    """

    name: str
    label: str
    options: tuple
    value: int = 0

    def values(self):
        return tuple(range(len(self.options)))

    extremes = values

    def number(self, value):
        return value

    def widget(self):
        import ipywidgets

        options = [(text, number) for number, text in enumerate(self.options)]
        return ipywidgets.ToggleButtons(
            options=options,
            value=self.value,
            description=self.label,
            style={"description_width": "initial", "button_width": "auto"},
        )


@dataclass(frozen=True)
class Switch:
    """On or off; the state holds True or False."""

    name: str
    label: str
    value: bool = False

    def values(self):
        return False, True

    extremes = values

    def number(self, value):
        return value

    def widget(self):
        import ipywidgets

        return ipywidgets.Checkbox(
            value=self.value, description=self.label, indent=False, **_wide()
        )


@dataclass(frozen=True)
class Steps:
    """A whole number from 0 to `last`, with buttons for restart, back and next.

    With `play` (milliseconds for each step) there is also a button to play and to pause.
    """

    name: str
    label: str
    last: int
    value: int = 0
    play: int = 0

    def values(self):
        return tuple(range(self.last + 1))

    def extremes(self):
        return 0, self.value, self.last // 2, self.last

    def number(self, value):
        return value

    def widget(self):
        import ipywidgets

        return ipywidgets.IntSlider(
            value=self.value, min=0, max=self.last, description=self.label, **_wide()
        )

    def buttons(self, slider):
        """The box of buttons that move the slider."""
        return step_buttons(self, slider)


def in_a_row(widgets):
    """Put widgets beside each other; where there is no room, as on a phone, they wrap."""
    import ipywidgets

    for widget in widgets:
        widget.layout.flex = "1 1 15em"
    return ipywidgets.HBox(widgets, layout={"flex_flow": "row wrap", "max_width": "62em"})


def _wide():
    """Labels are never cut off, and a control is as wide as there is room for."""
    return {
        "style": {"description_width": "initial"},
        "layout": {"width": "auto", "max_width": "40em"},
    }
