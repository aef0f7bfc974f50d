"""Documents that name a thing alike are parted into things by what they say of it."""

from __future__ import annotations

from itertools import chain, permutations

import pytest

from tasks.resolution.agreement import agree
from tasks.resolution.nodes import Evidence
from tasks.resolution.partition import alike, joined, part_by_countries, partition
from tests.document_things import documents_of, evidence, node


def parts(**said: Evidence) -> list[list[str]]:
    """Return the documents of each thing of one name, which no order of the nodes changes."""
    nodes = [node(document, "Ada Korr", what) for document, what in said.items()]
    found = documents_of(partition(nodes))
    assert all(documents_of(partition(some)) == found for some in permutations(nodes))
    return found


def test_two_people_of_one_name_stay_apart() -> None:
    """A general in Mali and one in Niger are two, each with what agrees with it."""
    assert parts(
        a=evidence("country:ML", "role:general"),
        b=evidence("country:NE", "role:general"),
        c=evidence("country:ML"),
        d=evidence("country:NE", "role:minister"),
    ) == [["a", "c"], ["b", "d"]]


def test_name_alone_is_one_person() -> None:
    """Documents that say nothing do not contradict each other."""
    assert parts(a=Evidence(), b=Evidence(), c=evidence(around="ML")) == [["a", "b", "c"]]


def test_one_that_agrees_with_two_that_contradict_each_other_joins_neither() -> None:
    """A judge of no country is neither the Spanish one nor the one of the Philippines."""
    assert parts(
        a=evidence("role:judge", "country:ES"),
        b=evidence("role:judge", "country:PH"),
        c=evidence("role:judge"),
    ) == [["a"], ["b"], ["c"]]


def test_silent_document_goes_to_the_only_person() -> None:
    """Where there is one person of the name, a document that says nothing means that one."""
    assert parts(a=evidence("org:kestrel"), b=Evidence(), c=evidence(around="NE")) == [
        ["a", "b", "c"]
    ]


def test_silent_document_goes_where_its_countries_lead() -> None:
    """Of two persons the one of the document's country is meant."""
    assert parts(a=evidence("country:ML"), b=evidence("country:NE"), c=evidence(around="NE")) == [
        ["a"],
        ["b", "c"],
    ]


def test_silent_document_goes_to_the_person_of_its_matter() -> None:
    """A rare name beside the person counts more than the countries around."""
    assert parts(
        a=evidence("country:ML", beside="ilm"),
        b=evidence("country:NE"),
        c=evidence(around="NE", beside="ilm"),
    ) == [["a", "c"], ["b"]]


def test_silent_document_of_several_persons_is_for_itself() -> None:
    """What fits two persons is given to none."""
    assert parts(a=evidence("country:ML"), b=evidence("country:NE"), c=Evidence()) == [
        ["a"],
        ["b"],
        ["c"],
    ]


def test_two_that_neither_agree_nor_contradict_are_one_without_another_choice() -> None:
    """Roles in unlike words of one country may be of one person, when there is no third."""
    assert parts(a=evidence("org:kestrel"), b=evidence("role:general")) == [["a", "b"]]
    assert parts(
        a=evidence("org:kestrel"), b=evidence("role:general"), c=evidence("role:baker")
    ) == [["a"], ["b"], ["c"]]


def test_documents_that_agree_are_one_over_others() -> None:
    """Evidence adds up: one document shares a body with the first, a country with the third."""
    assert parts(
        a=evidence("org:kestrel"),
        b=evidence("org:kestrel", "country:ML"),
        c=evidence("country:ML", "role:general"),
    ) == [["a", "b", "c"]]


def test_equal_evidence_is_taken_together() -> None:
    """A common name costs what its different contexts cost."""
    nodes = [node(str(number), "Ada Korr", evidence("country:ML")) for number in range(50)]

    assert sorted(map(len, alike([*nodes, node("x", "Ada Korr")]))) == [1, 50]


def test_joined_keeps_all_nodes() -> None:
    """Whatever the judge says, no node is lost or doubled."""
    nodes = [[node(str(n), "Ada Korr", evidence(f"role:{n % 3}"))] for n in range(9)]

    found = chain.from_iterable(documents_of(joined(nodes, agree)))
    assert sorted(found) == [str(n) for n in range(9)]


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        pytest.param(["ML", "ML", "NE"], [["0", "1"], ["2"]], id="countries"),
        pytest.param(["ML", "", ""], [["0", "1", "2"]], id="unknown_goes_to_the_only_one"),
        pytest.param(["ML", "NE", ""], [["0"], ["1"], ["2"]], id="unknown_of_two"),
        pytest.param(["ML", "ML NE", "NE"], [["0", "1", "2"]], id="over_a_third"),
        pytest.param(["", ""], [["0", "1"]], id="no_country_at_all"),
    ],
)
def test_places_are_parted_by_countries(around: list[str], expected: list[list[str]]) -> None:
    """Documents of one country that name a place alike mean one place."""
    nodes = [
        node(str(n), "Halden", evidence(around=codes), "GPE") for n, codes in enumerate(around)
    ]

    assert documents_of(part_by_countries(nodes)) == expected


def test_rare_name_beside_makes_one_place_of_two_countries() -> None:
    """A village that two texts of one matter place differently is one village."""
    nodes = [
        node("a", "Halden", evidence(around="ML", beside="ilm"), "GPE"),
        node("b", "Halden", evidence(around="NE", beside="ilm"), "GPE"),
    ]

    assert documents_of(part_by_countries(nodes)) == [["a", "b"]]
