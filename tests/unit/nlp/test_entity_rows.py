"""Rows about things: whom the phrases of an event are about, and which things are paired."""

from __future__ import annotations

import pytest

from tasks.nlp.entity_rows import EntityRows, name_of_phrase
from tasks.nlp.spans import Sentence, Span
from tests.linked_texts import linked, read_marked


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("[Russian|NORP russia] forces", "Russian", id="people_of_a_noun"),
        pytest.param("[Syrian|NORP syria] [Nabil Haddad|PERSON]", "Nabil Haddad", id="last_name"),
        pytest.param("police in [Lyon|GPE]", None, id="behind_a_preposition"),
        pytest.param("[Pedro Alzate|PERSON]'s bodyguard", None, id="possessor"),
        pytest.param("[Hamas|ORG hamas] commander", None, id="role_of_a_body"),
        pytest.param("[Ada Korr|PERSON] and [Bo Tarn|PERSON]", "Ada Korr", id="first_of_two"),
        pytest.param("two men", None, id="no_name"),
    ],
)
def test_name_of_phrase_is_the_one_it_is_about(phrase: str, expected: str | None) -> None:
    """What only belongs to somebody, or lies somewhere, is nobody known."""
    text, _ = read_marked(phrase)
    found = name_of_phrase(linked(phrase).mentions, Span(0, len(text), text))

    assert (found.text if found else None) == expected


def test_each_two_things_of_a_sentence_are_paired_once() -> None:
    """A thing that is named twice counts once, and not with itself."""
    marked = "[Ada Korr|PERSON] met [Bo Tarn|PERSON] near [Halden|GPE]; [Korr|PERSON] left."
    text, _ = read_marked(marked)
    rows = EntityRows("d" * 64, [Sentence(0, len(text), 0)], linked(marked))
    pairs = [(row["subject_text"], row["object_text"]) for row in rows.co_mentions()]

    assert pairs == [("Ada Korr", "Bo Tarn"), ("Ada Korr", "Halden"), ("Bo Tarn", "Halden")]


def test_long_list_is_not_paired() -> None:
    """Thirteen things of one sentence say nothing of any two of them."""
    marked = ", ".join(f"[Name{letter} Korr|ORG]" for letter in "abcdefghijklm")
    text, _ = read_marked(marked)
    rows = EntityRows("d" * 64, [Sentence(0, len(text), 0)], linked(marked))

    assert list(rows.co_mentions()) == []
