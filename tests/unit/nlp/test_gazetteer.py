"""Names of the gazetteer: the longest match, its label, its entity, its case."""

from __future__ import annotations

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.linking.names import normalise_name
from tasks.nlp.pipeline import RULES, load_pipeline


def mentions(text: str) -> list[tuple[str, str, str]]:
    """Return text, label and entity key of each mention."""
    found = extract_document(load_pipeline(RULES), DocumentInput("d", text)).mentions
    return [(m.span.text, m.label, m.known_key) for m in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("He went to South Sudan.", ["South Sudan"], id="longest"),
        pytest.param("They joined Islamic State.", ["Islamic State"], id="several_words"),
        pytest.param("It is in the us now.", [], id="case_of_an_acronym"),
        pytest.param("It is in the US now.", ["US"], id="acronym"),
        pytest.param("Russia's army left.", ["Russia"], id="without_possessive"),
    ],
)
def test_mention_is_the_longest_known_name(text: str, names: list[str]) -> None:
    """The longest known name is the mention, in its own case, without the possessive."""
    assert [name for name, _, _ in mentions(text)] == names


def test_aliases_refer_to_one_entity() -> None:
    """ISIS, ISIL and Daesh are one organisation; US and United States one country."""
    found = mentions("ISIS, ISIL and Daesh fought the US. The United States won.")

    assert len({key for _, label, key in found if label == "ORG"}) == 1
    assert len({key for _, label, key in found if label == "GPE"}) == 1


def test_nationality_refers_to_its_country() -> None:
    """A nationality is a mention of its own label that refers to the country."""
    found = {label: key for _, label, key in mentions("Russian troops left Russia.")}

    assert found["NORP"] == found["GPE"]


@pytest.mark.parametrize(
    ("name", "key"),
    [("Jürgen  Stock", "jurgen-stock"), ("U.S.", "u-s"), ("…", "unnamed"), ("ÉLAN", "elan")],
)
def test_normalise_name_folds_case_and_accents(name: str, key: str) -> None:
    """The key of an unknown name has no case, accents or marks."""
    assert normalise_name(name) == key
