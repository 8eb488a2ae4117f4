"""Lesson 7, a published network."""
