"""Who did what to whom: events that join two noun phrases of a sentence.

Imports run downward only: ``component`` reads through ``reading``, that through ``verbs`` and
``nouns``, and all of them know ``event_words`` and ``relation``.
"""
