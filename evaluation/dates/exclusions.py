"""Texts and expressions that a convention of ours reads in another way, each with its reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from evaluation.dates.statements import CALENDAR, DateInput, DateStatement
from warehouse.errors import UsageError

LARGEST_SHARE: Final = 0.2
"""Of the dates of a set, at most this share may be left out."""
EXCLUDED: Final = "excluded"
"""The kind of an expression that is left out."""


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
