"""Unknown organisations over documents: names, acronyms, and bodies that every state has."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from tasks.nlp.linking.state_bodies import significant_words, state_words
from tasks.resolution.bodies import is_bare_acronym, resolve_bodies, seeded_state_body
from tests.document_things import documents_of, evidence, node

if TYPE_CHECKING:
    from tasks.resolution.nodes import Evidence, Node


def body(document: str, name: str, said: Evidence | None = None, *other_names: str) -> Node:
    """Return an organisation of a document, with its other names there."""
    others = tuple(tuple(name.split("-")) for name in other_names)
    return replace(node(document, name, said, "ORG"), other_names=others)


def bodies(*nodes: Node) -> list[list[str]]:
    """Return the documents of each organisation, which no order of the nodes changes."""
    found = documents_of(resolve_bodies(nodes))
    assert all(documents_of(resolve_bodies(some)) == found for some in permutations(nodes))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Kestrel Lake Union", "KESTREL LAKE UNION", id="case"),
        pytest.param("Kestrel Ltd", "Kestrel", id="legal_form"),
        pytest.param("Union of Kestrel Lakes", "Kestrel Lakes Union", id="order_of_words"),
        pytest.param("Kestrel Defense Union", "Kestrel Defence Union", id="american_spelling"),
        pytest.param("Kestrel Lake Organization", "Kestrel Lake Organisation", id="organization"),
    ],
)
def test_one_name_is_one_body_everywhere(one: str, other: str) -> None:
    """Spelling, legal form and order of the words do not matter, nor do the countries."""
    first = body("a", one, evidence(around="ML"))
    second = body("b", other, evidence(around="NE"))

    assert bodies(first, second) == [["a", "b"]]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(
            ("Interior Ministry|ML", "Interior Ministry|NE", "Ministry of the Interior|ML"),
            [["0", "2"], ["1"]],
            id="country_of_the_text",
        ),
        pytest.param(
            ("Malian Interior Ministry|NE", "Interior Ministry|ML", "Interior Ministry|NE"),
            [["0", "1"], ["2"]],
            id="country_in_the_name",
        ),
        pytest.param(
            ("Supreme Court|ML", "Supreme Court|", "Supreme Court|NE"),
            [["0"], ["1"], ["2"]],
            id="unknown_country",
        ),
        pytest.param(
            ("Supreme Court|ML", "Supreme Court|ML NE"), [["0", "1"]], id="the_only_one_of_two"
        ),
        pytest.param(
            ("Supreme Court|ML", "Supreme Court|NE", "Supreme Court|ML NE"),
            [["0"], ["1"], ["2"]],
            id="either_of_two",
        ),
    ],
)
def test_bodies_that_every_state_has_are_parted_by_country(
    names: tuple[str, ...], expected: list[list[str]]
) -> None:
    """The country in the name tells which one is meant, else that of the text."""
    nodes = [
        body(str(number), name.partition("|")[0], evidence(around=name.partition("|")[2]))
        for number, name in enumerate(names)
    ]

    assert bodies(*nodes) == expected


def test_own_country_counts_more_than_that_of_the_text() -> None:
    """What stands right before the body is its country."""
    assert bodies(
        body("a", "Supreme Court", evidence("country:ML", around="NE")),
        body("b", "Supreme Court", evidence(around="NE")),
        body("c", "Supreme Court", evidence(around="ML")),
    ) == [["a", "c"], ["b"]]


@pytest.mark.parametrize(
    ("short", "long", "around", "is_one"),
    [
        pytest.param("Kestrel Lake", "Kestrel Lake Union", "ML", True, id="beginning"),
        pytest.param("Lake Union", "Kestrel Lake Union", "ML", True, id="end"),
        pytest.param("Lake", "Kestrel Lake Union", "ML", False, id="middle"),
        pytest.param("Kestrel Lake", "Kestrel Lake Union", "NE", False, id="elsewhere"),
        pytest.param("Union", "Kestrel Lake Union", "ML", False, id="noun_alone"),
        pytest.param("Kestrel", "Kestrels Union", "ML", False, id="part_of_a_word"),
    ],
)
def test_short_name_is_the_longer_one_where_it_is_named(
    short: str, long: str, around: str, *, is_one: bool
) -> None:
    """The beginning or end of a name stands for it in texts on the same countries."""
    found = bodies(
        body("a", short, evidence(around=around)), body("b", long, evidence(around="ML"))
    )

    assert (len(found) == 1) is is_one


def test_short_name_of_two_bodies_is_neither() -> None:
    """A name that two bodies begin with tells nothing."""
    said = evidence(around="ML")

    assert bodies(
        body("a", "Kestrel Lake", said),
        body("b", "Kestrel Lake Union", said),
        body("c", "Kestrel Lake Tribune", said),
    ) == [["a"], ["b"], ["c"]]


def test_rare_name_beside_joins_a_short_name_elsewhere() -> None:
    """Texts that share a rare name are on one matter, whatever their countries."""
    assert bodies(
        body("a", "Kestrel Lake", evidence(around="NE", beside="ada-korr")),
        body("b", "Kestrel Lake Union", evidence(around="ML", beside="ada-korr")),
    ) == [["a", "b"]]


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        pytest.param("ML", [["a", "b"], ["c"]], id="country_of_the_first"),
        pytest.param("NE", [["a"], ["b", "c"]], id="country_of_the_second"),
        pytest.param("FR", [["a"], ["b"], ["c"]], id="country_of_neither"),
        pytest.param("", [["a"], ["b"], ["c"]], id="no_country"),
    ],
)
def test_bare_acronym_goes_to_the_body_that_bears_it_there(
    around: str, expected: list[list[str]]
) -> None:
    """Of two bodies with one acronym, that of the text's country is meant."""
    assert (
        bodies(
            body("a", "Kestrel Lake Bureau", evidence(around="ML"), "klb"),
            body("b", "KLB", evidence(around=around)),
            body("c", "Korr Land Bank", evidence(around="NE"), "klb"),
        )
        == expected
    )


def test_bare_acronym_prefers_the_body_whose_country_is_known() -> None:
    """A body of an unknown country is taken only where none of the text's country is."""
    assert bodies(
        body("a", "Kestrel Lake Bureau", evidence(around="ML"), "klb"),
        body("b", "KLB", evidence(around="ML")),
        body("c", "Korr Land Bank", None, "klb"),
        body("d", "KLB", evidence(around="FR")),
    ) == [["a", "b"], ["c", "d"]]


def test_bare_acronym_of_one_body_needs_no_country() -> None:
    """Where one body bears the acronym and nothing speaks against it, that one is meant."""
    assert bodies(
        body("a", "Kestrel Lake Bureau", evidence(around="ML"), "klb"), body("b", "K.L.B.")
    ) == [["a", "b"]]


def test_acronyms_that_nobody_explains_are_parted_by_country() -> None:
    """One acronym in two countries is two bodies."""
    assert bodies(
        body("a", "KLB", evidence(around="ML")),
        body("b", "KLB", evidence(around="NE")),
        body("c", "KLB", evidence(around="ML")),
    ) == [["a", "c"], ["b"]]


@pytest.mark.parametrize(
    ("name", "others", "expected"),
    [
        ("KLB", (), True),
        ("K.L.B.", (), True),
        ("Klb", (), False),
        ("KLB UNION", (), False),
        ("KLB", ("kestrel",), False),
    ],
)
def test_bare_acronym_is_capitals_without_another_name(
    name: str, others: tuple[str, ...], *, expected: bool
) -> None:
    """What the document explains, or writes otherwise too, is no bare acronym."""
    assert is_bare_acronym(body("a", name, None, *others)) is expected


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param("Interior Ministry|ML", "ministry-of-the-interior-mali", id="text"),
        pytest.param("Ministry of the Interior|ML", "ministry-of-the-interior-mali", id="words"),
        pytest.param("Malian Ministry of Defense|NE", "ministry-of-defence-mali", id="name"),
        pytest.param("Interior Ministry|ML NE", None, id="two_countries"),
        pytest.param("Interior Ministry|", None, id="no_country"),
        pytest.param("Kestrel Ministry|ML", None, id="no_state_body"),
        pytest.param("Interior Fleet Ministry|ML", None, id="unknown_to_the_seeds"),
    ],
)
def test_state_body_of_the_seeds(name: str, key: str | None) -> None:
    """A common name means the seeds' body of the only country of its text."""
    title, _, around = name.partition("|")
    found = seeded_state_body(body("a", title, evidence(around=around)))

    assert (found and found[0]) == key


def test_only_bodies_are_state_bodies() -> None:
    """A place called Interior Ministry is a place."""
    site = node("a", "Interior Ministry", evidence(around="ML"), "FAC")

    assert seeded_state_body(site) is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("union of the lakes", ("union", "lakes")),
        ("ministry of defense", ("ministry", "defence")),
        ("of the", ("of", "the")),
        ("kestrel ltd", ("kestrel",)),
    ],
)
def test_significant_words(name: str, words: tuple[str, ...]) -> None:
    """Small words and legal forms carry no name, unless there is nothing else."""
    assert significant_words(tuple(name.split())) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("malian ministry of defence", ("ministry", "defence")),
        ("supreme court", ("supreme", "court")),
        ("kestrel ministry", ()),
        ("malian", ()),
    ],
)
def test_state_words(name: str, words: tuple[str, ...]) -> None:
    """A name of a state's body has common words only, besides that of the country."""
    assert state_words(tuple(name.split())) == words
