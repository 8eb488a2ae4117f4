from .digit_painter import DigitPainter

__all__ = ["DigitPainter"]
