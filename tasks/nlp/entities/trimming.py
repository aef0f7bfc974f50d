"""Takes off the names of a model what belongs to no name: titles, plain nouns, full stops."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc, Span

from tasks.nlp.roles.titles import name_without_title
from tasks.nlp.word_lists import word_list
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ENTITY_ALIASES

WITHOUT_NOUN: Final = frozenset({"GPE", "LOC", "ORG"})
"""Labels whose names never end in a plain noun; a facility does: Amiet market."""
WITHOUT_ARTICLE: Final = frozenset({"ORG", "LOC", "FAC", "EVENT", "LAW", "NORP", "PRODUCT"})
MADE_OF_PLACES: Final = frozenset({"GPE", "LOC", "NORP", "PERSON", "FAC"})
SENTENCE_END: Final = "."
MIN_WORDS: Final = 2
POSSESSIVES: Final = frozenset({"'s", "’s"})


def trimmed(found: Iterable[Span]) -> Iterator[Span]:
    """Yield names of a model as far as they are names; one that is none is left out."""
    for span in found:
        start, end = span.start, span.end
        if is_made_of_places(span):
            continue
        if span.label_ == "PERSON":
            start, end = name_without_title(span.doc, behind_owner(span.doc, start, end), end)
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


def is_made_of_places(span: Span) -> bool:
    """Tell whether a name is none but two or more that the gazetteer knows: Russia-Ukraine.

    "Georgian Muslims" is one too, and "US military base", of which the plain nouns are no name.
    """
    if span.label_ not in MADE_OF_PLACES:
        return False
    words = [token.text for token in span if token.text not in {"-", "–"}]
    names = [word for word in words if word in places_and_peoples()]
    rest = [word for word in words if word not in places_and_peoples()]
    if rest:
        return span.label_ == "FAC" and bool(names) and all(word.islower() for word in rest)
    return len(names) >= MIN_WORDS and span.text not in places_and_peoples()


@cache
def places_and_peoples() -> frozenset[str]:
    """Return the forms of places and nationalities that the seeds know."""
    rows = read_seed_rows(ENTITY_ALIASES)
    return frozenset(str(row["alias"]) for row in rows if row["label"] in {"GPE", "NORP"})


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
    """Return the word behind a name without the plain nouns that only explain it.

    The name is then an owner without its possessive: Nepal's parliament.
    """
    end = span.end
    nouns = word_list("body_noun") | word_list("site_noun") | word_list("explaining_noun")
    while end - span.start >= MIN_WORDS and span.doc[end - 1].text in nouns:
        end -= 1
    is_owner = end - span.start >= MIN_WORDS and end < span.end
    return end - (is_owner and span.doc[end - 1].text in POSSESSIVES)
