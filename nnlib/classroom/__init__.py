"""The classroom: what the notebooks show. It imports the maths; the maths never imports it.

style      one palette, one look, and `show`, which displays a figure with its text
plots      curves and points: activations, units, fits, errors, losses
diagrams   the network, the forward and the backward pass, the matrix product
shapes     `with explain():`, the shapes of a statement, drawn with tensor-sensor
"""

from .diagrams import draw_backward, draw_forward, draw_network, draw_product
from .plots import (
    plot_activation,
    plot_activations,
    plot_changes,
    plot_errors,
    plot_fit,
    plot_fits,
    plot_functions,
    plot_learning_curves,
    plot_loss_surface,
    plot_slices,
    plot_units,
    plot_units_one_by_one,
)
from .shapes import explain
from .style import CYCLE, PALETTE, show, use_style

__all__ = [
    "CYCLE",
    "PALETTE",
    "draw_backward",
    "draw_forward",
    "draw_network",
    "draw_product",
    "explain",
    "plot_activation",
    "plot_activations",
    "plot_changes",
    "plot_errors",
    "plot_fit",
    "plot_fits",
    "plot_functions",
    "plot_learning_curves",
    "plot_loss_surface",
    "plot_slices",
    "plot_units",
    "plot_units_one_by_one",
    "show",
    "use_style",
]
