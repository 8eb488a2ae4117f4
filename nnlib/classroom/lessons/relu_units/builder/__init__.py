from .relu_builder import ReLUBuilder

__all__ = ["ReLUBuilder"]
