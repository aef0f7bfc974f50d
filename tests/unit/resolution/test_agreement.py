"""Whether two documents speak of one thing: what agrees, what contradicts, and both ways alike."""

from __future__ import annotations

from itertools import product

import pytest

from tasks.resolution.agreement import agree, are_apart, contradict, roles_differ
from tests.document_things import evidence

KINDS = (
    ("", "org:kestrel", "org:bureau"),
    ("", "country:ML", "country:NE"),
    ("", "role:general", "role:minister", "role:baker"),
    ("", "ML", "NE"),
    ("", "halden", "ilm"),
)
EVERY = [
    evidence(*filter(None, words), around=around, beside=beside)
    for *words, around, beside in product(*KINDS)
]


@pytest.mark.parametrize("judge", [agree, contradict])
def test_judges_are_symmetric(judge: type) -> None:
    """The order of two documents never matters."""
    some = EVERY[::7]

    assert all(judge(one, other) == judge(other, one) for one in some for other in some)


@pytest.mark.parametrize("said", EVERY[1::11])
def test_nothing_contradicts_itself(said: object) -> None:
    """What says the same is never two things."""
    assert not contradict(said, said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "agrees", "contradicts"),
    [
        pytest.param(["org:a"], ["org:a"], True, False, id="one_body"),
        pytest.param(
            ["org:a", "country:ML", "role:baker"],
            ["org:a", "country:NE", "role:general"],
            True,
            False,
            id="one_body_whatever_else",
        ),
        pytest.param(["org:a"], ["org:b"], False, False, id="two_bodies"),
        pytest.param(["country:ML"], ["country:ML"], True, False, id="one_country"),
        pytest.param(["country:ML"], ["country:NE"], False, True, id="two_countries"),
        pytest.param(["role:baker"], ["role:baker"], True, False, id="one_role"),
        pytest.param(["role:baker"], ["role:general"], False, True, id="two_walks_of_life"),
        pytest.param(["role:minister"], ["role:general"], False, False, id="two_offices"),
        pytest.param(
            ["country:ML", "role:minister"],
            ["country:ML", "role:general"],
            True,
            False,
            id="offices_of_a_country",
        ),
        pytest.param(
            ["country:ML", "role:baker"],
            ["country:ML", "role:general"],
            False,
            True,
            id="baker_and_general_of_a_country",
        ),
        pytest.param(
            ["country:ML", "role:general"],
            ["country:NE", "role:general"],
            False,
            True,
            id="one_role_in_two_countries",
        ),
        pytest.param([], ["role:baker"], False, False, id="silent"),
        pytest.param([], [], False, False, id="both_silent"),
    ],
)
def test_words_of_the_text(
    one: list[str], other: list[str], *, agrees: bool, contradicts: bool
) -> None:
    """Bodies prove most, then countries; roles differ only between walks of life."""
    first, second = evidence(*one), evidence(*other)

    assert agree(first, second) is agrees
    assert contradict(first, second) is contradicts


def test_rare_name_beside_makes_different_roles_agree() -> None:
    """Documents that share a name that no table knows are about one matter."""
    first = evidence("role:baker", beside="halden ilm")
    second = evidence("role:general", beside="ilm")

    assert agree(first, second)
    assert not contradict(first, second)


def test_rare_name_beside_is_weaker_than_countries() -> None:
    """What belongs to two countries stays two, whatever stands beside it."""
    first = evidence("country:ML", beside="ilm")
    second = evidence("country:NE", beside="ilm")

    assert not agree(first, second)
    assert contradict(first, second)


def test_one_role_needs_documents_of_one_country() -> None:
    """A general in a text on Mali and one in a text on Niger do not agree."""
    mali, niger = (evidence("role:general", around=code) for code in ("ML", "NE"))

    assert not agree(mali, niger)
    assert contradict(mali, niger)
    assert agree(mali, evidence("role:general", around="ML NE"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("", "ML", False), ("ML", "ML NE", False), ("ML", "NE", True), ("", "", False)],
)
def test_sets_are_apart_when_both_are_known(one: str, other: str, *, expected: bool) -> None:
    """What is unknown is not apart from anything."""
    assert are_apart(one.split(), other.split()) is expected


def test_one_office_among_other_roles_is_enough() -> None:
    """A baker who is a minister too may be the general."""
    assert not roles_differ({"baker", "minister"}, {"general"})
    assert roles_differ({"baker"}, {"teacher"})
