"""Sentence boundaries, also where the input has glued sentences together."""
