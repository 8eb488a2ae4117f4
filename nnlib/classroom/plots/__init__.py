"""Plots: curves and points over axes. Each returns a matplotlib Figure for `show`."""
