"""Texts and expressions that a convention of ours reads in another way, each with its reason."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from evaluation.dates.statements import CALENDAR, DateInput, DateStatement
from warehouse.errors import UsageError

LARGEST_SHARE: Final = 0.2
"""Of the dates of a set, at most this share may be left out."""
EXCLUDED: Final = "excluded"
"""The kind of an expression that is left out."""
Exclusions = Mapping[str, Mapping[str, str]]


@cache
def exclusion_reasons() -> dict[str, str]:
    """Return what each reason means (``exclusion_reasons.csv``)."""
    file = resources.files(__package__).joinpath("exclusion_reasons.csv")
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["reason"]: row["meaning"] for row in rows}


def read_exclusions(path: Path) -> dict[str, dict[str, str]]:
    """Return the reason of each input that is left out, by set.

    An input is a text (``DateTimeModel-12``), or one expression by its first character
    (``01_WW2:340``).

    Raises:
        UsageError: If a reason is not declared.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["reason"] not in exclusion_reasons():
                msg = f"{path.name} gives {row['input']} the reason {row['reason']!r}; declare it"
                raise UsageError(msg)
            found[row["set"]][row["input"]] = row["reason"]
    return dict(found)


def without_excluded(
    set_name: str, inputs: Iterable[DateInput], reasons: Mapping[str, str]
) -> list[DateInput]:
    """Return the texts of a set that are kept, with excluded expressions set apart.

    Raises:
        UsageError: If more of a set is left out than is allowed.
    """
    everything = list(inputs)
    kept = [set_apart(one, reasons) for one in everything if one.key not in reasons]
    total, left = number_of_dates(everything), number_of_dates(kept)
    if total - left > LARGEST_SHARE * total or len(everything) - len(kept) > LARGEST_SHARE * len(
        everything
    ):
        msg = f"{total - left} of {total} dates of {set_name} are excluded; take some back in"
        raise UsageError(msg)
    return kept


def set_apart(one: DateInput, reasons: Mapping[str, str]) -> DateInput:
    """Return a text with its excluded expressions as another kind."""
    return replace(one, expected=tuple(kinds_set(one, reasons)))


def kinds_set(one: DateInput, reasons: Mapping[str, str]) -> Iterator[DateStatement]:
    """Yield the expressions of a text, the excluded ones as a kind that is not scored."""
    for marked in one.expected:
        excluded = f"{one.key}:{marked.span[0]}" in reasons
        yield replace(marked, kind=EXCLUDED) if excluded else marked


def number_of_dates(inputs: Iterable[DateInput]) -> int:
    """Return how many dates are scored."""
    return sum(marked.kind == CALENDAR for one in inputs for marked in one.expected)


def count_reasons(exclusions: Exclusions) -> Counter[str]:
    """Return how many inputs each reason leaves out."""
    return Counter(reason for inputs in exclusions.values() for reason in inputs.values())
