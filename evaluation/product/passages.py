"""Passages: which parts of a page are the article, and the kind of each.

The pages of ``gold/pages`` teach the marker, so they score nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language

from evaluation.passages.gold import Page, read_pages
from evaluation.passages.scoring import score_pages
from evaluation.product.gold_set import GOLD, GoldSet, Measured, Part, f1, of_part, share
from evaluation.scores.counts import Counts
from tasks.nlp.passages.marking import mark_passages

NAME: Final = "passages"


def read(part: Part) -> list[Page]:
    """Return the pages of a part."""
    return of_part(read_pages(GOLD / "pages"), part)


def measure(_nlp: Language, pages: Iterable[Page]) -> Iterator[Measured]:
    """Yield F1 of what is not the article, and the share of passages of the right kind."""
    score = score_pages(pages, mark_passages)
    total = score.kinds.total()
    right = sum(count for (gold, found), count in score.kinds.items() if gold == found)
    yield f1(NAME, "not_article_f1", score.passages)
    yield f1(NAME, "not_article_characters_f1", score.characters)
    yield share(NAME, "kind_accuracy", Counts(right, total, total))


PASSAGES: Final = GoldSet(names=(NAME,), read=read, measure=measure)
