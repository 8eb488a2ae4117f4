"""An instrument: controls, a picture of their state, and a line of text that says what it shows."""

from ..style import Picture
from .on_screen import hold
from .panel import Panel
from .still import as_still, what_is_missing

DPI = 110


class Instrument:
    """Something to move. A subclass names its controls, draws a scene, and finds the words.

    The state is a dict of plain numbers, a number for each control. The picture is a function of
    the state and of nothing else. Two instruments share nothing.

    A subclass sets

    - `title` : str, what it is for;
    - `size` : tuple of float, the picture's width and height in inches;
    - `small_height` : float, the height in inches of one of several pictures, where it does not
      follow from `size`;
    - `controls` : tuple of Slider, Scale, Choice, Switch or Steps, or of others that have what
      these have; one that has `connect(inputs)`, too, is given all widgets by name, and may make
      them move each other;
    - `scene(figure, small=False)`, which draws what stands still on an empty figure or subfigure,
      and returns an object with `moving`, the artists that change, and `show(state)`, which sets
      them; `small` is one of several pictures: no legend, and less text. Its `key`, if it has
      one, holds what a legend under several pictures explains, once for all of them; its
      `ground`, if it has one, says which of several things stands still behind what moves;
    - `words(state)`, which says in one or two sentences what the picture shows now;
    - `rows`, if many controls would fill the screen: a tuple of names for each row of controls
      that stand beside each other;
    - `draw_ahead`, True if there are few states and a picture of them takes long, as one full of
      numbers does: then all are drawn before the first is shown;
    - `in_use(name, state)`, if a control means nothing in some states: there it is not shown.
    """

    title = ""
    size = (7.2, 4.0)
    small_height = None
    controls = ()
    rows = ()
    draw_ahead = False

    def in_use(self, name, state):
        return True

    def start(self):
        """The state at the start."""
        return {control.name: control.value for control in self.controls}

    def changed(self, changes):
        """The state at the start with some changes; `ValueError` if one is of no control."""
        state = self.start()
        unknown = [name for name in changes if name not in state]
        if unknown:
            raise ValueError(
                f"{self.title} has no control {', '.join(unknown)}; it has {', '.join(state)}."
            )
        return state | changes

    def draw(self, **changes):
        """Return a Figure of the state at the start, with some changes."""
        figure = self.empty_figure()
        self.scene(figure).show(self.changed(changes))
        return figure

    def draw_several(self, states, *, columns=2):
        """Return a Figure of several states, as wide as one.

        Parameters
        ----------
        states : dict of str to dict
            For each title, the changes from the state at the start; at least one.
        columns : int
            How many stand beside each other.

        Raises
        ------
        ValueError
            If a change is of no control.
        """
        rows = -(-len(states) // columns)
        width, height = self.size
        each = self.small_height or height * 1.3 / columns + 0.3
        size = width, each * rows
        figure = Picture(figsize=size, dpi=DPI, layout="constrained")
        parts = figure.subfigures(rows, columns, squeeze=False).ravel()
        scenes = [self.scene(part, small=True) for part, _ in zip(parts, states)]
        if key := getattr(scenes[0], "key", ()):  # before a state hides any of its marks
            figure.legend(handles=key, loc="outside lower center", ncols=4, fontsize=9)
        for part, scene, (title, changes) in zip(parts, scenes, states.items()):
            scene.show(self.changed(changes))
            part.suptitle(title, x=0.02, ha="left")
        return figure

    def empty_figure(self):
        """Return a Figure of the instrument's size, with nothing on it."""
        return Picture(figsize=self.size, dpi=DPI, layout="constrained")

    def panel(self):
        """Return a new Panel: the instrument as widgets, with a state of its own.

        Keep it as long as it is shown: when it is dropped, its widgets are closed.
        """
        return Panel(self)

    def __repr__(self):
        return (
            f"{self.title}. Run this cell to move it: "
            f"{', '.join(control.label for control in self.controls)}."
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        if missing := what_is_missing():
            return as_still(self, missing)
        panel = self.panel()
        hold(panel)
        # The text is all that a stored notebook keeps; a widget means nothing without a kernel.
        shown = panel.widget._repr_mimebundle_() or {}
        return shown | {"text/plain": repr(self)}
