"""The noun phrase that a figure counts: what belongs to it and what does not."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.phrases import phrase_of
from tests.parsed import tree_of

CASES = {
    "determiner stays out": ("The/DET/det>men men/NOUN/ROOT", "men", "men"),
    "compound belongs": (
        "grenade/NOUN/compound>launchers launchers/NOUN/ROOT",
        "launchers",
        "grenade launchers",
    ),
    "hyphen belongs": (
        "anti/ADJ/compound>tank -/PUNCT/punct>tank tank/NOUN/compound>mines mines/NOUN/ROOT",
        "mines",
        "anti-tank mines",
    ),
    "amount stays out": (
        "12/NUM/nummod>men old/ADJ/amod>men men/NOUN/ROOT",
        "men",
        "old men",
    ),
    "quantifier stays out": ("other/ADJ/amod>men men/NOUN/ROOT", "men", "men"),
    "number of": (
        "The/DET/det>number number/NOUN/ROOT of/ADP/case>tanks tanks/NOUN/nmod>number",
        "number",
        "tanks",
    ),
    "of-phrase that is needed": (
        "members/NOUN/ROOT of/ADP/case>gangs gangs/NOUN/nmod>members",
        "members",
        "members of gangs",
    ),
    "of-phrase that is not needed": (
        "tanks/NOUN/ROOT of/ADP/case>armies armies/NOUN/nmod>tanks",
        "tanks",
        "tanks",
    ),
    "bare partner behind and": (
        "tents/NOUN/ROOT and/CCONJ/cc>food food/NOUN/conj>tents",
        "tents",
        "tents and food",
    ),
    "partner with modifiers": (
        "tents/NOUN/ROOT and/CCONJ/cc>food fresh/ADJ/amod>food food/NOUN/conj>tents",
        "tents",
        "tents",
    ),
    "pronoun names nothing": ("them/PRON/ROOT", "them", None),
}


@pytest.mark.parametrize(("notation", "head", "expected"), CASES.values(), ids=CASES)
def test_phrase_is_what_names_the_thing(notation: str, head: str, expected: str | None) -> None:
    """Modifiers belong to a phrase; determiners, amounts and clauses do not."""
    word = next(token for token in tree_of(notation) if token.text == head)

    phrase = phrase_of(word, "test")

    assert (phrase.span.text if phrase else None) == expected


def test_phrase_has_the_lemma_of_its_head() -> None:
    """The head is the dictionary form, of the noun inside where the outer one says nothing."""
    doc = tree_of("number/NOUN/ROOT of/ADP/case>Tanks Tanks=Tank/NOUN/nmod>number")

    phrase = phrase_of(doc[0], "test")

    assert phrase is not None
    assert phrase.head == "tank"
