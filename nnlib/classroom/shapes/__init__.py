"""Shapes: `with explain():` draws the shapes of every statement in its body, and tells them."""

from .context import explain

__all__ = ["explain"]
