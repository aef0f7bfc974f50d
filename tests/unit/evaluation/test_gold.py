"""Our gold keeps the rules that ``gold/README.md`` states."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evaluation.corpora.inline import read_inline, split_of
from evaluation.corpora.inventory import own_gold
from tests.near_copies import near_copies
from warehouse.vocabularies import ENTITY_LABELS

if TYPE_CHECKING:
    from evaluation.corpora.annotated import AnnotatedText

FILES = sorted(Path(str(resources.files("gold") / "names")).glob("*.txt"))
README = Path(str(resources.files("gold") / "README.md"))
TITLE = re.compile(r"(?i:mr|mrs|ms|dr|president|gen|col)\b\.? ")
POSSESSIVES = ("'s", "’s")  # noqa: RUF001 - as printed


@pytest.fixture(scope="module")
def stories() -> list[AnnotatedText]:
    """Give all stories."""
    return [story for file in FILES for story in read_inline(file)]


def masked_sentences(story: AnnotatedText) -> list[str]:
    """Return the sentences of a story with one word for each name and each number."""
    masked = []
    for start, end in story.sentences:
        parts, position = [], start
        for name in story.names or ():
            if start <= name.start < end:
                parts += [story.text[position : name.start], " name "]
                position = name.end
        parts.append(story.text[position:end])
        masked.append(re.sub(r"\d[\d.,]*", " 0 ", "".join(parts)).lower())
    return masked


def test_gold_is_large_enough(stories: list[AnnotatedText]) -> None:
    """Sentences, and names of the two labels that no other open corpus has."""
    labels = Counter(
        label for story in stories for name in story.names or () for label in name.labels
    )

    assert sum(len(story.sentences) for story in stories) >= 3000
    assert labels["WEAPON"] + labels["VEHICLE"] >= 150
    assert set(labels) == set(ENTITY_LABELS)


def test_story_ids_are_unique(stories: list[AnnotatedText]) -> None:
    """An id decides the split, so it must not recur."""
    assert [key for key, count in Counter(s.key for s in stories).items() if count > 1] == []


def test_styles_are_those_of_the_guideline(stories: list[AnnotatedText]) -> None:
    """Scores are broken down by style."""
    named = set(re.findall(r"`([a-z]+)`", README.read_text(encoding="utf-8")))

    assert {story.group for story in stories} <= named


def wrong_surfaces(story: AnnotatedText) -> list[str]:
    """Return the names of a story that begin or end with what is no part of them."""
    surfaces = {story.text[name.start : name.end]: min(name.labels) for name in story.names or ()}
    return [
        surface
        for surface, label in surfaces.items()
        if surface != surface.strip()
        or TITLE.match(surface)
        or (surface.startswith("the ") and label != "WORK_OF_ART")
        or (surface[-2:] in POSSESSIVES and surfaces.get(surface[:-2]) == label)
    ]


def test_names_begin_and_end_with_their_own_characters(stories: list[AnnotatedText]) -> None:
    """No title, no article, no possessive, no white space."""
    assert {story.key: found for story in stories if (found := wrong_surfaces(story))} == {}


def test_no_sentence_is_made_after_another(stories: list[AnnotatedText]) -> None:
    """Templates would let a model learn the frame instead of the name."""
    sentences = [sentence for story in stories for sentence in masked_sentences(story)]

    assert near_copies(sentences) == []


def test_near_copies_sees_through_names_and_numbers() -> None:
    """Same frame, other fillers."""
    frame = "police in name said that 0 people had been held since last week over the theft"
    other = "nobody in the village has seen the men who came by night to take the goats"

    assert near_copies([frame, other, f"on monday {frame}"]) == [(frame, f"on monday {frame}")]


def test_splits_share_out_the_stories(stories: list[AnnotatedText]) -> None:
    """Each story is in one split, and each split has its part."""
    parts = {split: {s.key for s in own_gold(Path(), split)} for split in ("train", "dev", "test")}

    assert set.union(*parts.values()) == {story.key for story in stories}
    assert sum(map(len, parts.values())) == len(stories)
    assert min(len(parts["dev"]), len(parts["test"])) > len(stories) // 8


@pytest.mark.parametrize(
    ("key", "split"), [("africa-001", "dev"), ("africa-004", "test"), ("africa-003", "train")]
)
def test_split_of_a_story_never_changes(key: str, split: str) -> None:
    """A test story must not become a training story when others are added."""
    assert split_of(key) == split
