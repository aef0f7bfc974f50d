"""Names and keys of things over all documents."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from tasks.resolution.canonical import common_label, fullest_name, named_things
from tests.document_things import evidence, node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tasks.resolution.nodes import Node


def keys(*things: Sequence[Node]) -> list[str]:
    """Return the keys of things in the order of the things, which no order of them changes."""
    found = {id(nodes[0]): "" for nodes in things}
    for some in permutations(things):
        for thing in named_things(some):
            first = id(thing.nodes[0])
            assert found[first] in {"", thing.key}
            found[first] = thing.key
    return list(found.values())


def test_key_of_the_only_thing_is_its_name() -> None:
    """Nothing stands behind the name where no other thing has it."""
    assert keys([node("a", "Ada Korr")]) == ["ada-korr"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("country:ML", "country:NE", ["country-ml", "country-ne"], id="country"),
        pytest.param("org:kestrel", "country:NE", ["org-kestrel", "country-ne"], id="body_first"),
        pytest.param("role:baker", "role:general", ["role-baker", "role-general"], id="role"),
    ],
)
def test_things_of_one_name_are_told_apart_by_what_only_they_have(
    one: str, other: str, expected: list[str]
) -> None:
    """A body, a country or a role stands behind the bar."""
    found = keys([node("a", "Ada Korr", evidence(one))], [node("b", "Ada Korr", evidence(other))])

    assert found == [f"ada-korr|{ending}" for ending in expected]


def test_what_both_have_tells_neither() -> None:
    """A shared country is passed over for the role."""
    one, other = evidence("country:ML", "role:baker"), evidence("country:ML", "role:general")

    assert keys([node("a", "Ada Korr", one)], [node("b", "Ada Korr", other)]) == [
        "ada-korr|role-baker",
        "ada-korr|role-general",
    ]


def test_thing_with_nothing_of_its_own_is_told_by_its_first_document() -> None:
    """The smallest id of its documents, cut short, is the last resort."""
    silent = [node("c" * 64, "Ada Korr"), node("b" * 64, "Ada Korr")]
    known = [node("a" * 64, "Ada Korr", evidence("country:ML"))]

    assert keys(silent, known) == [
        f"ada-korr|document-{'b' * 12}",
        "ada-korr|country-ml",
    ]


def test_words_of_two_kinds_give_two_keys() -> None:
    """The kind stands in the key: the country AL and a body al are not one."""
    one, other = evidence("country:AL"), evidence("org:al")

    assert keys([node("a", "Ada Korr", one)], [node("b", "Ada Korr", other)]) == [
        "ada-korr|country-al",
        "ada-korr|org-al",
    ]


def test_unknown_thing_never_has_the_key_of_a_known_one() -> None:
    """What resolution calls unknown stays apart from the seeds' thing of that name."""
    found = keys([node("a" * 64, "United Nations", label="ORG")])

    assert found == [f"united-nations|document-{'a' * 12}"]


def test_things_of_two_labels_may_share_a_key() -> None:
    """Label and key together make the id."""
    found = keys([node("a", "Varek", label="ORG")], [node("b", "Varek", label="EVENT")])

    assert found == ["varek", "varek"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Korr", "Ada Korr"], "Ada Korr", id="words"),
        pytest.param(["A. Korr", "Ada Korr"], "Ada Korr", id="letters"),
        pytest.param(["ADA LENA KORR", "Ada Korr"], "Ada Korr", id="capitals_are_a_headline"),
        pytest.param(["ADA KORR"], "ADA KORR", id="only_capitals"),
        pytest.param(["Ada Kors", "Ada Korr"], "Ada Korr", id="alphabet"),
        pytest.param(["Attack drone", "attack drone"], "attack drone", id="start_of_a_sentence"),
    ],
)
def test_fullest_name(names: list[str], expected: str) -> None:
    """Most words, then most letters, then the alphabet."""
    for some in permutations(names):
        assert fullest_name([node(str(i), name) for i, name in enumerate(some)]) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [(["ORG", "GPE", "GPE"], "GPE"), (["GPE", "ORG"], "ORG"), (["LOC"], "LOC")],
)
def test_common_label(labels: list[str], expected: str) -> None:
    """The most frequent label, of equally frequent ones the first of the vocabulary."""
    assert common_label(labels) == expected
