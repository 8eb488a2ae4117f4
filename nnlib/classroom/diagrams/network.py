"""Diagram of a network: units as circles, weights as lines, drawn from the real numbers."""

import itertools

import numpy as np
from matplotlib.patches import Circle

from ..style import PALETTE, WIDTH
from .canvas import new_canvas, number_text, write
from .line_labels import write_on_line
from .steps import layers_of, linear_layers

MOST_NUMBERS = 12  # weights between two layers that still get their number written on the line
RADIUS = 0.19
FEET, HEAD = 0.8, 0.45  # room under the units for the layers' names, above for the shapes


def draw_network(model, *, title, max_units=8, width=WIDTH, height=None):
    """Draw a network with its weights and biases.

    A weight is a line: the wider, the larger; solid and blue if positive, dashed and vermillion if
    negative. Where there are few, each has its number. A unit's bias is written under it.

    Parameters
    ----------
    model : Sequential, or list of (W, b) with ReLU between them
    title : str
    max_units : int
        Of a layer with more units, the first ones, dots, and the last one are drawn.
    width, height : float
        In inches, the title not counted; the height is fitted to the units unless given.

    Returns
    -------
    matplotlib.figure.Figure
    """
    if max_units < 3:
        raise ValueError(f"max_units is {max_units}; the first, the dots and the last need 3.")
    layers = layers_of(model)
    linear = linear_layers(layers)
    units = [linear[0].in_features, *(layer.out_features for layer in linear)]
    most = min(max(units), max_units)
    height = height or FEET + HEAD + most * max(0.56, min(1.1, 3.2 / most))
    fig, ax = new_canvas(title, width, height)
    columns = np.linspace(0.75, width - 0.75, len(units))
    places = [
        unit_places(x, count, max_units, height) for x, count in zip(columns, units, strict=True)
    ]
    taken = [place for column in places for place in column.values()]
    boxes = [(x - RADIUS - 0.05, y - RADIUS - 0.2, x + RADIUS + 0.05, y + RADIUS) for x, y in taken]
    scale = max(np.abs(layer.W).max() for layer in linear) or 1.0
    for layer, sources, targets in zip(linear, places, places[1:], strict=False):
        _draw_weights(ax, layer.W, sources, targets, scale, boxes)
    for i, (column, name) in enumerate(zip(places, _layer_names(layers), strict=True)):
        bias = linear[i - 1].b[0] if i > 0 else None
        draw_units(ax, column, _symbol(i, len(places)), units[i], bias)
        write(ax, columns[i], 0.6, name, weight="bold", size=9)
        plural = "s" if units[i] > 1 else ""
        write(ax, columns[i], 0.4, f"{units[i]} column{plural}", size=8.5)
    for i, layer in enumerate(linear):
        middle = (columns[i] + columns[i + 1]) / 2
        shapes = f"W{i + 1} {layer.W.shape}\nb{i + 1} {layer.b.shape}"
        write(ax, middle, height - 0.2, shapes, size=8.5, color=PALETTE["grey"])
    key = "solid: positive weight   dashed: negative weight   wider: larger"
    write(ax, width / 2, 0.12, key, size=8, color=PALETTE["grey"])
    return fig


def unit_places(x, width, max_units, height):
    """Return {unit: (x, y)} of the units drawn; the dots, if any, stand before the last one."""
    units = list(range(width))
    if width > max_units:
        units = [*range(max_units - 2), "dots", width - 1]
    top, bottom = height - HEAD, FEET
    pitch = min((top - bottom) / len(units), 1.3)
    middle = (top + bottom) / 2 + 0.1  # the biases hang under the units
    return {unit: (x, middle + ((len(units) - 1) / 2 - i) * pitch) for i, unit in enumerate(units)}


def _draw_weights(ax, W, sources, targets, scale, boxes):
    """Draw a line for each weight between two layers, and its number where there are few."""
    pairs = [pair for pair in itertools.product(sources, targets) if "dots" not in pair]
    few = len(pairs) <= MOST_NUMBERS
    for j, k in pairs:
        start, end = np.array(sources[j]), np.array(targets[k])
        look = weight_look(W[j, k], scale)
        ax.plot(*np.transpose([start, end]), zorder=1, alpha=1 if few else 0.55, **look)
    if few:
        lines = {(j, k): np.array([sources[j], targets[k]]) for j, k in pairs}
        for (j, k), line in lines.items():
            others = [other for pair, other in lines.items() if pair != (j, k)]
            write_on_line(ax, line, others, number_text(W[j, k]), boxes)


def weight_look(weight, scale):
    """Return a line's colour, style and width for a weight; one as large as scale has 4 points."""
    colour, linestyle = ("blue", "-") if weight >= 0 else ("vermillion", "--")
    width = 0.5 + 3.5 * abs(weight) / scale
    return {"color": PALETTE[colour], "linestyle": linestyle, "linewidth": width}


def draw_units(ax, places, symbol, width, bias, *, radius=RADIUS):
    """Draw the circles of a layer with their names, and the biases under them."""
    for unit, (x, y) in places.items():
        if unit == "dots":
            write(ax, x, y - 0.05, "⋮", size=13)
            continue
        ax.add_patch(
            Circle(
                (x, y),
                radius,
                facecolor="white",
                edgecolor=PALETTE["black"],
                linewidth=1.4,
                zorder=2,
            )
        )
        write(ax, x, y, symbol if width == 1 else f"{symbol}{unit + 1}", size=9, zorder=3)
        if bias is not None:
            patch = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
            write(
                ax,
                x,
                y - radius - 0.1,
                f"b = {number_text(bias[unit])}",
                size=8,
                bbox=patch,
                zorder=3,
            )


def _symbol(i, count):
    """Return the letter of a layer's units: x, then a, then ŷ."""
    return "x" if i == 0 else "ŷ" if i == count - 1 else "a"


def _layer_names(layers):
    """Return "input", "hidden 1 (ReLU)", ..., "output": one name for each column of units."""
    activations = []
    for layer in layers:
        if hasattr(layer, "W"):
            activations.append("")
        elif activations:
            activations[-1] = f" ({type(layer).__name__})"
    several = len(activations) > 2
    hidden = [f"hidden{f' {i}' if several else ''}{a}" for i, a in enumerate(activations[:-1], 1)]
    return ["input", *hidden, f"output{activations[-1]}"]
