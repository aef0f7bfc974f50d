"""A shorter name is the person whom the document introduces."""

from __future__ import annotations

import pytest

from tasks.nlp.linking.persons import are_one_person, is_short_for
from tests.linked_texts import linked, things_of


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("john smith", "john smith", True, id="same"),
        pytest.param("j smith", "john smith", True, id="initial"),
        pytest.param("john smith", "john albert smith", True, id="middle_name"),
        pytest.param("john a smith", "john albert smith", True, id="middle_initial"),
        pytest.param("j smith", "john a smith", True, id="initial_and_middle_initial"),
        pytest.param("yusuf k", "yusuf kaya", True, id="initial_of_the_surname"),
        pytest.param("john a smith", "john b smith", False, id="other_middle_initial"),
        pytest.param("jane smith", "john smith", False, id="other_given_name"),
        pytest.param("john smith", "john smythe", False, id="other_surname"),
        pytest.param("y k", "yusuf kaya", False, id="initials_only"),
        pytest.param("smith", "john smith", False, id="no_full_name"),
    ],
)
def test_full_names_of_one_person(one: str, other: str, *, expected: bool) -> None:
    """Initials and middle names may differ as long as nothing speaks against it, both ways."""
    first, second = tuple(one.split()), tuple(other.split())

    assert are_one_person(first, second) is expected
    assert are_one_person(second, first) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        pytest.param("korr", "ada korr", True, id="surname"),
        pytest.param("darweesh", "samir al darweesh", True, id="without_article"),
        pytest.param("al darweesh", "samir al darweesh", True, id="with_article"),
        pytest.param("ada", "ada korr", True, id="given_name"),
        pytest.param("bin rashad", "omar bin rashad al faqir", True, id="two_words_inside"),
        pytest.param("rashad", "omar bin rashad al faqir", False, id="one_word_inside"),
        pytest.param("al", "samir al darweesh", False, id="article"),
        pytest.param("li", "li wenqi", True, id="two_letters"),
        pytest.param("l", "l wenqi", False, id="one_letter"),
        pytest.param("ada korr", "ada korr", False, id="the_whole"),
        pytest.param("orr", "ada korr", False, id="end_of_a_word"),
    ],
)
def test_parts_of_a_name_that_stand_for_it(short: str, full: str, *, expected: bool) -> None:
    """First and last words stand for a name, and two words beside each other; articles do not."""
    assert is_short_for(tuple(short.split()), tuple(full.split())) is expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Ada Korr|PERSON] spoke. [Korr|PERSON] left.", id="surname"),
        pytest.param("[Korr|PERSON] spoke. [Ada Korr|PERSON] left.", id="surname_first"),
        pytest.param("[Ada Korr|PERSON] spoke. [Ada|PERSON] left.", id="given_name"),
        pytest.param("[Ada Korr|PERSON] spoke. [KORR|PERSON] left.", id="capitals"),
        pytest.param("[Ada Korr|PERSON] spoke. [A. Korr|PERSON] left.", id="initial"),
        pytest.param("[Ada Korr|PERSON] spoke. [Ada Lena Korr|PERSON] left.", id="middle_name"),
        pytest.param("[Ada Korr|PERSON] spoke. [Korr|ORG] left.", id="filed_as_a_body"),
        pytest.param("[Ada Korr|PERSON] spoke. [Korr|GPE] left.", id="filed_as_a_place"),
    ],
)
def test_other_forms_are_the_person_of_the_full_name(marked: str) -> None:
    """One document, one bearer of the name: every form is that person, and is labelled so."""
    found = linked(marked)

    assert len(found.entities) == 1
    assert {mention.label for mention in found.mentions} == {"PERSON"}
    assert found.entities[0].label == "PERSON"


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Ada Korr|PERSON] met [Jan Korr|PERSON].", id="given_names"),
        pytest.param("[Ada Korr|PERSON] met [Ada Vosk|PERSON].", id="surnames"),
        pytest.param("[John A. Korr|PERSON] met [John B. Korr|PERSON].", id="middle_initials"),
        pytest.param("[Ada Korr|PERSON] joined the [Korr Union|ORG].", id="body_of_that_name"),
        pytest.param(
            "[Ada Korr|PERSON] met [Ana Korr|PERSON] and [A. Korr|PERSON].", id="initial_of_two"
        ),
    ],
)
def test_other_names_are_other_things(marked: str) -> None:
    """Relatives, namesakes and bodies stay apart, and an initial that fits two fits none."""
    found = linked(marked)

    assert len(found.entities) == len(found.mentions)


def test_of_several_bearers_the_one_named_last_is_meant() -> None:
    """A surname that two share is, at each place, that of the one named last before it."""
    found = linked(
        "[Ada Korr|PERSON] spoke. [Korr|PERSON] left. [Jan Korr|PERSON] came. [Korr|PERSON] slept. "
        "[Ada Korr|PERSON] woke. [Korr|PERSON] ate."
    )

    assert things_of(found) == [
        ["Ada Korr", "Korr", "Ada Korr", "Korr"],
        ["Jan Korr", "Korr"],
    ]
    assert [mention.entity_index for mention in found.mentions] == [0, 0, 1, 1, 0, 0]


def test_surname_before_both_bearers_is_the_first_one() -> None:
    """Without a bearer before it, the one who is introduced first behind it is meant."""
    found = linked("[Korr|PERSON] left. [Ada Korr|PERSON] met [Jan Korr|PERSON].")

    assert things_of(found) == [["Korr", "Ada Korr"], ["Jan Korr"]]


def test_surname_goes_to_the_seeded_person() -> None:
    """The seeds' name counts where the document gives less of it."""
    found = linked("[Putin|PERSON vladimir-putin] spoke. [Vladimir|PERSON] left.")

    assert [(entity.key, entity.name) for entity in found.entities] == [
        ("vladimir-putin", "Vladimir Putin")
    ]


def test_known_surname_of_a_namesake_goes_nowhere() -> None:
    """A mention whose thing the seeds know is never given to another person."""
    found = linked("[Jan Putin|PERSON] spoke of [Putin|PERSON vladimir-putin].")

    assert things_of(found) == [["Jan Putin"], ["Putin"]]


def test_rule_says_how_a_name_came_to_its_person() -> None:
    """Surnames, fuller names and equal names are told apart."""
    found = linked(
        "[Ada Lena Korr|PERSON] met [Ada Korr|PERSON], then [Korr|PERSON] and [Ada Korr|PERSON]."
    )

    assert [mention.link_rule for mention in found.mentions] == [
        "same_name",
        "fuller_name",
        "surname",
        "fuller_name",
    ]
