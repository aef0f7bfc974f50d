"""Inputs that a convention of ours answers in another way, each with its reason."""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from warehouse.errors import UsageError

LARGEST_SHARE: Final = 0.15
"""Of a set, at most this share may be left out."""


@cache
def exclusion_reasons() -> dict[str, str]:
    """Return what each reason means (``exclusion_reasons.csv``)."""
    with (
        resources.files(__package__)
        .joinpath("exclusion_reasons.csv")
        .open(encoding="utf-8") as file
    ):
        return {row["reason"]: row["meaning"] for row in csv.DictReader(file)}


def read_exclusions(path: Path) -> dict[str, dict[str, str]]:
    """Return the reason of each input that is left out, by set.

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


def check_share(set_name: str, excluded: int, inputs: int) -> None:
    """Refuse to leave out more of a set than is allowed.

    Raises:
        UsageError: If more is left out.
    """
    if excluded > LARGEST_SHARE * inputs:
        msg = f"{excluded} of {inputs} inputs of {set_name} are excluded; take some back in"
        raise UsageError(msg)


def count_reasons(exclusions: Mapping[str, Mapping[str, str]]) -> Counter[str]:
    """Return how many inputs each reason leaves out."""
    return Counter(reason for inputs in exclusions.values() for reason in inputs.values())
