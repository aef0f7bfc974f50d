"""Scores how well near-duplicates are found among generated texts."""
