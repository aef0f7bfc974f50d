"""Dates: calendar expressions in the text, and their ISO 8601 values.

``expressions`` finds them without knowing the document; ``resolution`` gives them values from the
publication date and from each other. The day of the run never matters.
"""
