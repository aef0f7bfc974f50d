"""Which kinds of passages give what."""

from typing import Final

from warehouse.vocabularies import PASSAGE_KINDS

FIGURE_KINDS: Final = frozenset({"title", "heading", "body", "caption"})
"""Passages of the article itself: figures and quotations come from them."""
FURNITURE_KINDS: Final = frozenset(PASSAGE_KINDS) - FIGURE_KINDS
"""Passages that stand around the article."""
NAME_KINDS: Final = FIGURE_KINDS | {
    "byline",
    "dateline",
    "metadata",
    "credit",
    "bio",
    "disclaimer",
}
"""Passages that entities and dates come from."""
