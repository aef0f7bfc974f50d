"""Corrections of what words alone misread: qualifiers that are none, and shared units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.parsed import parsed, read_parsed

PLACES = {
    "particle of a verb": (
        "They/PRON/nsubj>handed handed=hand/VERB/ROOT over/ADP/compound:prt>handed "
        "14/NUM/nummod>guns guns/NOUN/obj>handed"
    ),
    "preposition of a noun": (
        "Planes/NOUN/nsubj>flew flew=fly/VERB/ROOT over/ADP/case>towns 14/NUM/nummod>towns "
        "towns/NOUN/obl>flew"
    ),
}
BOUND = "They/PRON/nsubj>own own/VERB/ROOT over/ADV/advmod>14 14/NUM/nummod>guns guns/NOUN/obj>own"
HOURS = (
    "It/PRON/nsubj>took took=take/VERB/ROOT 72/NUM/nummod>hours hours/NOUN/obj>took "
    "instead/ADV/case>{0} of/ADP/fixed>instead the/DET/det>{0} "
)
UNITS = {
    "instead of": (HOURS.format("48") + "48/NUM/obl>took", "48", "duration", "hour"),
    "from, of what stands behind to": (
        (
            "It/PRON/nsubj>fell fell=fall/VERB/ROOT from/ADP/case>2.3 an/DET/det>2.3 "
            "early/ADJ/amod>2.3 2.3/NUM/obl>fell "
            "to/ADP/case>tonnes 0.9/NUM/nummod>tonnes tonnes/NOUN/obl>fell"
        ),
        "2.3",
        "measure",
        "metric_ton",
    ),
    "up from": (
        (
            "It/PRON/nsubj>cost cost/VERB/ROOT $/SYM/obj>cost 90/NUM/nummod>$ up/ADV/advmod>cost "
            "from/ADP/case>70 a/DET/det>70 mere/ADJ/amod>70 70/NUM/obl>up"
        ),
        "70",
        "money",
        "USD",
    ),
}
NO_UNITS = {
    "a noun of its own": (HOURS.format("men") + "48/NUM/nummod>men men/NOUN/obl>took", "48"),
    "a count before it": (
        (
            "They/PRON/nsubj>own own/VERB/ROOT 9/NUM/nummod>guns guns/NOUN/obj>own "
            "up/ADV/advmod>own "
            "from/ADP/case>7 7/NUM/obl>up"
        ),
        "7",
    ),
    "another sentence": (
        (
            "It/PRON/nsubj>cost cost/VERB/ROOT $/SYM/obj>cost 90/NUM/nummod>$ ./PUNCT/punct>cost "
            "They/PRON/nsubj>rose rose/VERB/ROOT from/ADP/case>70 70/NUM/obl>rose"
        ),
        "70",
    ),
}


@pytest.mark.parametrize("notation", PLACES.values(), ids=PLACES)
def test_place_is_no_qualifier(notation: str) -> None:
    """Where the parse gives the word to the verb or the noun, the number is exact."""
    found = read_parsed(parsed(notation))["14"]

    assert (found.qualifier, found.qualifier_span) == ("exact", None)
    assert found.low == found.high == found.value == 14


def test_qualifier_of_an_amount_stays() -> None:
    """Where the parse gives the word to the number, it bounds it."""
    found = read_parsed(parsed(BOUND))["14"]

    assert (found.qualifier, found.low, found.high) == ("more_than", Decimal(14), None)


@pytest.mark.parametrize(("notation", "number", "kind", "unit"), UNITS.values(), ids=UNITS)
def test_compared_number_shares_the_unit(notation: str, number: str, kind: str, unit: str) -> None:
    """A bare number has kind and unit of the figure that it is compared with."""
    found = read_parsed(parsed(notation))[number]

    assert (found.kind, found.unit) == (kind, unit)
    assert found.rule.endswith("/shared")


@pytest.mark.parametrize(("notation", "number"), NO_UNITS.values(), ids=NO_UNITS)
def test_other_number_has_no_unit(notation: str, number: str) -> None:
    """A number that counts something, or is compared with no measure, stays a count."""
    assert read_parsed(parsed(notation))[number].kind == "count"
