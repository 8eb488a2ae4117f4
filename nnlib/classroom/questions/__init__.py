"""Questions: `predict` an answer before you run, and have it marked."""

from .predicting import predict

__all__ = ["predict"]
