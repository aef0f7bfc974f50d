"""Acronyms are the names that the document spells out, whatever the seeds know of them."""

from __future__ import annotations

import pytest

from tests.linked_texts import linked, things_of


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("The [Kestrel Lake Bureau|ORG] ([KLB|ORG]) met.", id="brackets"),
        pytest.param("The [Kestrel Lake Bureau|ORG] (the [KLB|ORG]) met.", id="article"),
        pytest.param('The [Kestrel Lake Bureau|ORG] ("[KLB|ORG]") met.', id="quoted"),
        pytest.param("The [KLB|ORG] ([Kestrel Lake Bureau|ORG]) met.", id="acronym_first"),
        pytest.param("The [Kestrel Lake Bureau|ORG]'s ([KLB|ORG]) men met.", id="possessive"),
        pytest.param("The [Kestrel Lake Bureau|ORG], also known as [KLB|ORG], met.", id="known_as"),
        pytest.param(
            "The [Kestrel Lake Bureau|ORG], known by its acronym [KLB|ORG], met.", id="by_acronym"
        ),
        pytest.param("The [Jund Vadda|ORG] ([Army of Vadda|ORG]) met.", id="translation"),
        pytest.param("The [Biro Danau|ORG] ([KLB|ORG]) met.", id="letters_of_another_language"),
    ],
)
def test_name_in_brackets_is_the_same_body(marked: str) -> None:
    """A body and what stands in brackets behind it are one, whatever the letters."""
    found = linked(marked)

    assert len(found.entities) == 1
    assert [m.link_rule for m in found.mentions if m.link_rule != "same_name"] == ["acronym_pair"]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Halden|GPE] ([SVR|GPE]) burned.", id="places"),
        pytest.param("[Ada Korr|PERSON] ([KLB|ORG]) spoke.", id="body_of_a_person"),
        pytest.param("[Storm Ada|EVENT] ([Flood|EVENT]) came.", id="no_acronym"),
        pytest.param("The [Kestrel Lake Bureau|ORG] and the [ZZX|ORG] met.", id="no_bracket"),
        pytest.param(
            "[Russia|GPE russia]'s [United Nations|ORG united-nations] "
            "([FSB|ORG federal-security-service]) met.",
            id="two_known_bodies",
        ),
    ],
)
def test_brackets_do_not_join_other_things(marked: str) -> None:
    """Places, a person's body, events and bodies that are known to be two stay apart."""
    found = linked(marked)

    assert len(found.entities) == len(found.mentions)


@pytest.mark.parametrize("label", ["ORG", "EVENT", "LAW", "WEAPON", "VEHICLE", "PRODUCT"])
def test_acronym_without_brackets_goes_by_its_initials(label: str) -> None:
    """The only name with these initials is meant, wherever it stands."""
    found = linked(f"[KLB|{label}] came. The [Kestrel Lake Bureau|{label}] went.")

    assert things_of(found) == [["KLB", "Kestrel Lake Bureau"]]
    assert found.mentions[0].link_rule == "initials"


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "[Kestrel Lake Bureau|ORG], [Korr Land Bank|ORG], [KLB|ORG]", id="two_such_names"
        ),
        pytest.param("[Kestrel Lake|ORG], [KL|ORG]", id="two_letters"),
        pytest.param("[Kestrel Lake Bureau|ORG], [KLB|PRODUCT]", id="other_family"),
        pytest.param("[Kestrel Lake Bureau|ORG], [Klb|ORG]", id="no_acronym"),
    ],
)
def test_doubtful_initials_link_nothing(marked: str) -> None:
    """Two names of these initials, two letters or another family prove nothing."""
    found = linked(marked)

    assert len(found.entities) == len(found.mentions)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "The [Fenland Storks Board|ORG] ([FSB|ORG federal-security-service]) met. "
            "The [FSB|ORG federal-security-service] left.",
            id="brackets",
        ),
        pytest.param(
            "The [Fenland Storks Board|ORG] met. The [FSB|ORG federal-security-service] left.",
            id="initials",
        ),
    ],
)
def test_what_the_document_spells_out_wins_over_the_seeds(marked: str) -> None:
    """An acronym that the document explains otherwise is not what the seeds take it for."""
    [entity] = linked(marked).entities

    assert (entity.key, entity.is_seeded) == ("fenland-storks-board", False)


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("left. The [FSB|ORG federal-security-service] too.", id="initials"),
        pytest.param("([FSB|ORG federal-security-service]) left.", id="brackets"),
    ],
)
def test_known_acronym_stays_where_its_name_is_given_too(behind: str) -> None:
    """A name of the same initials takes nothing from what the document names in full."""
    found = linked(
        "The [Federal Security Service|ORG federal-security-service] met. "
        f"The [Fenland Storks Board|ORG] {behind}"
    )

    assert things_of(found) == [["Federal Security Service", "FSB"], ["Fenland Storks Board"]]


def test_known_body_in_brackets_is_not_what_it_belongs_to() -> None:
    """A branch with its known mother body behind it and that body are two."""
    found = linked(
        "The [Vadda Brigade|ORG] ([ISIS|ORG islamic-state]) fought [IS|ORG islamic-state]."
    )

    assert things_of(found) == [["Vadda Brigade"], ["ISIS", "IS"]]
    assert found.entities[1].key == "islamic-state"


def test_brackets_join_a_known_name_with_an_unknown_acronym() -> None:
    """What is known of one name holds for the other."""
    [entity] = linked("The [United Nations|ORG united-nations] ([ONU|ORG]) met.").entities

    assert (entity.key, entity.name) == ("united-nations", "United Nations")
    assert entity.other_names == ("onu",)
