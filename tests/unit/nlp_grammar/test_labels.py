"""Figures behind a colon count what the label before it names."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.grammar.labels import label_before
from tests.parsed import parsed, view_of

KILLED = "Killed=kill/VERB/ROOT :/PUNCT/punct>34 34/NUM/dep>Killed "
CASES = {
    "participle alone": (KILLED, "34", ("Killed", "killed")),
    "ends at a semicolon": (
        (
            f"{KILLED};/PUNCT/punct>injured injured/ADJ/conj>Killed :/PUNCT/punct>112 "
            "112/NUM/dep>Killed"
        ),
        "112",
        ("injured", "injured"),
    ),
    "noun before a participle": (
        (
            "Old/ADJ/amod>rifles rifles/NOUN/nsubj>handed handed=hand/VERB/ROOT "
            "in/ADV/advmod>handed "
            ":/PUNCT/punct>318 318/NUM/obl>handed"
        ),
        "318",
        ("Old rifles", "rifle"),
    ),
    "last noun before a preposition": (
        (
            "Police/NOUN/compound>officers officers/NOUN/ROOT in/ADP/case>camps "
            "camps/NOUN/nmod>officers :/PUNCT/punct>2 2/NUM/appos>officers"
        ),
        "2",
        ("Police officers", "officer"),
    ),
    "starts with its sentence": (
        (
            "They/PRON/nsubj>left left=leave/VERB/ROOT Tanks/NOUN/ROOT :/PUNCT/punct>9 "
            "9/NUM/appos>Tanks"
        ),
        "9",
        ("Tanks", "tank"),
    ),
}


@pytest.mark.parametrize(("notation", "figure", "expected"), CASES.values(), ids=CASES)
def test_label_is_the_noun_before_the_colon(
    notation: str, figure: str, expected: tuple[str, str]
) -> None:
    """A label goes back to the mark before it; its noun wins over its participle."""
    label = label_before(view_of(parsed(notation), figure))

    assert label is not None
    assert (label.span.text, label.head, label.rule) == (*expected, "label_before")


def test_figure_without_a_colon_has_no_label() -> None:
    """The colon stands right before the amount."""
    notation = "They/PRON/nsubj>said said/VERB/ROOT :/PUNCT/punct>hit about/ADV/advmod>hit hit/VERB"
    doc = parsed(f"{notation}/ccomp>said 34/NUM/obj>hit")

    assert label_before(view_of(doc, "34")) is None
