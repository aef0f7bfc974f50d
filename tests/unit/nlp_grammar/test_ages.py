"""Bare numbers that are ages by their place in the parse."""

from __future__ import annotations

import pytest

from tests.parsed import parsed, read_parsed

HORVAT = (
    "Milan/PROPN/nsubj>left Horvat/PROPN/flat>Milan ,/PUNCT/punct>{0} {0}/NUM/appos>Milan "
    ",/PUNCT/punct>Milan left=leave/VERB/ROOT"
)
ROSE = (
    "The/DET/det>{0} {0}/NOUN/nsubj>rose rose=rise/VERB/ROOT from/ADP/case>41 41/NUM/obl>rose "
    "to/ADP/case>45 45/NUM/obl>rose"
)
IS_61 = "{0}/PRON/nsubj>61 is=be/AUX/cop>61 61/NUM/ROOT"
CASES = {
    "behind a name": (HORVAT.format("48"), "48"),
    "of": (
        "A/DET/det>man man/NOUN/nsubj>left of/ADP/case>35 35/NUM/nmod>man left=leave/VERB/ROOT",
        "35",
    ),
    "first of two": (
        (
            "The/DET/det>nurses nurses/NOUN/nsubj>left ,/PUNCT/punct>31 31/NUM/appos>nurses "
            "and/CCONJ/cc>34 34/NUM/conj>31 ,/PUNCT/punct>nurses left=leave/VERB/ROOT"
        ),
        "31",
    ),
    "second of two": (
        (
            "The/DET/det>nurses nurses/NOUN/nsubj>left ,/PUNCT/punct>31 31/NUM/appos>nurses "
            "and/CCONJ/cc>34 34/NUM/conj>31 ,/PUNCT/punct>nurses left=leave/VERB/ROOT"
        ),
        "34",
    ),
    "said of a person": (IS_61.format("She"), "61"),
    "turned": ("Who/PRON/nsubj>turned turned=turn/VERB/ROOT 70/NUM/obj>turned", "70"),
    "age from": (ROSE.format("age"), "41"),
    "age to": (ROSE.format("age"), "45"),
}
NOTHING = {
    "older than anybody": (HORVAT.format("148"), "148"),
    "said of a thing": (IS_61.format("It"), "61"),
    "price from": (ROSE.format("price"), "41"),
    "of a thing": (
        (
            "A/DET/det>fleet fleet/NOUN/nsubj>left of/ADP/case>35 35/NUM/nmod>fleet "
            "left=leave/VERB/ROOT"
        ),
        "35",
    ),
    "with a noun behind it": (
        (
            "Milan/PROPN/nsubj>left Horvat/PROPN/flat>Milan ,/PUNCT/punct>boys 48/NUM/nummod>boys "
            "boys/NOUN/appos>Milan left=leave/VERB/ROOT"
        ),
        "48",
    ),
}


def names_in(notation: str) -> dict[str, str]:
    """Return the person of a notation, if it has one."""
    return {"Milan Horvat": "PERSON"} if "Horvat" in notation else {}


@pytest.mark.parametrize(("notation", "number"), CASES.values(), ids=CASES)
def test_number_of_a_person_is_an_age(notation: str, number: str) -> None:
    """An age is in years and counts nothing."""
    found = read_parsed(parsed(notation, names_in(notation)))[number]

    assert (found.kind, found.unit, found.category, found.counted) == ("age", "year", "age", None)


@pytest.mark.parametrize(("notation", "number"), NOTHING.values(), ids=NOTHING)
def test_other_number_is_no_age(notation: str, number: str) -> None:
    """Things have no age without a word for it, and nobody is 148."""
    assert read_parsed(parsed(notation, names_in(notation)))[number].kind == "count"
