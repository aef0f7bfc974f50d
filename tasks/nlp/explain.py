"""Explains a text: its tokens, every candidate with the rule that made or refused it, the rows.

The tool for anyone who changes a rule; it runs the same functions as the extraction and adds
nothing of its own.
"""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Token

from tasks.nlp.document import DocumentInput, Extraction, annotated_pieces, extract_document
from tasks.nlp.entities.merging import LostName
from tasks.nlp.explanation import Arc, Candidate, ExplainedToken, Explanation, Meaning
from tasks.nlp.figures.amounts import Amount, read_amount
from tasks.nlp.figures.lexemes import lex
from tasks.nlp.figures.sentences import may_start
from tasks.nlp.json_contract import line_of
from tasks.nlp.reading import Piece, read_text
from tasks.nlp.spans import Figure, RejectedNumber, Span


def explain_text(nlp: Language, text: str) -> Explanation:
    """Return tokens, candidates and rows of a text.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        text: A sentence, or a whole article.
    """
    extraction = extract_document(nlp, DocumentInput("explained", text))
    pieces = list(annotated_pieces(nlp, read_text(text)))
    tokens = list(explained_tokens(pieces))
    is_parsed = any(token.arc for token in tokens)
    return Explanation(
        tokens,
        list(explained_candidates(text, extraction, is_parsed=is_parsed)),
        list(lost_names(pieces)),
        line_of(extraction, text),
    )


def lost_names(pieces: Iterable[Piece]) -> Iterator[LostName]:
    """Yield the candidates that are no mention, with the reason, at offsets of the text."""
    for piece in pieces:
        for name in piece.doc._.lost_names or []:
            moved = name.moved(piece.start_char)
            if piece.core_start <= moved.start_char < piece.core_end:
                yield moved


def explained_tokens(pieces: Iterable[Piece]) -> Iterator[ExplainedToken]:
    """Yield the tokens of the passages that are read, without white space."""
    for piece in pieces:
        is_parsed = piece.doc.has_annotation("DEP")
        for token in piece.doc:
            start = piece.start_char + token.idx
            if piece.core_start <= start < piece.core_end and not token.is_space:
                yield ExplainedToken(
                    token.text,
                    start,
                    start + len(token.text),
                    bool(token.is_sent_start),
                    token.ent_type_ or None,
                    arc_of(token, piece.start_char) if is_parsed else None,
                )


def arc_of(token: Token, start_char: int) -> Arc:
    """Return a token's place in the parse; its Doc starts at ``start_char`` of the text."""
    if token.head.i == token.i:
        return Arc(token.pos_, token.dep_, None, None)
    return Arc(token.pos_, token.dep_, token.head.text, start_char + token.head.idx)


def explained_candidates(
    text: str, extraction: Extraction, *, is_parsed: bool
) -> Iterator[Candidate]:
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
            figure = figure_at(extraction, start, end)
            verdict, rule = verdict_on(extraction, start, end)
            meaning = meaning_of(figure) if is_parsed else None
            yield Candidate(text[start:end], start, end, reading_of(amount), verdict, rule, meaning)
            index = amount.after


def figure_at(extraction: Extraction, start_char: int, end_char: int) -> Figure | None:
    """Return the figure that an expression became, or became part of."""
    overlapping = (f for f in extraction.figures if f.span.overlaps(start_char, end_char))
    return next(overlapping, None)


def verdict_on(extraction: Extraction, start_char: int, end_char: int) -> tuple[str, str]:
    """Return what became of an expression, and the rule that decided."""
    figure = figure_at(extraction, start_char, end_char)
    if figure is not None:
        return "figure", figure_rule(figure)
    for rejected in extraction.rejected_numbers:
        if rejected.span.overlaps(start_char, end_char):
            return "rejected", rejection_rule(rejected)
    return "part", "denominator or passage that is not read for figures"


def meaning_of(figure: Figure | None) -> Meaning:
    """Return what the parse says of a figure."""
    if figure is None:
        return Meaning()
    return Meaning(
        figure.category,
        figure.change,
        figure.modality,
        figure.temporal_type,
        text_of(figure.share),
        text_of(figure.total_span),
        text_of(figure.place),
    )


def text_of(span: Span | None) -> str | None:
    """Return the characters of a span, or None."""
    return span.text if span else None


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
