"""Lesson 5, the backward pass."""

from .stepper import BackwardStepper

INSTRUMENTS = (BackwardStepper,)
