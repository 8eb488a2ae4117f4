"""What holds for every instrument: its picture is a function of its state, and of nothing else."""

import html
import io
import re

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image

from nnlib.classroom.instruments import panel as panel_module
from nnlib.classroom.instruments.canvas import Canvas
from nnlib.classroom.instruments.controls import Choice, Scale, Slider, Steps, Switch
from nnlib.classroom.instruments.instrument import Instrument
from nnlib.classroom.lessons import INSTRUMENTS
from nnlib.classroom.style import use_style

pytestmark = pytest.mark.slow
each_instrument = pytest.mark.parametrize("kind", INSTRUMENTS.values(), ids=INSTRUMENTS)


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
        assert not re.search(r"\bnan\b|-0(\.0*)?(?![\d.])", words), words
    assert not [warning for warning in recwarn if "nnlib" in str(warning.filename)]


@each_instrument
def test_the_picture_depends_on_the_state_alone(kind):
    """Not on the way there: all states forward, all backward, and some drawn anew."""
    instrument = kind()
    panel = instrument.panel()
    states = list(states_of(instrument))
    there, back = drawn_in_order(panel, states), drawn_in_order(panel, states[::-1])[::-1]
    for state, forward, backward in zip(states, there, back, strict=True):
        assert forward == backward, state
    for index in (0, len(states) // 2, -1):
        figure = instrument.empty_figure()
        scene = instrument.scene(figure)
        scene.show(states[index])
        assert Canvas(figure, scene.moving).png() == there[index], states[index]


def drawn_in_order(panel, states):
    """The pictures of the states, each drawn over the one before it, none taken from before."""
    pictures = []
    for state in states:
        move(panel, state)
        panel._drawn.clear()
        panel.redraw()
        pictures.append(picture_of(panel))
    return pictures


@each_instrument
def test_every_control_changes_what_is_seen(kind):
    """Each control, moved from end to end: at the start, or with all others at their last value."""
    instrument, panel = kind(), kind().panel()
    last = {control.name: control.extremes()[-1] for control in instrument.controls}
    pictures = {control.name: set() for control in instrument.controls}
    words = {control.name: set() for control in instrument.controls}
    for state in (instrument.start(), last):
        for control in instrument.controls:
            for value in control.extremes():
                move(panel, state | {control.name: value})
                pictures[control.name].add(picture_of(panel))
                words[control.name].add(panel.text.value)
    for control in instrument.controls:
        assert len(pictures[control.name]) > 2 and len(words[control.name]) > 2, control.name


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


@pytest.mark.parametrize("colours", [("red", "blue"), ("blue", "red")])
def test_what_moves_is_drawn_in_the_order_of_its_zorder(colours):
    figure, patches = Figure(), []
    for colour in colours:
        zorder = 2 if colour == "red" else 1
        patches.append(Rectangle((0, 0), 1, 1, color=colour, zorder=zorder))
        figure.add_artist(patches[-1])
    picture = Image.open(io.BytesIO(Canvas(figure, patches).png()))
    assert picture.getcolors() == [(picture.width * picture.height, (255, 0, 0))]


@each_instrument
def test_a_change_of_no_control_is_refused(kind):
    with pytest.raises(ValueError, match="has no control speed; it has "):
        kind().draw(speed=1)
    with pytest.raises(ValueError, match="has no control speed; it has "):
        kind().draw_several({"fast": {"speed": 1}})


class Faulty(Instrument):
    title = "Faulty"
    controls = (Slider("x", "x", 0, 4, 1, 0),)

    def in_use(self, name, state):
        if state["x"] == 2:
            raise KeyError("two")
        return True

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


@pytest.mark.parametrize(
    ("x", "error"), [(3, "ValueError: three is <bad>"), (2, "KeyError: 'two'")]
)
def test_an_error_is_shown_in_place_of_the_picture_and_the_next_move_works(x, error):
    panel = Faulty().panel()
    panel.inputs["x"].value = x
    assert words_of(panel) == f"This cannot be drawn. {error}"
    assert panel.image.layout.visibility == "hidden"
    panel.inputs["x"].value = 4
    assert words_of(panel) == "x is 4."
    assert panel.image.layout.visibility is None


def test_each_of_several_pictures_is_small_and_has_its_state():
    drawn = []

    class Noted(Faulty):
        def scene(self, figure, *, small=False):
            scene = FaultyScene(figure)
            scene.show = lambda state: drawn.append((small, state))
            return scene

    Noted().draw_several({"start": {}, "one": {"x": 1}})
    assert drawn == [(True, {"x": 0}), (True, {"x": 1})]


def test_a_legend_under_several_pictures_explains_their_marks_once():
    """Also those that the states shown hide."""

    class Explained(Faulty):
        def scene(self, figure, *, small=False):
            scene = FaultyScene(figure)
            scene.line.set_label("the line")
            scene.key = [scene.line]
            scene.show = lambda state: scene.line.set_visible(False)
            return scene

    figure = Explained().draw_several({"one": {}, "two": {"x": 1}})
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["the line"]
    assert all(handle.get_visible() for handle in legend.legend_handles)
    assert Faulty().draw_several({"one": {}}).legends == []


class Grounded(Faulty):
    """Its line stands still, and is one of several."""

    def scene(self, figure, *, small=False):
        scene = FaultyScene(figure)
        scene.moving, draw = [], scene.line.set_ydata

        def show(state):
            scene.ground = state["x"] > 2
            draw([0, scene.ground])

        scene.show = show
        return scene


def test_of_several_that_stand_still_each_is_drawn_once(monkeypatch):
    drawn = []
    draw = FigureCanvasAgg.draw
    monkeypatch.setattr(FigureCanvasAgg, "draw", lambda self: drawn.append(draw(self)))
    panel = Grounded().panel()
    pictures = []
    for x in (1, 4, 0, 3):
        panel.inputs["x"].value = x
        pictures.append(picture_of(panel))
    assert pictures[0] == pictures[2] != pictures[1] == pictures[3]
    assert len(drawn) == 2


class Prepared(Faulty):
    """The same without its fault, every state drawn ahead."""

    draw_ahead = True
    controls = (Steps("x", "x", last=2), Switch("on", "on"))


def test_few_states_can_all_be_drawn_ahead():
    panel = Prepared().panel()
    assert panel.state == {"x": 0, "on": False}
    assert len(panel._drawn) == 3 * 2
    assert picture_of(panel) == panel._drawn[0, False]


def test_a_picture_seen_before_is_not_drawn_again():
    panel = Faulty().panel()
    panel.inputs["x"].value = 1
    first = picture_of(panel)
    panel.inputs["x"].value = 4
    assert picture_of(panel) != first
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


def test_a_scale_goes_from_mark_to_mark():
    scale = Scale("r", "r", (0.0001, 0.08, 1.0), 0.08)
    widget = scale.widget()
    assert [text for text, _ in widget._options_full] == ["0.0001", "0.08", "1"]
    assert scale.values() == (0.0001, 0.08, 1.0) and scale.extremes() == (0.0001, 0.08, 1.0)
    widget.index = 2
    assert widget.value == 1.0 and scale.number(widget.value) == 1.0


def test_few_pictures_are_kept(monkeypatch):
    monkeypatch.setattr(panel_module, "MOST_KEPT", 2)
    panel = Faulty().panel()
    for x in (1, 4, 0, 1):
        panel.inputs["x"].value = x
        assert len(panel._drawn) <= 2
        assert words_of(panel) == f"x is {x}."


def test_every_step_of_an_instrument_can_be_kept():
    steps = [c for kind in INSTRUMENTS.values() for c in kind.controls if isinstance(c, Steps)]
    assert max(control.last + 1 for control in steps) <= panel_module.MOST_KEPT


def test_a_button_with_a_name_plays_and_pauses():
    steps = Steps("k", "step", last=9, play=150)
    slider = steps.widget()
    play, player, *others = steps.buttons(slider).children
    assert (player.min, player.max, player.interval) == (0, 9, 150)
    assert player.layout.display == "none"  # its own buttons have no names
    assert [button.description for button in others] == ["Restart", "Back", "Next"]
    seen = [(play.description, player.playing)]
    for _ in range(2):
        play.click()
        seen.append((play.description, player.playing))
    assert seen == [("Play", False), ("Pause", True), ("Play", False)]
    play.click()
    player.playing = False  # as at the end
    assert play.description == "Play"


def test_a_slider_that_counts_in_steps_comes_to_the_number_that_is_seen():
    panel = INSTRUMENTS["ActivationExplorer"]().panel()
    panel.inputs["w"].value = -3 + 32 * 0.1
    assert panel.inputs["w"].value != 0.2 and panel.state["w"] == 0.2
    panel.inputs["x"].value = -1e-15
    assert str(panel.state["x"]) == "0.0"  # not -0.0


@pytest.mark.parametrize(
    ("control", "start", "value"),
    [
        (Slider("w", "w", -1.0, 1.0, 0.1, 0.5), 0.5, -1.0),
        (Slider("n", "n", 1, 5, 1, 3), 3, 5),
        (Scale("r", "r", (0.1, 0.3, 1.0), 0.3), 0.3, 1.0),
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
