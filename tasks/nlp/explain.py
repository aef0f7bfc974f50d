"""Explains a text: its tokens, every candidate with the rule that made or refused it, the rows.

The tool for anyone who changes a rule; it runs the same functions as the extraction and adds
nothing of its own.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from spacy.language import Language

from tasks.nlp.document import DocumentInput, Extraction, annotated_pieces, extract_document
from tasks.nlp.figures.amounts import Amount, read_amount
from tasks.nlp.figures.lexemes import lex
from tasks.nlp.figures.sentences import may_start
from tasks.nlp.json_contract import line_of
from tasks.nlp.reading import read_text
from tasks.nlp.spans import Figure, RejectedNumber


@dataclass(frozen=True, slots=True)
class ExplainedToken:
    """A token, its lexeme-independent place, and the entity label it is part of."""

    text: str
    start_char: int
    end_char: int
    is_sentence_start: bool
    entity_label: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numeric expression that was considered.

    Attributes:
        text: Its characters.
        start_char: First character, inclusive.
        end_char: Character after the last.
        reading: How the grammar reads it: kind, shape, unit and bounds.
        verdict: ``figure``, ``rejected``, or ``part`` of a longer expression.
        rule: Rule that made or refused it.
    """

    text: str
    start_char: int
    end_char: int
    reading: str
    verdict: str
    rule: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that the extraction did with a text."""

    tokens: list[ExplainedToken]
    candidates: list[Candidate]
    line: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """Return the explanation as one JSON object; ``rows`` has the fields of ``extract``."""
        return {
            "tokens": [asdict(token) for token in self.tokens],
            "candidates": [asdict(candidate) for candidate in self.candidates],
            "rows": self.line,
        }


def explain_text(nlp: Language, text: str) -> Explanation:
    """Return tokens, candidates and rows of a text.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        text: A sentence, or a whole article.
    """
    extraction = extract_document(nlp, DocumentInput("explained", text))
    return Explanation(
        list(explained_tokens(nlp, text)),
        list(explained_candidates(text, extraction)),
        line_of(extraction, text),
    )


def explained_tokens(nlp: Language, text: str) -> Iterator[ExplainedToken]:
    """Yield the tokens of the passages that are read, without white space."""
    for piece in annotated_pieces(nlp, read_text(text)):
        for token in piece.doc:
            start = piece.start_char + token.idx
            if piece.core_start <= start < piece.core_end and not token.is_space:
                yield ExplainedToken(
                    token.text,
                    start,
                    start + len(token.text),
                    bool(token.is_sent_start),
                    token.ent_type_ or None,
                )


def explained_candidates(text: str, extraction: Extraction) -> Iterator[Candidate]:
    """Yield every numeric expression of the sentences, with what became of it."""
    for sentence in extraction.sentences:
        lexemes = list(lex(text, sentence.start_char, sentence.end_char))
        index = 0
        while index < len(lexemes):
            amount = read_amount(lexemes, index) if may_start(lexemes[index]) else None
            if amount is None:
                index += 1
                continue
            start = lexemes[amount.first].start_char
            end = lexemes[amount.after - 1].end_char
            verdict, rule = verdict_on(extraction, start, end)
            yield Candidate(text[start:end], start, end, reading_of(amount), verdict, rule)
            index = amount.after


def verdict_on(extraction: Extraction, start_char: int, end_char: int) -> tuple[str, str]:
    """Return what became of an expression, and the rule that decided."""
    for figure in extraction.figures:
        if figure.span.overlaps(start_char, end_char):
            return "figure", figure_rule(figure)
    for rejected in extraction.rejected_numbers:
        if rejected.span.overlaps(start_char, end_char):
            return "rejected", rejection_rule(rejected)
    return "part", "denominator or passage that is not read for figures"


def figure_rule(figure: Figure) -> str:
    """Return the rule path of a figure with its qualifier and counted rule."""
    parts = [figure.rule, f"qualifier {figure.qualifier}"]
    if figure.counted_rule:
        parts.append(f"counted by {figure.counted_rule}")
    return ", ".join(parts)


def rejection_rule(rejected: RejectedNumber) -> str:
    """Return reason and rule of a refused number."""
    return f"{rejected.reason} ({rejected.rule}: {rejected.span.text!r})"


def reading_of(amount: Amount) -> str:
    """Return how the grammar reads an expression."""
    bounds = str(amount.low) if amount.low == amount.high else f"{amount.low}..{amount.high}"
    unit = f" {amount.unit}" if amount.unit else ""
    return f"{amount.kind} {amount.shape} {bounds}{unit}"
