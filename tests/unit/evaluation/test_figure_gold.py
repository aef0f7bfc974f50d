"""The gold of figures keeps its format, and the scores count what they say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.figures.gold import GoldStory, read_stories, read_story
from evaluation.figures.scores import score
from tasks.nlp.spans import Figure, Span
from tests.near_copies import near_copies, with_names_masked
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import FIGURE_CATEGORIES
from warehouse.vocabularies import CHANGES, FIGURE_KINDS, MODALITIES, QUALIFIERS, TEMPORAL_TYPES

FOLDER = Path(__file__).parents[2] / "golden/figures"
KEYS = {
    *("unit", "per", "category", "change", "modality", "temporal", "total", "household", "share"),
}
LINE = (
    '[About|q] [5 km|measure 5 5 about unit=kilometer counted="new road" category=distance] of '
    "new road and [40|count 40 - at_least counted=bridges category=other] [or more|q<] bridges."
)


@pytest.fixture(scope="module")
def stories() -> list[GoldStory]:
    """Read the gold."""
    return list(read_stories(FOLDER))


def test_gold_is_as_large_as_promised(stories: list[GoldStory]) -> None:
    """At least 400 sentences, a quarter of the stories aside."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt"))
    sentences = [line for line in text.splitlines() if line.strip() and line[:2] != "=="]
    aside = sum(story.split == "test" for story in stories)

    assert len(sentences) > 400
    assert 0.2 < aside / len(stories) < 0.35


def test_marks_use_the_vocabularies_of_the_contract(stories: list[GoldStory]) -> None:
    """Kind, qualifier, category, change, modality and temporal type are those of the warehouse."""
    categories = {str(row["category"]) for row in read_seed_rows(FIGURE_CATEGORIES)}
    for story in stories:
        for figure in story.figures:
            assert figure.kind in FIGURE_KINDS
            assert figure.qualifier in QUALIFIERS
            assert set(figure.fields) <= KEYS
            assert figure.fields["category"] in categories
            assert figure.fields.get("change", CHANGES[0]) in CHANGES
            assert figure.fields.get("modality", MODALITIES[0]) in MODALITIES
            assert figure.fields.get("temporal", "unknown") in TEMPORAL_TYPES


def test_bounds_follow_from_the_qualifier(stories: list[GoldStory]) -> None:
    """An open bound is on the side that the qualifier leaves open."""
    is_open = {
        "more_than": (False, True),
        "at_least": (False, True),
        "less_than": (True, False),
        "at_most": (True, False),
    }
    for story in stories:
        for figure in story.figures:
            expected = is_open.get(figure.qualifier, (False, False))
            assert (figure.low is None, figure.high is None) == expected


def test_no_sentence_of_the_gold_is_made_after_another() -> None:
    """With names and numbers masked no two sentences share half of their word 5-grams."""
    sentences = [
        with_names_masked(line)
        for path in FOLDER.glob("*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("==")
    ]

    assert near_copies(sentences) == []


def test_marks_are_read_with_their_places() -> None:
    """Offsets count in the plain text; qualifiers belong to the figure beside them."""
    story = read_story("a-001", [LINE])
    first, second = story.figures

    assert story.text == "About 5 km of new road and 40 or more bridges."
    assert story.text[slice(*first.span)] == "5 km"
    assert first.qualifier_span
    assert story.text[slice(*first.qualifier_span)] == "About"
    assert second.qualifier_span
    assert story.text[slice(*second.qualifier_span)] == "or more"
    assert second.counted
    assert story.text[slice(*second.counted)] == "bridges"


def test_a_phrase_that_is_not_there_is_refused() -> None:
    """A slip in the gold names its story."""
    with pytest.raises(ValueError, match="a-002: 'men' is not in the sentence"):
        read_story("a-002", ["[5|count 5 5 exact counted=men] women."])


def found(text: str) -> list[Figure]:
    """Return what a perfect extraction finds in ``LINE``."""
    story = read_story("a-001", [LINE])
    assert text == story.text
    return [
        Figure(
            span=Span.cut(text, *marked.span),
            kind=marked.kind,
            low=marked.low,
            high=marked.high,
            value=marked.low,
            qualifier=marked.qualifier,
            qualifier_span=None,
            unit=marked.fields.get("unit"),
            counted=Span.cut(text, *marked.counted) if marked.counted else None,
            counted_head=None,
            counted_rule=None,
            per=None,
            category=marked.fields["category"],
            household_unit=False,
            rule="test",
        )
        for marked in story.figures
    ]


def test_scores_of_what_is_all_right_are_full() -> None:
    """Everything found, everything 100."""
    report = score([read_story("a-001", [LINE])], found)

    full = ("span", "value", "value_unit", "value_qualifier", "counted_exact", "category")
    assert [report[name]["f1"] for name in full] == [100.0] * len(full)


def test_scores_tell_value_unit_and_phrase_apart() -> None:
    """A wrong unit costs no value, a longer phrase no partial match, an extra figure precision."""

    def worse(text: str) -> list[Figure]:
        first, second = found(text)
        wrong_unit = replace(first, unit="mile", counted=Span.cut(text, 11, 22))
        wrong_value = replace(second, low=Decimal(41))
        extra = replace(second, span=Span.cut(text, 33, 37), counted=None)
        return [wrong_unit, wrong_value, extra]

    report = score([read_story("a-001", [LINE])], worse)

    assert report["span"]["precision"] == pytest.approx(66.67)
    assert report["value"]["hits"] == 1
    assert report["value_unit"]["hits"] == 0
    assert (report["counted"]["hits"], report["counted_exact"]["hits"]) == (2, 1)
