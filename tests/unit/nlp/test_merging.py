"""Names that several sources find at one place: the longest, of equal ones the surest."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
import spacy

from tasks.nlp.entities.gazetteer import NAME
from tasks.nlp.entities.merging import ARMAMENT, GAZETTEER, MODEL, merged, source_of

if TYPE_CHECKING:
    from spacy.tokens import Span

DOC = spacy.blank("en")("The United Nations Security Council met Kestrel rockets in Jordan .")


def name(text: str, label: str, rule: str) -> Span:
    """Return the first place of a text as a candidate; what the gazetteer finds has a seed key."""
    start = DOC.text.index(text)
    known = "seed" if source_of_rule(rule) == GAZETTEER else ""
    found = DOC.char_span(start, start + len(text), label=label, kb_id=known, span_id=rule)
    assert found is not None
    return found


def source_of_rule(rule: str) -> str:
    """Return the source that a rule begins with."""
    return rule.partition(":")[0]


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        pytest.param([("Jordan", "GPE", MODEL)], [("Jordan", "GPE", "")], id="only_the_model"),
        pytest.param([("Jordan", "GPE", GAZETTEER)], [("Jordan", "GPE", "seed")], id="only_known"),
        pytest.param(
            [("Jordan", "ORG", MODEL), ("Jordan", "GPE", GAZETTEER)],
            [("Jordan", "GPE", "seed")],
            id="known_before_the_model",
        ),
        pytest.param(
            [
                ("Kestrel rockets", "WEAPON", "armament:noun"),
                ("Kestrel rockets", "ORG", GAZETTEER),
                ("Kestrel rockets", "PRODUCT", MODEL),
            ],
            [("Kestrel rockets", "WEAPON", "")],
            id="arms_before_all",
        ),
        pytest.param(
            [
                ("United Nations Security Council", "ORG", MODEL),
                ("United Nations", "ORG", GAZETTEER),
            ],
            [("United Nations Security Council", "ORG", "")],
            id="longer_of_the_model",
        ),
        pytest.param(
            [("Nations", "ORG", MODEL), ("United Nations", "ORG", GAZETTEER)],
            [("United Nations", "ORG", "seed")],
            id="longer_known",
        ),
        pytest.param(
            [("Kestrel", "ORG", GAZETTEER), ("Kestrel rockets", "WEAPON", "armament:noun")],
            [("Kestrel rockets", "WEAPON", "")],
            id="longer_arms",
        ),
        pytest.param(
            [("Jordan", "GPE", GAZETTEER), ("United Nations", "ORG", MODEL)],
            [("United Nations", "ORG", ""), ("Jordan", "GPE", "seed")],
            id="order_of_the_text",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_the_fuller_name_wins_then_the_surer_source(
    candidates: list[tuple[str, str, str]], expected: list[tuple[str, str, str]]
) -> None:
    """The longer span wins; of equal ones the earlier source, whatever order they come in."""
    for some in permutations(candidates):
        kept, _ = merged(name(*candidate) for candidate in some)
        assert [(one.text, one.label_, one.kb_id_) for one in kept] == expected


@pytest.mark.parametrize(
    ("winner", "loser", "reason"),
    [
        pytest.param(
            ("United Nations Security Council", "ORG", MODEL),
            ("United Nations", "ORG", GAZETTEER),
            "'United Nations Security Council' is longer",
            id="longer",
        ),
        pytest.param(
            ("Jordan", "GPE", GAZETTEER),
            ("Jordan", "PERSON", MODEL),
            "'Jordan' comes first (gazetteer)",
            id="surer",
        ),
        pytest.param(
            ("Kestrel rockets", "WEAPON", "armament:noun"),
            ("Kestrel rockets", "ORG", MODEL),
            "'Kestrel rockets' comes first (armament)",
            id="arms",
        ),
    ],
)
def test_lost_name_says_what_stands_in_its_place(
    winner: tuple[str, str, str], loser: tuple[str, str, str], reason: str
) -> None:
    """A candidate that is no mention is kept with its place, label, rule and the reason."""
    _, [lost] = merged([name(*loser), name(*winner)])

    assert (lost.text, lost.label, lost.rule, lost.reason) == (*loser, reason)
    assert DOC.text[lost.start_char : lost.end_char] == lost.text


def test_names_that_lost_come_in_order_of_the_text() -> None:
    """The order of the candidates does not matter."""
    candidates = [
        name("Jordan", "GPE", GAZETTEER),
        name("Jordan", "ORG", MODEL),
        name("United Nations", "ORG", GAZETTEER),
        name("Nations", "ORG", MODEL),
    ]

    for some in permutations(candidates):
        assert [lost.text for lost in merged(some)[1]] == ["Nations", "Jordan"]


def test_source_is_the_beginning_of_the_rule() -> None:
    """What follows the colon tells how the source found the name."""
    assert source_of(name("Jordan", "GPE", f"{ARMAMENT}:designation/T")) == ARMAMENT
    assert source_of(name("Jordan", "GPE", MODEL)) == MODEL


def test_labels_of_another_pipeline_are_translated_or_dropped() -> None:
    """CoNLL's PER is our PERSON; a DATE is no name."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": "PER", "pattern": "Aminata Sow"}, {"label": "DATE", "pattern": "Monday"}]
    )
    nlp.add_pipe(NAME)

    doc = nlp("Aminata Sow left on Monday.")

    assert [(one.text, one.label_, one.id_) for one in doc.ents] == [
        ("Aminata Sow", "PERSON", MODEL)
    ]
