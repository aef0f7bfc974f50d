"""The figures of one sentence, from its lexemes; everything the component does, without spaCy."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import localcontext
from functools import cache
from typing import Final

from tasks.nlp.figures.amounts import LIMIT, Amount, read_amount
from tasks.nlp.figures.categories import counts_households, find_category
from tasks.nlp.figures.context import settle
from tasks.nlp.figures.conversion import WIDE, round_bound
from tasks.nlp.figures.counted import find_counted
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind, lex
from tasks.nlp.figures.qualifiers import (
    Qualifier,
    apply_bounds,
    effective_qualifier,
    find_qualifier,
)
from tasks.nlp.figures.rates import Positions, find_per, find_ratio
from tasks.nlp.figures.rejections import find_rejections, without_overlap
from tasks.nlp.figures.vocabulary import first_vague_words, number_words, vague_words
from tasks.nlp.spans import Figure, RejectedNumber, Span

ARTICLES: Final = frozenset({"a", "an"})
"""No amount is an article alone: a second word of the grammar always follows."""
INNER_ROLES: Final = frozenset({"suffix", "ordinal", "point", "sign"})
"""Roles of words with which no amount starts."""
REFUSED_WORDS: Final = frozenset(
    {"once", "twice", "thrice", "first", "second", "third", "fourth", "fifth", "sixth", "seventh"}
    | {"eighth", "ninth", "tenth"}
)
"""Words that are no amount but are recorded as refused."""


@dataclass
class SentenceFigures:
    """Figures and rejected numbers of one sentence."""

    figures: list[Figure] = field(default_factory=list)
    rejected: list[RejectedNumber] = field(default_factory=list)


def find_figures(
    text: str, start_char: int, end_char: int, blocked: Iterable[RejectedNumber] = ()
) -> SentenceFigures:
    """Return the figures between two offsets of a text.

    Args:
        text: Text that the offsets count in.
        start_char: Start of the sentence, inclusive.
        end_char: End of the sentence, exclusive.
        blocked: Dates and names of this sentence; digits in them are no amounts.
    """
    if not starting_pattern().search(text, start_char, end_char):
        return SentenceFigures()
    lexemes = list(lex(text, start_char, end_char))
    refused = without_overlap([*blocked, *find_rejections(text, start_char, end_char)])
    reader = SentenceReader(text, lexemes, refused)
    index = 0
    with localcontext(WIDE):
        while index < len(lexemes):
            index = reader.step(index)
    reader.found.rejected.extend(reader.refused)
    reader.found.rejected.sort(key=start_of)
    return reader.found


def start_of(rejected: RejectedNumber) -> int:
    """Return where a refused stretch starts."""
    return rejected.span.start_char


def may_start(lexeme: Lexeme) -> bool:
    """Tell whether an amount can start with a lexeme."""
    if lexeme.kind is LexemeKind.WORD:
        return lexeme.lower in starting_words() or lexeme.lower.endswith(("fold", "ties"))
    return lexeme.kind is not LexemeKind.MARK and lexeme.kind is not LexemeKind.CURRENCY


@cache
def starting_words() -> frozenset[str]:
    """Return the number words and the first words of all vague expressions."""
    inner = {word for word, entry in number_words().items() if entry.role in INNER_ROLES}
    return frozenset(number_words()) - inner | first_vague_words()


@cache
def starting_pattern() -> re.Pattern[str]:
    """Return what every sentence with an amount holds; most sentences are sorted out by it."""
    ordinals = {word for word, entry in number_words().items() if entry.role == "ordinal"}
    nouns = {words[1] for words in vague_words() if words[0] in ARTICLES}
    words = sorted((starting_words() - ARTICLES) | REFUSED_WORDS | ordinals | nouns)
    return re.compile(
        rf"[\d¼½¾⅐-⅞]|\b(?:{'|'.join(words)})(?![^\W\d_])|(?:fold|ties)\b", re.IGNORECASE
    )


@dataclass
class SentenceReader:
    """Reads the candidates of one sentence from left to right."""

    text: str
    lexemes: Sequence[Lexeme]
    refused: list[RejectedNumber]
    found: SentenceFigures = field(default_factory=SentenceFigures)

    def step(self, index: int) -> int:
        """Read the candidate at ``index``, if any, and return where to go on."""
        amount = read_amount(self.lexemes, index) if may_start(self.lexemes[index]) else None
        if amount is None:
            return index + 1
        span = lexeme_span(self.text, self.lexemes, amount.first, amount.after)
        blocking = self.refused_within(span)
        if blocking:
            return self.pass_blocked(amount, span, blocking, index)
        return self.accept(amount, span)

    def refused_within(self, span: Span) -> list[RejectedNumber]:
        """Return the refused stretches that overlap a span; they never overlap each other."""
        last = bisect_left(self.refused, span.end_char, key=start_of)
        first = last
        while first > 0 and self.refused[first - 1].span.end_char > span.start_char:
            first -= 1
        return self.refused[first:last]

    def accept(self, amount: Amount, span: Span) -> int:
        """Keep an amount that its context allows, as figure, else as rejected number."""
        ratio = None
        settled: Amount | None = None
        if max(abs(amount.high), abs(amount.low)) >= LIMIT:
            reason = "out_of_range"
        elif ratio := find_ratio(self.lexemes, amount):
            settled, reason = amount, "ratio"
        else:
            settled, reason = settle(self.lexemes, amount)
        if settled is None:
            self.found.rejected.append(RejectedNumber(span, reason, "context"))
            return amount.after
        figure = make_figure(self.text, self.lexemes, settled, reason, ratio)
        self.found.figures.append(figure)
        return self.end_of(figure, amount.after)

    def end_of(self, figure: Figure, after: int) -> int:
        """Return where to go on: behind a denominator, whose number is no figure of its own."""
        while (
            figure.per is not None
            and after < len(self.lexemes)
            and self.lexemes[after].start_char < figure.per.end_char
        ):
            after += 1
        return after

    def pass_blocked(
        self, amount: Amount, span: Span, blocking: list[RejectedNumber], index: int
    ) -> int:
        """Skip a candidate in a date or name; a name inside a larger amount gives way."""
        inside = all(
            item.reason in {"name", "ordinal"}
            and span.start_char <= item.span.start_char - (item.reason == "ordinal")
            and item.span.end_char <= span.end_char
            for item in blocking
        )
        if inside:
            self.refused = [item for item in self.refused if item not in blocking]
            return self.accept(amount, span)
        stop = max(item.span.end_char for item in blocking)
        # A currency stands before the index that was read: going on there would never end.
        position = index + 1
        while position < len(self.lexemes) and self.lexemes[position].start_char < stop:
            position += 1
        return position


def make_figure(
    text: str, lexemes: Sequence[Lexeme], amount: Amount, rule: str, ratio: Positions | None
) -> Figure:
    """Return the figure of a settled amount with everything that its sentence says."""
    qualifier = find_qualifier(lexemes, amount)
    behind = qualifier.after if qualifier and qualifier.first >= amount.after else amount.after
    name = effective_qualifier(amount.shape, qualifier.qualifier if qualifier else None)
    bounds = apply_bounds(amount.low, amount.high, name)
    counted = find_counted(lexemes, amount, ratio[1] if ratio and ratio[0] == behind else behind)
    per = ratio or find_per(lexemes, behind, counted)
    span = lexeme_span(text, lexemes, amount.first, amount.after)
    return Figure(
        span=span,
        kind="rate" if per and amount.kind == "count" else amount.kind,
        low=round_bound(bounds.low),
        high=round_bound(bounds.high),
        value=round_bound(bounds.value),
        qualifier=name,
        qualifier_span=qualifier_span(text, lexemes, qualifier),
        unit=amount.unit,
        counted=lexeme_span(text, lexemes, counted.first, counted.after) if counted else None,
        counted_head=counted.head if counted else None,
        counted_rule=counted.rule if counted else None,
        per=lexeme_span(text, lexemes, *per) if per else None,
        category="share" if ratio else find_category(lexemes, amount, counted),
        household_unit=counts_households(counted),
        rule=f"{amount.kind}/{amount.shape}/{rule}",
    )


def qualifier_span(
    text: str, lexemes: Sequence[Lexeme], qualifier: Qualifier | None
) -> Span | None:
    """Return the words of a qualifier."""
    return lexeme_span(text, lexemes, qualifier.first, qualifier.after) if qualifier else None


def lexeme_span(text: str, lexemes: Sequence[Lexeme], first: int, after: int) -> Span:
    """Return the characters from one lexeme to another."""
    return Span.cut(text, lexemes[first].start_char, lexemes[after - 1].end_char)
