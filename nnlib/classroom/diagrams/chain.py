"""Chain: what the pictures of the two passes share, the column of arrays from X down to the loss.

The forward pass goes down it, at the left; the backward pass comes up beside it, at the right. The
second picture is the first with its way back filled in.
"""

from ..style import WIDTH
from .canvas import arrow, box, new_canvas, text_size, write
from .steps import columns_of_x

BOX_WIDTH, BOX_HEIGHT = 1.36, 0.32
LEFT, RIGHT, CODE = 0.83, 2.55, 3.42  # middle of the two columns of boxes; where the code begins
PALE_BLUE, PALE_ORANGE = "#E3F0F8", "#FCF0D4"


def draw_chain(title, steps, n, gaps, operations=False):
    """Draw the column of arrays at the left; return figure, axes and the height of each box."""
    gaps = [*gaps, 0.5]  # the last one leads to the loss
    height = sum(gaps) + BOX_HEIGHT * (len(gaps) + 1) + 0.16
    fig, ax = new_canvas(title, WIDTH, height)
    y = height - BOX_HEIGHT / 2 - 0.08
    heights = [y]
    for gap in gaps:
        y -= gap + BOX_HEIGHT
        heights.append(y)
    names = [("X", columns_of_x(steps)), *((step.after, step.width) for step in steps)]
    for (name, width), y in zip(names, heights, strict=False):
        draw_array(ax, LEFT, y, f"{name} ({n}, {width})", "blue")
    draw_array(ax, LEFT, heights[-1], "loss", "black", fill="#EEEEEE")
    for start, end in zip(heights, heights[1:], strict=False):
        arrow(ax, (LEFT, start - BOX_HEIGHT / 2), (LEFT, end + BOX_HEIGHT / 2), colour="blue")
    if operations:
        for step, y in zip(steps, middles(heights), strict=False):
            write(ax, LEFT + 0.1, y, _operation(step), ha="left", size=8, code=True)
    return fig, ax, heights


def middles(heights):
    """Return the heights half-way between the boxes, without the last one, above the loss."""
    return [(a + b) / 2 for a, b in zip(heights, heights[1:-1], strict=False)]


def _operation(step):
    """Return what a step does, without the names of its arrays: "@ W1 + b1" or "relu"."""
    if step.number:
        return f"@ W{step.number} + b{step.number}"
    return step.forward.split(" = ")[1].split("(")[0]


def draw_array(ax, x, y, text, colour, fill=PALE_BLUE, linestyle="-"):
    """Draw an array as a box with its name and shape, in letters that fit into it."""
    box(ax, x, y, BOX_WIDTH, BOX_HEIGHT, edge=colour, fill=fill, linestyle=linestyle)
    size = 9 * min(1, (BOX_WIDTH - 0.1) / text_size(text, 9)[0])
    write(ax, x, y, text, size=size)


def write_code(ax, y, text, size=8.5):
    write(ax, CODE, y, text, ha="left", size=size, code=True)
