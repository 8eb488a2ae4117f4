"""Controls: what a reader can move. Each is plain data; `widget()` makes it visible."""

from dataclasses import dataclass


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

    def widget(self):
        import ipywidgets

        whole = all(isinstance(x, int) for x in (self.low, self.high, self.step, self.value))
        kind = ipywidgets.IntSlider if whole else ipywidgets.FloatSlider
        decimals = len(f"{self.step:g}".partition(".")[2])  # as many as the step has
        return kind(
            value=self.value,
            min=self.low,
            max=self.high,
            step=self.step,
            readout_format="d" if whole else f".{decimals}f",
            description=self.label,
            continuous_update=True,
            **_wide(),
        )


@dataclass(frozen=True)
class Choice:
    """One of several; the state holds its number, counted from 0.

    Shown as buttons: JupyterLab keeps the arrow keys that a drop-down list would need.
    """

    name: str
    label: str
    options: tuple
    value: int = 0

    def extremes(self):
        return tuple(range(len(self.options)))

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
    """On or off, True or False."""

    name: str
    label: str
    value: bool = False

    def extremes(self):
        return False, True

    def widget(self):
        import ipywidgets

        return ipywidgets.Checkbox(
            value=self.value, description=self.label, indent=False, **_wide()
        )


@dataclass(frozen=True)
class Steps:
    """A whole number from 0 to `last`, with buttons for back, next and restart.

    With `play` (milliseconds for each step) there is also a button that goes on by itself.
    """

    name: str
    label: str
    last: int
    value: int = 0
    play: int = 0

    def extremes(self):
        return 0, self.value, self.last // 2, self.last

    def widget(self):
        import ipywidgets

        slider = ipywidgets.IntSlider(
            value=self.value, min=0, max=self.last, description=self.label, **_wide()
        )
        return slider

    def buttons(self, slider):
        """The buttons that move the slider."""
        import ipywidgets

        def button(text, target):
            made = ipywidgets.Button(description=text, layout={"width": "auto"})
            made.on_click(lambda _: setattr(slider, "value", target()))
            return made

        made = [
            button("Restart", lambda: 0),
            button("Back", lambda: max(0, slider.value - 1)),
            button("Next", lambda: min(self.last, slider.value + 1)),
        ]
        if self.play:
            player = ipywidgets.Play(min=0, max=self.last, interval=self.play, value=self.value)
            ipywidgets.jslink((player, "value"), (slider, "value"))
            made.insert(0, player)
        return ipywidgets.HBox(made, layout={"flex_flow": "row wrap"})


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
