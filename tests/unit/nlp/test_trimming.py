"""What belongs to no name is taken off the names of a model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from tasks.nlp.entities.merging import MODEL
from tasks.nlp.entities.trimming import is_made_of_places, trimmed


def left(name: str, label: str, behind: str = "came .") -> list[str]:
    """Return what is left of a name of a model in a sentence, with the same label and rule."""
    words = f"Then {name} {behind}".split()
    doc = Doc(spacy.blank("en").vocab, words=words)
    found = Span(doc, 1, 1 + len(name.split()), label=label, span_id=MODEL)
    kept = list(trimmed([found]))
    assert all((span.label_, span.id_) == (label, MODEL) for span in kept)
    return [" ".join(token.text for token in span) for span in kept]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("General Ada Korr", "Ada Korr", id="rank"),
        pytest.param("Gen. Ada Korr", "Ada Korr", id="abbreviation"),
        pytest.param("President Ada Korr", "Ada Korr", id="office"),
        pytest.param("Ada Korr", "Ada Korr", id="no_title"),
        pytest.param("the Ada Korr", "the Ada Korr", id="article_stays_with_persons"),
    ],
)
def test_titles_are_no_part_of_a_person(name: str, expected: str) -> None:
    """Ranks and offices before a name stay outside."""
    assert left(name, "PERSON") == [expected]


def test_title_before_a_body_stays() -> None:
    """Only persons have titles: the General Council is a body."""
    assert left("General Vadda Trade", "ORG") == ["General Vadda Trade"]


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        pytest.param("Vadda militants", "ORG", "Vadda", id="people_of_a_body"),
        pytest.param("Vadda rebel group", "ORG", "Vadda", id="two_nouns"),
        pytest.param("Vadda province", "GPE", "Vadda", id="kind_of_place"),
        pytest.param("Galvan valley", "LOC", "Galvan", id="kind_of_site"),
        pytest.param("Vadda Province", "GPE", "Vadda Province", id="capital"),
        pytest.param("Vadda market", "FAC", "Vadda market", id="facility"),
        pytest.param("Vadda bridge", "FAC", "Vadda bridge", id="bridge"),
        pytest.param("province", "GPE", "province", id="nothing_else"),
        pytest.param("Vadda 's parliament", "ORG", "Vadda", id="owner"),
        pytest.param("'s parliament", "ORG", "'s", id="owner_outside"),
    ],
)
def test_plain_nouns_behind_a_name_are_cut(name: str, label: str, expected: str) -> None:
    """A noun in lower case only explains a place or body; it makes a facility."""
    assert left(name, label) == [expected]


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        pytest.param("the Vadda Tide", "ORG", "Vadda Tide", id="body"),
        pytest.param("The Vadda Sea", "LOC", "Vadda Sea", id="capital"),
        pytest.param("the Vadda Accord", "LAW", "Vadda Accord", id="law"),
        pytest.param("The Vadda", "GPE", "The Vadda", id="city"),
        pytest.param("The Lake", "WORK_OF_ART", "The Lake", id="title_of_a_work"),
        pytest.param("Vadda the Tide", "ORG", "Vadda the Tide", id="inside"),
        pytest.param("The", "ORG", "The", id="nothing_else"),
    ],
)
def test_leading_article_is_cut(name: str, label: str, expected: str) -> None:
    """The article belongs to names of cities and works only."""
    assert left(name, label) == [expected]


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        pytest.param("Vadda 's Supreme Court", "ORG", "Supreme Court", id="owner"),
        pytest.param("Vadda \u2019s Supreme Court", "ORG", "Supreme Court", id="curly"),
        pytest.param("the Vadda 's Supreme Court", "ORG", "Supreme Court", id="article"),
        pytest.param("Vadda 's spinners", "ORG", "Vadda 's spinners", id="lower_case"),
        pytest.param("Vadda 's Field", "FAC", "Vadda 's Field", id="facility"),
        pytest.param("Vadda 's", "ORG", "Vadda 's", id="nothing_behind"),
    ],
)
def test_owner_is_no_part_of_a_body(name: str, label: str, expected: str) -> None:
    """Whose a body is stands before its name."""
    assert left(name, label) == [expected]


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        pytest.param("Vadda Tide .", "ORG", "Vadda Tide", id="body"),
        pytest.param("Ada Korr .", "PERSON", "Ada Korr", id="person"),
        pytest.param("Vadda Ltd .", "ORG", "Vadda Ltd .", id="legal_form"),
        pytest.param("Vadda Inc.", "ORG", "Vadda Inc.", id="one_word"),
    ],
)
def test_full_stop_of_the_sentence_is_cut(name: str, label: str, expected: str) -> None:
    """The full stop of an abbreviated legal form belongs to the name."""
    assert left(name, label, behind="") == [expected]


def test_everything_is_taken_off_at_once() -> None:
    """Article, noun and full stop may stand at one name."""
    assert left("the Vadda rebels", "ORG") == ["Vadda"]


@pytest.mark.parametrize(
    ("text", "label", "is_left"),
    [
        pytest.param("Mali-Niger", "GPE", False, id="two_states"),
        pytest.param("Malian Christians", "PERSON", False, id="two_peoples"),
        pytest.param("Mali border post", "FAC", False, id="plain_nouns"),
        pytest.param("Mali Ridge", "LOC", True, id="name_of_its_own"),
        pytest.param("Mali", "GPE", True, id="one_state"),
    ],
)
def test_names_that_others_make_up_are_left_to_the_gazetteer(
    text: str, label: str, *, is_left: bool
) -> None:
    """What is made of known places and peoples alone is no name of its own."""
    doc = spacy.blank("en")(text)

    assert is_made_of_places(Span(doc, 0, len(doc), label=label)) is not is_left
