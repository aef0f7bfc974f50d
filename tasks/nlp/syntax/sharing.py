"""One Tree per Doc, for all components that read its parse."""

from spacy.tokens import Doc

from tasks.nlp.syntax.tree import Tree

if not Doc.has_extension("tree"):
    Doc.set_extension("tree", default=None)


def tree_of(doc: Doc) -> Tree:
    """Return the parse of a Doc as plain objects, copied once.

    Names, tags and arcs must not change any more once a component has asked for it.

    Args:
        doc: Document with arcs, tags and sentences.
    """
    if doc._.tree is None:
        doc._.tree = Tree(doc, doc.text)
    tree: Tree = doc._.tree
    return tree
