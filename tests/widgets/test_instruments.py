"""What holds for every instrument: its picture is a function of its state, and of nothing else."""

import html
import re

import pytest

from nnlib.classroom import widgets
from nnlib.classroom.style import use_style
from nnlib.classroom.widgets.canvas import Canvas
from nnlib.classroom.widgets.controls import Choice, Slider, Steps, Switch
from nnlib.classroom.widgets.instrument import Instrument

INSTRUMENTS = [getattr(widgets, name) for name in widgets.__all__]
each_instrument = pytest.mark.parametrize("kind", INSTRUMENTS, ids=lambda kind: kind.__name__)


@pytest.fixture(autouse=True)
def notebook_style():
    use_style()


def states_of(instrument):
    """The start, and each control at its ends with the others at the start."""
    yield instrument.start()
    for control in instrument.controls:
        for value in control.extremes():
            yield instrument.start() | {control.name: value}


def words_of(panel):
    """The text line as a reader sees it."""
    return html.unescape(re.sub(r"<[^>]+>", "", panel.text.value))


def picture_of(panel):
    """The bytes of the picture that is shown."""
    return bytes(panel.image.value)


def move(panel, state):
    for name, value in state.items():
        panel.inputs[name].value = value


@each_instrument
def test_every_control_at_its_ends_gives_a_picture_and_words(kind, recwarn):
    instrument, panel = kind(), kind().panel()
    for state in states_of(instrument):
        move(panel, state)
        assert panel.state == state
        assert picture_of(panel).startswith(b"\x89PNG")
        words = instrument.words(state)
        assert words_of(panel) == words
        assert 5 <= len(words.split()) <= 75, words
        assert "nan" not in words.split()
    assert not [warning for warning in recwarn if "nnlib" in str(warning.filename)]


@each_instrument
def test_the_picture_depends_on_the_state_alone(kind):
    instrument = kind()
    panel = instrument.panel()
    panel._drawn.clear()
    states = list(states_of(instrument))
    for state in [*states, *reversed(states)]:  # there and back
        move(panel, state)
    panel._drawn.clear()
    for state in states:
        fresh = kind()
        figure = fresh.empty_figure()
        scene = fresh.scene(figure)
        scene.show(state)
        panel._scene.show(state)
        assert panel._canvas.png() == Canvas(figure, scene.moving).png(), state


@each_instrument
def test_every_control_changes_what_is_seen(kind):
    """Each control, moved from end to end: at the start, or with all others at their last value."""
    instrument, panel = kind(), kind().panel()
    last = {control.name: control.extremes()[-1] for control in instrument.controls}
    for control in instrument.controls:
        pictures, words = set(), set()
        for state in (instrument.start(), last):
            for value in control.extremes():
                move(panel, state | {control.name: value})
                pictures.add(picture_of(panel))
                words.add(panel.text.value)
        assert len(pictures) > 2 and len(words) > 2, control.name


@each_instrument
def test_two_panels_share_nothing(kind):
    instrument = kind()
    one, other = instrument.panel(), instrument.panel()
    picture, text = picture_of(other), other.text.value
    for control in instrument.controls:
        one.inputs[control.name].value = control.extremes()[-1]
    assert (picture_of(other), other.text.value) == (picture, text)
    assert other.state == instrument.start()


@each_instrument
def test_controls_have_labels_and_names_of_their_own(kind):
    controls = kind.controls
    assert len({control.name for control in controls}) == len(controls)
    assert len({control.label for control in controls}) == len(controls)
    for control in controls:
        assert control.label.strip()
        assert control.widget().description == control.label


@each_instrument
def test_a_notebook_keeps_one_line_of_text(kind):
    shown = kind()._repr_mimebundle_()
    assert shown["text/plain"] == repr(kind())
    assert "\n" not in shown["text/plain"] and "0x" not in shown["text/plain"]
    assert set(shown) == {"text/plain", "application/vnd.jupyter.widget-view+json"}


@each_instrument
def test_several_states_are_drawn_side_by_side(kind):
    instrument = kind()
    states = {f"state {k}": state for k, state in enumerate(list(states_of(instrument))[:3])}
    figure = instrument.draw_several(states, columns=2)
    assert len(figure.subfigs) >= 3
    assert [part.get_suptitle() for part in figure.subfigs[:3]] == list(states)


class Faulty(Instrument):
    title = "Faulty"
    controls = (Slider("x", "x", 0, 4, 1, 0),)

    def scene(self, figure, *, small=False):
        return FaultyScene(figure)

    def words(self, state):
        return f"x is {state['x']}."


class FaultyScene:
    def __init__(self, figure):
        (self.line,) = figure.subplots().plot([0, 1], [0, 1])
        self.moving = [self.line]

    def show(self, state):
        if state["x"] == 3:
            raise ValueError("three is <bad>")
        self.line.set_ydata([0, state["x"]])


def test_an_error_is_shown_in_place_of_the_words_and_the_next_move_works():
    panel = Faulty().panel()
    panel.inputs["x"].value = 3
    assert words_of(panel) == "This cannot be drawn. ValueError: three is <bad>"
    panel.inputs["x"].value = 4
    assert words_of(panel) == "x is 4."


def test_a_picture_seen_before_is_not_drawn_again():
    panel = Faulty().panel()
    panel.inputs["x"].value = 1
    first = picture_of(panel)
    panel.inputs["x"].value = 2
    panel._canvas = None
    panel.inputs["x"].value = 1
    assert picture_of(panel) == first


def test_buttons_move_the_steps_and_stop_at_the_ends():
    steps = Steps("k", "step", last=2)
    slider = steps.widget()
    restart, back, forward = steps.buttons(slider).children
    seen = []
    for button in (back, forward, forward, forward, back, restart):
        button.click()
        seen.append(slider.value)
    assert seen == [0, 1, 2, 2, 1, 0]


def test_steps_that_play_have_a_player_of_the_same_range():
    steps = Steps("k", "step", last=9, play=150)
    player = steps.buttons(steps.widget()).children[0]
    assert (player.min, player.max, player.interval) == (0, 9, 150)


@pytest.mark.parametrize(
    ("control", "start", "value"),
    [
        (Slider("w", "w", -1.0, 1.0, 0.1, 0.5), 0.5, -1.0),
        (Slider("n", "n", 1, 5, 1, 3), 3, 5),
        (Choice("f", "f", ("a", "b"), 1), 1, 0),
        (Switch("s", "s"), False, True),
    ],
)
def test_a_control_holds_plain_numbers(control, start, value):
    widget = control.widget()
    assert widget.value == start
    widget.value = value
    assert widget.value == value
    assert type(widget.value) is type(start)
