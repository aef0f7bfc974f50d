"""Who acts in the clauses of a Doc."""

import pytest

from tasks.nlp.quotes.acting import read_acting
from tests.parsed import parsed

LEFT = "{}>left left=leave/VERB:VBD/ROOT "
ACTING = {
    "person": "doctors/NOUN/nsubj",
    "body": "army/NOUN/nsubj",
    "document": "report/NOUN/nsubj",
    "passive subject": "mayor/NOUN/nsubj:pass",
}
NOT_ACTING = {
    "pronoun": "they/PRON/nsubj",
    "thing": "river/NOUN/nsubj",
    "object": "doctors/NOUN/obj",
    "subject clause": "doctors/NOUN/csubj",
    "weapon": "Orvu/PROPN/nsubj",
}


def acting(notation: str, names: dict[str, str] | None = None) -> list[str]:
    """Return who acts in a whole text."""
    doc = parsed(notation, names)
    return [source.span.text for source in read_acting(doc, [(0, len(doc.text))])]


@pytest.mark.parametrize("name", ACTING)
def test_subjects_that_could_speak_act(name: str) -> None:
    """Persons, bodies and texts, also those to whom something is done."""
    assert acting(LEFT.format(ACTING[name])) == [ACTING[name].partition("/")[0]]


@pytest.mark.parametrize("name", NOT_ACTING)
def test_others_do_not(name: str) -> None:
    """A pronoun means somebody before it; things and objects are no subjects that speak."""
    assert acting(LEFT.format(NOT_ACTING[name]), NAMES.get(name)) == []


NAMES = {"weapon": {"Orvu": "WEAPON"}}


@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE", "NORP", "FAC"])
def test_names_of_parties_act(label: str) -> None:
    """A name is known by its label."""
    assert acting(LEFT.format("Orvu/PROPN/nsubj"), {"Orvu": label}) == ["Orvu"]


def test_order_is_that_of_the_text() -> None:
    """A pronoun behind looks back over them."""
    second = LEFT.format("mayor/NOUN/nsubj").replace("left", "slept")

    assert acting(LEFT.format("doctors/NOUN/nsubj") + second) == ["doctors", "mayor"]


def test_only_stretches_are_read() -> None:
    """Nobody acts in a table."""
    doc = parsed(LEFT.format("doctors/NOUN/nsubj"))

    assert read_acting(doc, [(8, len(doc.text))]) == []
    assert read_acting(doc, []) == []
