"""Exercises of notebook 2, stacking ReLU units."""

from . import dead_units, lines, piece_slopes, tent

EXERCISES = (*lines.EXERCISES, *dead_units.EXERCISES, *piece_slopes.EXERCISES, *tent.EXERCISES)
