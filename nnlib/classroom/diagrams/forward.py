"""Diagram of the forward pass: each array, what it takes, and the line of code that makes it."""

from ..style import PALETTE
from .canvas import arrow, box, write
from .chain import (
    BOX_WIDTH,
    CODE,
    LEFT,
    PALE_ORANGE,
    RIGHT,
    draw_chain,
    middles,
    write_code,
)
from .steps import count_rows, steps_of


def draw_forward(model, n=None, X=None, *, title):
    """Draw the forward pass: every array with its shape, and the line of code that makes it.

    Parameters
    ----------
    model : Sequential, or list of (W, b) with ReLU between them
    n : int, optional
        Rows of X, for the shapes; the letter n unless given.
    X : array_like of shape (n, d_in), optional
        The examples themselves instead of n; only their number is used.
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    steps = steps_of(model)
    n = count_rows(steps, n, X)
    fig, ax, heights = draw_chain(title, steps, n, [0.62 if step.number else 0.5 for step in steps])
    grey = PALETTE["grey"]
    write(ax, RIGHT, heights[0], "what it takes", color=grey)
    write(ax, CODE, heights[0], "the line of code, and its shapes", ha="left", color=grey)
    rows = f"({n}, %d)"
    for step, y in zip(steps, middles(heights), strict=True):
        write_code(ax, y + (0.1 if step.number else 0), step.forward, size=9.5)
        if step.number:
            (W, W_shape), (b, b_shape) = step.parameters.items()
            _draw_parameters(ax, y, f"{W} {W_shape}", f"{b} {b_shape}")
            shapes = f"{rows % W_shape[0]} @ {W_shape} + {b_shape} → {rows % W_shape[1]}"
            write(ax, CODE, y - 0.13, shapes, ha="left", size=8, code=True, color=grey)
    y = (heights[-2] + heights[-1]) / 2
    _draw_parameters(ax, y, f"Y {rows % steps[-1].width}")
    write_code(ax, y, "loss = np.mean((Y_hat - Y) ** 2)", size=9.5)
    return fig


def _draw_parameters(ax, y, *texts):
    """Draw what enters the chain from the side, with an arrow into it."""
    for i, text in enumerate(texts):
        offset = (len(texts) - 1) / 2 - i
        box(ax, RIGHT, y + 0.26 * offset, BOX_WIDTH, 0.24, edge="orange", fill=PALE_ORANGE)
        write(ax, RIGHT, y + 0.26 * offset, text, size=8.5)
    arrow(ax, (RIGHT - BOX_WIDTH / 2, y), (LEFT + 0.04, y), colour="orange")
