"""Passages: what each part of a page is (title, body, caption, page furniture ...)."""
