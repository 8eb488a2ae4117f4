"""The optimizer race: its runs meet the references, and words and picture say what they hold."""

import csv
import re
from pathlib import Path

import matplotlib
import numpy as np
import pytest

from nnlib import make_article_weights, make_five_rows, numerical_gradient
from nnlib.classroom import OptimizerRace, use_style
from nnlib.classroom.lessons.optimizers.race.landscapes import (
    FIVE_ROWS,
    LANDSCAPES,
    RAVINE,
    ROSENBROCK,
    SADDLE,
    grid,
)
from nnlib.classroom.lessons.optimizers.race.optimizer_race import LENGTHS, RATES
from nnlib.classroom.lessons.optimizers.race.runs import FAR, RACERS, record

pytestmark = pytest.mark.filterwarnings("error")
each_landscape = pytest.mark.parametrize("landscape", LANDSCAPES, ids=lambda one: one.name)
SGD, MOMENTUM, RMSPROP, ADAM = RACERS
ALL_OFF = {racer.name: False for racer in RACERS}
LANDS = {landscape.name: number for number, landscape in enumerate(LANDSCAPES)}
REFERENCES = Path(__file__).parents[1] / "references" / "optimizers_on_two_functions.csv"


@pytest.fixture(autouse=True)
def notebook_style():
    use_style()


@pytest.fixture(scope="module")
def race():
    return OptimizerRace()


@pytest.fixture(scope="module")
def drawn(race):
    """Return the scene in a state, and the map that is seen."""
    with matplotlib.rc_context():  # it would last longer than this file
        use_style()
        scene = race.scene(race.empty_figure())

    def draw(**state):
        scene.show(race.changed(state))
        return scene, scene.maps[scene.ground]

    return draw


def said(race, **state):
    return race.words(race.changed(state))


def references():
    """Each measurement of PyTorch: the landscape, the optimizer as it prints itself, the rest."""
    with open(REFERENCES, encoding="utf-8") as file:
        for function, optimizer, steps, *numbers in list(csv.reader(file, delimiter=";"))[1:]:
            yield function, optimizer, int(steps), np.array(numbers, dtype=float)


def racer_of(optimizer):
    """The racer that an optimizer is which prints itself so, and its rate."""
    name = "momentum" if "momentum=0.9" in optimizer else optimizer.partition("(")[0]
    lr = re.search(r"lr=([\d.]+)", optimizer)[1]
    return next(racer for racer in RACERS if racer.name == name), float(lr)


@pytest.mark.parametrize("function, optimizer, steps, wanted", list(references()))
def test_runs_meet_the_references(function, optimizer, steps, wanted):
    racer, lr = racer_of(optimizer)
    run = record({"ravine": RAVINE, "rosenbrock": ROSENBROCK}[function], racer, lr, steps)
    loss, *point = wanted
    # as in test_optimizer_references.py: rounding, grown over up to 2000 steps
    np.testing.assert_allclose(run.points[steps], point, rtol=0, atol=1e-10 * np.abs(point).max())
    assert run.losses[steps] == pytest.approx(loss, rel=1e-10)


def five_rows_by_hand(w1, w2):
    X, Y = make_five_rows()
    W1, b1, _, b2 = make_article_weights()
    A1 = np.maximum(X @ W1 + b1, 0)
    errors = w1 * A1[:, 0] + w2 * A1[:, 1] + b2[0, 0] - Y[:, 0]
    return (errors**2).sum() / 5


def test_the_five_rows_start_at_the_article_and_are_its_loss():
    assert FIVE_ROWS.start == (0.4, 0.1)
    assert FIVE_ROWS.loss(0.4, 0.1) == pytest.approx(14.4628992, rel=1e-12)
    for w1, w2 in ((0, 0), (2, -5), (-1, 3)):
        assert FIVE_ROWS.loss(w1, w2) == pytest.approx(five_rows_by_hand(w1, w2), rel=1e-12)


@each_landscape
def test_slopes_are_those_of_the_loss(landscape):
    for point in (landscape.start, (0.3, -0.7), (1.2, 0.5)):
        nudged = numerical_gradient(lambda p: landscape.loss(*p), list(point))
        # two nudges of 1e-6 or so: about 1e-9 of the largest loss nearby is lost in rounding
        np.testing.assert_allclose(landscape.slopes(*point), nudged, rtol=1e-6, atol=1e-6)


@each_landscape
def test_the_lowest_points_are_level_and_nothing_on_the_map_is_lower(landscape):
    for point in landscape.lowest:
        # the five rows' lowest point comes from least squares, rounded
        np.testing.assert_allclose(landscape.slopes(*point), 0, atol=1e-12)
        assert landscape.on_map(point)
        assert landscape.loss(*point) == pytest.approx(landscape.lowest_loss, abs=1e-15)
    assert landscape.on_map(landscape.start)
    _, _, losses = grid(landscape)
    assert losses.min() >= landscape.lowest_loss
    assert losses.min() < landscape.heights[0] and landscape.heights[-1] < losses.max()


def test_the_saddle_rises_one_way_and_falls_the_other():
    here = SADDLE.loss(0, 0)
    assert here == 0.25 and SADDLE.slopes(0, 0) == (0, 0)
    assert SADDLE.loss(0.1, 0) > here > SADDLE.loss(0, 0.1)


def test_a_run_holds_all_that_its_next_step_needs():
    for step in (0, 1, 30):
        run = record(RAVINE, SGD, 0.03, 100)
        np.testing.assert_allclose(run.next_step(step), -0.03 * run.gradients[step])
        run = record(RAVINE, MOMENTUM, 0.03, 100)
        velocity = 0.9 * run.memory["velocity"][step] + run.gradients[step]
        np.testing.assert_allclose(run.next_step(step), -0.03 * velocity)
        run = record(RAVINE, RMSPROP, 0.1, 100)
        square = 0.9 * run.memory["square"][step] + 0.1 * run.gradients[step] ** 2
        root = np.sqrt(square) + 1e-8
        np.testing.assert_allclose(run.next_step(step), -0.1 * run.gradients[step] / root)
        run = record(RAVINE, ADAM, 0.1, 100)
        mean = 0.9 * run.memory["mean"][step] + 0.1 * run.gradients[step]
        square = 0.999 * run.memory["square"][step] + 0.001 * run.gradients[step] ** 2
        mean, square = mean / (1 - 0.9 ** (step + 1)), square / (1 - 0.999 ** (step + 1))
        np.testing.assert_allclose(run.next_step(step), -0.1 * mean / (np.sqrt(square) + 1e-8))


@pytest.mark.parametrize("racer", RACERS, ids=lambda racer: racer.name)
def test_a_short_run_is_the_start_of_a_long_one(racer):
    short, long = (record(RAVINE, racer, 0.03, steps) for steps in LENGTHS[:2])
    np.testing.assert_array_equal(short.points, long.points[: LENGTHS[0] + 2])
    for kind, values in short.memory.items():
        np.testing.assert_array_equal(values, long.memory[kind][: LENGTHS[0] + 1])


def test_a_run_that_diverges_ends_and_leaves_no_numbers():
    run = record(RAVINE, SGD, 0.1, 100)  # each step takes y to -1.5 y
    lost = next(step for step in range(100) if 1.5**step > FAR)
    assert run.last == lost - 1
    assert run.points[lost] == pytest.approx([-4 * 0.9**lost, (-1.5) ** lost])
    assert np.isnan(run.losses[lost:]).all() and np.isnan(run.points[lost + 1 :]).all()
    np.testing.assert_array_equal(run.next_step(lost - 1), run.points[lost] - run.points[lost - 1])


def test_recorded_runs_are_made_once_and_cannot_be_changed():
    run = record(RAVINE, ADAM, 0.1, 100)
    assert record(RAVINE, ADAM, 0.1, 100) is run
    for array in (run.points, run.losses, run.gradients, *run.memory.values()):
        assert not array.flags.writeable


def test_words_tell_the_numbers(race):
    text = said(race, step=10, watch=1)
    assert text.startswith("Step 10, ravine. ")
    losses = "SGD 4.35; momentum 5.03; RMSprop 2.93 (lowest); Adam 4.6."  # as PyTorch has them
    assert f"Losses: {losses}" in text
    assert "Watching momentum: at (-0.205, -0.633) the gradient is (-0.205, -15.8); " in text
    assert "it remembers nothing; its next step is (0.12, -0.75)." in said(race, step=0, watch=0)
    assert "it remembers the square (1.6, 62.5);" in said(race, step=1, watch=2)
    assert "the mean (-0.4, 2.5) and the square (0.016, 0.625);" in said(race, step=1, watch=3)
    assert "at (-2.95, 9.54e-07) the gradient" in said(race, step=10, watch=0)
    assert "at (-0.19, 0) the gradient" in said(race, step=100, watch=0)  # 0.25^100: no news
    assert "lowest" not in said(race, step=0)
    tied = said(race, step=1)
    assert "SGD 8.31 (lowest); momentum 8.31 (lowest);" in tied  # the first step is the same


def test_words_tell_who_is_off_who_has_left_and_who_diverged(race):
    text = said(race, step=12, SGD_lr=0.1, watch=0)
    assert "SGD 2.1e+05 (off the map);" in text and "Watching SGD: at (-1.13, 130)" in text
    text = said(race, step=40, SGD_lr=0.1, watch=0)
    assert "SGD diverged in step 35;" in text
    assert text.endswith("Of SGD there is nothing more to watch: lower its rate.")
    text = said(race, step=12, SGD=False, watch=0)
    assert "SGD " not in text.split("To watch")[0] and text.endswith("To watch SGD, switch it on.")
    assert "All four are off. " in said(race, **ALL_OFF)
    alone = said(race, step=12, **ALL_OFF | {"Adam": True})
    assert "Losses: Adam 4.01. " in alone  # lowest of one says nothing


@each_landscape
def test_words_are_few_whatever_happens(race, landscape):
    for lr in (RATES[0], 0.02, RATES[-1]):
        for step in (0, 1, 30, 200):
            for watch in range(4):
                rates = {f"{racer.name}_lr": lr for racer in RACERS}
                land = {"landscape": LANDS[landscape.name]}
                text = said(race, step=step, watch=watch, **rates, **land)
                assert len(text.split()) <= 75 and "nan" not in text and "inf" not in text


def test_a_path_is_that_of_its_run_up_to_the_step(drawn):
    _, shown = drawn(step=30)
    for racer, path, runner in zip(RACERS, shown.paths, shown.runners, strict=True):
        points = record(RAVINE, racer, racer.lr, LENGTHS[-1]).points[:31]
        np.testing.assert_array_equal(path.get_xydata(), points)
        np.testing.assert_array_equal(runner.get_xydata(), points[-1:])
        assert runner.get_markerfacecolor() == path.get_color()


def test_who_has_left_the_map_is_hollow_at_its_edge(drawn):
    for step in (12, 200):  # on its way, and diverged
        _, shown = drawn(step=step, SGD_lr=0.1, watch=0)
        ((x, y),) = shown.runners[0].get_xydata()
        run = record(RAVINE, SGD, 0.1, LENGTHS[-1])
        where = run.points[min(step, run.last)]
        assert x == where[0] and y == (1.6 if where[1] > 0 else -1.6)
        assert shown.runners[0].get_markerfacecolor() == "white"
        assert np.isfinite(shown.paths[0].get_xydata()).all()
        assert not shown.downhill.get_visible() and not shown.next.get_visible()


def way_of(arrow):
    start, end = np.array(arrow._posA_posB)
    return start, end - start


@pytest.mark.parametrize("watch", range(4))
def test_arrows_start_where_the_watched_one_stands_and_tell_the_way(drawn, watch):
    for landscape in LANDSCAPES:
        land = {"landscape": LANDS[landscape.name]}
        _, shown = drawn(step=30, watch=watch, SGD_lr=0.0015, momentum_lr=0.0015, **land)
        racer = RACERS[watch]
        lr = 0.0015 if watch < 2 else racer.lr
        run = record(landscape, racer, lr, LENGTHS[-1])
        for arrow, wanted in (
            (shown.downhill, -run.gradients[30]),
            (shown.next, run.next_step(30)),
        ):
            start, way = way_of(arrow)
            np.testing.assert_array_equal(start, run.points[30])
            np.testing.assert_allclose(way / np.hypot(*way), wanted / np.hypot(*wanted))
            np.testing.assert_allclose(np.hypot(*(way / np.ptp(landscape.ranges, axis=1))), 0.16)


def test_what_is_off_is_not_drawn(drawn):
    scene, shown = drawn(step=30, watch=0, SGD=False)
    visible = [path.get_visible() for path in shown.paths]
    assert visible == [runner.get_visible() for runner in shown.runners]
    assert visible == [line.get_visible() for line in scene.losses.lines]
    assert visible == [False, True, True, True]
    assert not shown.downhill.get_visible() and not shown.next.get_visible()
    assert len(scene.losses.dots.get_xydata()) == 3
    scene, _ = drawn(**ALL_OFF)
    assert len(scene.losses.dots.get_xydata()) == 0


@each_landscape
def test_the_losses_are_drawn_above_the_lowest(drawn, landscape):
    land = {"landscape": LANDS[landscape.name]}
    scene, _ = drawn(step=60, SGD_lr=0.0015, momentum_lr=0.0015, **land)
    for racer, line in zip(RACERS, scene.losses.lines, strict=True):
        lr = 0.0015 if racer in (SGD, MOMENTUM) else racer.lr
        losses = record(landscape, racer, lr, LENGTHS[-1]).losses[:61] - landscape.lowest_loss
        x, y = line.get_data()
        np.testing.assert_array_equal(x, np.arange(61))
        np.testing.assert_allclose(y, np.clip(losses, 1e-5, 1e3))
    np.testing.assert_array_equal(scene.losses.dots.get_xdata(), [60] * 4)


@pytest.mark.slow
def test_one_map_is_seen_and_all_lie_in_one_place(race):
    """So that a picture does not depend on which landscape was there first."""
    places = []
    for landscape in LANDSCAPES:
        figure = race.empty_figure()
        scene = race.scene(figure)
        scene.show(race.changed({"landscape": LANDS[landscape.name]}))
        figure.draw_without_rendering()
        seen = [shown.landscape for shown in scene.maps if shown.ax.get_visible()]
        assert seen == [landscape]
        places.append([ax.get_position().bounds for ax in figure.axes if ax.get_visible()])
    # far less than a pixel
    np.testing.assert_allclose(places, np.broadcast_to(places[0], np.shape(places)), atol=1e-12)


def test_rates_hold_the_bound_of_the_ravine(race):
    assert list(RATES) == sorted(set(RATES)) and {0.08, 0.0015} < set(RATES)
    assert all(racer.lr in RATES for racer in RACERS)
    run = record(RAVINE, SGD, 0.08, 100)
    # y goes from 1 to -1 and back: 1 - 0.08 * 25 is -1, but for rounding
    np.testing.assert_allclose(np.abs(run.points[:, 1]), 1, rtol=1e-12)
    assert record(RAVINE, SGD, 0.06, 100).losses[100] < 0.1


def test_a_rate_is_shown_while_its_optimizer_is_on(race):
    state = race.changed({"SGD": False})
    shown = {control.name for control in race.controls if race.in_use(control.name, state)}
    assert {control.name for control in race.controls} - shown == {"SGD_lr"}


def test_the_legend_is_in_reach_and_letters_are_no_smaller_than_elsewhere(race):
    figure = race.draw()
    (legend,) = figure.legends
    assert len(legend.get_texts()) == 8
    sizes = [text.get_fontsize() for ax in figure.axes for text in ax.texts]
    assert min(sizes + [text.get_fontsize() for text in legend.get_texts()]) >= 9
    looks = [(line.get_linestyle(), line.get_marker()) for line in legend.legend_handles[::2]]
    assert len(set(looks)) == len(RACERS)  # never by colour alone
