"""Roles of named persons: what somebody is, in which organisation, for which place.

``component`` sets ``doc._.roles``. A sentence that names a person is copied (``sentence``), its
role nouns are found and widened to the title with what belongs to it (``phrases``), and each title
is given to the persons beside it: ``before`` (minister X), ``behind`` (X, minister of Y) and
``clauses`` (X was named minister). ``titles`` takes titles off a mention of a person.
"""
