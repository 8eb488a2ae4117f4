"""The backward stepper: its gradients against nudging, its lines of code against what they give."""

import itertools
import re

import numpy as np
import pytest
from helpers import slope_of
from matplotlib.colors import to_rgba

import nnlib
from nnlib.classroom import use_style
from nnlib.classroom.diagrams.chain import PALE_ORANGE
from nnlib.classroom.diagrams.tables import STAY
from nnlib.classroom.lessons.backward_pass.stepper.backward_stepper import BackwardStepper
from nnlib.classroom.lessons.backward_pass.stepper.numbers import (
    LR,
    SPOILT,
    both_passes,
    too_early,
    with_updated_W2,
)
from nnlib.classroom.lessons.backward_pass.stepper.scene import MEANINGS, SIZE
from nnlib.classroom.lessons.backward_pass.stepper.steps import STEPS, by_hand

NUMBER = {step.gives: number for number, step in enumerate(STEPS, start=1)}


@pytest.fixture
def stepper():
    use_style()
    return BackwardStepper()


@pytest.fixture
def scene(stepper):
    return stepper.scene(stepper.empty_figure())


def loss_from(a, start):
    """The loss, computed on from one array of the forward pass, with NumPy alone."""
    Z1 = a["Z1"] if start == "Z1" else a["X"] @ a["W1"] + a["b1"]
    A1 = a["A1"] if start == "A1" else np.where(Z1 > 0, Z1, 0.0)
    Y_hat = a["Y_hat"] if start == "Y_hat" else A1 @ a["W2"] + a["b2"]
    return np.mean((Y_hat - a["Y"]) ** 2)


@pytest.mark.parametrize("name", ["Y_hat", "W2", "b2", "A1", "Z1", "W1", "b1"])
def test_true_gradients_agree_with_nudging(name):
    arrays = both_passes()
    slopes = slope_of(lambda: loss_from(arrays, name), arrays[name])
    # nudges of 1e-5 leave about 1e-10 of rounding in a loss of 14
    assert both_passes()[f"d{name}"] == pytest.approx(slopes, abs=1e-8)


def test_numbers_of_the_article():
    arrays = both_passes()
    assert arrays["loss"].item() == pytest.approx(14.4628992)
    assert 2.5 * arrays["dW2"].ravel() == pytest.approx([-8.14616, 2.1296])  # it drops 2/n


def test_wrong_gradients_are_those_of_the_updated_weights():
    a = both_passes()
    W2 = [0.4 + LR * 3.258464, 0.1 - LR * 0.85184]  # by hand: minus lr times the slope
    assert a[too_early("W2")].ravel() == pytest.approx(W2)
    prices, on = a["dY_hat"].ravel(), a["Z1"] > 0
    dA1 = np.array([[price * w for w in W2] for price in prices])
    assert a[too_early("dA1")] == pytest.approx(dA1)
    dZ1 = np.where(on, dA1, 0.0)
    assert a[too_early("dZ1")] == pytest.approx(dZ1)
    dW1 = [sum(a["X"][i, 0] * dZ1[i, j] for i in range(5)) for j in range(2)]
    assert a[too_early("dW1")].ravel() == pytest.approx(dW1)
    assert a[too_early("db1")].ravel() == pytest.approx(dZ1.sum(axis=0))


def test_the_learning_rate_is_large_enough_to_see():
    arrays = both_passes()
    for name in SPOILT:
        true, wrong = arrays[name], arrays[too_early(name)]
        assert nnlib.relative_error(true, wrong) > 0.4, name


def as_shown(step):
    """The arrays that a step may be shown with: the true ones, and those it is spoilt by."""
    arrays = both_passes()
    return [arrays, with_updated_W2(arrays)] if step.gives in SPOILT else [arrays]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.gives)
def test_the_line_of_code_gives_the_array_and_its_shape(step):
    """Run the line that is shown, with the arrays that are framed."""
    arrays = both_passes()
    for taken in as_shown(step):
        names = dict(taken, np=np, nnlib=nnlib)
        exec(step.code, names)
        assert names[step.gives] == pytest.approx(taken[step.gives])
    for name in (step.arrives, *step.local):
        assert name in step.code or (step.gives, name) in {("dY_hat", "dloss"), ("dZ1", "slope")}
    if step.gives != "loss":
        assert step.shapes.endswith(f"→ {arrays[step.gives].shape}")


def product_of_shapes(text):
    """Work out what stands before the arrow, with arrays of ones."""
    return eval(re.sub(r"\(\d, \d\)", r"np.ones(\g<0>)", text), {"np": np}).shape


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.gives)
def test_the_shapes_that_are_written_fit(step):
    left, right = step.shapes.split(" → ")
    if any(sign in left for sign in "@*+"):
        assert str(product_of_shapes(left)) == right


def relu(z):
    return max(0.0, z)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.gives)
def test_what_is_written_out_works_out_to_the_printed_digits(step):
    """Work out the terms that are shown, and round them to the digits that are shown."""
    for taken in as_shown(step):
        written = by_hand(step, taken).replace(STAY, " ")
        terms, sign, result = re.split(r" ([=≈]) ", written.split(" = ", 1)[1])
        by_terms = eval(terms, {"relu": relu})
        assert f"{by_terms + 0.0:.{5 if sign == '=' else 4}g}" == result
        value = taken[step.gives][step.entry]
        if sign == "=":
            assert float(result) == pytest.approx(value, rel=1e-12, abs=1e-12)  # float64 rounding
        else:
            assert f"{value:.4g}" == result


def test_words_say_how_many_numbers_are_wrong(stepper):
    for name, how_many in (("dA1", "10 of its 10"), ("dZ1", "6 of its 10"), ("dW1", "2 of its 2")):
        words = stepper.words({"step": NUMBER[name], "updated": True})
        assert f"{how_many} numbers are wrong" in words and "lr = 0.1" in words
        assert "wrong" not in stepper.words({"step": NUMBER[name], "updated": False})
    assert "dW1[0, 0] ≈ -10.91, truly ≈ -6.015." in stepper.words({"step": 10, "updated": True})


def test_words_before_the_updated_weights_find_nothing_wrong(stepper):
    for number in range(NUMBER["dA1"]):
        words = stepper.words({"step": number, "updated": True})
        assert "Switched on" in words and "wrong" not in words


def test_words_give_shape_and_one_result_of_every_gradient(stepper):
    arrays = both_passes()
    for number, step in enumerate(STEPS, start=1):
        words = stepper.words({"step": number, "updated": False})
        assert f"Step {number} of 11" in words
        printed = by_hand(step, arrays).replace(STAY, " ").split(" ")[-1]
        assert f" {printed}." in words
        if step.backward:
            name = step.gives[1:]
            assert f"Shape {arrays[name].shape}, that of {name}." in words


def frame_of(scene, kind):
    frame = scene.page._frames[kind]
    return frame.get_bbox().extents if frame.get_visible() else None


def test_frames_go_to_the_wrong_arrays_with_the_switch(scene):
    box = {name: table.box() for name, table in scene.page.tables.items()}
    scene.show({"step": NUMBER["dZ1"], "updated": False})
    assert frame_of(scene, "arrives") == pytest.approx(box["dA1"])
    assert frame_of(scene, "local") == pytest.approx(box["slope"])
    assert frame_of(scene, "gives") == pytest.approx(box["dZ1"])
    scene.show({"step": NUMBER["dZ1"], "updated": True})
    assert frame_of(scene, "arrives") == pytest.approx(box[too_early("dA1")])
    assert frame_of(scene, "gives") == pytest.approx(box[too_early("dZ1")])
    scene.show({"step": NUMBER["dA1"], "updated": True})
    assert frame_of(scene, "local") == pytest.approx(box[too_early("W2")])
    scene.show({"step": NUMBER["db1"], "updated": False})
    assert frame_of(scene, "local") is None  # its local slope is 1
    scene.show({"step": NUMBER["dY_hat"], "updated": False})
    assert frame_of(scene, "arrives") == pytest.approx(box["dloss"])
    assert scene.arrays["dloss"].item() == 1


def covered(scene, name):
    """How many cells of a table lie under a cover."""
    boxes = [path.get_extents() for path in scene.page._covers.get_paths()]
    middles = scene.page.tables[name].covers().reshape(-1, 2, 2).mean(axis=1)
    return sum(any(box.contains(*middle) for box in boxes) for middle in middles)


def test_a_gradient_is_seen_from_its_step_on(scene):
    arrays = both_passes()
    for step in STEPS:
        size = arrays[step.gives].size
        scene.show({"step": NUMBER[step.gives] - 1, "updated": True})
        assert covered(scene, step.gives) == size
        scene.show({"step": NUMBER[step.gives], "updated": True})
        assert covered(scene, step.gives) == 0
        if step.gives in SPOILT:
            assert covered(scene, too_early(step.gives)) == 0
            scene.show({"step": NUMBER[step.gives], "updated": False})
            assert covered(scene, too_early(step.gives)) == size


def test_the_updated_weights_are_seen_from_their_gradient_on(scene):
    for number in range(len(STEPS) + 1):
        scene.show({"step": number, "updated": True})
        assert covered(scene, too_early("W2")) == (2 if number < NUMBER["dW2"] else 0)


def test_the_numbers_that_the_update_changes_are_shaded(scene):
    arrays = both_passes()
    shades = [
        patch.get_bbox()
        for patch in scene.page.ax.patches
        if patch.get_facecolor() == to_rgba(PALE_ORANGE)
    ]
    changed = 0
    for name in SPOILT:
        for i, j in np.ndindex(arrays[name].shape):
            left, bottom, right, top = scene.page.tables[too_early(name)].box([i], [j])
            shaded = any(box.contains((left + right) / 2, (bottom + top) / 2) for box in shades)
            assert shaded == (arrays[name][i, j] != arrays[too_early(name)][i, j])
            changed += shaded
    assert len(shades) == changed > 0


def test_the_foot_writes_out_what_the_frames_hold(scene):
    def foot(name, updated):
        scene.show({"step": NUMBER[name], "updated": updated})
        return scene.page._foot.get_text()

    assert "dA1[4, 0] = 2.3456*0.4 = 0.93824" in foot("dA1", False)
    assert "dA1[4, 0] = 2.3456*0.72585 ≈ 1.703" in foot("dA1", True)  # W2 - 0.1 dW2
    assert "truly dA1[4, 0] = 0.93824" in foot("dA1", True)
    assert "truly" not in foot("dW2", True)


def foot_box(scene):
    """Left, bottom, right and top of what is written out, in inches of the page."""
    figure = scene.page.ax.figure
    figure.draw_without_rendering()
    box = scene.page._foot.get_window_extent()
    return scene.page.ax.transData.inverted().transform_bbox(box).extents


@pytest.mark.slow
def test_the_foot_lies_on_no_table(scene):
    tables = scene.page.tables
    for number, updated in itertools.product(range(1, len(STEPS) + 1), (False, True)):
        scene.show({"step": number, "updated": updated})
        left, bottom, right, top = foot_box(scene)
        there = [table for name, table in tables.items() if updated or "too early" not in name]
        assert top < min(table.y for table in there)
        assert bottom > 0 and left > 0
        assert right < (SIZE[0] if updated else MEANINGS)


def test_frames_are_explained_on_the_way_back_only(scene):
    (note,) = (text for text in scene.page.ax.texts if text.get_text() == "local slope")
    for number in range(len(STEPS) + 1):
        for updated in (False, True):
            scene.show({"step": number, "updated": updated})
            boxes = [path.get_extents() for path in scene.page._covers.get_paths()]
            hidden = any(box.contains(*note.get_position()) for box in boxes)
            assert hidden == (number < NUMBER["dY_hat"])


def test_each_gradient_stands_under_its_array(scene):
    tables = scene.page.tables
    for step in STEPS:
        if step.backward:
            mine, of = tables[step.gives], tables[step.gives[1:]]
            assert (mine.x, mine.cell, mine.shape) == (of.x, of.cell, of.shape)
            assert mine.y < of.y
        if step.gives in SPOILT:
            wrong = tables[too_early(step.gives)]
            assert wrong.x == mine.x and wrong.y < mine.y
