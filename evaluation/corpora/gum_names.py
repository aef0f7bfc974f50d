"""Reads the names of GUM (open genres) to lay them over its treebank."""

import json
from pathlib import Path

from evaluation.corpora.label_map import label_map
from evaluation.corpora.treebanks import SentenceNames


def gum_names(path: Path) -> SentenceNames:
    """Return names by sentence id.

    The marks are derived from heads that are proper nouns, so that "United Kingdom" may be marked
    as "Kingdom": a mark is widened over the capitalised words at its left, and says nothing
    where that reaches the start of the sentence.
    """
    labels = label_map("gum")
    found: dict[str, list[tuple[int, int, frozenset[str]]]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            found[record["id"]] = [
                widened(record["text"], span["start"], span["end"], labels.meaning(span["label"]))
                for span in record["spans"]
                if labels.is_name(span["label"])
            ]
    return found


def widened(
    text: str, start: int, end: int, labels: frozenset[str]
) -> tuple[int, int, frozenset[str]]:
    """Return a mark with the capitalised words before it.

    >>> widened("in the United Kingdom", 14, 21, frozenset({"GPE"}))
    (7, 21, frozenset({'GPE'}))
    """
    first = start
    while True:
        before = text[:first].rstrip(" ")
        word = before.rpartition(" ")[2]
        if not (word[:1].isupper() and word[-1:].isalpha()):
            break
        first = len(before) - len(word)
    certain = first == start or first > 0
    return (first, end, labels) if certain else (first, end, frozenset())
