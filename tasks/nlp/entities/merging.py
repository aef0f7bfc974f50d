"""Decides between the names that the model finds and those that the gazetteer knows.

The longer span wins, because it is the fuller name: "United Nations Security Council" over "United
Nations". Of two equal spans the gazetteer's wins, because it holds only forms that mean one thing;
on the gold for tuning that is better than to trust the model, for persons too.
"""

from collections.abc import Iterable

from spacy.tokens import Span
from spacy.util import filter_spans


def merged(found: Iterable[Span], known: Iterable[Span]) -> list[Span]:
    """Return the mentions, in order, without overlaps.

    Args:
        found: Names that the model found.
        known: Names of the gazetteer, with ``kb_id``.
    """
    return filter_spans([*known, *found])
