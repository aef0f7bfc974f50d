"""Scores of a spaCy pipeline on annotated texts, one measure a module."""
