"""The gold of relations keeps its format, and the scores count what they say."""

from __future__ import annotations

import pytest

from evaluation.relations.gold import GoldPassage, read_passage
from evaluation.relations.scoring import head_word, same_head, score
from tasks.nlp.relations.relation import Relation
from tasks.nlp.spans import Span

BLOCK = """ a-1
Police in Osk held two men.
> arrest | Police in Osk | held | two men | asserted
"""


@pytest.fixture
def passage() -> GoldPassage:
    """Read one passage."""
    return read_passage(BLOCK)


def found(passage: GoldPassage, subject: str, verb: str, modality: str) -> Relation:
    """Return an arrest with a subject and no object."""
    return Relation("arrest", cut(passage, subject), cut(passage, verb), None, modality, "verb")


def cut(passage: GoldPassage, text: str) -> Span:
    """Return the span of a part of the passage."""
    start = passage.text.index(text)
    return Span.cut(passage.text, start, start + len(text))


def test_passage_is_read(passage: GoldPassage) -> None:
    """Id, text and events stand in their fields."""
    assert passage.key == "a-1"
    assert passage.text == "Police in Osk held two men."
    assert passage.relations[0].object == "two men"


@pytest.mark.parametrize("line", ["> arrest | - | held", "> arrest | Bo | held | - | asserted"])
def test_bad_event_is_refused_with_its_passage(line: str) -> None:
    """A field too few, or a phrase that is not in the text, names the passage."""
    with pytest.raises(ValueError, match="passage a-2"):
        read_passage(f" a-2\nPolice held two men.\n{line}")


def test_parts_of_a_found_event_are_scored_alone(passage: GoldPassage) -> None:
    """A missing object costs the object, and neither event nor subject."""
    report = score([passage], lambda _: [found(passage, "Police", "held", "denied")])

    assert report["event"]["f1"] == 100.0
    assert report["details"] == {"subject": 100.0, "object": 0.0, "modality": 0.0, "pairs": 1}


def test_event_with_another_verb_is_wrong(passage: GoldPassage) -> None:
    """The same event at another word is one too many, and one is missing."""
    report = score([passage], lambda _: [found(passage, "Police", "two", "asserted")])

    assert (report["event"]["precision"], report["event"]["recall"]) == (0.0, 0.0)
    assert report["details"]["pairs"] == 0


def test_heads_are_compared() -> None:
    """Modifiers before and phrases behind do not matter, another head does."""
    assert head_word("two men from Osk, all armed") == "men"
    assert same_head("the two men", "men")
    assert same_head(None, None)
    assert not same_head("the men", None)
    assert not same_head("the men", "the women")
