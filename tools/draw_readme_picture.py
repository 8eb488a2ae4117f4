"""Draw docs/network.png, the picture of the README: a network, and the curve that its units make.

Run from anywhere: python tools/draw_readme_picture.py [where to write it]
"""

import sys
from pathlib import Path

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from nnlib.classroom import draw_network, plot_units, use_style
from nnlib.classroom.style import to_png

TARGET = Path(__file__).parents[1] / "docs" / "network.png"
W1, b1 = np.array([[0.5, 1.0, 0.6]]), np.array([[2.5, 1.0, -2.4]])
W2, b2 = np.array([[1.0], [-1.0], [2.0]]), np.array([[2.0]])
WIDTHS, HEIGHT, DPI = (5.2, 6.4), 3.8, 104  # inches of the two halves, and dots to the inch


def pixels(fig, width):
    """Return the figure as an array of shape (height, width, 4)."""
    fig.set_size_inches(width, HEIGHT)
    fig.set_dpi(DPI)
    canvas = FigureCanvasAgg(fig)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def main(target):
    use_style()
    network = draw_network(
        [(W1, b1), (W2, b2)], title="Three ReLU units ...", width=WIDTHS[0], height=HEIGHT - 0.4
    )
    x = np.linspace(-8, 8, 161)
    curve = plot_units(x, W1, b1, W2, b2, title="... bend a line three times")
    picture = np.concatenate([pixels(network, WIDTHS[0]), pixels(curve, WIDTHS[1])], axis=1)
    height, width, _ = picture.shape
    fig = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, layout="none")
    fig.figimage(picture)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(to_png(fig))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
