"""Lesson 6, the training loop."""

from .player import TrainingPlayer

INSTRUMENTS = (TrainingPlayer,)
