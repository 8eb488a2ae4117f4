"""Lesson 2, stacked ReLU units."""

from .builder import ReLUBuilder

INSTRUMENTS = (ReLUBuilder,)
