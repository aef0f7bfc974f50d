"""Places that no table knows, arms and events over documents."""

from __future__ import annotations

from itertools import permutations

import pytest

from tasks.resolution.other_things import resolve_by_name, resolve_places, singular, telling_words
from tests.document_things import documents_of, evidence, node


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(("Halden|ML", "HALDEN|ML"), [["0", "1"]], id="one_country"),
        pytest.param(("Halden|ML", "Halden|NE"), [["0"], ["1"]], id="two_countries"),
        pytest.param(("Halden|ML", "Halden|"), [["0", "1"]], id="unknown_country"),
        pytest.param(("Likoro Island|ML", "Likoro|ML"), [["0", "1"]], id="landform"),
        pytest.param(("Camp Ndaru|ML", "Ndaru Camp|ML"), [["0", "1"]], id="order_of_words"),
        pytest.param(("Halden|ML", "New Halden|ML"), [["0"], ["1"]], id="new_halden"),
        pytest.param(("Island|ML", "Lake|ML"), [["0"], ["1"]], id="nothing_but_landforms"),
    ],
)
def test_one_name_in_one_country_is_one_place(
    names: tuple[str, ...], expected: list[list[str]]
) -> None:
    """Landforms and the order of words do not part places; countries do."""
    nodes = [
        node(str(number), name.partition("|")[0], evidence(around=name.partition("|")[2]), "GPE")
        for number, name in enumerate(names)
    ]

    for some in permutations(nodes):
        assert documents_of(resolve_places(some)) == expected


def test_other_things_go_by_name_alone() -> None:
    """A plural is no other weapon, and countries do not matter."""
    nodes = [
        node("a", "Vadda rifle", evidence(around="ML"), "WEAPON"),
        node("b", "Vadda rifles", evidence(around="NE"), "WEAPON"),
        node("c", "Vadda cross", None, "WEAPON"),
    ]

    for some in permutations(nodes):
        assert documents_of(resolve_by_name(some)) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("rifles", "rifle"), ("cross", "cross"), ("virus", "virus"), ("axis", "axis"), ("as", "as")],
)
def test_singular(word: str, expected: str) -> None:
    """Only the s of a plural goes."""
    assert singular(("old", word)) == ("old", expected)


@pytest.mark.parametrize(
    ("name", "words"),
    [("lake of ilm", {"ilm"}), ("lake", {"lake"}), ("ilm", {"ilm"}), ("the lake", {"the", "lake"})],
)
def test_telling_words(name: str, words: set[str]) -> None:
    """A landform tells a place only where there is nothing else."""
    assert telling_words(tuple(name.split())) == words
