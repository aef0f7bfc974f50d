"""The gold contents of PolNeAR as the quotations that our contract would make of them.

PolNeAR keeps one content where the contract asks for several rows: a reporting clause in the middle
splits a quotation in two, and quoted words inside reported speech are a row of their own beside the
whole. What these rows score is what a system can reach there that finds all contents and nothing
else, and keeps to the contract.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from evaluation.quotes.attributions import Row
from evaluation.quotes.matching import Place, counted_characters
from evaluation.quotes.polnear import PolnearText
from tasks.nlp.quotes.pairing import QuotedRange, pair_marks
from tasks.nlp.quotes.quoted import DIRECT_SHARE, MIN_NESTED_WORDS, NESTED_BELOW
from tasks.nlp.quotes.reported import MIXED_SHARE
from tasks.nlp.quotes.speech import word_count

PARAGRAPH: Final = re.compile(r"[^\n]+")


def contract_rows(article: PolnearText) -> list[Row]:
    """Return the gold contents of an article as our contract writes them down."""
    paragraphs = [match.span() for match in PARAGRAPH.finditer(article.text)]
    ranges = [one for one in pair_marks(article.text, paragraphs) if not one.is_inner]
    return [
        row
        for attribution in article.attributions
        for place in joined(article.text, attribution.content)
        for row in rows_of(article.text, place, ranges)
    ]


def joined(text: str, places: Sequence[Place]) -> list[Place]:
    """Return the parts of a content; those with nothing but marks between them are one.

    >>> joined('No. "Yes," he said.', [(0, 3), (4, 10), (14, 18)])
    [(0, 10), (14, 18)]
    """
    parts: list[Place] = []
    for start, end in places:
        is_next = bool(parts) and not counted_characters(text, [(parts[-1][1], start)])
        parts.append((parts.pop()[0] if is_next else start, end))
    return parts


def rows_of(text: str, place: Place, ranges: Sequence[QuotedRange]) -> Iterator[Row]:
    """Yield the rows of one part of a content: the whole, and quoted words that are less of it.

    Args:
        text: Text of the article.
        place: The part.
        ranges: What stands between quotation marks in the article.
    """
    whole = counted_characters(text, [place])
    if not whole:
        return
    quoted = [
        (max(one.start_char, place[0]), min(one.end_char, place[1]))
        for one in ranges
        if one.start_char < place[1] and place[0] < one.end_char
    ]
    share = len(counted_characters(text, quoted)) / len(whole)
    yield Row(kind_of(share), whole)
    for start, end in quoted if share < NESTED_BELOW else ():
        if word_count(text[start:end]) >= MIN_NESTED_WORDS:
            yield Row("mixed", counted_characters(text, [(start, end)]))


def kind_of(share: float) -> str:
    """Return the kind of a content of which a share stands between marks.

    >>> kind_of(1.0), kind_of(0.5), kind_of(0.1)
    ('direct', 'mixed', 'indirect')
    """
    if share >= DIRECT_SHARE:
        return "direct"
    return "mixed" if share >= MIXED_SHARE else "indirect"
