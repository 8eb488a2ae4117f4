"""Exercises of notebook 4, mean squared error."""

from . import errors_and_slopes, loss

EXERCISES = (*loss.EXERCISES, *errors_and_slopes.EXERCISES)
