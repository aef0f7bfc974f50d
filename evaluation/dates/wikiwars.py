"""Reads WikiWars (Mazur and Dale 2010): histories of wars with TIMEX2 annotations."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.dates.statements import CALENDAR, DateInput, DateStatement
from evaluation.dates.timex import read_timex

NAME = "wikiwars"


def read_wikiwars(folder: Path) -> Iterator[DateInput]:
    """Yield the histories, without a day of publication.

    The one that the set gives is the day when the page was copied; what a history calls "May" is
    never of that year.

    Args:
        folder: The folder ``benchmarks``.
    """
    with (folder / NAME / "wikiwars.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            stated = tuple(map(statement, record["spans"]))
            yield DateInput(record["id"], record["text"], None, tuple(without_inner(stated)))


def statement(span: dict[str, Any]) -> DateStatement:
    """Return what an annotation states."""
    place = (span["start"], span["end"])
    return read_timex(place, span["text"], span["label"], span["value"], span["mod"])


def without_inner(stated: tuple[DateStatement, ...]) -> Iterator[DateStatement]:
    """Yield the expressions without dates that stand inside another date.

    A date inside a duration ("the first ten months of 1915") stays.
    """
    for one in stated:
        around = (
            other
            for other in stated
            if other.kind == CALENDAR and other.span != one.span and is_inside(one, other)
        )
        if not any(around):
            yield one


def is_inside(one: DateStatement, other: DateStatement) -> bool:
    """Tell whether an expression stands inside another one."""
    return other.span[0] <= one.span[0] and one.span[1] <= other.span[1]
