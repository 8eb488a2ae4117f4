"""Line labels: a number written on its line, where it covers nothing."""

import numpy as np

from .canvas import text_size, write


def write_on_line(ax, line, others, text, boxes):
    """Write the number on its line: where the other lines are far, and nothing stands yet."""
    width, height = (side + 0.08 for side in text_size(text, 9))

    def room(along):  # up to the nearest other line; beyond 0.2 inches more room is no better
        def at(line):
            return line[0, 1] + along * (line[1, 1] - line[0, 1])

        nearest = min((abs(at(line) - at(other)) for other in others), default=1.0)
        return min(nearest, 0.2) - 0.1 * abs(along - 0.5)

    for along in sorted(np.linspace(0.15, 0.85, 29), key=room, reverse=True):
        x, y = line[0] + along * (line[1] - line[0])
        mine = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if not any(_overlap(mine, other) for other in boxes):
            boxes.append(mine)
            patch = {"facecolor": "white", "edgecolor": "none", "pad": 1.2}
            write(ax, x, y, text, bbox=patch, zorder=3)
            return


def _overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
