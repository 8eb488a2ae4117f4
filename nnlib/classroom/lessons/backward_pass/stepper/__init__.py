from .backward_stepper import BackwardStepper

__all__ = ["BackwardStepper"]
