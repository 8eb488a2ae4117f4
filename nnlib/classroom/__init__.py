"""The classroom: what the notebooks show. It imports the maths; the maths never imports it.

style        one palette, one look, and `show`, which displays a figure with its text
plots        curves, points, maps and tables: activations, fits, losses, classes
diagrams     the network, the forward and the backward pass, the matrix product
shapes       `with explain():`, the shapes of a statement, drawn with tensor-sensor
exercises    what an exercise and a question are, and which are done
checking     `check` an answer, `predict` before you run, and hear which mistake it was
instruments  the frame of every picture that can be moved
lessons      a room for each notebook: its exercises, its questions, its instrument
console      text for a screen that may lack letters
"""

from . import matplotlib_loading  # noqa: F401  before anything else loads it
from .checking import check, predict
from .diagrams.backward import draw_backward
from .diagrams.forward import draw_forward
from .diagrams.network import draw_network
from .diagrams.product import draw_product
from .exercises.progress import progress
from .lessons import EXERCISES, INSTRUMENTS
from .plots.boundaries import plot_boundaries
from .plots.changes import plot_changes
from .plots.confusion import plot_confusion
from .plots.errors import plot_errors
from .plots.fits import plot_fit, plot_fits
from .plots.functions import plot_activations, plot_functions
from .plots.images import plot_images
from .plots.learning import plot_learning_curves
from .plots.paths import plot_paths
from .plots.reliability import plot_reliability
from .plots.scores import plot_scores
from .plots.slices import plot_slices
from .plots.spread import plot_spread
from .plots.surfaces import plot_loss_surface
from .plots.units import plot_units, plot_units_one_by_one
from .shapes import explain
from .style import CYCLE, PALETTE, show, use_style

globals().update(INSTRUMENTS)  # each lesson brings its own; a list here would name them twice

__all__ = [
    *INSTRUMENTS,
    "CYCLE",
    "EXERCISES",
    "PALETTE",
    "check",
    "draw_backward",
    "draw_forward",
    "draw_network",
    "draw_product",
    "explain",
    "plot_activations",
    "plot_boundaries",
    "plot_changes",
    "plot_confusion",
    "plot_errors",
    "plot_fit",
    "plot_fits",
    "plot_functions",
    "plot_images",
    "plot_learning_curves",
    "plot_loss_surface",
    "plot_paths",
    "plot_reliability",
    "plot_scores",
    "plot_slices",
    "plot_spread",
    "plot_units",
    "plot_units_one_by_one",
    "predict",
    "progress",
    "show",
    "use_style",
]
