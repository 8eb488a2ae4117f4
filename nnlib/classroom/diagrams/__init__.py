"""Diagrams: boxes, circles and arrows. Each returns a matplotlib Figure for `show`."""

from .backward import draw_backward
from .forward import draw_forward
from .network import draw_network
from .product import draw_product

__all__ = ["draw_backward", "draw_forward", "draw_network", "draw_product"]
