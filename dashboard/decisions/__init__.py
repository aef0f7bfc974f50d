"""Decisions of analysts: what the warehouse has, and a form that writes new ones for download."""
