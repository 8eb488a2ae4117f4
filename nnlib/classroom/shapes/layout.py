"""Layout: where the letters of a statement stand, so that the boxes under them have room."""

import ast

import numpy as np


def first_row(reading):
    """Return (start, stop, shape) of each box under the statement, from left to right."""
    nodes = {node: reading.shapes[node] for node in reading.operands()} | reading.targets
    return sorted((*columns(reading.text, node), shape) for node, shape in nodes.items())


def result_levels(reading):
    """Return in which row below the first each intermediate result stands, from 1 on.

    The result of the whole statement needs no box of its own where a target shows it.
    """
    levels = {}
    is_shown = reading.targets and reading.failed is None
    for node in [*reading.results(), reading.failed]:
        if node is not None and not (node is reading.root and is_shown):
            inside = [levels[part] for part in ast.walk(node) if part in levels]
            levels[node] = 1 + max(inside, default=0)
    return levels


def columns(text, node):
    """Return the first and one past the last character of a node; Python counts bytes."""
    code = text.encode()
    return len(code[: node.col_offset].decode()), len(code[: node.end_col_offset].decode())


class Letters:
    """Where each character of a text stands.

    Parameters
    ----------
    text : str
    left, width : float
        Where the first one stands, and how wide each is.
    """

    def __init__(self, text, left, width):
        self._left, self._width = left, width
        self._before, self._after = np.zeros(len(text)), np.zeros(len(text))

    def make_room(self, start, stop, width):
        """Move the neighbours away, until these characters have this width."""
        left, right = self.span(start, stop)
        lacking = max(width - (right - left), 0) / 2
        self._before[start] += lacking
        self._after[stop - 1] += lacking

    def span(self, start, stop):
        """Return the left and right end of the room of these characters."""
        ends = self._left + np.cumsum(self._before + self._width + self._after)
        left = ends[start - 1] if start else self._left
        return left, ends[stop - 1]

    def lefts(self):
        """Return the left edge of every character itself."""
        ends = self._left + np.cumsum(self._before + self._width + self._after)
        return ends - self._after - self._width
