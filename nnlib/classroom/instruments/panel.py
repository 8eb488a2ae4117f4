"""A panel: an instrument as widgets, with a state of its own."""

import contextlib
import html
import itertools
import weakref

from .canvas import Canvas
from .controls import Steps, in_a_row

MOST_KEPT = 250  # pictures, of about 20 kB each; more than the steps of any instrument


class Panel:
    """An instrument on the screen: widgets that change the state, and one picture in its place.

    A slider sends a new value only when the last one is drawn, so that of a fast drag the last
    value always wins, and nothing piles up. Nothing holds a panel but who asked for it: when it is
    closed, or dropped, its widgets and its figure are freed.
    """

    def __init__(self, instrument):
        self.instrument = instrument
        self.state = instrument.start()
        figure = instrument.empty_figure()
        self._scene = instrument.scene(figure)
        self._scene.show(self.state)
        self._canvas = Canvas(figure, self._scene.moving, self._ground())
        self._drawn = {}
        if instrument.draw_ahead:
            self._draw_all()
        made = []
        with noting(made):
            self._make_widgets(f"{figure.bbox.width:.0f}px")
        self.close = weakref.finalize(self, close_all, made)
        self.close.atexit = False
        self.redraw()

    def _make_widgets(self, width):
        """Make the widgets, the picture as wide as it is drawn, and less on a narrow screen."""
        import ipywidgets

        self.image = ipywidgets.Image(format="png", layout={"width": width, "max_width": "100%"})
        self.text = ipywidgets.HTML()
        self.inputs = {control.name: control.widget() for control in self.instrument.controls}
        for control in self.instrument.controls:
            if hasattr(control, "connect"):
                control.connect(self.inputs)  # before the panel sees a change: it draws once
        changed = weakref.WeakMethod(self._changed)  # a widget must not hold its panel
        for widget in self.inputs.values():
            widget.observe(lambda change: changed()(change), names="value")
        self.widget = ipywidgets.VBox([*self._rows(), self.text, self.image])
        self.widget.add_class("nnlib-instrument")

    def _draw_all(self):
        """Draw and keep every state, and come back to the start."""
        every = itertools.product(*(control.values() for control in self.instrument.controls))
        for values in every:
            self.state = dict(zip(self.state, values))
            self._picture()
        self.state = self.instrument.start()

    def _rows(self):
        """The controls from top to bottom, those of a row in one box."""
        rows = {names[0]: names for names in self.instrument.rows}
        beside = {name for names in self.instrument.rows for name in names[1:]}
        for control in self.instrument.controls:
            if control.name in rows:
                yield in_a_row([self.inputs[name] for name in rows[control.name]])
            elif isinstance(control, Steps):
                slider = self.inputs[control.name]
                yield in_a_row([slider, control.buttons(slider)])
            elif control.name not in beside:
                yield self.inputs[control.name]

    def _changed(self, change):
        self.state = {
            control.name: control.number(self.inputs[control.name].value)
            for control in self.instrument.controls
        }
        self.redraw()

    def redraw(self):
        """Draw the state; an error is shown in place of the picture and the words.

        Jupyter would write an error of a callback into a log that nobody reads.
        """
        try:
            for name, widget in self.inputs.items():
                widget.layout.display = None if self.instrument.in_use(name, self.state) else "none"
            picture, words = self._picture(), self.instrument.words(self.state)
        except Exception as error:
            self.image.layout.visibility = "hidden"  # it shows another state
            self._say(f"This cannot be drawn. {type(error).__name__}: {error}")
        else:
            self.image.value = picture
            self.image.layout.visibility = None
            self._say(words)

    def _picture(self):
        """Draw the state, or take the picture from before: steps are gone over many times."""
        key = tuple(self.state.values())
        if key not in self._drawn:
            if len(self._drawn) >= MOST_KEPT:
                self._drawn.clear()
            self._scene.show(self.state)
            self._drawn[key] = self._canvas.png(self._ground())
        return self._drawn[key]

    def _ground(self):
        return getattr(self._scene, "ground", None)

    def _say(self, words):
        self.text.value = f'<div role="status" aria-live="polite">{html.escape(words)}</div>'


@contextlib.contextmanager
def noting(made):
    """Put every widget that is made meanwhile into a list: also layouts, styles and links."""
    import ipywidgets

    ipywidgets.Widget.on_widget_constructed(made.append)
    try:
        yield
    finally:
        ipywidgets.Widget.on_widget_constructed(None)


def close_all(widgets):
    while widgets:
        widgets.pop().close()
