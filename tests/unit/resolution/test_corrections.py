"""Decisions of analysts: merge, split, relabel, hide, and those that find nothing."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.document_things import (
    correction,
    entity_of,
    frame_of,
    resolved,
    same_things,
    thing,
)

KORR = thing("a", "PERSON", "Ada Korr", around="ML")
VOSK = thing("b", "PERSON", "Jo Vosk", around="NE")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Jo Vosk", id="as_written"),
        pytest.param("jo vosk", id="case"),
        pytest.param("Jö  Vosk", id="accent_and_spaces"),
    ],
)
def test_merge_makes_one_thing_of_two_names(name: str) -> None:
    """The things of both names are the target, however the decision spells them."""
    merge = correction("merge", name, target="Ada Korr")

    assert same_things([KORR, VOSK], [merge]) == [["a", "b"]]
    assert entity_of([KORR, VOSK], [merge])["entity_name"] == "Ada Korr"


def test_rule_tells_what_a_decision_has_moved() -> None:
    """Only the row that changed its thing was corrected."""
    merge = correction("merge", "Jo Vosk", target="Ada Korr")
    rows = resolved([KORR, VOSK], [merge]).document_entities

    assert rows["resolution_rule"].to_list() == ["same_name", "correction"]


def test_merge_reaches_other_names_of_a_thing() -> None:
    """A name that a document gives beside the fullest one is enough."""
    other = thing("b", "PERSON", "Jo Vosk", other_names="the-heron;jo", around="NE")

    assert same_things([KORR, other], [correction("merge", "The Heron", target="Ada Korr")]) == [
        ["a", "b"]
    ]


def test_merge_into_a_seed_gives_its_name() -> None:
    """A thing that becomes one of the seeds has their key."""
    state = thing("b", "ORG", "Islamic State", seed="islamic-state")
    group = thing("a", "ORG", "Kestrel Brigade")
    merge = correction("merge", "Kestrel Brigade", label="ORG", target="Islamic State")

    row = entity_of([group, state], [merge])
    assert (row["canonical_key"], row["entity_name"], row["is_seeded"]) == (
        "islamic-state",
        "Islamic State",
        True,
    )


def test_merges_may_follow_each_other() -> None:
    """One name becomes a second, and that a third, in any order of the decisions."""
    things = [KORR, VOSK, thing("c", "PERSON", "Ilm Amsel", around="FR")]
    merges = [
        correction("merge", "Jo Vosk", target="Ada Korr"),
        correction("merge", "Ada Korr", target="Ilm Amsel"),
    ]

    for some in permutations(merges):
        assert same_things(things, some) == [["a", "b", "c"]]


def test_merges_in_a_circle_end() -> None:
    """Two decisions that contradict each other make one thing and no endless loop."""
    merges = [
        correction("merge", "Jo Vosk", target="Ada Korr"),
        correction("merge", "Ada Korr", target="Jo Vosk"),
    ]

    assert same_things([KORR, VOSK], merges) == [["a", "b"]]


def test_merge_makes_one_of_namesakes() -> None:
    """Things that resolution has kept apart are the target of their name together."""
    namesakes = [
        thing("a", "PERSON", "Ada Korr", context="country:ML"),
        thing("b", "PERSON", "Ada Korr", context="country:NE"),
    ]

    assert same_things(namesakes) == [["a"], ["b"]]
    assert same_things(namesakes, [correction("merge", "Ada Korr", target="Ada Korr")]) == [
        ["a", "b"]
    ]


def test_merge_over_labels_needs_the_label_of_the_target() -> None:
    """A name of another label is another name, unless the decision states it."""
    group = thing("b", "ORG", "Vosk", around="ML")
    plain = correction("merge", "Vosk", label="ORG", target="Ada Korr")
    full = correction("merge", "Vosk", label="ORG", target="Ada Korr", target_label="PERSON")

    assert same_things([KORR, group], [plain]) == [["a"], ["b"]]
    assert same_things([KORR, group], [full]) == [["a", "b"]]


def test_split_takes_one_document_off() -> None:
    """A document that a decision names has a thing of its own."""
    things = [thing(document, "PERSON", "Ada Korr", around="ML") for document in "abc"]
    split = correction("split", "Ada Korr", document="b", target="Ada Korr of Ilm")

    assert same_things(things) == [["a", "b", "c"]]
    assert same_things(things, [split]) == [["a", "c"], ["b"]]
    keys = resolved(things, [split]).entities["canonical_key"].to_list()
    assert sorted(keys) == ["ada-korr", "ada-korr|split-ada-korr-of-ilm"]


def test_split_off_documents_of_one_target_are_one_thing() -> None:
    """What two decisions call alike is one."""
    things = [thing(document, "PERSON", "Ada Korr", around="ML") for document in "abc"]
    splits = [
        correction("split", "Ada Korr", document=document, target="Other Korr") for document in "bc"
    ]

    assert same_things(things, splits) == [["a"], ["b", "c"]]


def test_split_holds_for_things_of_the_seeds() -> None:
    """The seeds may be wrong of one document."""
    things = [thing(document, "ORG", "Islamic State", seed="islamic-state") for document in "ab"]
    split = correction("split", "Islamic State", label="ORG", document="b", target="Club")

    assert same_things(things, [split]) == [["a"], ["b"]]
    entities = resolved(things, [split]).entities.select("canonical_key", "is_seeded")
    assert dict(entities.iter_rows()) == {"islamic-state": True, "islamic-state|split-club": False}


def test_relabel_changes_label_and_thing() -> None:
    """What was filed as a person is a body, together with the body of that name."""
    things = [
        thing("a", "PERSON", "Varek Tide", around="ML"),
        thing("b", "ORG", "Varek Tide", around="ML"),
    ]
    relabel = correction("relabel", "Varek Tide", target_label="ORG")

    assert entity_of(things, [relabel])["label"] == "ORG"


def test_relabel_leaves_other_families_alone() -> None:
    """A decision on a person says nothing of a place of that name."""
    things = [thing("a", "GPE", "Varek", around="ML")]
    relabel = correction("relabel", "Varek", target_label="ORG")

    assert entity_of(things, [relabel])["label"] == "GPE"


def test_decisions_on_a_relabelled_thing_state_its_new_label() -> None:
    """A split of what another decision has made a body is found, and is not idle."""
    things = [thing(document, "PERSON", "Varek Tide", around="ML") for document in "ab"]
    corrections = [
        correction("relabel", "Varek Tide", target_label="ORG"),
        correction("split", "Varek Tide", label="ORG", document="b"),
    ]

    assert same_things(things, corrections) == [["a"], ["b"]]
    assert resolved(things, corrections).idle_corrections == []


def test_hidden_thing_stays_with_its_mark() -> None:
    """Hiding is for the marts: the thing keeps its row, all others are shown."""
    entities = resolved([KORR, VOSK], [correction("hide", "Ada Korr")]).entities

    assert dict(entities.select("entity_name", "is_hidden").iter_rows()) == {
        "Ada Korr": True,
        "Jo Vosk": False,
    }


def test_hidden_name_hides_what_it_was_merged_into() -> None:
    """Hiding follows merges."""
    corrections = [
        correction("hide", "Jo Vosk"),
        correction("merge", "Jo Vosk", target="Ada Korr"),
    ]

    assert entity_of([KORR, VOSK], corrections)["is_hidden"]


@pytest.mark.parametrize(
    ("decision", "is_idle"),
    [
        pytest.param(correction("hide", "Ada Korr"), False, id="found"),
        pytest.param(correction("hide", "Nobody"), True, id="no_such_name"),
        pytest.param(correction("hide", "Ada Korr", label="ORG"), True, id="other_label"),
        pytest.param(correction("split", "Ada Korr", document="z"), True, id="no_such_document"),
        pytest.param(correction("merge", "Ada Korr", target="Nobody"), True, id="no_such_target"),
        pytest.param(correction("merge", "Ada Korr", target="Jo Vosk"), False, id="target_found"),
    ],
)
def test_decision_that_finds_nothing_is_idle(decision: object, *, is_idle: bool) -> None:
    """A decision whose name or target no document bears is handed back by its id."""
    idle = resolved([KORR, VOSK], [decision]).idle_corrections  # type: ignore[list-item]

    assert bool(idle) is is_idle


def test_idle_decisions_change_nothing() -> None:
    """A decision on names that are not there leaves all as it is."""
    idle = [correction("merge", "Nobody", target="Ada Korr"), correction("hide", "Nobody")]
    before, after = resolved([KORR, VOSK]), resolved([KORR, VOSK], idle)

    assert before.entities.equals(after.entities)
    assert before.document_entities.equals(after.document_entities)


def test_place_that_is_merged_lies_where_its_target_lies() -> None:
    """Key, country and point of the entity are those of one place."""
    things = [
        thing("a", "GPE", "Halden", place="a-1", country_code="NO", at=(1.0, 2.0)),
        thing("b", "GPE", "Ilm", place="b-1", country_code="DE", at=(3.0, 4.0)),
    ]
    merge = correction("merge", "Halden", label="GPE", target="Ilm")

    row = entity_of(things, [merge])
    assert (row["entity_name"], row["place_key"]) == ("Ilm", "b-1")
    assert (row["country_code"], row["latitude"], row["longitude"]) == ("DE", 3.0, 4.0)


def test_corrections_keep_every_row() -> None:
    """No decision loses a thing of a document."""
    things = [KORR, VOSK]
    corrections = [
        correction("split", "Ada Korr", document="a"),
        correction("merge", "Jo Vosk", target="Ada Korr"),
        correction("hide", "Jo Vosk"),
    ]

    rows = resolved(things, corrections).document_entities
    assert rows.height == frame_of(things).height
    assert rows["entity_id"].null_count() == 0
