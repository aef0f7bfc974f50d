"""From the phrase of a source to who it is: by name, role, body, document or phrase."""

from __future__ import annotations

import pytest

from tests.attributed_texts import Known, speakers


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("{s1 [Ada Korr|PERSON]} {c1 said}", ("Ada Korr", "person"), id="person"),
        pytest.param("{s1 [Coast Bank|ORG]} {c1 said}", ("Coast Bank", "organisation"), id="body"),
        pytest.param("{s1 [Vienna|GPE]} {c1 said}", ("Vienna", "place"), id="state"),
        pytest.param("{s1 [Kurds|NORP]} {c1 said}", ("Kurds", "group"), id="group"),
        pytest.param("{s1 The mayor}, {n1 [Ada Korr|PERSON]}, {c1 said}", ("Ada Korr", "person")),
        pytest.param("{s1 mayor [Ada Korr|PERSON]} {c1 said}", ("Ada Korr", "person"), id="title"),
    ],
)
def test_name_says_who_it_is(marked: str, expected: tuple[str, str]) -> None:
    """A name in the source or beside it is the speaker."""
    assert speakers(marked) == [(*expected, "name")]


def test_short_name_is_the_thing_that_it_means() -> None:
    """A surname speaks for the person with the full name."""
    marked = "[Ada Korr|PERSON] left. {s1 [Korr|PERSON]} {c1 said}"

    assert speakers(marked) == [("Ada Korr", "person", "name")]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("{s1 senior officer} {c1 said}", ("senior officer", "role"), id="role"),
        pytest.param("{s1:plural two men} {c1 said}", ("two men", "role"), id="several"),
        pytest.param("the {s1 army} {c1 said}", ("army", "organisation"), id="body"),
        pytest.param("the {s1 report} {c1 said}", ("report", "document"), id="document"),
        pytest.param("a {s1 source} {c1 said}", ("source", "anonymous"), id="anonymous"),
        pytest.param(
            "an {s1 aide} {c1 said}, anonymously", ("aide", "anonymous"), id="anonymously"
        ),
        pytest.param("an {s1 old\n aide} {c1 said}", ("old aide", "role"), id="line_break"),
    ],
)
def test_phrase_without_a_name_is_kept(marked: str, expected: tuple[str, str]) -> None:
    """Whoever has no name is called by the phrase, with single spaces."""
    assert speakers(marked) == [(*expected, "phrase")]


def test_document_of_a_person_is_the_person() -> None:
    """``a report by Ada Korr`` speaks with her voice."""
    marked = "a {s1 report by [Ada Korr|PERSON]} {c1 said}"

    assert speakers(marked) == [("Ada Korr", "person", "author")]


def test_document_of_a_body_is_a_document() -> None:
    """``the report of Coast Bank`` is not the bank; it is known which thing it belongs to."""
    marked = "a {s1 report of [Coast Bank|ORG]} {c1 said}"

    assert speakers(marked) == [("report of Coast Bank", "document", "phrase")]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "A {s1 report by [Ada Korr|PERSON]} {c1 said} it. The {s2 report} {c2 found} more.",
            ("Ada Korr", "person", "author"),
            id="spoke_before",
        ),
        pytest.param(
            "In a report by {s1 [Ada Korr|PERSON]} {c1 said} so. The {s2 report} {c2 found} more.",
            ("Ada Korr", "person", "author"),
            id="named_beside_the_noun",
        ),
        pytest.param(
            "A {s1 report by [Ada Korr|PERSON]} {c1 said} it. A {s2 report} {c2 found} more.",
            ("report", "document", "phrase"),
            id="another_one",
        ),
        pytest.param(
            "A {s1 report by [Ada Korr|PERSON]} {c1 said} it. The {s2 letter} {c2 said} more.",
            ("letter", "document", "phrase"),
            id="another_sort",
        ),
        pytest.param(
            "{s1 [Ada Korr|PERSON]} {c1 said} it. The {s2 report} {c2 found} more.",
            ("report", "document", "phrase"),
            id="nobodys",
        ),
    ],
)
def test_document_that_comes_back(marked: str, expected: Known) -> None:
    """``the report`` is its author's, if the text said whose it is."""
    assert speakers(marked)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "A {s1 bus driver} {c1 said} so. The {s2 driver} {c2 said} more.",
            ("bus driver", "role", "definite"),
            id="who_spoke_under_the_noun",
        ),
        pytest.param(
            "A {s1 bus driver} {c1 said} so. A {s2 driver} {c2 said} more.",
            ("driver", "role", "phrase"),
            id="indefinite_is_another",
        ),
        pytest.param(
            "The [Transport Ministry|ORG] agreed. The {s1 ministry} {c1 said} so.",
            ("Transport Ministry", "organisation", "body"),
            id="body",
        ),
        pytest.param(
            "The {s1 ministry} {c1 said} so. The [Transport Ministry|ORG] agreed.",
            ("ministry", "organisation", "phrase"),
            id="body_comes_later",
        ),
        pytest.param(
            "The [Transport Ministry|ORG] met the [Trade Ministry|ORG]. "
            "The {s1 ministry} {c1 said} so.",
            ("Trade Ministry", "organisation", "body"),
            id="last_body",
        ),
    ],
)
def test_phrase_that_points_back(marked: str, expected: Known) -> None:
    """``the`` leads to who spoke under the noun, or to the last body with that noun."""
    assert speakers(marked)[-1] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[Ada Korr|PERSON], the mayor, left. The {s1 mayor} {c1 said} so.",
            ("Ada Korr", "person", "role"),
            id="bearer",
        ),
        pytest.param(
            "The {s1 mayor} {c1 said} so. [Ada Korr|PERSON], the mayor, left.",
            ("mayor", "role", "phrase"),
            id="bearer_comes_later",
        ),
        pytest.param(
            "[Ada Korr|PERSON], the mayor, left. The {s1 former mayor} {c1 said} so.",
            ("former mayor", "role", "phrase"),
            id="other_words_in_the_phrase",
        ),
    ],
)
def test_role_that_points_back(marked: str, expected: Known) -> None:
    """``the mayor`` is the mayor whom the text has named, if nothing else stands in the phrase."""
    assert speakers(marked, ("Ada Korr", "mayor")) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[Ada Korr|PERSON], chief of [Coast Bank|ORG], left. "
            "A {s1 [Coast Bank|ORG] chief} {c1 said} so.",
            ("Ada Korr", "person", "role"),
            id="named_before",
        ),
        pytest.param(
            "A {s1 [Coast Bank|ORG] chief} {c1 said} so. "
            "[Ada Korr|PERSON], chief of [Coast Bank|ORG], left.",
            ("Coast Bank chief", "role", "phrase"),
            id="named_later",
        ),
        pytest.param(
            "[Ada Korr|PERSON], chief of [Coast Bank|ORG], left. "
            "{s1:plural [Coast Bank|ORG] chiefs} {c1 said} so.",
            ("Coast Bank chiefs", "role", "phrase"),
            id="several",
        ),
        pytest.param(
            "[Ada Korr|PERSON], chief of [Coast Bank|ORG], left. "
            "A {s1 [Salt Fund|ORG] chief} {c1 said} so.",
            ("Salt Fund chief", "role", "phrase"),
            id="other_body",
        ),
    ],
)
def test_role_in_a_body(marked: str, expected: Known) -> None:
    """The only person with a role in a body is meant by body and role together."""
    ((name, kind, rule),) = speakers(marked, ("Ada Korr", "chief", "Coast Bank"))

    assert (name, kind, rule) == expected


def test_role_of_two_persons_stays_a_phrase() -> None:
    """Nobody can be sure which mayor is meant."""
    marked = "Mayor [Ada Korr|PERSON] met mayor [Omar Dell|PERSON]. The {s1 mayor} {c1 said} so."

    found = speakers(marked, ("Ada Korr", "Mayor"), ("Omar Dell", "mayor"))
    assert found == [("mayor", "role", "phrase")]
