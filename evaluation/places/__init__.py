"""Scores the places that mentions are resolved to."""
