"""Measures of a run beside what limits and earlier runs allow: volume, shares, silence, freshness.

Frames in, rows of ``ops.measures`` and ``ops.issues`` out; no disk, no clock. Read ``catalogue``
(what is measured), then ``judging`` (what is allowed); ``losses``, ``volumes`` and ``days`` take
the samples, ``documents`` looks at single texts, ``rows`` writes the ledger.
"""
