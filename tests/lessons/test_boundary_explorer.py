"""The boundary explorer: its runs are those of nnlib, and words and picture say what they hold."""

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.path import Path

from nnlib import SoftmaxCrossEntropyLoss, accuracy
from nnlib.classroom import BoundaryExplorer, use_style
from nnlib.classroom.lessons.classification.boundary.runs import (
    EPOCHS,
    POINTS,
    SHAPES,
    dead_units,
    moons,
    points_of,
    record,
    shares_of,
)
from nnlib.classroom.lessons.classification.boundary.scene import COLOURS, hinge_lines

pytestmark = pytest.mark.filterwarnings("error")
MOONS, RINGS, BLOBS = range(len(SHAPES))


@pytest.fixture(autouse=True)
def notebook_style():
    use_style()


@pytest.fixture(scope="module")
def explorer():
    return BoundaryExplorer()


@pytest.fixture
def drawn(explorer):
    """Return the scene in a state."""
    scene = explorer.scene(explorer.empty_figure())

    def draw(**state):
        scene.show(explorer.changed(state))
        return scene

    return draw


def trained_by_hand(X, labels, units, lr, start, epochs):
    """The same training in plain NumPy: forward, backward and Adam, from formulas of its own."""
    rng = np.random.default_rng(start)
    W1, W2 = (rng.normal(0, np.sqrt(2 / d), (d, k)) for d, k in ((2, units), (units, 2)))
    p = [W1, np.zeros((1, units)), W2, np.zeros((1, 2))]
    mean, square = ([np.zeros_like(one) for one in p] for _ in range(2))
    Y = np.eye(2)[labels]
    for t in range(1, epochs + 1):
        Z = X @ p[0] + p[1]
        A = np.maximum(Z, 0)
        scores = np.exp(A @ p[2] + p[3])
        G = (scores / scores.sum(axis=1, keepdims=True) - Y) / len(X)
        dZ = (G @ p[2].T) * (Z > 0)
        slopes = [X.T @ dZ, dZ.sum(0, keepdims=True), A.T @ G, G.sum(0, keepdims=True)]
        for k, slope in enumerate(slopes):
            mean[k] = 0.9 * mean[k] + 0.1 * slope
            square[k] = 0.999 * square[k] + 0.001 * slope**2
            root = np.sqrt(square[k] / (1 - 0.999**t)) + 1e-8
            p[k] = p[k] - lr * mean[k] / (1 - 0.9**t) / root
    return p


@pytest.mark.parametrize("shape, units, lr", [(MOONS, 3, 0.05), (RINGS, 8, 0.005), (BLOBS, 1, 0.5)])
def test_recorded_runs_are_those_of_plain_numpy(shape, units, lr):
    X, labels = points_of(shape)
    run = record(shape, units, lr, 0)
    for epoch in (0, 1, 40):
        by_hand = trained_by_hand(X, labels, units, lr, 0, epoch)
        for now, wanted in zip(run.networks[epoch].parameters().values(), by_hand, strict=True):
            # 40 steps of rounding in another order: fit shuffles the rows
            np.testing.assert_allclose(now, wanted, rtol=1e-7, atol=1e-9)


def test_losses_and_shares_right_are_of_the_network_after_that_epoch():
    X, labels = points_of(RINGS)
    run = record(RINGS, 3, 0.05, 2)
    assert len(run.networks) == len(run.losses) == len(run.right) == EPOCHS + 1
    for epoch in (0, 7, EPOCHS):
        Z = run.networks[epoch].predict(X)
        assert run.losses[epoch] == SoftmaxCrossEntropyLoss().forward(Z, labels)
        assert run.right[epoch] == accuracy(Z, labels)
        np.testing.assert_allclose(shares_of(run.networks[epoch], X) > 0.5, Z[:, 1] > Z[:, 0])


def test_a_run_is_made_once_and_its_points_cannot_be_changed():
    assert record(RINGS, 3, 0.05, 2) is record(RINGS, 3, 0.05, 2)
    run = record(RINGS, 3, 0.05, 2)
    for array in (run.losses, run.right, *points_of(RINGS)):
        assert not array.flags.writeable


@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_two_classes_of_points_lie_on_the_map(shape):
    X, labels = points_of(shape)
    assert X.shape == (POINTS, 2) and np.bincount(labels).tolist() == [100, 100]
    assert (np.abs(X) < (2.0, 1.75)).all()


def test_what_can_be_found_out():
    """By units, by rate and by start: what the instrument is there to show."""
    right = {units: record(RINGS, units, 0.05, 2).right[EPOCHS] for units in (1, 2, 3)}
    assert right[1] < right[2] < 0.9 < right[3]
    assert record(RINGS, 3, 0.005, 0).right[EPOCHS] < 0.9 < record(RINGS, 3, 0.05, 0).right[EPOCHS]
    ends = [record(MOONS, 3, 0.5, start).right[EPOCHS] for start in range(3)]
    assert max(ends) > 0.95 and min(ends) < 0.92
    X, labels = points_of(BLOBS)
    dead = record(BLOBS, 1, 0.05, 1)
    assert dead_units(dead.networks[EPOCHS], X) == 1
    assert dead.losses[EPOCHS] == pytest.approx(np.log(2), abs=0.01)


def test_words_tell_the_numbers(explorer):
    run = record(MOONS, 3, 0.05, 0)
    words = explorer.words(explorer.changed({"epoch": 40}))
    assert words.startswith("Epoch 40, moons, hidden units: 3, rate 0.05, start 1. ")
    assert f"The loss is {run.losses[40]:.3g}; 0.693 is that of " in words
    assert f"right in {100 * run.right[40]:.1f} % of the 200 points. Each unit is on" in words
    one, many = {"rate": 2, "epoch": 200}, {"units": 3, "rate": 2, "epoch": 200}
    assert explorer.words(explorer.changed(one)).endswith("1 of the units is on for no point.")
    assert explorer.words(explorer.changed(many)).endswith("3 of the units are on for no point.")
    dead = {"shape": BLOBS, "units": 0, "start": 1, "epoch": 200}
    assert "No unit is on for any point: it" in explorer.words(explorer.changed(dead))


def test_the_boundary_lies_where_both_shares_are_equal(drawn):
    scene = drawn(shape=RINGS, start=2, epoch=EPOCHS)
    network = record(RINGS, 3, 0.05, 2).networks[EPOCHS]
    (line,) = scene.map.boundary.get_segments()
    np.testing.assert_array_equal(line[0], line[-1])  # it is closed: an island
    # straight through a cell of the map, where the share is curved and may bend
    np.testing.assert_allclose(shares_of(network, line), 0.5, atol=0.1)


def test_shades_are_those_of_the_share(drawn):
    shades = drawn(shape=RINGS, start=2, epoch=EPOCHS).map.shades
    network = record(RINGS, 3, 0.05, 2).networks[EPOCHS]
    rng = np.random.default_rng(0)
    for point in rng.uniform((-1.9, -1.7), (1.9, 1.7), (40, 2)):
        share = shares_of(network, point[np.newaxis])[0]
        colours = [
            colour
            for path, colour in zip(shades.get_paths(), shades.get_facecolor(), strict=True)
            if sum(Path(ring).contains_point(point) for ring in path.to_polygons())
            % 2  # with holes
        ]
        band = np.digitize(share, (0.1, 0.3, 0.5, 0.7, 0.9))
        assert len(colours) == 1
        # in a cell where the share bends, a point may be drawn in the next band
        near = COLOURS[max(band - 1, 0) : band + 2]
        assert min(np.abs(near - colours[0]).max(axis=1)) < 1e-12
    assert to_rgb(COLOURS[0])[2] > to_rgb(COLOURS[-1])[2]  # blue for class 0, orange for class 1


def test_hinges_are_the_lines_where_a_unit_switches(drawn):
    network = record(MOONS, 8, 0.05, 0).networks[50]
    lines = drawn(units=3, epoch=50).map.hinges.get_segments()
    layer = network.layers[0]
    np.testing.assert_array_equal(lines, hinge_lines(layer))
    assert len(lines) == 8
    for unit, ends in enumerate(lines):
        for point in (*ends, np.mean(ends, axis=0)):
            size = np.linalg.norm(layer.W[:, unit])
            assert (point @ layer.W[:, unit] + layer.b[0, unit]) / size == pytest.approx(
                0, abs=1e-9
            )
        assert (np.abs(ends) > (2.0, 1.75)).any(axis=1).all()  # both off the map


def test_points_and_losses_are_drawn(drawn):
    X, labels = moons()
    scene = drawn(epoch=30)
    for label, points in enumerate(scene.map.points):
        np.testing.assert_array_equal(points.get_xydata(), X[labels == label])
    run = record(MOONS, 3, 0.05, 0)
    np.testing.assert_array_equal(scene.losses.line.get_ydata(), run.losses[:31])
    assert scene.losses.dot.get_xydata().tolist() == [[30, run.losses[30]]]
    assert scene.map.points[0].get_marker() != scene.map.points[1].get_marker()
