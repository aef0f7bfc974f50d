"""The spaCy component that adds weapons and military vehicles to ``doc.ents``."""

from collections.abc import Mapping
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from tasks.nlp.entities.armaments.finding import Armament, find_armaments
from tasks.nlp.entities.merging import MODEL, left_out, merged, source_of
from tasks.nlp.entities.reading import allowed_words, is_allowed

NAME: Final = "tallybook_armaments"
LABELS: Final = frozenset({"WEAPON", "VEHICLE"})
NOT_ARMS: Final = "no noun, designation or seed says that it is a weapon or a military vehicle"


@Language.component(NAME, requires=["doc.ents"], assigns=["doc.ents", "doc._.lost_names"])
def add_armaments(doc: Doc) -> Doc:
    """Merge the armaments with the names that model and gazetteer have found.

    What the model alone takes for a weapon is left out: on the gold for tuning nine in ten of those
    are none.
    """
    allowed = allowed_words(doc)
    known = {ent.start: ent for ent in doc.ents if ent.kb_id_ and ent.label_ in LABELS}
    arms = [
        as_entity(doc, found, known)
        for found in find_armaments(doc)
        if is_allowed(allowed, found.span)
    ]
    covered = bytearray(len(doc))
    for span in arms:
        covered[span.start : span.end] = b"\x01" * len(span)
    doubtful = [ent for ent in doc.ents if is_doubtful(ent, covered)]
    places = {ent.start for ent in doubtful}
    others = [ent for ent in doc.ents if ent.start not in places]
    kept, lost = merged([*arms, *others])
    doc.ents = kept
    refused = [left_out(span, NOT_ARMS) for span in doubtful]
    doc._.lost_names = sorted(
        [*(doc._.lost_names or []), *lost, *refused],
        key=lambda name: (name.start_char, name.end_char, name.rule),
    )
    return doc


def as_entity(doc: Doc, found: Armament, known: Mapping[int, Span]) -> Span:
    """Return an armament as an entity; a known name in it tells what it is.

    Args:
        doc: Document.
        found: The armament.
        known: Names that the seeds know as arms, by their first word.
    """
    span = found.span
    inner = {
        known[place].kb_id_
        for place in range(span.start, span.end)
        if place in known and known[place].end <= span.end
    }
    key = inner.pop() if len(inner) == 1 else ""
    return Span(doc, span.start, span.end, label=span.label_, kb_id=key, span_id=found.rule)


def is_doubtful(ent: Span, covered: bytearray) -> bool:
    """Tell whether only the model takes a name for a weapon.

    Args:
        ent: The name.
        covered: One byte per word of the Doc, 1 in armaments.
    """
    if ent.label_ not in LABELS or source_of(ent) != MODEL:
        return False
    return not any(covered[ent.start : ent.end])
