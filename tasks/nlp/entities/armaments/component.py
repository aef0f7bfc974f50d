"""The spaCy component that adds weapons and military vehicles to ``doc.ents``."""

from collections.abc import Iterator, Sequence
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
    arms = [
        as_entity(doc, found) for found in find_armaments(doc) if is_allowed(allowed, found.span)
    ]
    doubtful = [ent for ent in doc.ents if is_doubtful(ent, arms)]
    others = [ent for ent in doc.ents if ent not in doubtful]
    kept, lost = merged([*arms, *others])
    doc.ents = kept
    refused = [left_out(span, NOT_ARMS) for span in doubtful]
    doc._.lost_names = sorted(
        [*(doc._.lost_names or []), *lost, *refused],
        key=lambda name: (name.start_char, name.end_char, name.rule),
    )
    return doc


def as_entity(doc: Doc, found: Armament) -> Span:
    """Return an armament as an entity; a known name in it tells what it is."""
    span = found.span
    inner = {ent.kb_id_ for ent in known_arms(doc, span)}
    key = inner.pop() if len(inner) == 1 else ""
    return Span(doc, span.start, span.end, label=span.label_, kb_id=key, span_id=found.rule)


def known_arms(doc: Doc, span: Span) -> Iterator[Span]:
    """Yield the names within a span that the seeds know as arms."""
    for ent in doc[span.start : span.end].ents:
        if ent.kb_id_ and ent.label_ in LABELS:
            yield ent


def is_doubtful(ent: Span, arms: Sequence[Span]) -> bool:
    """Tell whether only the model takes a name for a weapon."""
    if ent.label_ not in LABELS or source_of(ent) != MODEL:
        return False
    return not any(one.start < ent.end and ent.start < one.end for one in arms)
