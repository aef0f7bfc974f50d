"""What a document knows of its persons and bodies before anybody's words are attributed."""

from __future__ import annotations

import pytest

from tests.attributed_texts import attributed


def acting(marked: str) -> list[tuple[str, str]]:
    """Return name and kind of those who act."""
    persons = attributed(marked).scene.persons()
    return [(one.speaker.name, one.speaker.kind) for one in persons if one.is_acting]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("{a [Ada Korr|PERSON]} left.", ("Ada Korr", "person"), id="person"),
        pytest.param("{a [Vienna|GPE]} agreed.", ("Vienna", "place"), id="state"),
        pytest.param("{a [Coast Bank|ORG]} agreed.", ("Coast Bank", "organisation"), id="body"),
        pytest.param("{a [Kurds|NORP]} agreed.", ("Kurds", "group"), id="group"),
        pytest.param("The {a army} left.", ("army", "organisation"), id="unnamed_body"),
        pytest.param("The {a report} shows it.", ("report", "document"), id="document"),
        pytest.param("A {a source} knew.", ("source", "anonymous"), id="anonymous"),
        pytest.param("A {a driver} knew.", ("driver", "role"), id="role"),
        pytest.param(
            "A {a driver}, speaking anonymously, knew.", ("driver", "anonymous"), id="says"
        ),
        pytest.param("{a:plural Two drivers} left.", ("Two drivers", "role"), id="several"),
    ],
)
def test_who_acts_has_a_name_and_a_kind(marked: str, expected: tuple[str, str]) -> None:
    """Subjects may be meant by a pronoun: by their name, or by their phrase."""
    assert acting(marked) == [expected]


def test_anonymity_counts_only_in_its_own_sentence() -> None:
    """A driver is not made anonymous by somebody in the next sentence."""
    marked = "The {a driver} left. Another one spoke on condition of anonymity."

    assert acting(marked) == [("driver", "role")]


def test_several_with_a_name_are_not_one_person() -> None:
    """``Korr and Dell``: neither of the two is a subject alone."""
    scene = attributed("{a:plural [Ada Korr|PERSON] and [Omar Dell|PERSON]} left.").scene

    found = {(one.speaker.name, one.is_acting, one.is_plural) for one in scene.persons()}
    assert found == {
        ("Ada Korr", False, False),
        ("Omar Dell", False, False),
        ("Ada Korr and Omar Dell", True, True),
    }


def test_persons_stand_in_order_of_the_text() -> None:
    """Named ones and unnamed ones are mixed as the text has them."""
    scene = attributed("The {a driver} saw [Ada Korr|PERSON]. {a [Omar Dell|PERSON]} hid.").scene

    assert [one.speaker.name for one in scene.persons()] == ["driver", "Ada Korr", "Omar Dell"]
    assert [one.sentence for one in scene.persons()] == [0, 0, 1]


def test_gender_comes_from_person_or_phrase() -> None:
    """A named person has the gender of the thing, an unnamed one that of its noun."""
    scene = attributed("{a [Ada Korr|PERSON]} left. The {a king} left. The {a driver} left.").scene

    assert [one.gender for one in scene.persons()] == ["female", "male", None]


def test_role_leads_to_its_bearers() -> None:
    """Every person with a role is kept under its noun."""
    marked = "[Ada Korr|PERSON], mayor of Velm, met deputy mayor [Omar Dell|PERSON]."
    found = attributed(marked, roles=[("Ada Korr", "mayor"), ("Omar Dell", "deputy mayor")])

    bearers = {
        noun: [mention.span.text for mention in mentions]
        for noun, mentions in found.scene.bearers.items()
    }
    assert bearers["mayor"][0] == "Ada Korr"
    assert "Omar Dell" in {name for names in bearers.values() for name in names}


def test_body_is_known_by_the_noun_in_its_name() -> None:
    """``the ministry`` may mean the Transport Ministry; a person called Ministry is no body."""
    scene = attributed("The [Transport Ministry|ORG] met [Ada Ministry|PERSON].").scene

    assert [mention.span.text for mention in scene.bodies["ministry"]] == ["Transport Ministry"]


@pytest.mark.parametrize(
    ("words", "sentence", "paragraph"),
    [("One", 0, 0), ("stops.", 0, 0), ("Two", 1, 0), ("Three", 2, 1)],
)
def test_place_has_a_sentence_and_a_paragraph(words: str, sentence: int, paragraph: int) -> None:
    """Each is told by where it begins."""
    found = attributed("One stops. Two stops.\n\nThree stops.")
    start = found.text.index(words)

    assert found.scene.sentence_at(start) == sentence
    assert found.scene.paragraph_at(start) == paragraph
    assert found.scene.sentence_text(start).startswith(("One", "Two", "Three")[sentence])
