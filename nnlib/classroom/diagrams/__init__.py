"""Diagrams: boxes, circles and arrows. Each returns a matplotlib Figure for `show`."""
