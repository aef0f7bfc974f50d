"""Which words of a Doc are read for names."""

from spacy.tokens import Doc, Span


def allowed_words(doc: Doc) -> bytearray:
    """Return one byte per word, 1 where names are read: in ``doc.spans["name_text"]``, if set."""
    stretches = doc.spans["name_text"] if "name_text" in doc.spans else [doc[:]]
    allowed = bytearray(len(doc))
    for stretch in stretches:
        allowed[stretch.start : stretch.end] = b"\x01" * (stretch.end - stretch.start)
    return allowed


def is_allowed(allowed: bytearray, span: Span) -> bool:
    """Tell whether all words of a span are read for names."""
    return all(allowed[span.start : span.end])
