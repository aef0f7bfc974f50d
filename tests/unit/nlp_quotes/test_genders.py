"""The gender of a person: by address, then by role, then by given name; else nobody knows."""

from __future__ import annotations

import pytest

from tests.attributed_texts import attributed


def gender_of_first(marked: str, roles: list[tuple[str, str]]) -> str | None:
    """Return the gender of the first thing of a text."""
    return attributed(marked, roles=roles).scene.genders.get(0)


@pytest.mark.parametrize(
    ("marked", "roles", "gender"),
    [
        pytest.param("Mr [Korr|PERSON] left.", [], "male", id="mr"),
        pytest.param("Mrs. [Korr|PERSON] left.", [], "female", id="mrs_with_a_stop"),
        pytest.param("Sheikh [Korr|PERSON] left.", [], "male", id="sheikh"),
        pytest.param("Dr [Korr|PERSON] left.", [], None, id="doctor"),
        pytest.param("Even [Korr|PERSON] left.", [], None, id="any_word"),
        pytest.param("Mr and [Korr|PERSON] left.", [], None, id="word_between"),
        pytest.param("Mr [Korr|ORG] left.", [], None, id="no_person"),
        pytest.param("spokeswoman [Korr|PERSON]", [("Korr", "spokeswoman")], "female", id="role"),
        pytest.param("[Korr|PERSON], the king", [("Korr", "king")], "male", id="king"),
        pytest.param("[Korr|PERSON], the mayor", [("Korr", "mayor")], None, id="mayor"),
        pytest.param("[Ada Korr|PERSON] left.", [], "female", id="given_name"),
        pytest.param("[Omar Korr|PERSON] left.", [], "male", id="given_name_of_a_man"),
        pytest.param("[Xylo Korr|PERSON] left.", [], None, id="unknown_given_name"),
        pytest.param("[Ada|PERSON] left.", [], None, id="one_word_may_be_a_surname"),
        pytest.param("[Ada Korr|ORG] left.", [], None, id="ship_or_company"),
    ],
)
def test_gender_by_what_stands_in_the_text(
    marked: str, roles: list[tuple[str, str]], gender: str | None
) -> None:
    """Styles of address, roles and given names tell a gender; all else tells none."""
    assert gender_of_first(marked, roles) == gender


@pytest.mark.parametrize(
    ("marked", "roles", "gender"),
    [
        pytest.param("Mr [Ada Korr|PERSON]", [], "male", id="address_before_given_name"),
        pytest.param(
            "Mr [Korr|PERSON], the queen", [("Korr", "queen")], "male", id="address_before_role"
        ),
        pytest.param(
            "[Omar Korr|PERSON], the queen",
            [("Omar Korr", "queen")],
            "female",
            id="role_before_given_name",
        ),
    ],
)
def test_nearer_evidence_counts_first(
    marked: str, roles: list[tuple[str, str]], gender: str
) -> None:
    """Address says more than a role, a role more than a given name."""
    assert gender_of_first(marked, roles) == gender


def test_any_mention_tells_the_gender_of_all() -> None:
    """The address stands before the surname, the full name elsewhere."""
    marked = "[Xylo Korr|PERSON] left. Mrs [Korr|PERSON] had no boat."

    assert gender_of_first(marked, []) == "female"


def test_address_that_contradicts_itself_says_nothing() -> None:
    """The next evidence decides then."""
    assert gender_of_first("Mr [Korr|PERSON] left. Mrs [Korr|PERSON] stayed.", []) is None
    both = "[Ada Korr|PERSON] left. Mr [Korr|PERSON] and Mrs [Korr|PERSON] stayed."
    assert gender_of_first(both, []) == "female"
