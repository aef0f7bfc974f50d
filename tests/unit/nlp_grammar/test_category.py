"""The category of a figure by its grammar: the noun that is counted and the word that governs."""

from __future__ import annotations

import pytest

from tests.parsed import parsed, read_parsed

OBJECT = "They/PRON/nsubj>{0} {0}={1}/VERB/ROOT 12/NUM/nummod>{2} {2}/NOUN/obj>{0}"
PASSIVE = "12/NUM/nummod>{2} {2}/NOUN/nsubj:pass>{0} were=be/AUX/aux:pass>{0} {0}={1}/VERB/ROOT"
PAID = (
    "They/PRON/nsubj>{0} {0}={1}/VERB/ROOT $/SYM/obj>{0} 12/NUM/nummod>$ for/ADP/case>{2} "
    "{2}/NOUN/obl>{0}"
)
CASES = {
    "verb of harm and people": (OBJECT.format("killed", "kill", "men"), "12", "people_killed"),
    "verb of harm in the passive": (
        PASSIVE.format("wounded", "wound", "guards"),
        "12",
        "people_injured",
    ),
    "noun alone": (OBJECT.format("met", "meet", "soldiers"), "12", "fighters"),
    "weapons and what happens to them": (
        PASSIVE.format("seized", "seize", "rifles"),
        "12",
        "weapons_seized",
    ),
    "armed vehicles count as weapons": (
        PASSIVE.format("destroyed", "destroy", "tanks"),
        "12",
        "weapons_destroyed",
    ),
    "other vehicles do not": (PASSIVE.format("destroyed", "destroy", "buses"), "12", "vehicles"),
    "participle at the noun, not the verb above": (
        (
            "They/PRON/nsubj>arrested arrested=arrest/VERB/ROOT 12/NUM/nummod>men "
            "wounded=wound/VERB/amod>men men/NOUN/obj>arrested"
        ),
        "12",
        "people_injured",
    ),
    "past a light verb": (
        (
            "12/NUM/nummod>men men/NOUN/nsubj>dead were=be/AUX/aux:pass>reported "
            "reported=report/VERB/parataxis>dead dead/ADJ/ROOT"
        ),
        "12",
        "people_killed",
    ),
    "not past a verb of its own": (
        (
            "They/PRON/nsubj>killed killed=kill/VERB/ROOT singing=sing/VERB/xcomp>killed "
            "12/NUM/nummod>songs songs/NOUN/obj>singing"
        ),
        "12",
        "other",
    ),
    "borrowed noun, own verb": (
        OBJECT.format("killed", "kill", "men")
        + " and/CCONJ/cc>wounded wounded=wound/VERB/conj>killed 30/NUM/obj>wounded",
        "30",
        "people_injured",
    ),
    "part of a whole without a verb": (
        OBJECT.format("killed", "kill", "men")
        + " ,/PUNCT/punct>nurses among/ADP/case>them them/PRON/nmod>men three/NUM/nummod>nurses "
        "nurses/NOUN/appos>men",
        "three",
        "people_killed",
    ),
    "drugs by their measure": (
        (
            "They/PRON/nsubj>hid hid=hide/VERB/ROOT 12/NUM/nummod>kilograms kilograms/NOUN/obj>hid "
            "of/ADP/case>heroin heroin/NOUN/nmod>kilograms"
        ),
        "12 kilograms",
        "drugs_seized",
    ),
    "distance": (
        "They/PRON/nsubj>walked walked=walk/VERB/ROOT 12/NUM/nummod>km km/NOUN/obj>walked",
        "12 km",
        "distance",
    ),
    "calibre is no distance": (
        (
            "They/PRON/nsubj>hid hid=hide/VERB/ROOT 9/NUM/nummod>mm mm/NOUN/compound>cartridges "
            "cartridges/NOUN/obj>hid"
        ),
        "9 mm",
        "ammunition",
    ),
    "money by its verb": (PAID.format("paid", "pay", "tents"), "$12", "money_price"),
    "money by what it is for, before its verb": (
        PAID.format("paid", "pay", "relief"),
        "$12",
        "money_aid",
    ),
    "money that nothing explains": (PAID.format("got", "get", "tents"), "$12", "money_other"),
    "share": (
        "12/NUM/nummod>percent percent/NOUN/nsubj>died died=die/VERB/ROOT",
        "12 percent",
        "share",
    ),
    "nothing known": (OBJECT.format("met", "meet", "ideas"), "12", "other"),
}


@pytest.mark.parametrize(("notation", "figure", "expected"), CASES.values(), ids=CASES)
def test_category_comes_from_noun_and_verb(notation: str, figure: str, expected: str) -> None:
    """The noun says what it is, the nearest word above it what happened to it."""
    assert read_parsed(parsed(notation))[figure].category == expected


@pytest.mark.parametrize(("noun", "expected"), [("families", True), ("men", False)])
def test_households_are_marked(noun: str, *, expected: bool) -> None:
    """Whether households are counted goes by the dictionary form."""
    found = read_parsed(parsed(OBJECT.format("met", "meet", noun)))["12"]

    assert found.household_unit is expected
