"""Plots: curves and points over axes. Each returns a matplotlib Figure for `show`."""

from .changes import plot_changes
from .errors import plot_errors
from .fits import plot_fit, plot_fits
from .functions import plot_activation, plot_activations, plot_functions
from .learning import plot_learning_curves
from .slices import plot_slices
from .surfaces import plot_loss_surface
from .units import plot_units, plot_units_one_by_one

__all__ = [
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
]
