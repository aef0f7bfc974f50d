"""The spaCy component that sets ``doc._.date_expressions``."""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from tasks.nlp.dates.expressions import find_expressions
from tasks.nlp.extensions import read_stretches, register_extensions

NAME: Final = "tallybook_dates"

register_extensions()


@Language.component(NAME, assigns=["doc._.date_expressions"])
def find_dates(doc: Doc) -> Doc:
    """Set the calendar expressions of a Doc; offsets count from its first character."""
    text = doc.text
    doc._.date_expressions = [
        expression
        for start, end in read_stretches(doc, "name_text")
        for expression in find_expressions(text, start, end)
    ]
    return doc
