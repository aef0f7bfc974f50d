"""Inputs that a convention of ours answers in another way, each with its reason."""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from warehouse.errors import UsageError

Exclusions = Mapping[str, Mapping[str, str]]
"""The reason of each input that is left out, by set."""


@cache
def exclusion_reasons(package: str) -> dict[str, str]:
    """Return what each reason of a package means (its ``exclusion_reasons.csv``)."""
    file = resources.files(package).joinpath("exclusion_reasons.csv")
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["reason"]: row["meaning"] for row in rows}


def read_exclusions(path: Path, package: str) -> dict[str, dict[str, str]]:
    """Return the reason of each input that is left out, by set.

    Args:
        path: CSV with set, input and reason.
        package: Declares the reasons.

    Raises:
        UsageError: If a reason is not declared.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["reason"] not in exclusion_reasons(package):
                msg = f"{path.name} gives {row['input']} the reason {row['reason']!r}; declare it"
                raise UsageError(msg)
            found[row["set"]][row["input"]] = row["reason"]
    return dict(found)


def count_reasons(exclusions: Exclusions) -> Counter[str]:
    """Return how many inputs each reason leaves out."""
    return Counter(reason for inputs in exclusions.values() for reason in inputs.values())
