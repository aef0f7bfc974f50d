"""The view Quality."""
