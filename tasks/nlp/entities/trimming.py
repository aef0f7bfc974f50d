"""Takes off the names of a model what belongs to no name: titles, plain nouns, full stops."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc, Span

from tasks.nlp.roles.titles import name_without_title
from tasks.nlp.word_lists import word_list

WITHOUT_NOUN: Final = frozenset({"GPE", "LOC", "ORG"})
"""Labels whose names never end in a plain noun; a facility does: Amiet market."""
WITHOUT_ARTICLE: Final = frozenset({"ORG", "LOC", "FAC", "EVENT", "LAW", "NORP", "PRODUCT"})
SENTENCE_END: Final = "."
MIN_WORDS: Final = 2
POSSESSIVES: Final = frozenset({"'s", "’s"})


def trimmed(found: Iterable[Span]) -> Iterator[Span]:
    """Yield names of a model as far as they are names; one that is none is left out."""
    for span in found:
        start, end = span.start, span.end
        if span.label_ == "PERSON":
            start, end = name_without_title(span.doc, start, end)
        elif span.label_ in WITHOUT_NOUN:
            end = before_plain_nouns(span)
        if span.label_ in WITHOUT_ARTICLE and end - start >= MIN_WORDS:
            start += span.doc[start].lower_ == "the"
        if span.label_ == "ORG":
            start = behind_owner(span.doc, start, end)
        if end - start >= MIN_WORDS and is_full_stop(span.doc, end - 1):
            end -= 1
        if start < end:
            yield Span(span.doc, start, end, label=span.label_, span_id=span.id_)


def behind_owner(doc: Doc, start: int, end: int) -> int:
    """Return the first word of a body's name behind whose it is: Nepal's Supreme Court."""
    owners = [place for place in range(start + 1, end - 1) if doc[place].text in POSSESSIVES]
    return owners[-1] + 1 if owners and doc[owners[-1] + 1].text[0].isupper() else start


def is_full_stop(doc: Doc, place: int) -> bool:
    """Tell whether a word ends the sentence and no abbreviation."""
    if doc[place].text != SENTENCE_END:
        return False
    return doc[place - 1].lower_ not in word_list("legal_form")


def before_plain_nouns(span: Span) -> int:
    """Return the word behind a name without the plain nouns that only explain it."""
    end = span.end
    nouns = word_list("body_noun") | word_list("site_noun") | word_list("explaining_noun")
    while end - span.start >= MIN_WORDS and span.doc[end - 1].text in nouns:
        end -= 1
    return end
