"""The training player: its runs are those of nnlib, and words and picture say what they hold."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from nnlib.classroom import PALETTE, TrainingPlayer, use_style
from nnlib.classroom.lessons.training_loop.player.recorded_runs import (
    EPOCHS,
    RATES,
    X_CURVE,
    make_ramp,
    record,
)

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture(autouse=True)
def notebook_style():
    use_style()


@pytest.fixture(scope="module")
def player():
    return TrainingPlayer()


def drawn(player, **state):
    scene = player.scene(player.empty_figure())
    scene.show(player.start() | state)
    *panels, losses, weights = scene.parts
    return panels, losses, weights


def trained_by_hand(lr, epochs):
    """The same training in plain NumPy: forward, backward, step, from formulas of its own."""
    X, Y = make_ramp()
    rng = np.random.default_rng(1)
    W1, b1 = rng.normal(0, np.sqrt(2), (1, 3)), np.zeros(3)
    W2, b2 = rng.normal(0, np.sqrt(2 / 3), (3, 1)), 0.0
    for _ in range(epochs):
        Z = X * W1 + b1
        A = np.maximum(Z, 0)
        G = 2 * (A @ W2 + b2 - Y) / len(X)
        dZ = (G * W2.T) * (Z > 0)
        dW1, db1, dW2, db2 = (X * dZ).sum(0), dZ.sum(0), A.T @ G, G.sum()
        W1, b1, W2, b2 = W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
    loss = np.mean((np.maximum(X * W1 + b1, 0) @ W2 + b2 - Y) ** 2)
    curve = np.maximum(X_CURVE * W1 + b1, 0) @ W2 + b2
    return loss, curve[:, 0], W1[0], W2[:, 0], (-b1 / W1)[0]


@pytest.mark.parametrize("lr", RATES[:3])
def test_recorded_runs_are_those_of_plain_numpy(lr):
    run = record(lr)
    for epoch in (0, 1, 20, EPOCHS):
        loss, curve, W1, W2, hinges = trained_by_hand(lr, epoch)
        # 200 steps of rounding in another order; a change of 1e-10 in X grows to 1e-8 at most
        close = {"rtol": 1e-7, "atol": 1e-9}
        np.testing.assert_allclose(run.losses[epoch], loss, **close)
        np.testing.assert_allclose(run.curves[epoch], curve, **close)
        np.testing.assert_allclose(run.W1[epoch], W1, **close)
        np.testing.assert_allclose(run.W2[epoch], W2, **close)
        np.testing.assert_allclose(run.hinges[epoch], hinges, **close)


def test_one_run_diverges_and_is_left_without_numbers(player):
    assert [run.diverged for run in player.runs] == [None, None, None, 9]
    lost = player.runs[3]
    assert np.isinf(lost.losses[9]) and not lost.ended(9)
    assert np.isnan(lost.losses[10:]).all() and lost.ended(10) and lost.ended(EPOCHS)


def test_what_the_notebook_says_of_the_runs(player):
    slow, good, fast, lost = player.runs
    losses = np.array([run.losses for run in player.runs[:3]])
    assert losses[:, 20].argmin() == 2 and losses[:, 200].argmin() == 1
    ahead = good.losses < fast.losses
    assert not ahead[60] and ahead[61:].all()  # at 61 for good
    outside = np.abs(fast.hinges[:, 0]) > 2
    assert not outside[:9].any() and outside[9:].all()
    X, _ = make_ramp()
    assert fast.W1[9, 0] > 0 and (X < fast.hinges[9, 0]).all()  # a1 is off for every point
    assert 0.029 < fast.losses.min() < 0.03 and good.losses[200] < 0.005
    largest = [max(np.abs(lost.W1[epoch]).max(), np.abs(lost.W2[epoch]).max()) for epoch in (0, 2)]
    assert lost.losses[2] > 17.5 * lost.losses[0] and largest[1] < largest[0]


def test_words_name_the_lowest_and_the_lost(player):
    start = player.words({"epoch": 0, "rate": 1})
    assert "the lowest" not in start and "bends at x = 0.00 (a1), 0.00 (a2) and 0.00 (a3)" in start
    assert "The points follow a ramp: level, up from x = -1 to x = 1, level again." in start
    words = player.words({"epoch": 20, "rate": 2})
    assert "ramp" not in words
    loss, _, W1, W2, hinges = trained_by_hand(0.3, 20)
    assert f"{loss:.3g} (rate 0.3, the lowest)" in words
    assert "inf (rate 1, diverged in epoch 9)" in words
    assert f"{hinges[0]:.2f} (a1, outside), {hinges[1]:.2f} (a2)" in words
    assert f"the size {max(np.abs(W1).max(), np.abs(W2).max()):.3g}" in words
    assert "(rate 1, off the scale)" in player.words({"epoch": 5, "rate": 1})
    assert "rate 1, has ended: nnlib.fit stopped it after epoch 9." in player.words(
        {"epoch": 100, "rate": 3}
    )


def test_panels_hold_the_curves_and_say_where_one_has_gone(player):
    panels, _, _ = drawn(player, epoch=20, rate=2)
    for panel, run in zip(panels[:3], player.runs, strict=False):
        np.testing.assert_array_equal(panel.curve.get_ydata(), run.curves[20])
    assert [panel.frame.get_visible() for panel in panels] == [False, False, True, False]
    assert [panel.cross.get_visible() for panel in panels] == [False, False, False, True]

    panel, seen = panels[3], {}
    for epoch in range(EPOCHS + 1):
        panel.show(epoch, 1)
        y = panel.curve.get_ydata()
        inside = ((y > -1.8) & (y < 1.8)).any()
        marks = panel.above.get_visible(), panel.below.get_visible(), panel.cross.get_visible()
        seen[epoch] = (inside, *marks)
        assert sum(seen[epoch]) == 1, epoch  # a curve or a mark, never an empty panel
    assert seen[2] == (True, False, False, False)
    assert seen[3] == (False, True, False, False)
    assert seen[6] == (False, False, True, False)
    assert seen[9] == seen[200] == (False, False, False, True)


def test_hinges_lie_on_the_curve(player):
    panels, _, _ = drawn(player, epoch=200)
    x, y = panels[1].hinges.get_data()
    np.testing.assert_allclose(x, player.runs[1].hinges[200])
    # between two points of the curve, 0.04 apart, a bend is cut by less than its change of slope
    exact = np.interp(x, X_CURVE[:, 0], player.runs[1].curves[200])
    np.testing.assert_allclose(y, exact, atol=0.04)


def test_losses_are_marked_at_the_epoch_and_covered_after_it(player):
    _, losses, _ = drawn(player, epoch=20)
    x, y = losses.dots.get_data()
    assert set(x) == {20}
    np.testing.assert_array_equal(y[:3], [run.losses[20] for run in player.runs[:3]])
    assert losses.sheet.get_x() == 20
    assert losses.sheet.get_x() + losses.sheet.get_width() >= EPOCHS


def test_weights_are_drawn_by_size_and_sign(player):
    _, _, weights = drawn(player, epoch=200, rate=1)
    run = player.runs[1]
    values = [*run.W1[200], *run.W2[200]]
    widths = [line.get_linewidth() for line in weights.lines]
    assert np.array_equal(np.argsort(widths), np.argsort(np.abs(values)))
    for line, value in zip(weights.lines, values, strict=True):
        colour, style = (PALETTE["blue"], "-") if value > 0 else (PALETTE["vermillion"], "--")
        assert (to_hex(line.get_color()).upper(), line.get_linestyle()) == (colour, style)
    _, _, weights = drawn(player, epoch=9, rate=3)
    assert all(np.isfinite(line.get_linewidth()) and line.get_visible() for line in weights.lines)
    _, _, weights = drawn(player, epoch=10, rate=3)
    assert not any(line.get_visible() for line in weights.lines)


@pytest.mark.parametrize("several", [False, True])
def test_units_hold_their_names_and_panels_have_numbers(player, several):
    figure = player.draw_several({"one": {}, "two": {}}) if several else player.draw()
    figure.draw_without_rendering()
    axes = [ax for part in figure.subfigs or [figure] for ax in part.axes]
    for ax in axes:
        for circle, name in zip(ax.patches, ax.texts):
            inside, text = circle.get_window_extent(), name.get_window_extent()
            assert inside.width > np.hypot(text.width, text.height)  # its corners too
            assert inside.x0 < text.x0 and text.x1 < inside.x1
        if ax.get_title().startswith("rate"):
            assert [label.get_text() for label in ax.get_xticklabels()] == ["\N{MINUS SIGN}1", "1"]
