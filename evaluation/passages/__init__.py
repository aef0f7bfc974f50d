"""Scores how well the parts of a page are told apart."""
