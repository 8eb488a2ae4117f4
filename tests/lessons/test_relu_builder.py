"""The ReLU builder: its numbers against numbers found by hand or by small steps."""

import html
import re

import numpy as np
import pytest

from nnlib.classroom import ReLUBuilder
from nnlib.classroom.lessons.relu_units.builder.relu_sum import TARGETS, X

pytestmark = pytest.mark.filterwarnings("error")
TENT = [1, 1, 1], [6, 0, -6], [1, -2, 1]


@pytest.fixture
def builder():
    return ReLUBuilder()


def drawn(builder, state):
    scene = builder.scene(builder.empty_figure())
    scene.show(state)
    return scene


def height(state, x):
    """The sum at one x, unit by unit."""
    y = 0.0
    for k in range(1, state["units"] + 1):
        y += state[f"outer_{k}"] * max(0.0, state[f"w_{k}"] * x + state[f"b_{k}"])
    return y


def random_state(builder, seed):
    rng = np.random.default_rng(seed)
    w, b, outer = rng.uniform(-3, 3, 5), rng.uniform(-10, 10, 5), rng.uniform(-3, 3, 5)
    return builder.state_of(w, b, outer, rng.choice(list(TARGETS)))


def test_it_starts_from_the_article(builder):
    words = builder.words(builder.start())
    assert "0.00, 0.20, 0.80 and 1.10; hinges at -9.95, 3.33 and 6.67." in words
    assert "dead" not in words and "exact" not in words


@pytest.mark.parametrize("seed", range(5))
def test_the_picture_holds_the_sum_and_the_words_hold_its_slopes_and_error(builder, seed):
    state = random_state(builder, seed)
    scene, words = drawn(builder, state), builder.words(state)

    band_x, band_y = scene.total.get_data()
    np.testing.assert_allclose(band_y, [height(state, x) for x in band_x], atol=1e-9)
    points = np.linspace(-10, 10, 83)  # between the corners the band is straight, and so the sum
    on_band = np.interp(points, band_x, band_y)
    # 1e-4: hinges are rounded to 6 places, slopes are at most 45
    np.testing.assert_allclose(on_band, [height(state, x) for x in points], atol=1e-4)

    middles = (band_x[:-1] + band_x[1:]) / 2
    slopes = [(height(state, x + 1e-6) - height(state, x - 1e-6)) / 2e-6 for x in middles]
    said = re.search(r"(?:right: |the slope )([^;]+?)(?:;|\. M)", words)[1]
    assert re.split(", | and ", said) == [f"{slope + 0.0:.2f}" for slope in slopes]

    target = TARGETS[list(TARGETS)[state["target"]]]
    errors = [(height(state, x) - float(target(x))) ** 2 for x in X[:, 0]]
    assert f": {np.mean(errors):.4f}." in words


@pytest.mark.parametrize(
    ("name", "heights"),
    [
        ("tent", [0, 0, 3, 6, 4, 0]),
        ("|x|", [10, 6, 3, 0, 2, 9]),
        ("x²/10", [10, 3.6, 0.9, 0, 0.4, 8.1]),
    ],
)
def test_the_targets_are_what_they_are_called(name, heights):
    np.testing.assert_allclose(TARGETS[name](np.array([-10, -6, -3, 0, 2, 9.0])), heights)


@pytest.mark.parametrize(
    ("numbers", "target"),
    [
        (TENT, "tent"),
        (([0.5, -2, 1], [3, 0, -6], [2, 1, 1]), None),
        (([1, -1], [0, 0], [1, 1]), "|x|"),
    ],
)
def test_an_exact_fit_is_called_one_and_a_near_one_is_not(builder, numbers, target):
    state = builder.state_of(*numbers, target or "tent")
    assert ("0.0000, an exact fit." in builder.words(state)) == (target is not None)
    assert "exact" not in builder.words(state | {"b_1": state["b_1"] + 0.01})


def test_the_tent_has_the_slopes_of_the_answer(builder):
    words = builder.words(builder.state_of(*TENT))
    assert "0.00, 1.00, -1.00 and 0.00; hinges at -6.00, 0.00 and 6.00." in words


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"b_2": -2.9}, None),
        ({"b_2": -3.0}, "Unit 2 is dead"),  # the hinge at the end of the range, and 0 up to there
        ({"w_2": -3 + 33 * 0.1, "b_2": -10 + 70 * 0.1}, "Unit 2 is dead"),  # as sliders count
        ({"b_2": -9.0}, "Unit 2 is dead"),
        ({"b_2": -9.0, "b_3": -9.0}, "Units 2 and 3 are dead"),
        ({"units": 5, "w_1": 0.0, "b_1": -1.0, "b_4": -5.0, "b_5": -10.0}, "Units 1, 4 and 5 are"),
        ({"w_2": 0.0, "b_2": 1.0}, None),  # constant, and on
        ({"outer_2": 0.0}, None),  # adds nothing, but is on
        ({"units": 1, "b_2": -9.0}, None),  # not there
    ],
)
def test_dead_units_are_named_and_marked(builder, changes, said):
    state = builder.start() | changes
    words, scene = builder.words(state), drawn(builder, state)
    assert said in words if said else "dead" not in words
    marks = np.array(scene.dead.get_xdata())
    numbers = [number.get_xdata() for number in scene.numbers[: state["units"]]]
    marked = [
        k
        for k, x in enumerate(numbers, start=1)
        if len(x) and np.any(np.abs(marks - x[0] - 1.1) < 1e-9)
    ]
    assert marked == [int(k) for k in re.findall(r"\d", said or "")]
    assert len(marked) == len(marks)


@pytest.mark.parametrize(
    ("changes", "hinges"),
    [
        ({"w_1": 0.0}, [10 / 3, 20 / 3]),
        ({"outer_3": 0.0}, [-9.95, 20 / 3]),
        ({"w_2": 0.6}, [-9.95, 10 / 3]),  # two units bend at one place
        ({"b_2": -9.0}, [-9.95, 10 / 3]),  # at 30
        (
            {"w_1": -3 + 32 * 0.1, "b_1": -10 + 120 * 0.1},
            [10 / 3, 20 / 3],
        ),  # at -10, as sliders count
        ({"units": 1, "w_1": 1.0, "b_1": 10.0}, []),  # at the end, where nothing bends any more
    ],
)
def test_hinges_are_where_the_sum_bends(builder, changes, hinges):
    state = builder.start() | changes
    scene = drawn(builder, state)
    np.testing.assert_allclose(scene.hinges.get_xdata(), hinges, atol=1e-6)  # they are rounded
    np.testing.assert_allclose(
        scene.hinges.get_ydata(), [height(state, x) for x in hinges], atol=1e-5
    )
    count = len(hinges)
    assert ("no hinge" if not count else f"hinge{'s' * (count > 1)} at") in builder.words(state)


def test_each_unit_is_drawn_scaled_with_its_number_on_the_line(builder):
    scene = drawn(builder, builder.state_of(*TENT))
    x, y = scene.units[1].get_data()
    np.testing.assert_allclose(y, np.where(x > 0, -2 * x, 0), atol=1e-12)
    circles = list(zip(*scene.circles.get_data(), strict=True))
    for k in range(3):
        (at,), (high,) = scene.numbers[k].get_data()
        assert np.interp(at, *scene.units[k].get_data()) == pytest.approx(high)
        assert high != 0
        assert circles[k] == (at, high)
    assert len(circles) == 3
    assert not len(scene.units[3].get_xdata()) and not len(scene.numbers[3].get_xdata())


@pytest.mark.parametrize(
    "changes",
    [
        {"w_3": -0.6, "b_3": 2.0},  # the sum and unit 1 meet at a hinge
        {"w_1": 0.6},  # the usual place for number 1 is at a hinge
        {"b_2": 0.0},
    ],
)
def test_no_number_hides_a_hinge(builder, changes):
    scene = drawn(builder, builder.start() | changes)
    for number in scene.numbers[:3]:
        distance = np.abs(number.get_xdata()[0] - scene.hinges.get_xdata())
        assert np.all(distance > 0.7)


def test_a_step_of_one_shows_the_slope(builder):
    scene = drawn(builder, builder.start())
    x, y = (np.array(data).reshape(-1, 4) for data in scene.steps.get_data())
    np.testing.assert_allclose(x[:, 1] - x[:, 0], 1)
    np.testing.assert_allclose(y[:, 2] - y[:, 0], [0.2, 0.8, 1.1])  # no room for one at -9.95


def test_controls_of_units_that_are_not_there_are_not_shown(builder):
    panel = builder.panel()

    def shown():
        return {name for name, widget in panel.inputs.items() if widget.layout.display != "none"}

    kinds = ("w", "b", "outer")
    for count in (3, 5, 1):
        panel.inputs["units"].value = count
        expected = {f"{kind}_{k}" for kind in kinds for k in range(1, count + 1)}
        assert shown() == {"target", "units"} | expected


def test_each_unit_has_one_row_of_controls(builder):
    panel = builder.panel()
    rows = panel.widget.children[:-2]
    assert [tuple(widget.description for widget in row.children) for row in rows[1:3]] == [
        ("unit 1: w", "unit 1: b", "unit 1: outer"),
        ("unit 2: w", "unit 2: b", "unit 2: outer"),
    ]
    assert {id(widget) for row in rows for widget in row.children} == {
        id(widget) for widget in panel.inputs.values()
    }
    assert html.unescape(panel.text.value).count("Slopes of the sum") == 1


def test_a_state_needs_as_many_numbers_of_each_kind(builder):
    with pytest.raises(ValueError):
        builder.state_of([1, 2], [0], [1, 1])


def test_a_number_is_left_out_where_its_line_is_not_seen(builder):
    scene = drawn(builder, builder.state_of([0], [10], [3]))  # y = 30 all over
    assert np.all(np.isnan(scene.numbers[0].get_xdata()))
