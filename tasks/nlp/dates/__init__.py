"""Dates: calendar expressions in the text, and their ISO 8601 values.

``expressions`` finds them without knowing the document: ``absolute`` has the forms that name day,
month or year, ``relative`` those that count from another date (``absolute_reading`` and
``relative_reading`` say what they mean), ``holidays`` the named days. ``resolution`` gives them
values from the publication date and from each other: ``relative_periods`` counts, ``thirds``
narrows ``early May``. The day of the run never matters.
"""
