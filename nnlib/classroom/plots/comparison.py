"""Two arrays side by side, and their difference, number by number."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from ..style import PALETTE, new_figure

SHADES = LinearSegmentedColormap.from_list("shades", [PALETTE["sky"], "white", PALETTE["orange"]])


def plot_comparison(yours, expected, *, name):
    """Return a Figure of three tables: yours, expected, and yours minus expected.

    Parameters
    ----------
    yours, expected : arrays of shape (rows, columns), the same for both
    name : str
        What they are, such as "dW".
    """
    yours, expected = np.asarray(yours, dtype=float), np.asarray(expected, dtype=float)
    if yours.ndim != 2 or yours.shape != expected.shape:
        raise ValueError(
            f"Both arrays need one shape (rows, columns); got {yours.shape} and {expected.shape}."
        )
    rows, columns = yours.shape
    wrong = int(np.sum(~np.isclose(yours, expected, rtol=1e-5)))
    title = f"{name}: {wrong} of {yours.size} numbers differ"
    fig = new_figure(title, size=(max(4.2, 2.1 * columns + 0.9), 0.75 + 0.36 * (rows + 1)))
    panels = {"yours": yours, "expected": expected, "yours - expected": yours - expected}
    for ax, (heading, values) in zip(fig.subplots(1, 3), panels.items()):
        _draw_table(ax, values, heading)
    return fig


def _draw_table(ax, values, heading):
    """Draw each number in a cell of its own, shaded by its sign and size."""
    finite = np.abs(values[np.isfinite(values)])
    limit = finite.max() if finite.size and finite.max() > 0 else 1.0
    ax.imshow(values, cmap=SHADES, vmin=-limit, vmax=limit, aspect="auto")
    for (i, k), value in np.ndenumerate(values):
        ax.text(k, i, f"{value:.3g}", ha="center", va="center", fontsize=9)
    ax.set_title(heading)
    ax.set_xticks(range(values.shape[1]))
    ax.set_yticks(range(values.shape[0]))
    ax.tick_params(length=0, labelsize=8)
    ax.grid(False)
