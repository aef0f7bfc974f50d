"""Scores a pipeline on annotated texts: our own gold and the corpora that are present."""
