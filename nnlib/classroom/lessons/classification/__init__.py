"""Lesson 9, classification."""

from .painter import DigitPainter

INSTRUMENTS = (DigitPainter,)
