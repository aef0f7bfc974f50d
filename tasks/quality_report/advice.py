"""The status of a run in words, and what its reader should do, most urgent first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from warehouse.quality import RunQuality

HEADLINES: Final = {
    "published": "Published",
    "unchanged": "Nothing had changed",
    "failed_gate": "Refused by a gate",
    "failed": "Stopped by an unexpected error",
}
GOOD, WARNING, CRITICAL = "good", "warning", "critical"


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One thing to know and to do; ``level`` is good, warning or critical.

    ``anchor`` names the section of the page that has more, empty for none.
    """

    level: str
    words: str
    anchor: str = ""


def headline(quality: RunQuality) -> str:
    """Return how the run ended, in a few words."""
    return HEADLINES.get(str(quality.facts["status"]), str(quality.facts["status"]))


def level(advice: list[Advice]) -> str:
    """Return the most urgent level of some advice."""
    found = {item.level for item in advice}
    return next((name for name in (CRITICAL, WARNING) if name in found), GOOD)


def advise(quality: RunQuality) -> list[Advice]:
    """Return what to know and to do about a run, most urgent first; never empty."""
    advice = [*_of_the_end(quality.facts), *_of_the_rows(quality), *_of_the_measures(quality)]
    ordered = sorted(advice, key=lambda item: [CRITICAL, WARNING, GOOD].index(item.level))
    return ordered or [Advice(level=GOOD, words="All that was judged held. Nothing is to be done.")]


def _of_the_end(facts: Mapping[str, Any]) -> Iterator[Advice]:
    if facts["status"] == "failed_gate":
        yield Advice(
            level=CRITICAL,
            words=f"The data are those before the run: {facts['error_text']} "
            "What was extracted is kept for the next run.",
        )
    if facts["status"] == "failed":
        yield Advice(
            level=CRITICAL,
            words=f"The data are those before the run: {facts['error_text']} Run it again with "
            "--verbose; if it stops again, report it with its traceback.",
        )
    if facts["is_forced"]:
        yield Advice(
            level=WARNING,
            words=f"Published by force though its version scores too low: {facts['forced_reason']}",
            anchor="scores",
        )


def _of_the_rows(quality: RunQuality) -> Iterator[Advice]:
    facts = quality.facts
    if refused := int(facts["rejected_row_count"]):
        yield Advice(
            level=CRITICAL,
            words=f"{counted(refused, 'row was', 'rows were')} refused and kept out of the tables: "
            "correct what caused it, then replay them.",
            anchor="refused",
        )
    if failed := int(facts["failed_file_count"]):
        yield Advice(
            level=CRITICAL,
            words=f"{counted(failed, 'file', 'files')} could not be read: correct them and run "
            "again.",
            anchor="files",
        )
    if warned := int(facts["issue_count"]):
        yield Advice(
            level=WARNING,
            words=f"{counted(warned, 'warning', 'warnings')} about rows that are loaded all the "
            "same: look at the examples.",
            anchor="warnings",
        )


def _of_the_measures(quality: RunQuality) -> Iterator[Advice]:
    outside = quality.measures.filter(~pl.col("is_success"))
    if outside.height:
        is_critical = CRITICAL in outside["severity"]
        yield Advice(
            level=CRITICAL if is_critical else WARNING,
            words=f"{counted(outside.height, 'measure lies', 'measures lie')} outside the limits.",
            anchor="measures",
        )
    below = quality.scores.filter(~pl.col("is_success")).height
    if below:
        yield Advice(
            level=CRITICAL,
            words=f"{counted(below, 'score lies', 'scores lie')} below the floor.",
            anchor="scores",
        )


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun.

    >>> counted(1, "row", "rows"), counted(1200, "row", "rows")
    ('1 row', '1,200 rows')
    """
    return f"{count:,} {one if count == 1 else many}"
