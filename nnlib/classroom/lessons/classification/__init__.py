"""Lesson 9, classification."""
