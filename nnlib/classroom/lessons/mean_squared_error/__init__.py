"""Lesson 4, the mean squared error."""

from .surface import LossSurface

INSTRUMENTS = (LossSurface,)
