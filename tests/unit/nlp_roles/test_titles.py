"""Titles in front of the name inside one mention, and the words that only look like them."""

from __future__ import annotations

import pytest
import spacy

from tasks.nlp.roles.titles import name_without_title
from tasks.nlp.roles.vocabulary import gender_of

MENTIONS = {
    "Prime Minister Kask": "Kask",
    "US Secretary of State Rein Kask": "Rein Kask",
    "Russian President Kask": "Kask",
    "President of Togo Rein Kask": "Rein Kask",
    "former Vice-President Kask": "Kask",
    "Lt. Gen. Rein Kask": "Rein Kask",
    "Dr. Rein Kask": "Rein Kask",
    "PRESIDENT KASK": "KASK",
    "Prime Minister": "",
    "minister": "",
    "Rein Kask": "Rein Kask",
    "Baker": "Baker",
    "Baker Kask": "Baker Kask",
    "Judge Kask": "Kask",
    "Dean Kask": "Dean Kask",
    "Mullah Kask": "Mullah Kask",
    "Will Major": "Will Major",
    "King Olav of Norway": "Olav of Norway",
}


@pytest.mark.parametrize("mention", MENTIONS)
def test_name_without_title(mention: str) -> None:
    """What is left of a mention."""
    doc = spacy.blank("en").make_doc(f"It was {mention} again")
    start, end = name_without_title(doc, 2, len(doc) - 1)
    assert doc[start:end].text == MENTIONS[mention]


def test_gender_of_a_role() -> None:
    """The last noun of a role says the gender; no noun, no gender."""
    assert gender_of("deputy spokeswoman") == "female"
    assert gender_of("Crown Prince") == "male"
    assert gender_of("colour") is None
