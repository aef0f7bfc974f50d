"""Lets our own resolution of places answer the gold: with its mentions, and with ours."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from evaluation.places.gold import GoldDocument, GoldPlace
from evaluation.places.scoring import Found
from tasks.nlp.places.mentions import PLACE_LABELS, PlaceMention
from tasks.nlp.places.nationality import keys_of_names
from tasks.nlp.places.resolution import resolve_places

LABEL_OF_CLASS = {"region": "LOC", "water": "LOC", "land": "LOC", "site": "FAC"}
"""Label of a marked place by its feature class; the others are GPE."""


def resolve_marked(nlp: Language, document: GoldDocument) -> Found:
    """Return the places of the marked mentions; what is no place the pipeline finds."""
    doc = nlp(document.text)
    marked = [as_mention(document.text, place) for place in document.places]
    further = [
        mention
        for mention in mentions_of(doc)
        if mention.label not in PLACE_LABELS
        and not any(
            mention.start_char < one.end_char and one.start_char < mention.end_char
            for one in marked
        )
    ]
    mentions = sorted([*marked, *further], key=lambda one: one.start_char)
    return found_of(document.text, sentences_of(doc), mentions)


def resolve_found(nlp: Language, document: GoldDocument) -> Found:
    """Return, for each marked place, that of the mention that the pipeline finds there."""
    doc = nlp(document.text)
    found = found_of(document.text, sentences_of(doc), mentions_of(doc))
    return {
        (place.start_char, place.end_char): found[span]
        for place in document.places
        if (span := overlapping(place, found)) is not None
    }


def overlapping(place: GoldPlace, found: Found) -> tuple[int, int] | None:
    """Return the span that shares most characters with a marked place ("Aleppo province")."""
    shared = {span: min(span[1], place.end_char) - max(span[0], place.start_char) for span in found}
    best = max(shared, key=lambda span: shared[span], default=None)
    return best if best is not None and shared[best] > 0 else None


def found_of(
    text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[PlaceMention]
) -> Found:
    """Return the resolved places by span."""
    resolved = resolve_places(text, sentences, mentions)
    return {
        (mention.start_char, mention.end_char): place
        for mention, place in zip(mentions, resolved, strict=True)
        if place is not None
    }


def as_mention(text: str, place: GoldPlace) -> PlaceMention:
    """Return a marked place as a mention."""
    surface = text[place.start_char : place.end_char]
    label = LABEL_OF_CLASS.get(place.feature_class, "GPE")
    key = keys_of_names().get(surface)
    return PlaceMention(place.start_char, place.end_char, surface, label, key)


def mentions_of(doc: Doc) -> list[PlaceMention]:
    """Return the names of a Doc."""
    return [
        PlaceMention(ent.start_char, ent.end_char, ent.text, ent.label_, ent.kb_id_ or None)
        for ent in doc.ents
    ]


def sentences_of(doc: Doc) -> list[tuple[int, int]]:
    """Return the offsets of the sentences of a Doc."""
    return [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
