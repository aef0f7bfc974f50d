"""Bodies that every state has: whose they are is told by the place beside them, or by the text."""

from __future__ import annotations

import pytest

from tests.linked_texts import linked

MINISTRY = "[Defence Ministry|ORG ministry-of-defense-russia]"
KYIV, MOSCOW = "[Ukraine|GPE ukraine]", "[Russia|GPE russia]"


def keys(marked: str) -> list[str]:
    """Return the key of each organisation of a text."""
    found = linked(marked)
    return [
        found.entities[mention.entity_index].key
        for mention in found.mentions
        if mention.label == "ORG"
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(f"The [Defence Ministry|ORG] in {KYIV} spoke.", "ukraine", id="behind"),
        pytest.param(
            "[Ukrainian|NORP ukraine] [Defence Ministry|ORG] men.", "ukraine", id="before"
        ),
        pytest.param(f"{MOSCOW}'s [Defence Ministry|ORG] spoke.", "russia", id="possessive"),
    ],
)
def test_place_beside_a_body_tells_whose_it_is(marked: str, expected: str) -> None:
    """The seeds' body of that country is meant."""
    assert all(expected in key for key in keys(marked))


def test_two_states_have_two_ministries_in_one_text() -> None:
    """The same words with two places are two bodies."""
    found = keys(f"The [Defence Ministry|ORG] in {KYIV}. The [Defence Ministry|ORG] in {MOSCOW}.")

    assert len(set(found)) == 2


def test_body_of_a_state_that_is_never_named_loses_the_seeds_meaning() -> None:
    """The border guards of a text on Estonia are not Russia's."""
    guards = "[Border Guards Service|ORG border-guard-service-of-russia]"

    assert keys(f"{guards} men left. [Estonia|GPE estonia] watched.") == ["border-guards-service"]
    assert keys(f"{guards} men left. {MOSCOW} watched.") == ["border-guard-service-of-russia"]


def test_body_with_an_acronym_of_its_own_keeps_it() -> None:
    """The Federal Bureau of Investigation is known by it everywhere."""
    bureau = "[Federal Bureau of Investigation|ORG federal-bureau-of-investigation]"
    [found, _] = linked(f"{bureau} agents left [Estonia|GPE estonia].").entities

    # Without its key the body would be called alike: only the seeds tell.
    assert (found.is_seeded, found.country_code) == (True, "US")
