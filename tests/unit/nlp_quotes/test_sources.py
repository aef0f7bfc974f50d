"""The phrase of a source, and the name in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tasks.nlp.quotes.sources import make_source
from tasks.nlp.syntax.tree import Tree
from tests.parsed import parsed

if TYPE_CHECKING:
    from tasks.nlp.quotes.report import Source

ARMY = "the/DET/det>army army/NOUN/nmod>{0} "
PETROV = "Ivan/PROPN/{}>{} Petrov/PROPN/flat>Ivan "
PHRASES = {
    "article": ("The/DET/det>mayor mayor/NOUN/ROOT", "mayor"),
    "focus": ("Even/ADV/advmod>mayor the/DET/det>mayor mayor/NOUN/ROOT", "mayor"),
    "preposition": ("by/ADP/case>mayor the/DET/det>mayor mayor/NOUN/ROOT", "mayor"),
    "pair": (
        (
            "Both/CCONJ/cc:preconj>mayor the/DET/det>mayor mayor/NOUN/ROOT and/CCONJ/cc>police "
            "police/NOUN/conj>mayor"
        ),
        "mayor and police",
    ),
    "number and adjective": (
        "Two/NUM/nummod>officials senior/ADJ/amod>officials officials/NOUN/ROOT",
        "Two senior officials",
    ),
    "owner": ("His/PRON/nmod:poss>lawyer lawyer/NOUN/ROOT", "His lawyer"),
    "complements": (
        "An/DET/det>official official/NOUN/ROOT for/ADP/case>army "
        + ARMY.format("official")
        + "of/ADP/case>Osk Osk/PROPN/nmod>army",
        "official for the army of Osk",
    ),
    "title": (
        "Mayor/NOUN/nmod:desc>Ivan Ivan/PROPN/ROOT Petrov/PROPN/flat>Ivan",
        "Mayor Ivan Petrov",
    ),
    "hyphen": ("Al/PROPN/ROOT -/PUNCT/punct>Al Noor/PROPN/flat>Al", "Al-Noor"),
    "relative clause": (
        "mayor/NOUN/ROOT who/PRON:WP/nsubj>fell fell=fall/VERB:VBD/acl:relcl>mayor",
        "mayor",
    ),
    "participle": ("mayors/NOUN/ROOT hurt/VERB:VBN/amod>mayors", "mayors"),
    "apposition": (
        "The/DET/det>mayor mayor/NOUN/ROOT ,/PUNCT/punct>Ivan " + PETROV.format("appos", "mayor"),
        "mayor",
    ),
    "complement with a clause": (
        (
            "The/DET/det>head head/NOUN/ROOT of/ADP/case>units units/NOUN/nmod>head "
            "that/PRON:WDT/nsubj>fled fled=flee/VERB:VBD/acl:relcl>units"
        ),
        "head of units",
    ),
}
PERSON = {"Ivan Petrov": "PERSON"}
AMNESTY = {"Amnesty": "ORG"}
REPORT = "The/DET/det>report report/NOUN/ROOT "
NAMES = {
    "name": ("Ivan/PROPN/ROOT Petrov/PROPN/flat>Ivan", PERSON, "Ivan Petrov"),
    "apposed person": (
        "mayor/NOUN/ROOT ,/PUNCT/punct>Ivan " + PETROV.format("appos", "mayor"),
        PERSON,
        "Ivan Petrov",
    ),
    "person behind a title": (
        "Mayor/NOUN/ROOT " + PETROV.format("flat", "Mayor"),
        PERSON,
        "Ivan Petrov",
    ),
    "person behind a body": (
        "chief/NOUN/ROOT Amnesty/PROPN/appos>chief " + PETROV.format("appos", "chief"),
        {**AMNESTY, **PERSON},
        "Ivan Petrov",
    ),
    "person tied to a title as a compound": (
        "Mayor/NOUN/ROOT " + PETROV.format("compound", "Mayor"),
        PERSON,
        "Ivan Petrov",
    ),
    "apposed body": ("group/NOUN/ROOT Amnesty/PROPN/appos>group", AMNESTY, "Amnesty"),
    "body that a person speaks for": (
        "spokesman/NOUN/ROOT for/ADP/case>Amnesty Amnesty/PROPN/nmod>spokesman",
        AMNESTY,
        None,
    ),
    "nationality before a noun": (
        "Amnesty/PROPN/compound>doctors doctors/NOUN/ROOT",
        AMNESTY,
        None,
    ),
    "date": ("May/PROPN/ROOT", {"May": "DATE"}, None),
    "author behind by": (
        REPORT + "by/ADP/case>Ivan " + PETROV.format("nmod", "report"),
        PERSON,
        "Ivan Petrov",
    ),
    "author behind from": (
        REPORT + "from/ADP/case>Amnesty Amnesty/PROPN/nmod>report",
        AMNESTY,
        "Amnesty",
    ),
    "author behind a participle": (
        REPORT + "published=publish/VERB:VBN/acl>report by/ADP/case>Amnesty "
        "Amnesty/PROPN/obl:agent>published",
        AMNESTY,
        "Amnesty",
    ),
    "reader behind a participle": (
        REPORT + "seen=see/VERB:VBN/acl>report by/ADP/case>Amnesty Amnesty/PROPN/obl:agent>seen",
        AMNESTY,
        None,
    ),
    "author as owner": (
        "Amnesty/PROPN/nmod:poss>report 's/PART/case>Amnesty report/NOUN/ROOT",
        AMNESTY,
        "Amnesty",
    ),
    "author before": ("Amnesty/PROPN/compound>report report/NOUN/ROOT", AMNESTY, "Amnesty"),
    "author with a title": (
        REPORT
        + "by/ADP/case>officer an/DET/det>officer officer/NOUN/nmod>report ,/PUNCT/punct>Ivan "
        + PETROV.format("appos", "officer"),
        PERSON,
        "Ivan Petrov",
    ),
    "topic": (REPORT + "on/ADP/case>Amnesty Amnesty/PROPN/nmod>report", AMNESTY, None),
}


def source(notation: str, names: dict[str, str] | None = None) -> Source:
    """Return the source that the root of a text is the head of."""
    doc = parsed(notation, names)
    [root] = [word for word in Tree(doc, doc.text) if word.head is word]
    return make_source(root)


@pytest.mark.parametrize("name", PHRASES)
def test_phrase_has_what_belongs_to_the_noun(name: str) -> None:
    """Article, focus, clauses and appositions stand outside of it."""
    notation, expected = PHRASES[name]

    assert source(notation).span.text == expected


@pytest.mark.parametrize("name", NAMES)
def test_name_says_who_it_is(name: str) -> None:
    """The name itself, a person in apposition, or the author of a text; no name nearby."""
    notation, names, expected = NAMES[name]
    named = source(notation, names).named

    assert (named.text if named else None) == expected


def test_better_author_goes_first() -> None:
    """``a ministry report by Amnesty`` is Amnesty's."""
    notation = (
        "Ruria/PROPN/compound>report report/NOUN/ROOT by/ADP/case>Amnesty Amnesty/PROPN/nmod>report"
    )
    named = source(notation, {"Ruria": "GPE", "Amnesty": "ORG"}).named

    assert named is not None
    assert named.text == "Amnesty"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("They/PRON/ROOT", True),
        ("She/PRON/ROOT", False),
        ("officials/NOUN/ROOT", True),
        ("official/NOUN/ROOT", False),
        ("mayor/NOUN/ROOT and/CCONJ/cc>envoy envoy/NOUN/conj>mayor", True),
        ("mayor/NOUN/ROOT and/CCONJ/cc>left left/VERB/conj>mayor", False),
    ],
)
def test_plural_sources(notation: str, *, expected: bool) -> None:
    """Plural nouns, plural pronouns and pairs stand for several."""
    assert source(notation).is_plural is expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("The/DET/det", True),
        ("this/DET/det", True),
        ("his/PRON/nmod:poss", True),
        ("a/DET/det", False),
    ],
)
def test_definite_sources_point_back(first: str, *, expected: bool) -> None:
    """Article, pointer and owner say that the reader knows whom."""
    assert source(f"{first}>mayor mayor/NOUN/ROOT").is_definite is expected


def test_pronoun_has_no_name() -> None:
    """A pronoun is resolved over the document, whatever label it bears."""
    found = source("He/PRON/ROOT", {"He": "PERSON"})

    assert found.is_pronoun
    assert found.named is None


def test_surname_that_looks_like_a_pronoun_is_a_name() -> None:
    """``He`` is a Chinese surname."""
    found = source("He/PROPN/ROOT", {"He": "PERSON"})

    assert not found.is_pronoun
    assert found.named is not None


def test_pronouns_of_things_are_no_personal_ones() -> None:
    """``Everyone said`` means nobody whom the text has named."""
    assert not source("Everyone/PRON/ROOT").is_pronoun


def test_document_is_told_from_a_body_of_that_name() -> None:
    """A report is a text, the newspaper Record is a body."""
    assert source("records/NOUN/ROOT").is_document
    assert not source("Record/PROPN/ROOT", {"Record": "ORG"}).is_document
