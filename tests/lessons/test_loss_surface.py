"""The loss surface: its numbers by hand, its marks where they belong."""

import numpy as np
import pytest

from nnlib.classroom import LossSurface
from nnlib.classroom.instruments.canvas import Canvas
from nnlib.classroom.lessons.mean_squared_error.surface import loss_surface

X = np.array([10.0, 20.0, -20.0, -40.0, -3.0])
Y = np.array([9.0, 13.0, 5.0, -2.0, -1.0])
A1 = np.array([11.3, 18.6, 0.0, 0.0, 1.81])  # the article's hidden units, after ReLU
A2 = np.array([4.0, 6.0, 0.0, 0.0, 1.4])
LOWEST = np.linalg.lstsq(np.column_stack([A1, np.ones(5)]), Y - 0.1 * A2, rcond=None)[0]
W, B, LR = LossSurface.controls


def loss_by_hand(w, b):
    return ((w * A1 + 0.1 * A2 + b - Y) ** 2).sum() / 5


def slopes_by_hand(w, b):
    errors = w * A1 + 0.1 * A2 + b - Y
    return np.array([2 * (errors * A1).sum() / 5, 2 * errors.sum() / 5])


def landing_by_hand(w, b, lr):
    return np.array([w, b]) - lr * slopes_by_hand(w, b)


def words(**changes):
    instrument = LossSurface()
    return instrument.words(instrument.start() | changes)


def scene(**changes):
    """Return a scene in this state, and the state."""
    instrument = LossSurface()
    state = instrument.start() | changes
    made = instrument.scene(instrument.empty_figure())
    made.show(state)
    return made, state


places = pytest.mark.parametrize(
    "w, b", [(0.4, 4.0), (0.5, 4.0), (0.0, -6.0), (1.2, 6.0), (0.66, 0.4), (1.2, -6.0), (0.0, 6.0)]
)


def test_it_starts_at_the_network_as_it_is():
    text = words()
    assert "At w = 0.40, b = 4.0 the loss is 14.463." in text  # 72.314496 / 5
    assert "slopes are -3.26 along w and 3.93 along b" in text
    assert "lands at w = 0.47, b = 3.9" in text  # 0.4 + 0.02 * 3.26, 4 - 0.02 * 3.93


@places
def test_the_words_tell_the_numbers(w, b):
    text = words(w=w, b=b, lr=0.005)
    slope_w, slope_b = slopes_by_hand(w, b)
    w_after, b_after = landing_by_hand(w, b, 0.005)
    assert f"the loss is {loss_by_hand(w, b):.3f}. " in text
    assert f"slopes are {slope_w:z.2f} along w and {slope_b:z.2f} along b" in text
    assert f"nudging finds {slope_w:z.2f} and {slope_b:z.2f}: they agree." in text
    assert f"lands at w = {w_after:z.2f}, b = {b_after:z.1f}" in text
    assert f"the loss is {loss_by_hand(w_after, b_after):.3f}: lower." in text


@pytest.mark.parametrize("factor", [1.0001, -1, 5 / 2])
def test_a_wrong_slope_is_found_out(monkeypatch, factor):
    assert "they agree" in words()
    monkeypatch.setattr(loss_surface, "slopes_of", lambda w, b: factor * slopes_by_hand(w, b))
    assert "they DISAGREE" in words()


def test_at_the_lowest_point_the_slopes_still_agree():
    w, b = LOWEST
    text = words(w=w, b=b)
    assert "slopes are 0.00 along w and 0.00 along b" in text
    assert "they agree" in text


@pytest.mark.parametrize("w, largest", [(0.4, 0.030), (0.5, 0.011)])
def test_how_large_the_learning_rate_may_be(w, largest):
    assert words(w=w, lr=largest).endswith(": lower.")
    assert words(w=w, lr=largest + LR.step).endswith(": higher.")


def test_a_hundredth_goes_down_from_everywhere():
    for w in np.linspace(W.low, W.high, 9):
        for b in np.linspace(B.low, B.high, 9):
            assert loss_by_hand(*landing_by_hand(w, b, 0.01)) < loss_by_hand(w, b)
    for w, b in ((W.low, B.low), (W.low, B.high), (W.high, B.low), (W.high, B.high)):
        assert words(w=w, b=b, lr=0.01).endswith(": lower.")


def test_a_landing_off_the_map_is_named():
    assert "(off the map)" in words(w=1.2, b=6.0)
    assert "(off the map)" not in words()


@places
def test_the_marks_stand_where_they_belong(w, b):
    made, state = scene(w=w, b=b)
    landing = landing_by_hand(**state)
    assert [*made.point.get_xydata()[0]] == [w, b]
    np.testing.assert_allclose(made.path.get_xydata(), [(w, b), landing])
    lower = loss_by_hand(*landing) < loss_by_hand(w, b)
    on_map = W.low <= landing[0] <= W.high and B.low <= landing[1] <= B.high
    assert made.lower.get_visible() == (on_map and lower)
    assert made.higher.get_visible() == (on_map and not lower)
    for marker in made.lower, made.higher:
        np.testing.assert_allclose(marker.get_xydata(), [landing])


@places
def test_the_misses_reach_from_target_to_prediction(w, b):
    made, _ = scene(w=w, b=b)
    x, y = made.misses.get_data()
    np.testing.assert_array_equal(x, np.repeat(X, 3))
    np.testing.assert_array_equal(y[0::3], Y)
    np.testing.assert_allclose(y[1::3], w * A1 + 0.1 * A2 + b)
    assert np.isnan(y[2::3]).all()
    # The curve runs through the predictions, and the one after the step through those.
    order = np.argsort(X)
    np.testing.assert_allclose(np.interp(X, *made.line.get_data())[order], y[1::3][order])


def test_the_dashed_prediction_is_the_one_after_the_step():
    made, state = scene(lr=0.1)
    w, b = landing_by_hand(**state)
    np.testing.assert_allclose(np.interp(X, *made.after.get_data()), w * A1 + 0.1 * A2 + b)


@places
def test_the_arrow_points_against_the_gradient(w, b):
    end, length = loss_surface.arrow_from(w, b)
    way = end - (w, b)
    slopes = slopes_by_hand(w, b)
    assert way @ slopes < 0
    np.testing.assert_allclose(way[0] * slopes[1], way[1] * slopes[0])
    share = way / (W.high - W.low, B.high - B.low)
    np.testing.assert_allclose(np.hypot(*share), length)
    assert 0 < length < loss_surface.LONGEST


def test_the_arrow_is_the_longer_the_steeper_it_is():
    lengths = [loss_surface.arrow_from(w, 4.0)[1] for w in (0.4, 0.6, 0.8, 1.2)]
    assert lengths == sorted(lengths)
    assert loss_surface.arrow_from(*LOWEST)[1] < 1e-12  # rounding in the slopes


def test_the_picture_depends_on_the_state_alone():
    there = {"w": 1.2, "b": 6.0, "lr": 0.1}
    made, state = scene()
    figure = made.point.figure
    canvas = Canvas(figure, made.moving)
    first = canvas.png()
    made.show(there)
    other = canvas.png()
    made.show(state)
    assert canvas.png() == first != other


def test_the_learning_rate_shows_all_its_decimals():
    panel = LossSurface().panel()
    formats = [panel.inputs[name].readout_format for name in ("w", "b", "lr")]
    assert formats == [".2f", ".1f", ".3f"]
