"""The spaCy component that sets ``doc._.reports`` and ``doc._.acting``."""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from tasks.nlp.extensions import read_stretches
from tasks.nlp.quotes.acting import read_acting
from tasks.nlp.quotes.reading import read_reports

NAME: Final = "tallybook_reports"

for name in ("reports", "acting"):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)


@Language.component(NAME, requires=["doc.ents"], assigns=["doc._.reports", "doc._.acting"])
def find_doc_reports(doc: Doc) -> Doc:
    """Set what a Doc reports as said by somebody, and who is the subject of a clause.

    Offsets count from the Doc's first character. Without a parse both lists are empty.
    """
    is_parsed = doc.has_annotation("DEP")
    stretches = read_stretches(doc, "figure_text")
    doc._.reports = read_reports(doc, stretches) if is_parsed else []
    doc._.acting = read_acting(doc, stretches) if is_parsed else []
    return doc
