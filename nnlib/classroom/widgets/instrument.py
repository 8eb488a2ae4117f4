"""An instrument: controls, a picture of their state, and a line of text that says what it shows."""

import html

from matplotlib.figure import Figure

from .canvas import Canvas
from .controls import Steps, in_a_row

DPI = 110
MOST_KEPT = 200  # pictures, of about 20 kB each


class Instrument:
    """Something to move. A subclass names its controls, draws a scene, and finds the words.

    The state is a dict of plain numbers, a number for each control. The picture is a function of
    the state and of nothing else. Two instruments share nothing.

    A subclass sets

    - `title` : str, what it is for;
    - `size` : tuple of float, the picture's width and height in inches;
    - `small_height` : float, the height in inches of one of several pictures, where it does not
      follow from `size`;
    - `controls` : tuple of Slider, Choice, Switch or Steps;
    - `scene(figure, small=False)`, which draws what stands still on an empty figure or subfigure,
      and returns an object with `moving`, the artists that change, and `show(state)`, which sets
      them; `small` is one of several pictures: no legend, and less text;
    - `words(state)`, which says in one or two sentences what the picture shows now;
    - `rows`, if many controls would fill the screen: a tuple of names for each row of controls
      that stand beside each other;
    - `in_use(name, state)`, if a control means nothing in some states: there it is not shown.
    """

    title = ""
    size = (7.2, 4.0)
    small_height = None
    controls = ()
    rows = ()

    def in_use(self, name, state):
        return True

    def start(self):
        """The state at the start."""
        return {control.name: control.value for control in self.controls}

    def draw(self, **changes):
        """Return a Figure of the state at the start, with some changes."""
        figure = self.empty_figure()
        self.scene(figure).show(self.start() | changes)
        return figure

    def draw_several(self, states, *, columns=2):
        """Return a Figure of several states: a title for each, and its changes from the start.

        Parameters
        ----------
        states : dict of str to dict
        columns : int
        """
        rows = -(-len(states) // columns)
        width, height = self.size
        each = self.small_height or height * 1.3 / columns + 0.3
        size = width, each * rows
        figure = Figure(figsize=size, dpi=DPI, layout="constrained")
        parts = figure.subfigures(rows, columns, squeeze=False).flat
        for part, (title, changes) in zip(parts, states.items()):
            self.scene(part, small=True).show(self.start() | changes)
            part.suptitle(title, x=0.02, ha="left")
        return figure

    def empty_figure(self):
        return Figure(figsize=self.size, dpi=DPI, layout="constrained")

    def panel(self):
        """Return a new Panel: the instrument as widgets, with a state of its own."""
        return Panel(self)

    def __repr__(self):
        return (
            f"{self.title}. Run this cell to move it: "
            f"{', '.join(control.label for control in self.controls)}."
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        # The text is all that a stored notebook keeps; a widget means nothing without a kernel.
        shown = self.panel().widget._repr_mimebundle_() or {}
        return shown | {"text/plain": repr(self)}


class Panel:
    """An instrument on the screen: widgets that change the state, and one picture in its place.

    A slider sends a new value only when the last one is drawn, so that of a fast drag the last
    value always wins, and nothing piles up.
    """

    def __init__(self, instrument):
        import ipywidgets

        self.instrument = instrument
        self.state = instrument.start()
        figure = instrument.empty_figure()
        self._scene = instrument.scene(figure)
        self._scene.show(self.state)
        self._canvas = Canvas(figure, self._scene.moving)
        self._drawn = {}
        width = f"{instrument.size[0] * DPI:.0f}px"  # as it is drawn, and less on a narrow screen
        self.image = ipywidgets.Image(format="png", layout={"width": width, "max_width": "100%"})
        self.text = ipywidgets.HTML()
        self.inputs = {control.name: control.widget() for control in instrument.controls}
        for widget in self.inputs.values():
            widget.observe(self._changed, names="value")
        self.widget = ipywidgets.VBox([*self._rows(), self.text, self.image])
        self.widget.add_class("nnlib-instrument")
        self.redraw()

    def _rows(self):
        """The controls from top to bottom, those of a row in one box."""
        rows = {names[0]: names for names in self.instrument.rows}
        beside = {name for names in self.instrument.rows for name in names[1:]}
        for control in self.instrument.controls:
            if control.name in rows:
                yield in_a_row([self.inputs[name] for name in rows[control.name]])
            elif control.name not in beside:
                yield self.inputs[control.name]
            if isinstance(control, Steps):
                yield control.buttons(self.inputs[control.name])

    def _changed(self, change):
        self.state = {name: widget.value for name, widget in self.inputs.items()}
        self.redraw()

    def redraw(self):
        """Draw the state; an error is shown in place of the words."""
        for name, widget in self.inputs.items():
            widget.layout.display = None if self.instrument.in_use(name, self.state) else "none"
        try:
            self.image.value = self._picture()
            self._say(self.instrument.words(self.state))
        except Exception as error:
            self._say(f"This cannot be drawn. {type(error).__name__}: {error}")

    def _picture(self):
        """Draw the state, or take the picture from before: steps are gone over many times."""
        key = tuple(self.state.values())
        if key not in self._drawn:
            if len(self._drawn) >= MOST_KEPT:
                self._drawn.clear()
            self._scene.show(self.state)
            self._drawn[key] = self._canvas.png()
        return self._drawn[key]

    def _say(self, words):
        self.text.value = f'<div role="status" aria-live="polite">{html.escape(words)}</div>'
