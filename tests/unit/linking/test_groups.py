"""Mentions of one written name are a group; links make groups one thing."""

from __future__ import annotations

import pytest

from tasks.nlp.linking.groups import family_of, group_mentions
from tests.linked_texts import links_of, place, positions_of, read_marked

STATE, UNION = "state-body", "union-body"


@pytest.mark.parametrize(
    ("marked", "groups"),
    [
        pytest.param("[Vosk|PERSON], [VOSK|PERSON], [Vosk's|PERSON]", [0, 0, 0], id="spelling"),
        pytest.param("[Vosk|PERSON], [Korr|PERSON], [Vosk|PERSON]", [0, 1, 0], id="in_order"),
        pytest.param("[Halden|GPE], [Halden|FAC], [Halden|LOC]", [0, 0, 0], id="places"),
        pytest.param("[Halden|GPE], [Halden|PERSON]", [0, 1], id="families"),
        pytest.param("[Kestrel Ltd|ORG], [Kestrel|ORG]", [0, 0], id="legal_form"),
        pytest.param(
            "[UN|ORG united-nations], [United Nations|ORG united-nations]",
            [0, 0],
            id="known",
        ),
        pytest.param("[UN|ORG united-nations], [UN|ORG]", [0, 1], id="known_and_not"),
    ],
)
def test_group_is_family_and_written_name_or_known_thing(marked: str, groups: list[int]) -> None:
    """Groups are numbered by their first mention."""
    _, mentions = read_marked(marked)

    assert group_mentions(mentions, {})[1] == groups


def test_group_remembers_its_mentions() -> None:
    """Names, labels and positions of a group are in order of the text."""
    _, mentions = read_marked("[Halden|GPE], [Korr|PERSON], [HALDEN|FAC]")

    group = group_mentions(mentions, {})[0][0]

    assert group.names == ["Halden", "HALDEN"]
    assert group.labels == ["GPE", "FAC"]
    assert group.positions == [0, 2]
    assert group.first == 0


def test_names_of_one_place_are_one_group() -> None:
    """What the table of places knows counts more than the name; a seed more than the place."""
    _, mentions = read_marked("[Halden|GPE], [Fredrikshald|GPE], [Ruskin|GPE]")
    places = {
        "Halden": place("h-1"),
        "Fredrikshald": place("h-1"),
        "Ruskin": place("r-1", "RU", "russia"),
    }

    groups, of_mention = group_mentions(mentions, positions_of(mentions, places))

    assert of_mention == [0, 0, 1]
    assert [(group.anchor, group.rule) for group in groups] == [
        ("h-1", "place"),
        ("russia", "place"),
    ]


def test_family_holds_the_labels_of_places_together() -> None:
    """A city, a river and a bridge are one family, all other labels their own."""
    assert {family_of(label) for label in ("GPE", "LOC", "FAC")} == {"place"}
    assert family_of("PERSON") == "PERSON"


@pytest.mark.parametrize(
    ("anchors", "is_one"),
    [
        pytest.param((None, None), True, id="unknown"),
        pytest.param((STATE, None), True, id="one_known"),
        pytest.param((None, UNION), True, id="target_known"),
        pytest.param((STATE, STATE), True, id="same"),
        pytest.param((STATE, UNION), False, id="two_known"),
    ],
)
def test_two_known_things_are_never_linked(
    anchors: tuple[str | None, str | None], *, is_one: bool
) -> None:
    """What is known to be two stays two; what is known of either holds for both."""
    *_, links = links_of("[Vosk|PERSON], [Korr|PERSON]")
    links.anchors = list(anchors)

    assert links.link(0, 1, "test") is is_one
    assert (links.root(0) == links.root(1)) is is_one
    if is_one:
        assert links.anchors[links.root(0)] == (anchors[0] or anchors[1])


def test_known_things_stay_apart_over_others() -> None:
    """A third name does not bring two known things together."""
    *_, links = links_of("[Vosk|PERSON], [Korr|PERSON], [Amsel|PERSON]")
    links.anchors = [STATE, None, UNION]

    assert links.link(0, 1, "test")
    assert not links.link(1, 2, "test")
    assert links.root(0) != links.root(2)


def test_released_anchor_is_forgotten_unless_it_is_the_one() -> None:
    """A name is no longer what the seeds know, save where the document means just that."""
    *_, links = links_of("[Vosk|PERSON], [Korr|PERSON]")
    links.anchors = [STATE, STATE]

    links.release(0, unless=STATE)
    links.release(1, unless=None)

    assert links.anchors == [STATE, None]


def test_rule_is_that_of_the_group_that_came_to_another() -> None:
    """The rule tells why a group is its thing; that of the target stays."""
    *_, links = links_of("[Vosk|PERSON], [Korr|PERSON]")

    links.link(1, 0, "test")

    assert links.rules == ["same_name", "test"]
