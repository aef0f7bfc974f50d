"""Reads re3d: reports of governments on Syria and Iraq, of which two sources are our sets."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from evaluation.corpora.annotated import AnnotatedText, Name
from evaluation.corpora.label_map import LabelMap, label_map

FILES: Final = {"dev": "UK_Government.jsonl", "test": "US_State_Department.jsonl"}


def read_re3d(folder: Path, split: str) -> Iterator[AnnotatedText]:
    """Yield the documents of a part, with named mentions only.

    The corpus marks common nouns and pronouns too ("the terrorists", "they"). What holds no capital
    letter is left out; predictions must be held to the same rule. Marks may be nested ("the
    Government of {Iraq}").
    """
    labels = label_map("re3d")
    with (folder / FILES[split]).open(encoding="utf-8") as file:
        for line in file:
            yield document(json.loads(line), labels)


def document(record: dict[str, Any], labels: LabelMap) -> AnnotatedText:
    """Return one document."""
    text = record["text"]
    names = {
        Name(span["start"], span["end"], labels.meaning(span["label"]))
        for span in record["spans"]
        if labels.is_name(span["label"]) and holds_capital(text[span["start"] : span["end"]])
    }
    return AnnotatedText(
        key=record["id"],
        source="re3d",
        text=text,
        sentences=(),
        names=tuple(sorted(names, key=lambda name: (name.start, name.end, sorted(name.labels)))),
        exhaustive=labels.exhaustive,
    )


def holds_capital(surface: str) -> bool:
    """Tell whether words are a name and no common noun, as far as letters tell.

    >>> holds_capital("the Coalition"), holds_capital("these terrorists")
    (True, False)
    """
    return any(character.isupper() for character in surface)
