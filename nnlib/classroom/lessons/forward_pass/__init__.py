"""Lesson 3, the forward pass."""

from .stepper import ForwardStepper

INSTRUMENTS = (ForwardStepper,)
