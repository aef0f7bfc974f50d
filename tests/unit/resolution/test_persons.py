"""Unknown persons over documents: spellings, initials, middle names, surnames alone."""

from __future__ import annotations

from itertools import permutations

import pytest

from tasks.resolution.name_forms import is_abbreviation_of, is_shorter_than, is_spelling_of
from tasks.resolution.persons import is_bare, resolve_persons
from tests.document_things import documents_of, evidence, node

ML, NE, FR = (evidence(around=code) for code in ("ML", "NE", "FR"))


def people(*names: str, around: str = "ML") -> list[list[int]]:
    """Return which names, each in a document of its own, mean one person.

    Args:
        names: Names; behind a bar the country of the document.
        around: Country of the documents whose name has none.
    """
    nodes = []
    for number, written in enumerate(names):
        name, _, code = written.partition("|")
        nodes.append(node(str(number), name, evidence(around=code or around)))
    found = documents_of(resolve_persons(nodes))
    assert all(documents_of(resolve_persons(some)) == found for some in permutations(nodes))
    return [[int(document) for document in person] for person in found]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Andrej Timofeev", "Andrey Timofeyev"), id="transliteration"),
        pytest.param(("Mohammed Vadda", "Muhammad Vadda"), id="mohammed"),
        pytest.param(("Khalid Vadda", "Halid Vadda"), id="kh"),
        pytest.param(("Han Do-gyeom", "Do-gyeom Han"), id="order_of_names"),
        pytest.param(("Ada Korr", "Korr Ada"), id="order_of_two"),
        pytest.param(("Ada Korr", "Ada Lena Korr"), id="middle_name"),
        pytest.param(("Ada L. Korr", "Ada Lena Korr"), id="middle_initial"),
        pytest.param(("A. Korr", "Ada Korr"), id="initial"),
        pytest.param(("ADA KORR", "Ada Korr"), id="capitals"),
    ],
)
def test_forms_of_one_name_in_one_country_are_one_person(names: tuple[str, ...]) -> None:
    """A spelling, an order, a middle name or an initial makes no other person."""
    assert people(*names) == [[0, 1]]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Ada Korr", "Ana Vosk"), id="other_name"),
        pytest.param(("Ada Korr", "Jan Korr"), id="given_name"),
        pytest.param(("Ada Lena Korr", "Ada Rita Korr"), id="middle_names"),
        pytest.param(("Ada L. Korr", "Ada R. Korr"), id="middle_initials"),
        pytest.param(("Anna Petrova", "Ivan Petrov"), id="gender"),
        pytest.param(("Andrej Timofeev|ML", "Andrey Timofeyev|NE"), id="spelling_elsewhere"),
        pytest.param(("Ada Korr|ML", "Ada Lena Korr|NE"), id="middle_name_elsewhere"),
        pytest.param(("A. Korr|ML", "Ada Korr|NE"), id="initial_elsewhere"),
    ],
)
def test_other_names_and_forms_without_evidence_stay_apart(names: tuple[str, ...]) -> None:
    """Another form of a name proves nothing when the documents speak of other countries."""
    assert people(*names) == [[0], [1]]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(
            ("A. Korr", "Ada Korr", "Ana Korr"), [[0], [1], [2]], id="initial_of_two_persons"
        ),
        pytest.param(
            ("Ada Korr", "Ada Lena Korr", "Ada Rita Korr"),
            [[0], [1], [2]],
            id="middle_name_of_two_persons",
        ),
        pytest.param(
            ("A. Korr|ML", "Ada Korr|ML", "Ana Korr|NE"), [[0, 1], [2]], id="countries_decide"
        ),
    ],
)
def test_form_that_fits_two_persons_joins_none(
    names: tuple[str, ...], expected: list[list[int]]
) -> None:
    """An initial or a missing middle name is given to a person only where no other one fits."""
    assert people(*names) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(("Ada Korr", "Korr"), [[0, 1]], id="surname"),
        pytest.param(("Ada Korr|ML", "Korr|NE"), [[0], [1]], id="elsewhere"),
        pytest.param(("Ada Korr", "Jan Korr", "Korr"), [[0], [1], [2]], id="of_two"),
        pytest.param(("Ada Korr|ML", "Jan Korr|NE", "Korr|NE"), [[0], [1, 2]], id="countries"),
        pytest.param(("Korr", "Korr"), [[0, 1]], id="nobody_gives_the_full_name"),
        pytest.param(("Samir al-Darweesh", "al-Darweesh"), [[0, 1]], id="article"),
    ],
)
def test_bare_surname_is_the_only_person_who_fits(
    names: tuple[str, ...], expected: list[list[int]]
) -> None:
    """A document that gives a surname alone means the one whom its countries know."""
    assert people(*names) == expected


def test_roles_keep_a_bare_surname_from_another_person() -> None:
    """A baker of the name is not the general."""
    nodes = [
        node("a", "Ada Korr", evidence("role:general", "country:ML")),
        node("b", "Korr", evidence("role:baker", "country:ML")),
    ]

    assert documents_of(resolve_persons(nodes)) == [["a"], ["b"]]


def test_spelling_needs_more_than_a_common_country_when_roles_differ() -> None:
    """What speaks against one person counts more than where the documents are."""
    said = [evidence("role:general", around="ML"), evidence("role:baker", around="ML")]
    names = ["Andrej Timofeev", "Andrey Timofeyev"]
    nodes = [
        node(f"d{i}", name, what) for i, (name, what) in enumerate(zip(names, said, strict=True))
    ]

    assert documents_of(resolve_persons(nodes)) == [["d0"], ["d1"]]


@pytest.mark.parametrize(
    "names",
    [
        ("Andrej Timofeev", "Andrey Timofeyev"),
        ("Ada Korr", "Ada Lena Korr"),
        ("A. Korr", "Ada Korr"),
        ("Ada Korr", "Korr Ada"),
    ],
)
def test_two_whom_one_document_names_are_two(names: tuple[str, str]) -> None:
    """A document that gives both names has told its persons apart."""
    assert len(resolve_persons([node("a", name, ML) for name in names])) == 2


def test_person_of_many_documents_is_one() -> None:
    """Forms are joined step by step: initial, spelling, surname."""
    assert people("A. Timofeev", "Andrej Timofeev", "Andrey Timofeyev", "Timofeev") == [
        [0, 1, 2, 3]
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("andrej timofeev", "andrey timofeyev", True),
        ("ada korr", "ada korr", False),
        ("ada korr", "ada lena korr", False),
        ("korr lena ada", "lena ada korr", True),
        ("a korr", "ada korr", False),
    ],
)
def test_spelling_of_a_name(one: str, other: str, *, expected: bool) -> None:
    """As many words, each alike, or the first or last word moved to the other end."""
    assert is_spelling_of(tuple(one.split()), tuple(other.split())) is expected


@pytest.mark.parametrize(
    ("one", "other", "shorter", "abbreviated"),
    [
        pytest.param("ada korr", "ada lena korr", True, False, id="middle_name"),
        pytest.param("ada lena korr", "ada korr", False, False, id="longer"),
        pytest.param("a korr", "ada lena korr", False, True, id="initial"),
        pytest.param("a korr", "jan korr", False, False, id="other_initial"),
        pytest.param("ada korr", "a korr", False, False, id="initial_is_the_short_one"),
        pytest.param("ada korr", "ada l korr", False, True, id="without_the_initial"),
        pytest.param("ada korr", "ada korr", False, False, id="same"),
    ],
)
def test_shorter_and_abbreviated_names(
    one: str, other: str, *, shorter: bool, abbreviated: bool
) -> None:
    """A name without a word of another one is shorter, one with initials abbreviated."""
    first, second = tuple(one.split()), tuple(other.split())

    assert is_shorter_than(first, second) is shorter
    assert is_abbreviation_of(first, second) is abbreviated


@pytest.mark.parametrize(
    ("name", "expected"), [("Korr", True), ("al-Korr", True), (" Korr ", True), ("Ada Korr", False)]
)
def test_bare_name_is_one_word(name: str, *, expected: bool) -> None:
    """A hyphen makes no second word."""
    assert is_bare(node("a", name)) is expected
