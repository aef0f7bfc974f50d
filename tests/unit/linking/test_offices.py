"""Holders of offices: name, office, body and year together tell a person of the seeds."""

from __future__ import annotations

import pytest

from tasks.nlp.linking.offices import office_holders
from tasks.nlp.roles.role import Role
from tests.linked_texts import read_marked

TEXT = "{role} [Johnson|PERSON] of [Britain|GPE united-kingdom] spoke."


def holder(role: str, year: int | None, *, is_former: bool = False) -> str | None:
    """Return the key of Johnson with a role in Britain, None where nobody fits."""
    text, mentions = read_marked(TEXT.format(role=role))
    person, state = (mention.span for mention in mentions)
    title = person.cut(text, 0, len(role))
    said = Role(person, title, None, state, is_former, "test")
    return office_holders(mentions, [said], year).get(0)


@pytest.mark.parametrize(
    ("role", "year", "expected"),
    [
        pytest.param("Prime Minister", 2020, "boris-johnson", id="in_office"),
        pytest.param("Prime Minister", None, "boris-johnson", id="no_year"),
        pytest.param("Prime Minister", 2010, None, id="before"),
        pytest.param("Prime Minister", 2031, None, id="long_after"),
        pytest.param("Archbishop", 2020, None, id="other_office"),
    ],
)
def test_holder_is_told_by_office_and_year(
    role: str, year: int | None, expected: str | None
) -> None:
    """A text of another time, or of another office, speaks of somebody else."""
    assert holder(role, year) == expected


def test_former_holder_may_be_named_at_any_later_time() -> None:
    """Who is called former once held the office."""
    assert holder("prime minister", 2031, is_former=True) == "boris-johnson"


def test_body_must_be_the_one_that_the_role_names() -> None:
    """The prime minister of another state is not Britain's."""
    text, mentions = read_marked("Prime Minister [Johnson|PERSON] of [Ghana|GPE ghana] spoke.")
    person, state = (mention.span for mention in mentions)
    said = Role(person, person.cut(text, 0, 14), None, state, is_former=False, rule="test")

    assert office_holders(mentions, [said], 2020) == {}


def test_person_whom_the_gazetteer_knows_is_left_alone() -> None:
    """The seeds' own form is stronger than an office."""
    text, mentions = read_marked("Prime Minister [Ion Pop|PERSON ion-pop] spoke.")
    said = Role(
        mentions[0].span, mentions[0].span.cut(text, 0, 14), None, None, is_former=False, rule="t"
    )

    assert office_holders(mentions, [said], 2020) == {}
