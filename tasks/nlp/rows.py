"""From an extraction to the rows of the contract, one list per table.

Rows are dictionaries with every column of their table; the column names of ``warehouse/tables``
are used here and checked against the contract when a frame is built.
"""

from tasks.nlp.as_of import AsOf, DatesAround
from tasks.nlp.document import Extraction
from tasks.nlp.entity_rows import EntityRows, Row, own_span, sentence_index, span_fields
from tasks.nlp.figures.conversion import to_si
from tasks.nlp.quotes.claimants import Claim
from tasks.nlp.signatures import article_words, shingles_of, sign
from tasks.nlp.spans import Figure, Quote, Span, Speaker
from warehouse.identifiers import span_id
from warehouse.passage_kinds import NAME_KINDS
from warehouse.passage_words import MIN_SHINGLES, hash_words


def passage_rows(extraction: Extraction) -> list[Row]:
    """Return rows of raw.passages."""
    return [
        {
            "document_id": extraction.document_id,
            "passage_index": index,
            "kind": passage.kind,
            "start_char": passage.start_char,
            "end_char": passage.end_char,
            "rule": passage.rule,
            "words_hash": hash_words(extraction.text[passage.start_char : passage.end_char])
            if passage.kind in NAME_KINDS
            else None,
        }
        for index, passage in enumerate(extraction.passages)
    ]


def sentence_rows(extraction: Extraction) -> list[Row]:
    """Return rows of core.sentences."""
    return [
        {
            "document_id": extraction.document_id,
            "sentence_index": index,
            "start_char": sentence.start_char,
            "end_char": sentence.end_char,
            "passage_index": sentence.passage_index,
        }
        for index, sentence in enumerate(extraction.sentences)
    ]


def signature_rows(extraction: Extraction) -> list[Row]:
    """Return the row of core.signatures, none for a text that is too short to be compared."""
    shingles = shingles_of(article_words(extraction.text, extraction.passages))
    if len(shingles) < MIN_SHINGLES:
        return []
    row = {"document_id": extraction.document_id, "shingle_count": len(shingles)}
    return [{**row, "minhash": sign(shingles)}]


def date_rows(extraction: Extraction) -> list[Row]:
    """Return rows of core.dates."""
    return [
        {
            **own_span(extraction.document_id, mention.span, "date_text"),
            "value": mention.value,
            "precision": mention.precision,
            "start_on": mention.start_on,
            "end_on": mention.end_on,
            "time_text": mention.time_text,
            "sentence_index": sentence_index(extraction.sentences, mention.span.start_char),
            "rule": mention.rule,
        }
        for mention in extraction.dates
    ]


def party_fields(things: EntityRows, prefix: str, party: Speaker | None) -> Row:
    """Return the columns of somebody who says something, all null for nobody."""
    return {
        **span_fields(prefix, party.span if party else None),
        f"{prefix}_name": party.name if party else None,
        **things.index_fields(prefix, party.entity_index if party else None),
    }


def quote_row(extraction: Extraction, quote: Quote, things: EntityRows) -> Row:
    """Return a row of core.quotes."""
    speaker = quote.speaker
    return {
        "quote_id": span_id(extraction.document_id, quote.span.start_char, quote.span.end_char),
        **own_span(extraction.document_id, quote.span, "quote_text"),
        "kind": quote.kind,
        **party_fields(things, "speaker", speaker),
        "speaker_type": speaker.kind if speaker else None,
        "speaker_rule": speaker.rule if speaker else None,
        **span_fields("cue", quote.cue),
        "stance": quote.stance,
        **party_fields(things, "via", quote.via),
        "sentence_index": sentence_index(extraction.sentences, quote.span.start_char),
        "rule": quote.rule,
    }


def claim_fields(things: EntityRows, claim: Claim) -> Row:
    """Return the columns of who claims a figure, all null for the article's own voice."""
    claimant = claim.claimant
    return {
        **party_fields(things, "claimant", claimant),
        "claimant_type": claimant.kind if claimant else None,
        **span_fields("cue", claim.cue),
        "stance": claim.stance,
        "claimant_rule": claim.path,
        **party_fields(things, "via", claim.via if claimant else None),
    }


def rejected_rows(extraction: Extraction) -> list[Row]:
    """Return rows of core.rejected_numbers."""
    return [
        {
            **own_span(extraction.document_id, rejected.span, "number_text"),
            "reason": rejected.reason,
            "rule": rejected.rule,
        }
        for rejected in extraction.rejected_numbers
    ]


class Neighbours:
    """The figures and dates of a document, by their places."""

    def __init__(self, extraction: Extraction) -> None:
        """Take an extraction."""
        self.document_id = extraction.document_id
        self.figures = {figure.span for figure in extraction.figures}
        self.dates = DatesAround(
            extraction.text,
            extraction.sentences,
            extraction.dates,
            extraction.metadata.published_on,
        )

    def total_id(self, total: Span | None) -> str | None:
        """Return the id of the figure at a span; None without one."""
        if total not in self.figures:
            return None
        return span_id(self.document_id, total.start_char, total.end_char)


def as_of_fields(as_of: AsOf | None) -> Row:
    """Return the columns of an as-of date, all null without one."""
    return {
        "as_of_start": as_of.start_on if as_of else None,
        "as_of_end": as_of.end_on if as_of else None,
        "as_of_precision": as_of.precision if as_of else None,
        "as_of_rule": as_of.rule if as_of else None,
    }


def figure_row(
    extraction: Extraction,
    figure: Figure,
    claim: Claim,
    neighbours: Neighbours,
    things: EntityRows,
) -> Row:
    """Return a row of core.figures."""
    document_id = extraction.document_id
    si = to_si(figure)
    sentence = sentence_index(extraction.sentences, figure.span.start_char)
    return {
        "figure_id": span_id(document_id, figure.span.start_char, figure.span.end_char),
        **own_span(document_id, figure.span, "figure_text"),
        "kind": figure.kind,
        "low": figure.low,
        "high": figure.high,
        "value": figure.value,
        "qualifier": figure.qualifier,
        **span_fields("qualifier", figure.qualifier_span),
        "unit": figure.unit,
        "value_si": si[0] if si else None,
        "unit_si": si[1] if si else None,
        **span_fields("counted", figure.counted),
        "counted_head": figure.counted_head,
        "counted_rule": figure.counted_rule,
        **span_fields("share", figure.share),
        **span_fields("per", figure.per),
        "category": figure.category,
        "household_unit": figure.household_unit,
        "change": figure.change,
        "temporal_type": figure.temporal_type,
        "modality": figure.modality,
        "total_figure_id": neighbours.total_id(figure.total_span),
        **as_of_fields(neighbours.dates.as_of(figure, sentence)),
        **claim_fields(things, claim),
        **things.entity_fields("place", figure.place),
        "sentence_index": sentence,
        "rule": figure.rule,
    }


def document_rows(extraction: Extraction) -> dict[str, list[Row]]:
    """Return the rows of one document by qualified table name."""
    neighbours = Neighbours(extraction)
    things = EntityRows(extraction.document_id, extraction.sentences, extraction.linked)
    return {
        "raw.passages": passage_rows(extraction),
        "core.sentences": sentence_rows(extraction),
        "core.signatures": signature_rows(extraction),
        "core.document_entities": things.entities(),
        "core.entity_mentions": things.mentions(),
        "core.roles": things.roles(extraction.roles),
        "core.relations": things.relations(extraction.relations),
        "core.figures": [
            figure_row(extraction, figure, claim, neighbours, things)
            for figure, claim in zip(extraction.figures, extraction.claims, strict=True)
        ],
        "core.dates": date_rows(extraction),
        "core.quotes": [quote_row(extraction, quote, things) for quote in extraction.quotes],
        "core.rejected_numbers": rejected_rows(extraction),
    }
