"""Laws of linking: every mention has one entity, numbered in order, whatever else was read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.linked_texts import linked, place, things_of

if TYPE_CHECKING:
    from tasks.nlp.linking.linking import Linked

MENTIONS = (
    *("[Ada Korr|PERSON]", "[Korr|PERSON]", "[Jan Korr|PERSON]", "[A. Korr|PERSON]"),
    *("[Ada Lena Korr|PERSON]", "[KORR|ORG]", "[Korr|GPE]", "[Vladimir|PERSON]"),
    *("[Putin|PERSON vladimir-putin]", "[Ada|PERSON]"),
    *("[Fenland Storks Board|ORG]", "[FSB|ORG federal-security-service]", "[FSB|ORG]"),
    *("[Federal Security Service|ORG federal-security-service]", "[Storks Board|ORG]"),
    *("[Board|ORG]", "[United Nations|ORG united-nations]", "[UN|ORG united-nations]"),
    *("[Halden|GPE]", "[New Halden|GPE]", "[Tarsk Gorge|LOC]", "[Gorge|LOC]", "[Halden|PERSON]"),
    *("[Russian|NORP russia]", "[Russia|GPE russia]", "[Tarsk Gorge|FAC]", "[T-5|WEAPON]"),
)
BETWEEN = (" ", ", ", " (", ") ", " met ", "'s ", " (the ", ", also known as ")
TEXTS = st.lists(st.tuples(st.sampled_from(MENTIONS), st.sampled_from(BETWEEN)), max_size=14).map(
    lambda parts: "".join(f"{name}{between}" for name, between in parts)
)
PLACES = {"Halden": place("h-1", "NO"), "New Halden": place("h-2", "US")}
LATER = " [Ilm Amsel|PERSON] saw [Ruvik|GPE] and the [Ohm Guild|ORG]."


def link(marked: str) -> Linked:
    """Return what linking makes of a text, with two known places."""
    return linked(marked, PLACES)


@given(TEXTS)
def test_every_mention_has_one_entity(marked: str) -> None:
    """Mentions keep order and span; indexes are 0 to n-1 by the first mention of each entity."""
    found = link(marked)
    indexes = [mention.entity_index for mention in found.mentions]

    assert len(found.mentions) == marked.count("[")
    assert list(dict.fromkeys(indexes)) == list(range(len(found.entities)))


@given(TEXTS)
def test_things_of_a_document_have_keys_of_their_own(marked: str) -> None:
    """No known thing is two entities of a document."""
    seeded = Counter(entity.key for entity in link(marked).entities if entity.is_seeded)

    assert all(count == 1 for count in seeded.values())


@given(TEXTS)
def test_name_of_a_thing_is_one_that_a_text_or_the_seeds_give(marked: str) -> None:
    """Every entity has a key, a name, and the further names without the key."""
    for entity in link(marked).entities:
        assert entity.key
        assert entity.name
        assert entity.key not in entity.other_names
        assert list(entity.other_names) == sorted(set(entity.other_names))


@given(TEXTS, TEXTS)
def test_other_documents_do_not_matter(marked: str, other: str) -> None:
    """Linking a document again after another one gives the same."""
    before = link(marked)
    link(other)

    assert link(marked) == before


@given(TEXTS)
def test_unrelated_names_behind_do_not_matter(marked: str) -> None:
    """What follows under other names changes nothing of what came before."""
    before, after = link(marked), link(marked + LATER)

    assert after.mentions[: len(before.mentions)] == before.mentions
    assert things_of(after)[: len(before.entities)] == things_of(before)
