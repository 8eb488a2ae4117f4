"""The exercises of notebook 2, stacked ReLU units."""

from . import dead_units, one_line, piece_slopes, place_hinges, tent

EXERCISES = (
    *place_hinges.EXERCISES,
    *one_line.EXERCISES,
    *dead_units.EXERCISES,
    *piece_slopes.EXERCISES,
    *tent.EXERCISES,
)
