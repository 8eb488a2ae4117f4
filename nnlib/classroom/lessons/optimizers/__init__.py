"""Lesson 8, optimizers."""

from .race import OptimizerRace

INSTRUMENTS = (OptimizerRace,)
