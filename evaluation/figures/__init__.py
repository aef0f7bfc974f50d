"""Figures with inline mark-up, and how well the extraction finds them."""
