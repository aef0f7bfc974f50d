"""From ``doc.ents`` to mentions, each with the canonical key of what it refers to."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

from tasks.nlp.entities.gazetteer import seed_labels
from tasks.nlp.spans import Mention, Span

GAZETTEER: Final = "gazetteer"
"""Rule of the mentions that the seeds know."""
NOT_NAME: Final = re.compile(r"[^\w]+")


def find_mentions(doc: Doc) -> Iterator[Mention]:
    """Yield the names of a Doc; offsets count from the Doc's first character."""
    labels = seed_labels()
    for ent in doc.ents:
        span = Span(ent.start_char, ent.end_char, ent.text)
        if ent.kb_id_:
            yield Mention(span, ent.label_, labels[ent.kb_id_], ent.kb_id_, GAZETTEER)
        else:
            yield Mention(span, ent.label_, ent.label_, normalise_name(ent.text), "model")


def normalise_name(name: str) -> str:
    """Return the key of a name that no seed knows: folded case, no accents, single hyphens.

    >>> normalise_name("Jürgen  Stock")
    'jurgen-stock'
    """
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return NOT_NAME.sub("-", plain).strip("-") or "unnamed"
