"""The figures of one sentence, from its lexemes; everything the component does, without spaCy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tasks.nlp.figures.amounts import LIMIT, Amount, read_amount
from tasks.nlp.figures.categories import counts_households, find_category
from tasks.nlp.figures.context import settle
from tasks.nlp.figures.counted import Counted, find_counted
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind, lex
from tasks.nlp.figures.numbers import lexeme_lower
from tasks.nlp.figures.qualifiers import (
    Qualifier,
    apply_bounds,
    effective_qualifier,
    find_qualifier,
)
from tasks.nlp.figures.rejections import find_rejections, without_overlap
from tasks.nlp.figures.vocabulary import number_words, vague_words
from tasks.nlp.spans import Figure, RejectedNumber, Span

PER_WORDS: Final = frozenset({"per", "each", "apiece"})


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
    lexemes = list(lex(text, start_char, end_char))
    if not any(may_start(lexeme) for lexeme in lexemes):
        return SentenceFigures()
    refused = without_overlap([*blocked, *find_rejections(text, start_char, end_char)])
    reader = SentenceReader(text, lexemes, refused)
    index = 0
    while index < len(lexemes):
        index = reader.step(index)
    reader.found.rejected.extend(reader.refused)
    reader.found.rejected.sort(key=lambda rejected: rejected.span.start_char)
    return reader.found


def may_start(lexeme: Lexeme) -> bool:
    """Tell whether an amount can start with a lexeme; most sentences have none."""
    if lexeme.kind in {LexemeKind.NUMBER, LexemeKind.FRACTION}:
        return True
    lower = lexeme.lower
    return lower in number_words() or lower in first_vague_words() or lower.endswith("fold")


@cache
def first_vague_words() -> frozenset[str]:
    """Return the first words of all vague expressions."""
    return frozenset(words[0] for words in vague_words())


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
        blocking = [r for r in self.refused if r.span.overlaps(span.start_char, span.end_char)]
        if blocking:
            return self.pass_blocked(amount, span, blocking)
        return self.accept(amount, span)

    def accept(self, amount: Amount, span: Span) -> int:
        """Keep an amount that its context allows, as figure, else as rejected number."""
        settled, reason = settle(self.lexemes, amount)
        if settled is not None and max(abs(settled.high), abs(settled.low)) >= LIMIT:
            settled, reason = None, "out_of_range"
        if settled is None:
            self.found.rejected.append(RejectedNumber(span, reason, "context"))
            return amount.after
        self.found.figures.append(make_figure(self.text, self.lexemes, settled, reason))
        return end_with_denominator(self.lexemes, amount.after)

    def pass_blocked(self, amount: Amount, span: Span, blocking: list[RejectedNumber]) -> int:
        """Skip a candidate in a date or name; a name inside a larger amount gives way."""
        inside = all(
            item.reason == "name"
            and span.start_char <= item.span.start_char
            and item.span.end_char <= span.end_char
            for item in blocking
        )
        if inside:
            self.refused = [item for item in self.refused if item not in blocking]
            return self.accept(amount, span)
        stop = max(item.span.end_char for item in blocking)
        position = amount.first + 1
        while position < len(self.lexemes) and self.lexemes[position].start_char < stop:
            position += 1
        return position


def end_with_denominator(lexemes: Sequence[Lexeme], after: int) -> int:
    """Return where to go on: behind ``per 100,000``, whose number is no figure of its own."""
    if lexeme_lower(lexemes, after) == "per" and after + 1 < len(lexemes):
        denominator = read_amount(lexemes, after + 1)
        if denominator is not None and denominator.first == after + 1:
            return denominator.after
    return after


def make_figure(text: str, lexemes: Sequence[Lexeme], amount: Amount, rule: str) -> Figure:
    """Return the figure of a settled amount with everything that its sentence says."""
    qualifier = find_qualifier(lexemes, amount)
    behind = qualifier.after if qualifier and qualifier.first >= amount.after else amount.after
    name = effective_qualifier(amount.shape, qualifier.qualifier if qualifier else None)
    bounds = apply_bounds(amount.low, amount.high, name)
    counted = find_counted(lexemes, amount, behind)
    per = find_per(lexemes, behind, counted)
    span = lexeme_span(text, lexemes, amount.first, amount.after)
    return Figure(
        span=span,
        kind="rate" if per and amount.kind == "count" else amount.kind,
        low=bounds.low,
        high=bounds.high,
        value=bounds.value,
        qualifier=name,
        qualifier_span=qualifier_span(text, lexemes, qualifier),
        unit=amount.unit,
        counted=lexeme_span(text, lexemes, counted.first, counted.after) if counted else None,
        counted_head=counted.head if counted else None,
        counted_rule=counted.rule if counted else None,
        per=lexeme_span(text, lexemes, *per) if per else None,
        category=find_category(lexemes, amount, counted),
        household_unit=counts_households(counted),
        rule=f"{amount.kind}/{amount.shape}/{rule}",
    )


def find_per(
    lexemes: Sequence[Lexeme], behind: int, counted: Counted | None
) -> tuple[int, int] | None:
    """Return the lexemes of a denominator right behind the amount or its noun phrase."""
    for position in {behind, counted.after if counted else behind}:
        if lexeme_lower(lexemes, position) in PER_WORDS and position + 1 < len(lexemes):
            denominator = read_amount(lexemes, position + 1)
            after = denominator.after if denominator else position + 2
            return (position, after) if lexemes[after - 1].text.isalnum() else None
    return None


def qualifier_span(
    text: str, lexemes: Sequence[Lexeme], qualifier: Qualifier | None
) -> Span | None:
    """Return the words of a qualifier."""
    return lexeme_span(text, lexemes, qualifier.first, qualifier.after) if qualifier else None


def lexeme_span(text: str, lexemes: Sequence[Lexeme], first: int, after: int) -> Span:
    """Return the characters from one lexeme to another."""
    return Span.cut(text, lexemes[first].start_char, lexemes[after - 1].end_char)
