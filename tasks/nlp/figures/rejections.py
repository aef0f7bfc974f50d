"""What is no amount: the patterns of ``seeds/rejection_patterns.csv``, and list numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tasks.nlp.figures.lexemes import lex
from tasks.nlp.figures.vocabulary import currencies
from tasks.nlp.spans import RejectedNumber, Span
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import REJECTION_PATTERNS

LIST_NUMBER: Final = re.compile(r"\s*\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)](?=\s)")
HEADING_NUMBER: Final = re.compile(
    r"\s*\d{1,2}(?:\.\d{1,2}){1,3}(?=\s(?!Million|Billion|Trillion|Percent|Per\b)[A-Z][a-z])"
)
DIGIT: Final = re.compile(r"\d")
WORD_REASONS: Final = frozenset({"name", "ordinal", "once_twice"})
"""Reasons whose patterns can match without a digit; the others are skipped where there is none."""
CODE_AND_DIGITS: Final = re.compile(r"[A-Z]{3}\d")


@cache
def rejection_patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return name, reason and expression of each pattern."""
    return tuple(
        (str(row["pattern_name"]), str(row["reason"]), re.compile(str(row["text_pattern"])))
        for row in read_seed_rows(REJECTION_PATTERNS)
    )


def find_rejections(text: str, start_char: int, end_char: int) -> list[RejectedNumber]:
    """Return what is certainly no amount in a sentence, longest first where two overlap."""
    has_digit = DIGIT.search(text, start_char, end_char) is not None
    found = [
        RejectedNumber(Span(match.start(), match.end(), match.group()), reason, name)
        for name, reason, expression in rejection_patterns()
        if has_digit or reason in WORD_REASONS
        for match in expression.finditer(text, start_char, end_char)
        if not is_money_code(match.group())
    ]
    listed = LIST_NUMBER.match(text, start_char, end_char) or HEADING_NUMBER.match(
        text, start_char, end_char
    )
    if listed:
        start = listed.end() - len(listed.group().lstrip())
        span = Span.cut(text, start, listed.end())
        found.append(RejectedNumber(span, "list_number", "list_number"))
    return without_overlap(found)


def is_money_code(text: str) -> bool:
    """Tell whether a designation is really a currency code with its number: ``USD34``."""
    return bool(CODE_AND_DIGITS.match(text)) and text[:3] in currencies("before")


def without_overlap(found: Iterable[RejectedNumber]) -> list[RejectedNumber]:
    """Return the longest rejections that do not overlap, in order of the text."""
    kept: list[RejectedNumber] = []
    starts: list[int] = []
    for item in sorted(
        found, key=lambda r: (r.span.start_char - r.span.end_char, r.span.start_char, r.rule)
    ):
        at = bisect_left(starts, item.span.end_char)
        if at == 0 or kept[at - 1].span.end_char <= item.span.start_char:
            starts.insert(at, item.span.start_char)
            kept.insert(at, item)
    return kept


def bare_numbers(
    text: str, start_char: int, end_char: int, *, reason: str, rule: str
) -> Iterator[RejectedNumber]:
    """Yield the digits in a passage that no figure is read from, with the given reason."""
    for lexeme in lex(text, start_char, end_char):
        if lexeme.kind == "number":
            span = Span(lexeme.start_char, lexeme.end_char, lexeme.text)
            yield RejectedNumber(span, reason, rule)
