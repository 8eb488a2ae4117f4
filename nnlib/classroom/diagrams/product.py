"""Diagram of a matrix product: the left factor beside the result, the right factor above it."""

import textwrap

from matplotlib.patches import Rectangle

from ...validation import as_matrix
from ..style import WIDTH
from .canvas import new_canvas, number_text, text_size, write
from .tables import CELL_HEIGHT, COLUMN, ENTRY, ROW, STAY, draw_table, sum_of_products

MOST_COLUMNS, MOST_ROWS = 12, 20  # of the two factors together; more cannot be read
GAP, EDGE = 0.5, 0.15


def draw_product(A, B, *, names=("X", "W", "Z"), row=None, column=None, title):
    """Draw the matrix product A @ B with its numbers.

    Parameters
    ----------
    A : array_like of shape (n, d)
    B : array_like of shape (d, p)
    names : (str, str, str)
        Of A, of B, and of the result.
    row, column : int, optional
        A row of A and a column of B to point out. With both, the entry of the result that they
        make is pointed out too, and its sum is written under the picture.
    title : str

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    ValueError
        If the shapes do not fit, the picture would be too large to read, or there is no such row
        or column.
    """
    A, B = as_matrix(A, names[0]), as_matrix(B, names[1])
    _check(A, B, names, row, column)
    result = A @ B
    (n, d), p = A.shape, B.shape[1]
    texts = [number_text(value, 4) for array in (A, B, result) for value in array.ravel()]
    widest = max(text_size(text, 9)[0] for text in texts)
    cell = min(widest + 0.22, (WIDTH - GAP - 2 * EDGE) / (d + p))
    fontsize = 9 * min(1, (cell - 0.06) / widest)
    labels = [f"{name}  {array.shape}" for name, array in zip(names, (A, B, result), strict=True)]
    room = sum(text_size(label, 10.5)[0] for label in (labels[0], labels[2])) / 2 + 0.2
    gap = max(GAP, room - (d + p) * cell / 2)  # so that the labels of A and the result stay apart
    written = ""
    if row is not None and column is not None:
        name = f"({names[2]})" if " " in names[2] else names[2]  # a product, such as "A @ B"
        total = sum_of_products(A[row], B[:, column], result[row, column])
        written = f"{name}[{row}, {column}] = {total}"
        written = textwrap.fill(written, 94).replace(STAY, " ")
    footer = 0.3 + 0.17 * (written.count("\n") + 1) if written else 0.0
    height = (n + d) * CELL_HEIGHT + GAP + 2 * EDGE + 0.25 + footer
    fig, ax = new_canvas(title, WIDTH, height)

    left = (WIDTH - (d + p) * cell - gap) / 2
    middle, bottom = left + d * cell + gap, EDGE + footer
    top = bottom + n * CELL_HEIGHT + GAP
    for array, x, y in ((A, left, bottom), (B, middle, top), (result, middle, bottom)):
        draw_table(ax, array, x, y, cell, fontsize)
    _name(ax, left + d * cell / 2, top - GAP + 0.18, labels[0])
    _name(ax, middle + p * cell / 2, top + d * CELL_HEIGHT + 0.18, labels[1])
    _name(ax, middle + p * cell / 2, top - GAP + 0.18, labels[2])
    if row is not None:
        y = bottom + (n - 1 - row) * CELL_HEIGHT
        _frame(ax, left, y, d * cell, CELL_HEIGHT, ROW)
    if column is not None:
        _frame(ax, middle + column * cell, top, cell, d * CELL_HEIGHT, COLUMN)
    if written:
        _frame(ax, middle + column * cell, y, cell, CELL_HEIGHT, ENTRY)
        write(ax, WIDTH / 2, EDGE + (footer - 0.3) / 2, written, size=8.5, code=True)
    return fig


def _check(A, B, names, row, column):
    """Refuse what cannot be multiplied, cannot be read, or is not there."""
    (n, d), (rows, p) = A.shape, B.shape
    a, b, _ = names
    if d != rows:
        raise ValueError(
            f"{a} has shape {A.shape} and {b} has shape {B.shape}: {a} @ {b} needs as many columns "
            f"in {a} ({d}) as there are rows in {b} ({rows})."
        )
    if d + p > MOST_COLUMNS or n + d > MOST_ROWS:
        raise ValueError(
            f"{a} {A.shape} @ {b} {B.shape} is too large to be read as a picture. Draw a part of "
            f"it, such as {a}[:5]; at most {MOST_COLUMNS} columns and {MOST_ROWS} rows in all."
        )
    for word, index, count, name in (("row", row, n, a), ("column", column, p, b)):
        if index is not None and not 0 <= index < count:
            raise ValueError(f"{word} is {index}, but {name} has {word}s 0 to {count - 1}.")


def _name(ax, x, y, label):
    write(ax, x, y, label, size=9.5, weight="bold")


def _frame(ax, x, y, width, height, look):
    ax.add_patch(
        Rectangle((x, y), width, height, linewidth=0, facecolor=look["facecolor"], zorder=1)
    )
    ax.add_patch(
        Rectangle(
            (x, y),
            width,
            height,
            linewidth=2.4,
            facecolor="none",
            zorder=3,
            edgecolor=look["edgecolor"],
            linestyle=look["linestyle"],
        )
    )
