"""Every notebook runs in a real JupyterLab; every control of its instrument works by keyboard."""

from pathlib import Path

import pytest
from lab import NOTEBOOKS, OpenNotebook
from panel import PagePanel

SCREENSHOTS = Path(__file__).resolve().parents[2] / "screenshots"
NAMES = [path.stem for path in sorted(NOTEBOOKS.glob("*.ipynb"))]
WITHOUT_INSTRUMENT = {"07_published_network"}  # a case study: its experiments are runs of code


@pytest.fixture(scope="module", params=NAMES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def notebook(browser, server, name):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    notebook = OpenNotebook(page, server, name)
    notebook.run_all()
    yield notebook
    page.close()


@pytest.fixture
def panels(notebook, name):
    if name in WITHOUT_INSTRUMENT:
        pytest.skip("it has no instrument")
    found = notebook.page.query_selector_all(".nnlib-instrument")
    assert found, "no instrument in this notebook"
    return [PagePanel(notebook.page, element) for element in found]


def test_it_runs_without_errors(notebook):
    assert notebook.outputs("error") == []
    assert notebook.outputs("stderr") == []


def test_every_slider_moves_the_picture_and_the_words_there_and_back(panels):
    for panel in panels:
        panel.show_all_sliders()
        assert panel.hidden_sliders() == []
        for slider in panel.sliders():
            label = panel.label(slider)
            assert label.strip()
            forth, back = panel.inner_key(slider)
            before = panel.settled()
            moved = panel.after(panel.press(slider, forth))
            assert moved[0] != before[0], f"{label}: the picture stays"
            assert moved[1] != before[1], f"{label}: the words stay"
            assert panel.after(panel.press(slider, back)) == before, f"{label}: not the same again"


FAST = 8  # presses at once; the shortest slider has 9 steps to its farther end


def test_of_many_fast_changes_the_last_one_wins(panels):
    for panel in panels:
        slider = panel.sliders()[-1]
        forth, back = panel.inner_key(slider)
        before = panel.settled()
        fast = panel.after(panel.press(slider, forth, times=FAST))
        one_more = panel.after(panel.press(slider, forth))
        assert panel.after(panel.press(slider, back)) == fast or one_more == fast
        assert panel.after(panel.press(slider, back, times=FAST)) == before


def test_choices_and_switches_work(panels):
    for panel in panels:
        for pressed, other in panel.choices():
            before = panel.settled()
            moved = panel.after(panel.press(other, "Enter"))
            assert moved[0] != before[0] and moved[1] != before[1]
            assert panel.after(panel.press(pressed, "Enter")) == before
        for switch in panel.switches():
            before = panel.settled()
            moved = panel.after(panel.press(switch, "Space"))
            assert moved[1] != before[1]
            assert panel.after(panel.press(switch, "Space")) == before


def test_next_and_back_come_to_the_same_picture(panels):
    for panel in panels:
        if not panel.button("Next"):
            continue
        start = panel.after(panel.press(panel.button("Restart"), "Enter"))
        seen = [start]
        for _ in range(3):
            seen.append(panel.after(panel.press(panel.button("Next"), "Enter")))
        assert len(set(seen)) == 4
        for earlier in seen[-2::-1]:
            assert panel.after(panel.press(panel.button("Back"), "Enter")) == earlier


def test_every_button_has_a_name(panels):
    for panel in panels:
        assert all(button.inner_text().strip() for button in panel.buttons())


def test_cells_are_set_by_keyboard_mouse_and_touch(panels):
    for panel in panels:
        cell = panel.button_of("row 3, column 5:")
        if not cell:
            continue
        panel.after(panel.press(panel.button("Erase"), "Enter"))
        acts = panel.press(cell, "Enter"), panel.press(cell, "Space"), cell.click
        seen = [panel.after(act) for act in acts]
        assert len(set(seen)) == 3  # grey, black, and white again
        for number in "8", "16":
            panel.after(lambda cell=cell: cell.dispatch_event("click"))  # what a touch sends
            assert cell.inner_text() == f"row 3, column 5: {number} of 16"


def test_play_goes_on_by_itself_pauses_and_at_the_end_begins_again(panels):
    for panel in panels:
        play, slider = panel.button("Play"), panel.sliders()[0]
        if not play:
            continue

        def now(slider=slider):
            return float(slider.get_attribute("aria-valuenow"))

        def wait_until(holds, page=panel.page):
            for _ in range(100):
                if holds():
                    return True
                page.wait_for_timeout(50)
            return False

        before = panel.after(panel.press(panel.button("Restart"), "Enter"))
        panel.press(play, "Enter")()
        assert wait_until(lambda: now() >= 3)
        assert play.inner_text() == "Pause"
        panel.press(play, "Enter")()
        assert wait_until(lambda play=play: play.inner_text() == "Play")
        after = panel.settled()
        assert after[0] != before[0] and after[1] != before[1]
        panel.after(panel.press(slider, "End"))
        end = now()
        panel.press(play, "Enter")()
        assert wait_until(lambda end=end: now() < end)
        panel.press(play, "Enter")()
        assert wait_until(lambda play=play: play.inner_text() == "Play")
        assert panel.after(panel.press(panel.button("Restart"), "Enter")) == before


def test_instruments_are_photographed(panels, name):
    SCREENSHOTS.mkdir(exist_ok=True)
    for number, panel in enumerate(panels):
        before = panel.page.viewport_size
        panel.page.set_viewport_size({"width": 1280, "height": 1300})  # with room for all of it
        panel.element.scroll_into_view_if_needed()
        panel.settled()
        path = SCREENSHOTS / f"{name}-{number}.png"
        panel.element.screenshot(path=str(path))
        panel.page.set_viewport_size(before)
        assert path.stat().st_size > 5000


def test_nothing_left_the_machine_and_the_console_is_quiet(notebook):
    """The last test of a notebook: it judges all that the others did."""
    assert notebook.requests_outside == []
    assert notebook.console_errors == []
