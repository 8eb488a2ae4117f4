"""Lesson 1, activations."""

from .explorer import ActivationExplorer

INSTRUMENTS = (ActivationExplorer,)
