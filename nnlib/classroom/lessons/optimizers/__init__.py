"""Lesson 8, optimizers."""
