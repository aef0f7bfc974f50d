"""The component of arms: which names of others it keeps, and what it knows of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy

from tasks.nlp.entities.armaments.component import NAME, NOT_ARMS, add_armaments
from tasks.nlp.entities.gazetteer import NAME as GAZETTEER_NAME
from tasks.nlp.entities.merging import GAZETTEER, MODEL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def doc_of(text: str, *names: tuple[str, str, str, str]) -> Doc:
    """Return a Doc after the component ran.

    Args:
        text: The text.
        names: Names that others found before: text, label, seed key and source.
    """
    doc = spacy.blank("en")(text)
    doc.ents = [span_of(doc, *name) for name in names]
    read: Doc = add_armaments(doc)
    return read


def span_of(doc: Doc, text: str, label: str, key: str, source: str) -> Span:
    """Return the first place of a name in a Doc."""
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text), label=label, kb_id=key, span_id=source)
    assert found is not None
    return found


def names_of(doc: Doc) -> list[tuple[str, str, str]]:
    """Return text, label and seed key of each name."""
    return [(ent.text, ent.label_, ent.kb_id_) for ent in doc.ents]


def test_arms_and_other_names_stand_in_order() -> None:
    """Names of others stay where no weapon is."""
    doc = doc_of(
        "Ada Korr sold two rifles in Halden.",
        ("Ada Korr", "PERSON", "", MODEL),
        ("Halden", "GPE", "", MODEL),
    )

    assert names_of(doc) == [
        ("Ada Korr", "PERSON", ""),
        ("rifles", "WEAPON", ""),
        ("Halden", "GPE", ""),
    ]
    assert [ent.id_ for ent in doc.ents] == [MODEL, "armament:noun", MODEL]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param(
            "They sold AK-47 rifles.",
            ("AK-47", "WEAPON", "ak-47", GAZETTEER),
            ("AK-47 rifles", "WEAPON", "ak-47"),
            id="longer_noun_takes_the_key",
        ),
        pytest.param(
            "They sold AK-47s.",
            ("AK-47s", "WEAPON", "ak-47", GAZETTEER),
            ("AK-47s", "WEAPON", "ak-47"),
            id="equal_span_takes_the_key",
        ),
        pytest.param(
            "They sold Varek rifles.",
            ("Varek", "ORG", "varek", GAZETTEER),
            ("Varek", "ORG", "varek"),
            id="maker_gives_no_key",
        ),
        pytest.param(
            "They sold AK-47 rifles.",
            ("AK-47", "WEAPON", "", MODEL),
            ("AK-47 rifles", "WEAPON", ""),
            id="model_gives_no_key",
        ),
    ],
)
def test_known_arms_in_a_name_tell_what_it_is(
    text: str, name: tuple[str, str, str, str], expected: tuple[str, str, str]
) -> None:
    """A name that holds one known weapon is that weapon."""
    assert names_of(doc_of(text, name))[0] == expected


@pytest.mark.parametrize(("keys", "expected"), [(("one", "one"), "one"), (("one", "two"), "")])
def test_two_known_arms_in_a_name_must_be_the_same(keys: tuple[str, str], expected: str) -> None:
    """Code and name of one weapon are that weapon; what may be two things is neither."""
    code, word = keys
    doc = doc_of(
        "They lost M1A2 Abrams tanks.",
        ("M1A2", "VEHICLE", code, GAZETTEER),
        ("Abrams", "VEHICLE", word, GAZETTEER),
    )

    assert names_of(doc) == [("M1A2 Abrams tanks", "VEHICLE", expected)]


@pytest.mark.parametrize("label", ["WEAPON", "VEHICLE"])
def test_weapon_of_the_model_alone_is_left_out_with_the_reason(label: str) -> None:
    """What no noun, designation or seed says to be a weapon is none."""
    doc = doc_of("They sold Brightspear there.", ("Brightspear", label, "", MODEL))

    assert names_of(doc) == []
    [lost] = doc._.lost_names
    assert (lost.text, lost.label, lost.rule, lost.reason) == (
        "Brightspear",
        label,
        MODEL,
        NOT_ARMS,
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "They sold Brightspear there.",
            ("Brightspear", "WEAPON", "brightspear", GAZETTEER),
            id="known",
        ),
        pytest.param(
            "They sold Brightspear there.", ("Brightspear", "PRODUCT", "", MODEL), id="other_label"
        ),
        pytest.param(
            "They sold Brightspear missiles there.",
            ("Brightspear missiles", "WEAPON", "", MODEL),
            id="with_a_noun",
        ),
    ],
)
def test_weapon_with_a_witness_stays(text: str, name: tuple[str, str, str, str]) -> None:
    """A seed, another label or a noun in the name is enough."""
    doc = doc_of(text, name)

    assert [ent.text for ent in doc.ents] == [name[0]]


def test_names_that_lost_before_stay_lost() -> None:
    """The component adds to the names that lost, in order of the text."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "ORG", "pattern": "Russia"},
            {"label": "WEAPON", "pattern": "Brightspear", "id": MODEL},
        ]
    )
    nlp.add_pipe(GAZETTEER_NAME)
    nlp.add_pipe(NAME)

    doc = nlp("They sold Brightspear to Russia.")

    assert [(lost.text, lost.label) for lost in doc._.lost_names] == [
        ("Brightspear", "WEAPON"),
        ("Russia", "ORG"),
    ]


def test_arms_outside_of_what_is_read_are_no_names() -> None:
    """Where a Doc says which parts are read for names, others have none."""
    doc = spacy.blank("en")("Two rifles here. Two pistols there.")
    doc.spans["name_text"] = [doc[4:]]

    assert [ent.text for ent in add_armaments(doc).ents] == ["pistols"]
