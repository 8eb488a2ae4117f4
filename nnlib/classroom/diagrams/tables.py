"""Tables: a matrix as a grid of numbers, how parts of it are pointed out, and a sum written out."""

import numpy as np
from matplotlib.patches import Rectangle

from ..style import PALETTE
from .canvas import number_text, write

STAY = "\N{NO-BREAK SPACE}"
CELL_HEIGHT = 0.34
# How a row, a column and the entry that they make are told apart: colour and line style.
ROW = {"edgecolor": PALETTE["blue"], "linestyle": "-", "facecolor": "#D6EAF6"}
COLUMN = {"edgecolor": PALETTE["vermillion"], "linestyle": (0, (3, 1)), "facecolor": "#FBE3D3"}
ENTRY = {"edgecolor": PALETTE["black"], "linestyle": "-", "facecolor": "#EFEFEF"}


def draw_table(ax, array, x, y, cell, fontsize, *, height=CELL_HEIGHT, text=None, **options):
    """Draw the cells of a matrix, on axes whose units are inches.

    Parameters
    ----------
    ax : Axes
    array : array of shape (n, d)
    x, y : float
        The lower left corner of the table.
    cell, height : float
        Of one cell, its width and its height.
    fontsize : float
        In points.
    text : callable, optional
        Turns a number into what is written, by default with four digits.
    **options
        For the text, as in `Axes.text`.
    """
    text = text or (lambda value: number_text(value, 4))
    n = len(array)
    for (i, j), value in np.ndenumerate(array):
        corner = (x + j * cell, y + (n - 1 - i) * height)
        ax.add_patch(
            Rectangle(
                corner,
                cell,
                height,
                facecolor="none",
                edgecolor="#BBBBBB",
                linewidth=0.8,
                zorder=2,
            )
        )
        write(
            ax,
            corner[0] + cell / 2,
            corner[1] + height / 2,
            text(value),
            size=fontsize,
            zorder=4,
            **options,
        )


def sum_of_products(row, column, result):
    """Return "20*0.73 + (-3)*0.2 = 14", which may be broken into lines at its pluses.

    With "≈" where the four digits that are shown are not all. Row and column have shape (n,) each;
    `ValueError` if their lengths differ.
    """
    products = (f"{factor(a)}*{factor(b)}" for a, b in zip(row, column, strict=True))
    values = np.array([*row, *column, result])
    shown = [float(number_text(value, 4)) for value in values]
    exact = np.allclose(shown, values, rtol=1e-12, atol=0)
    equals = STAY + ("=" if exact else "≈") + STAY  # no line may break before the result
    return " + ".join(products) + equals + number_text(result, 4)


def factor(value):
    """Return a number as it stands in a product or behind a sign: in brackets if negative."""
    return f"({number_text(value, 4)})" if value < 0 else number_text(value, 4)
