"""Two arrays side by side, and their difference, number by number."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from ..style import PALETTE, WIDTH, new_figure

SHADES = LinearSegmentedColormap.from_list("shades", [PALETTE["sky"], "white", PALETTE["orange"]])
SIDE_BY_SIDE = 3  # columns; the tables of wider arrays stand one under another
CELL_WIDTH, CELL_HEIGHT = 0.8, 0.3  # inches; -1.23e+300 fits


def plot_comparison(yours, expected, *, name):
    """Return a Figure of three tables: yours, expected, and yours minus expected.

    Parameters
    ----------
    yours, expected : arrays of shape (rows, columns), the same for both
    name : str
        What they are, such as "dW".

    Raises
    ------
    ValueError
        If the arrays have different shapes, or are no tables of at least one number.
    """
    yours, expected = np.asarray(yours, dtype=float), np.asarray(expected, dtype=float)
    if yours.ndim != 2 or yours.size == 0 or yours.shape != expected.shape:
        raise ValueError(
            f"Both arrays need one shape (rows, columns); got {yours.shape} and {expected.shape}."
        )
    with np.errstate(all="ignore"):  # inf - inf is nan, and shown as such
        difference = yours - expected
        wrong = int(np.sum(~np.isclose(yours, expected, rtol=1e-5, equal_nan=True)))
    fig, axes = _three_tables(f"{name}: {wrong} of {yours.size} numbers differ", yours.shape)
    tables = {"yours": yours, "expected": expected, "yours - expected": difference}
    for ax, (heading, values) in zip(axes, tables.items()):
        _draw_table(ax, values, heading)
    return fig


def _three_tables(title, shape):
    """Return a figure and three axes, with room for a table of this shape in each."""
    rows, columns = shape
    table = CELL_WIDTH * columns + 0.3, CELL_HEIGHT * rows + 0.55
    if columns <= SIDE_BY_SIDE:
        fig = new_figure(title, size=(max(3 * table[0], WIDTH), table[1] + 0.45))
        return fig, fig.subplots(1, 3)
    fig = new_figure(title, size=(max(table[0], WIDTH), 3 * table[1] + 0.45))
    return fig, fig.subplots(3, 1)


def _draw_table(ax, values, heading):
    """Draw each number in a cell of its own, shaded by its sign and size."""
    finite = np.abs(values[np.isfinite(values)])
    largest = finite.max() if finite.size and finite.max() > 0 else 1.0
    ax.imshow(values / largest, cmap=SHADES, vmin=-1, vmax=1, aspect="auto")
    for (i, k), value in np.ndenumerate(values):
        ax.text(k, i, f"{value:.3g}", ha="center", va="center", fontsize=9)
    ax.set_title(heading)
    ax.set_xticks(range(values.shape[1]))
    ax.set_yticks(range(values.shape[0]))
    ax.tick_params(length=0, labelsize=8)
    ax.grid(False)
