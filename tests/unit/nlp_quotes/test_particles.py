"""The adverbs and prepositions of cues."""

import pytest

from tasks.nlp.quotes.particles import behind_case, particle_of
from tests.parsed_reports import ENVOY, said, texts, word_of

CALLED = ENVOY.format("called") + "called=call/VERB:VBD/ROOT "
POINTED = ENVOY.format("pointed") + "pointed=point/VERB:VBD/ROOT "
PLACES = {
    "adverb": (
        POINTED + "out/ADP/compound:prt>pointed errors/NOUN/obj>pointed",
        ("pointed", "out"),
        "out",
    ),
    "preposition": (
        CALLED + "for/ADP/case>calm calm/NOUN/obl>called",
        ("called", "for"),
        "calm",
    ),
    "conjunction": (
        CALLED + "for/SCONJ/mark>closing closing=close/VERB:VBG/advcl>called",
        ("called", "for"),
        "closing",
    ),
    "another preposition": (
        CALLED + "from/ADP/case>home home/NOUN/obl>called",
        ("called", "for"),
        None,
    ),
    "before the verb": (
        "For/ADP/case>years years/NOUN/obl>called " + CALLED,
        ("called", "for"),
        None,
    ),
    "of its object": (
        CALLED + "doctors/NOUN/obj>called for/ADP/case>children children/NOUN/nmod>doctors",
        ("called", "for"),
        None,
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_particle_stands_behind_its_verb(name: str) -> None:
    """An adverb is the particle itself; behind a preposition its noun or clause is returned."""
    notation, (verb, particle), expected = PLACES[name]
    found = particle_of(word_of(notation, verb), particle)

    assert (found.text if found else None) == expected


@pytest.mark.parametrize("opener", ["of/ADP/case>floods", "of/ADP/case>floods as/ADP/case>floods"])
def test_nouns_lose_the_prepositions_before_them(opener: str) -> None:
    """``a warning of sudden floods`` warns of ``sudden floods``."""
    notation = (
        f"{opener} sudden/ADJ/amod>floods floods/NOUN/ROOT in/ADP/case>May May/PROPN/nmod>floods"
    )

    assert texts(behind_case(word_of(notation, "floods"))) == "sudden floods in May"


def test_nouns_without_a_preposition_are_whole() -> None:
    """Nothing is cut where nothing stands before."""
    notation = "sudden/ADJ/amod>floods floods/NOUN/ROOT"

    assert texts(behind_case(word_of(notation, "floods"))) == "sudden floods"


def test_verb_without_its_particle_reports_nothing() -> None:
    """``pointed a gun`` is no speech."""
    assert said(POINTED + "a/DET/det>gun gun/NOUN/obj>pointed") == []
