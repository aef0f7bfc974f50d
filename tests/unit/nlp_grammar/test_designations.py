"""Numbers that name the thing before them."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.designations import as_designation
from tests.parsed import parsed, view_of

TO = "They/PRON/nsubj>came came=come/VERB/ROOT to/ADP/case>{0} "
NAMES = {
    "common noun": (TO.format("hall") + "hall/NOUN/obl>came 12/NUM/flat>hall", "12"),
    "name": (TO.format("Fort") + "Fort/PROPN/obl>came 12/NUM/nummod>Fort", "12"),
}
AMOUNTS = {
    "plural noun": (TO.format("halls") + "halls/NOUN/obl>came 12/NUM/appos>halls", "12"),
    "victims": (TO.format("dead") + "dead/NOUN/obl>came 12/NUM/appos>dead", "12"),
    "people": (TO.format("people") + "people/NOUN:NN/obl>came 12/NUM/appos>people", "12"),
    "long number": (TO.format("hall") + "hall/NOUN/obl>came 12345/NUM/flat>hall", "12345"),
    "spelt number": (TO.format("hall") + "hall/NOUN/obl>came twelve/NUM/flat>hall", "twelve"),
    "number of its own": (TO.format("hall") + "hall/NOUN/obl>came 12/NUM/obj>came", "12"),
    "qualified number": (
        TO.format("hall") + "hall/NOUN/obl>came about/ADV/advmod>12 12/NUM/flat>hall",
        "12",
    ),
    "verb before it": ("They/PRON/nsubj>met met/VERB/ROOT 12/NUM/nummod>met", "12"),
    "first word": ("12/NUM/nsubj>came came/VERB/ROOT", "12"),
}


@pytest.mark.parametrize(("notation", "number"), NAMES.values(), ids=NAMES)
def test_number_behind_a_singular_noun_is_its_name(notation: str, number: str) -> None:
    """Such a number is refused, with the reason."""
    refused = as_designation(view_of(parsed(notation), number))

    assert refused is not None
    assert (refused.span.text, refused.reason, refused.rule) == (
        number,
        "designation",
        "number_of_noun",
    )


@pytest.mark.parametrize(("notation", "number"), AMOUNTS.values(), ids=AMOUNTS)
def test_other_number_is_an_amount(notation: str, number: str) -> None:
    """What may count something is kept."""
    assert as_designation(view_of(parsed(notation), number)) is None
