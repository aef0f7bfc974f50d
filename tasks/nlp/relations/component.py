"""The spaCy component that sets ``doc._.relations``."""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from tasks.nlp.extensions import read_stretches
from tasks.nlp.relations.reading import read_relations

NAME: Final = "tallybook_relations"

if not Doc.has_extension("relations"):
    Doc.set_extension("relations", default=None)


@Language.component(NAME, assigns=["doc._.relations"])
def find_doc_relations(doc: Doc) -> Doc:
    """Set the relations of a Doc; offsets count from its first character.

    Without a parse the list is empty.
    """
    is_parsed = doc.has_annotation("DEP")
    doc._.relations = read_relations(doc, read_stretches(doc, "name_text")) if is_parsed else []
    return doc
