"""The activation explorer: its words and its tangent against numbers found here."""

import numpy as np
import pytest

from nnlib.classroom import ActivationExplorer

SIGMOID, RELU, LEAKY, TANH = range(4)
FUNCTIONS = {
    SIGMOID: lambda z: 1 / (1 + np.exp(-z)),
    RELU: lambda z: max(0.0, z),
    LEAKY: lambda z: z if z > 0 else 0.1 * z,
    TANH: np.tanh,
}


def words(**changes):
    explorer = ActivationExplorer()
    return explorer.words(explorer.start() | changes)


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("w", "b", "x"), [(1.0, 0.0, 2.0), (-1.5, 0.5, 0.8), (0.4, -1.0, -2.0)])
def test_words_and_tangent_hold_the_value_and_the_slope(function, w, b, x):
    f, z = FUNCTIONS[function], w * x + b
    slope = (f(z + 1e-6) - f(z - 1e-6)) / 2e-6
    state = {"function": function, "w": w, "b": b, "x": x}
    said = words(**state)
    assert f"at x = {x:.1f}: z = w x + b = {z:.2f} and a = {f(z):z.3f}." in said
    assert f"has the slope {slope:.4f};" in said
    assert said.endswith(f"w times as large, {w * slope:z.4f}.")

    explorer = ActivationExplorer()
    scene = explorer.scene(explorer.empty_figure())
    scene.show(state)
    left, right = scene.tangent.get_xydata()
    np.testing.assert_allclose((left + right) / 2, [x, f(z)], atol=1e-12)
    rise = (right - left)[1] / (right - left)[0]
    assert rise == pytest.approx(w * slope, abs=1e-8)  # nudges of 1e-6 leave about 1e-10
    assert scene.point.get_xydata()[0] == pytest.approx([x, f(z)])
    np.testing.assert_allclose(scene.curve.get_ydata()[200], f(b), atol=1e-12)  # at x = 0


def test_at_its_bend_relu_has_the_slope_0_however_z_is_rounded():
    assert 0.1 * 3 - 0.3 > 0
    assert "z = w x + b = 0.00 and a = 0.000. At this z ReLU has the slope 0.0000" in words(
        w=0.1, x=3.0, b=-0.3
    )


def test_no_number_is_minus_zero():
    assert words(w=-1.0).endswith("as large, 0.0000.")
