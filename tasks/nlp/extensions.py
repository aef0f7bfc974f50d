"""Custom attributes of a Doc: how the components hand on what spaCy has no place for."""

from spacy.tokens import Doc


def register_extensions() -> None:
    """Register the attributes of dates, figures, rejected numbers and names that lost.

    Each holds a list, or None before its component ran.
    """
    for name in ("date_expressions", "figures", "rejected_numbers", "lost_names"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def read_stretches(doc: Doc, group: str) -> list[tuple[int, int]]:
    """Return the sentences of a span group by characters, or the whole Doc when it has none.

    Args:
        doc: Document, or a piece of one.
        group: ``figure_text`` (figures are read) or ``name_text`` (names and dates are read).
    """
    if group in doc.spans:
        return [(span.start_char, span.end_char) for span in doc.spans[group]]
    if doc.has_annotation("SENT_START"):
        return [(sent.start_char, sent.end_char) for sent in doc.sents]
    return [(0, len(doc.text))]
