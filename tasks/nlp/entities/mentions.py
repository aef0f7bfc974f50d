"""From ``doc.ents`` to mentions."""

from collections.abc import Iterator

from spacy.tokens import Doc

from tasks.nlp.spans import Mention, Span


def find_mentions(doc: Doc) -> Iterator[Mention]:
    """Yield the names of a Doc; offsets count from the Doc's first character.

    ``ent.kb_id_`` is the seed key, where there is one, and ``ent.id_`` the rule.
    """
    for ent in doc.ents:
        span = Span(ent.start_char, ent.end_char, ent.text)
        yield Mention(span, ent.label_, ent.kb_id_ or None, ent.id_)
