"""The spaCy component that sets ``doc._.reports`` and ``doc._.acting``."""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from tasks.nlp.extensions import read_stretches
from tasks.nlp.quotes.reading import read_reports
from tasks.nlp.spans import Span

NAME: Final = "tallybook_reports"
PERSON: Final = "PERSON"
SUBJECT: Final = "nsubj"

for name in ("reports", "acting"):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)


@Language.component(NAME, requires=["doc.ents"], assigns=["doc._.reports", "doc._.acting"])
def find_doc_reports(doc: Doc) -> Doc:
    """Set what a Doc reports as said by somebody, and the persons that are a subject.

    Offsets count from the Doc's first character. Without a parse both lists are empty.
    """
    is_parsed = doc.has_annotation("DEP")
    doc._.reports = read_reports(doc, read_stretches(doc, "figure_text")) if is_parsed else []
    doc._.acting = list(acting_persons(doc)) if is_parsed else []
    return doc


def acting_persons(doc: Doc) -> list[Span]:
    """Return the names of persons that are the subject of a clause."""
    return [
        Span(ent.start_char, ent.end_char, ent.text)
        for ent in doc.ents
        if ent.label_ == PERSON and ent.root.dep_.startswith(SUBJECT)
    ]
