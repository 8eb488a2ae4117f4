"""Exercises of notebook 3, the forward pass."""

from . import conventions, counting, networks

EXERCISES = (*counting.EXERCISES, *networks.EXERCISES, *conventions.EXERCISES)
