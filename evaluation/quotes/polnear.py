"""Reads PolNeAR (Newell, Margolin and Ruths 2018): news with who says what in them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.quotes.matching import Place

FILE: Final = "polnear_dev/dev.jsonl"


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Who says what: each part may stand in several places, source and cue in none.

    Attributes:
        source: Who says it.
        cue: What reports it.
        content: What is said.
        has_mark: Whether the content holds a quotation mark.
    """

    source: tuple[Place, ...]
    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    has_mark: bool


@dataclass(frozen=True, slots=True)
class PolnearText:
    """An article; ``published`` is the ISO date of its publication."""

    key: str
    text: str
    published: str | None
    attributions: tuple[GoldAttribution, ...]


def has_polnear(corpora: Path) -> bool:
    """Tell whether a folder holds the set."""
    return (corpora / "benchmarks" / FILE).is_file()


def read_polnear(corpora: Path) -> Iterator[PolnearText]:
    """Yield the articles, in order.

    Args:
        corpora: Folder that holds ``benchmarks/polnear_dev``.
    """
    with (corpora / "benchmarks" / FILE).open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            attributions = tuple(map(attribution, record["attributions"]))
            yield PolnearText(record["id"], record["text"], record.get("published"), attributions)


def attribution(record: dict[str, Any]) -> GoldAttribution:
    """Return one attribution."""
    return GoldAttribution(
        source=places(record["source"]),
        cue=places(record["cue"]),
        content=places(record["content"]),
        has_mark=record["has_quote_mark"],
    )


def places(records: list[dict[str, int]]) -> tuple[Place, ...]:
    """Return places in the order of the text."""
    return tuple(sorted((record["start"], record["end"]) for record in records))
