from .forward_stepper import ForwardStepper

__all__ = ["ForwardStepper"]
