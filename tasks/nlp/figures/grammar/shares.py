"""What has the property of which a percentage tells the share."""

from spacy.tokens import Token

from tasks.nlp.figures.grammar.arcs import children, clause_of, subject_of
from tasks.nlp.figures.grammar.phrases import phrase_of
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.spans import Span


def find_share(view: FigureView) -> Span | None:
    """Return the property: ``80 percent of the arms were Russian-made``, ``Wages take 38 %``.

    Where the share is the subject, the property is the predicate; where it is the object, the
    property is the subject.
    """
    if view.figure.kind != "percent" or view.top.dep_ in {"obl", "nmod"}:
        return None
    clause = clause_of(view.top)
    if view.top.dep_.startswith("nsubj"):
        return predicate(clause)
    holder = subject_of(clause) if view.top.dep_ == "obj" else None
    phrase = phrase_of(holder, "share") if holder is not None and not view.holds(holder) else None
    return phrase.span if phrase else None


def predicate(word: Token) -> Span | None:
    """Return the adjective, noun or participle that is said of a subject."""
    if not children(word, "cop", "aux:pass"):
        return None
    before = [child for child in children(word, "compound", "amod") if child.i < word.i]
    first = min((child.left_edge.i for child in before), default=word.i)
    words = word.doc[first : word.i + 1]
    return Span.cut(word.doc.text, words.start_char, words.end_char)
