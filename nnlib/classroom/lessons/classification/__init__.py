"""Lesson 9, classification."""

from .boundary import BoundaryExplorer
from .painter import DigitPainter

INSTRUMENTS = (BoundaryExplorer, DigitPainter)
