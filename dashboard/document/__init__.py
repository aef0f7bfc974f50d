"""The view Document: the text with what was found in it."""
