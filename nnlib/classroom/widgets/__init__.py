"""Widgets: one instrument for each notebook, to be moved and looked at.

instrument   the frame: a state of plain numbers, its picture, its words
panel        an instrument as widgets
on_screen    holds a panel while it is shown
still        one picture, where there are no widgets
controls     what can be moved
buttons      move a control in steps
canvas       draws quickly
"""

from .activation_explorer import ActivationExplorer
from .backward_stepper import BackwardStepper
from .forward_stepper import ForwardStepper
from .loss_surface import LossSurface
from .relu_builder import ReLUBuilder
from .training_player import TrainingPlayer

__all__ = [
    "ActivationExplorer",
    "BackwardStepper",
    "ForwardStepper",
    "LossSurface",
    "ReLUBuilder",
    "TrainingPlayer",
]
