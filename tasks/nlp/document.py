"""A document from text to everything that is extracted from it, at document offsets."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from spacy.language import Language

from tasks.nlp.dates.expressions import DateExpression
from tasks.nlp.dates.resolution import resolve_dates
from tasks.nlp.entities.mentions import find_mentions
from tasks.nlp.figures.rejections import bare_numbers
from tasks.nlp.linking.linking import Linked, link_mentions
from tasks.nlp.linking.offices import office_holders
from tasks.nlp.linking.short_forms import missed_short_forms
from tasks.nlp.metadata import Metadata, read_metadata
from tasks.nlp.places.mentions import PlaceMention, ResolvedPlace
from tasks.nlp.places.resolution import resolve_places
from tasks.nlp.quotes.attribution import Attribution, attribute
from tasks.nlp.quotes.claimants import Claim, claims_of
from tasks.nlp.quotes.report import Report, Source
from tasks.nlp.quotes.scene import Scene
from tasks.nlp.reading import Piece, ReadText, make_pieces, read_text
from tasks.nlp.relations.relation import Relation
from tasks.nlp.roles.role import Role
from tasks.nlp.spans import (
    DateMention,
    Figure,
    Mention,
    Passage,
    Quote,
    RejectedNumber,
    Sentence,
    Span,
)
from warehouse.passage_kinds import FIGURE_KINDS, NAME_KINDS

Moved = TypeVar("Moved", Role, Relation, Report, Source)
Found = TypeVar("Found", Mention, DateExpression, Figure, RejectedNumber)


@dataclass(frozen=True, slots=True)
class DocumentInput:
    """A text to read: its id, and what record or sidecar state about it (canonical JSON)."""

    document_id: str
    text: str
    stated_metadata: str | None = None
    path: str = ""

    @property
    def stated_language(self) -> str | None:
        """ISO 639 code of the language that record or sidecar state."""
        stated = json.loads(self.stated_metadata) if self.stated_metadata else {}
        return stated.get("language")


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything extracted from one document, in order of the text."""

    document_id: str
    text: str
    metadata: Metadata
    passages: list[Passage]
    sentences: list[Sentence]
    linked: Linked
    roles: list[Role]
    relations: list[Relation]
    figures: list[Figure]
    claims: list[Claim]
    dates: list[DateMention]
    quotes: list[Quote]
    rejected_numbers: list[RejectedNumber]


def extract_document(nlp: Language, document: DocumentInput) -> Extraction:
    """Return what a document says; the same text gives the same result on any day."""
    read = read_text(document.text, document.stated_language)
    metadata = read_metadata(read, document.stated_metadata, document.path)
    mentions: list[Mention] = []
    roles: list[Role] = []
    relations: list[Relation] = []
    expressions: list[DateExpression] = []
    figures: list[Figure] = []
    reports: list[Report] = []
    acting: list[Source] = []
    rejected = list(unread_numbers(read))
    for piece in annotated_pieces(nlp, read):
        mentions += owned(piece, find_mentions(piece.doc))
        roles += moved(piece, piece.doc._.roles)
        relations += moved(piece, piece.doc._.relations)
        expressions += owned(piece, piece.doc._.date_expressions)
        figures += [move_figure(f, piece.start_char) for f in in_core(piece, piece.doc._.figures)]
        reports += moved(piece, piece.doc._.reports)
        acting += moved(piece, piece.doc._.acting)
        rejected += owned(piece, piece.doc._.rejected_numbers)
    linked = link_names(read, mentions, roles, metadata)
    said = attribute_words(read, linked, roles, acting, reports)
    return Extraction(
        document.document_id,
        document.text,
        metadata,
        read.passages,
        read.sentences,
        linked,
        roles,
        relations,
        figures,
        claims_of(figures, said.statements),
        resolve_dates(expressions, metadata.published_on),
        said.quotes,
        sorted(rejected, key=lambda item: item.span.start_char),
    )


def link_names(
    read: ReadText, mentions: list[Mention], roles: list[Role], metadata: Metadata
) -> Linked:
    """Return which thing each name of a document means, short forms included."""
    short = missed_short_forms(read.text, read.sentences, mentions)
    named = sorted([*mentions, *short], key=lambda mention: mention.span.start_char)
    year = metadata.published_on.year if metadata.published_on else None
    for position, key in office_holders(named, roles, year).items():
        named[position] = replace(named[position], known_key=key)
    return link_mentions(read.text, named, find_places(read, named), roles)


def attribute_words(
    read: ReadText,
    linked: Linked,
    roles: list[Role],
    acting: list[Source],
    reports: list[Report],
) -> Attribution:
    """Return what a document says by others, and who they are."""
    scene = Scene(read.text, read.sentences, spoken_passages(read), linked, roles, acting)
    return attribute(scene, reports)


def find_places(read: ReadText, mentions: list[Mention]) -> dict[int, ResolvedPlace]:
    """Return what the mentions of places refer to, by position of the mention."""
    sentences = [(sentence.start_char, sentence.end_char) for sentence in read.sentences]
    candidates = [
        PlaceMention(m.span.start_char, m.span.end_char, m.span.text, m.label, m.known_key)
        for m in mentions
    ]
    found = resolve_places(read.text, sentences, candidates)
    return {position: place for position, place in enumerate(found) if place is not None}


def annotated_pieces(nlp: Language, read: ReadText) -> Iterator[Piece]:
    """Yield the pieces of a text after all components ran."""
    for piece in make_pieces(nlp, read):
        yield replace(piece, doc=nlp(piece.doc))


def unread_numbers(read: ReadText) -> Iterator[RejectedNumber]:
    """Yield the numbers that no figure is read from: page furniture, and other languages."""
    for passage in read.passages:
        place = (read.text, passage.start_char, passage.end_char)
        if passage.kind not in NAME_KINDS:
            yield from bare_numbers(*place, reason="page_furniture", rule="passage_not_read")
        elif passage.kind in FIGURE_KINDS and not read.is_english:
            yield from bare_numbers(*place, reason="language", rule="text_is_not_english")


def spoken_passages(read: ReadText) -> list[tuple[int, int]]:
    """Return the passages that quotations come from."""
    return [(p.start_char, p.end_char) for p in read.passages if p.kind in FIGURE_KINDS]


def in_core(piece: Piece, items: Iterable[Found]) -> Iterator[Found]:
    """Yield the items that start in the core of a piece; offsets still count in the piece."""
    for item in items:
        if piece.core_start <= item.span.start_char + piece.start_char < piece.core_end:
            yield item


def owned(piece: Piece, items: Iterable[Found]) -> Iterator[Found]:
    """Yield the items of a piece's core at document offsets."""
    for item in in_core(piece, items):
        yield replace(item, span=item.span.moved(piece.start_char))


def moved(piece: Piece, items: Iterable[Moved]) -> Iterator[Moved]:
    """Yield the roles, relations, reports or subjects of a piece's core at document offsets."""
    for item in items:
        if piece.core_start <= item.span.start_char + piece.start_char < piece.core_end:
            yield item.moved(piece.start_char)


def move_figure(figure: Figure, distance: int) -> Figure:
    """Return a figure with all its spans shifted."""
    return replace(
        figure,
        span=figure.span.moved(distance),
        qualifier_span=move(figure.qualifier_span, distance),
        counted=move(figure.counted, distance),
        per=move(figure.per, distance),
        share=move(figure.share, distance),
        total_span=move(figure.total_span, distance),
        place=move(figure.place, distance),
    )


def move(span: Span | None, distance: int) -> Span | None:
    """Return a span shifted, or None."""
    return span.moved(distance) if span else None
