"""What a cell shows is held, and freed when the cell is run again."""

import gc
import weakref

import IPython
import pytest
from ipywidgets.widgets.widget import _instances

from nnlib.classroom import TrainingPlayer
from nnlib.classroom.instruments import instrument as instrument_module
from nnlib.classroom.instruments import on_screen
from nnlib.classroom.instruments.controls import Choice, Slider, Steps, Switch
from nnlib.classroom.instruments.instrument import Instrument


class Plain(Instrument):
    """One of each control; the player's buttons are linked by a widget of their own."""

    title = "Plain"
    controls = (
        Slider("x", "x", 0, 4, 1, 0),
        Choice("c", "c", ("a", "b")),
        Switch("s", "s"),
        Steps("k", "k", 3, play=100),
    )

    def scene(self, figure, *, small=False):
        return PlainScene(figure)

    def words(self, state):
        return f"x is {state['x']}."


class PlainScene:
    def __init__(self, figure):
        (self.line,) = figure.subplots().plot([0, 1], [0, 1])
        self.moving = [self.line]

    def show(self, state):
        self.line.set_ydata([0, state["x"]])


@pytest.fixture(autouse=True)
def empty_screen(monkeypatch):
    monkeypatch.setattr(on_screen, "_held", {})


@pytest.fixture
def shown(monkeypatch):
    """Weak references to the panels that are shown; nobody else holds them."""
    panels = []

    class Watched(instrument_module.Panel):
        def __init__(self, instrument):
            super().__init__(instrument)
            panels.append(weakref.ref(self))

    monkeypatch.setattr(instrument_module, "Panel", Watched)
    return panels


def alive(panels):
    gc.collect()
    return [panel() is not None for panel in panels]


class Shell:
    """Stands in for the shell of a kernel: which message asked it to run a cell."""

    def __init__(self, monkeypatch):
        self.runs = 0
        monkeypatch.setattr(IPython, "get_ipython", lambda: self)

    def run(self, source, cell=None, shows=1):
        self.runs += 1
        self.asked = {
            "header": {"msg_id": f"message {self.runs}"},
            "metadata": {"cellId": cell} if cell else {},
            "content": {"code": source},
        }
        for _ in range(shows):
            Plain()._repr_mimebundle_()

    def get_parent(self):
        return self.asked


def test_a_panel_that_is_dropped_is_freed_with_all_its_widgets():
    before = set(_instances)
    panel = Plain().panel()
    watched = [weakref.ref(thing) for thing in (panel, panel.image, panel._canvas, panel.widget)]
    assert len(set(_instances) - before) > 10
    del panel
    assert alive(watched) == [False] * 4
    assert set(_instances) == before


def test_a_panel_that_is_closed_frees_its_widgets():
    before = set(_instances)
    panel = Plain().panel()
    panel.close()
    panel.close()  # twice is once
    assert set(_instances) == before


def test_a_cell_that_is_run_again_holds_its_last_run_only(monkeypatch, shown):
    shell = Shell(monkeypatch)
    for _ in range(3):
        shell.run("Plain()", cell="one")
    assert alive(shown) == [False, False, True]


def test_an_edited_cell_is_the_same_cell_and_another_with_the_same_text_is_not(monkeypatch, shown):
    shell = Shell(monkeypatch)
    shell.run("Plain()", cell="one")
    shell.run("Plain()", cell="two")
    shell.run("Plain()  # edited", cell="one")
    assert alive(shown) == [False, True, True]


def test_where_cells_have_no_names_their_text_tells_them_apart(monkeypatch, shown):
    shell = Shell(monkeypatch)
    shell.run("Plain()")
    shell.run("Plain() ")
    shell.run("Plain()")
    assert alive(shown) == [False, True, True]


@pytest.mark.slow
def test_a_cell_may_show_two(monkeypatch, shown):
    shell = Shell(monkeypatch)
    shell.run("display(Plain(), Plain())", shows=2)
    assert alive(shown) == [True, True]
    shell.run("display(Plain(), Plain())", shows=2)
    assert alive(shown) == [False, False, True, True]


def test_without_cells_the_last_one_is_held(shown):
    for _ in range(3):
        Plain()._repr_mimebundle_()
    assert alive(shown) == [False, False, True]


def test_the_widgets_that_a_reader_makes_are_not_closed():
    import ipywidgets

    panel = Plain().panel()
    mine = ipywidgets.IntSlider()
    panel.close()
    assert mine.comm is not None
    mine.close()


def test_runs_that_are_the_same_each_time_are_made_once():
    assert TrainingPlayer().runs is TrainingPlayer().runs
    with pytest.raises(ValueError, match="read-only"):
        TrainingPlayer().runs[0].losses[0] = 0.0
