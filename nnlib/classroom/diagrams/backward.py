"""Diagram of the backward pass: each gradient beside its array, and its line of code."""

from ..style import PALETTE, WIDTH
from .canvas import arrow, box, write
from .chain import (
    BOX_HEIGHT,
    BOX_WIDTH,
    CODE,
    LEFT,
    PALE_ORANGE,
    RIGHT,
    draw_array,
    draw_chain,
    middles,
    write_code,
)
from .steps import count_rows, steps_of

LINE = 0.24  # inches from one line of code to the next
DASHES = (0, (4, 2))


def draw_backward(model, n=None, X=None, *, title):
    """Draw the backward pass: the gradients on their way from the loss back to the first weights.

    Each stands beside the array it belongs to, has its shape, and comes with its line of code. The
    arguments are those of `draw_forward`.
    """
    steps = steps_of(model)
    n = count_rows(steps, n, X)
    codes = [step.backward(first=i == 0) for i, step in enumerate(steps)]
    gaps = [LINE * len(lines) + 0.22 for lines in codes]
    fig, ax, heights = draw_chain(title, steps, n, gaps, operations=True)
    arrays = [(step.after, step.width) for step in steps]
    for (name, width), y in zip(arrays, heights[1:], strict=False):
        draw_array(ax, RIGHT, y, f"d{name} ({n}, {width})", "vermillion", "white", "--")
    for i, (step, lines, y) in enumerate(zip(steps, codes, middles(heights), strict=False)):
        bottom, top = heights[i + 1] + BOX_HEIGHT / 2, heights[i] - BOX_HEIGHT / 2
        if i > 0:
            arrow(ax, (RIGHT, bottom), (RIGHT, top), colour="vermillion", linestyle=DASHES)
        _write_lines(ax, step, lines, y, bottom)
    y = (heights[-2] + heights[-1]) / 2
    _way_out_of_the_loss(ax, heights[-2] - BOX_HEIGHT / 2, heights[-1])
    write_code(ax, y, "dY_hat = 2 * (Y_hat - Y) / Y.size")
    note = "read upwards; shaded: what the optimizer needs"
    write(ax, WIDTH - 0.1, heights[-1], note, ha="right", size=8, color=PALETTE["grey"])
    return fig


def _write_lines(ax, step, lines, middle, bottom):
    """Write the lines of one step, from bottom to top as the gradient goes; shade dW and db."""
    for i, line in enumerate(lines):
        y = middle + (i - (len(lines) - 1) / 2) * LINE
        write_code(ax, y, line)
        shape = step.parameters.get(line.split(" = ")[0].removeprefix("d"))
        if shape:
            shade = {"edge": "orange", "fill": PALE_ORANGE, "linewidth": 0.8, "zorder": 0}
            box(ax, (CODE + WIDTH) / 2 - 0.08, y, WIDTH - CODE - 0.04, LINE - 0.03, **shade)
            write(ax, WIDTH - 0.16, y, str(shape), ha="right", size=8.5)
            if line.startswith("dW"):
                side = middle + (0.5 - (len(lines) - 1) / 2) * LINE  # between dW and db
                _side_arrow(ax, bottom, side)


def _side_arrow(ax, bottom, y):
    """Branch off from the gradient's way up, to the weights' gradients at the right."""
    ax.plot([RIGHT, RIGHT], [bottom, y], color=PALETTE["vermillion"], linestyle="-", linewidth=1.4)
    arrow(ax, (RIGHT, y), (CODE - 0.07, y), colour="vermillion")


def _way_out_of_the_loss(ax, top, y):
    """Turn the corner: from the loss to the right, and up to the first gradient."""
    start = LEFT + BOX_WIDTH / 2
    ax.plot([start, RIGHT], [y, y], color=PALETTE["vermillion"], linewidth=1.4, linestyle=DASHES)
    arrow(ax, (RIGHT, y), (RIGHT, top), colour="vermillion", linestyle=DASHES)
