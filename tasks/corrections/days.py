"""What follows from a corrected date: its first and last day, and its precision."""

from typing import Any, Final

from expectations.rules.mentions import ISO_DAY_PATTERN, parse_iso_days
from tasks.corrections.decisions import Row
from tasks.corrections.words import EditRefusedError

PRECISIONS: Final = ("year", "month", "day")
"""By the number of parts of an ISO 8601 date."""
VALUE: Final = "value"
AS_OF: Final = ("as_of_start", "as_of_end", "as_of_precision", "as_of_rule")


def settle_date(row: Row, given: dict[str, Any]) -> None:
    """Make the days and the precision of a row of core.dates agree with the given value.

    Raises:
        EditRefusedError: If the value is no ISO 8601 day, month, year or interval.
    """
    if "value" not in given:
        return
    if row["value"] is None:
        row |= {"start_on": None, "end_on": None}
        return
    try:
        row["start_on"], row["end_on"] = parse_iso_days(row["value"])
    except ValueError as error:
        msg = f"column {VALUE}: {error}"
        raise EditRefusedError(VALUE, msg) from error
    row["precision"] = given.get("precision", precision_of(row["value"]))


def precision_of(value: str) -> str:
    """Return the precision of an ISO 8601 day, month, year or interval.

    >>> [precision_of(value) for value in ("2026", "2026-05", "2026-05-31", "2025/2026")]
    ['year', 'month', 'day', 'interval']
    """
    match = ISO_DAY_PATTERN.fullmatch(value)
    if match is None:
        return "interval"
    return PRECISIONS[sum(part is not None for part in match.groups()) - 1]


def settle_as_of(row: Row, given: dict[str, Any], rule: str) -> None:
    """Make the days that an amount is true of agree with those that decisions give.

    One day that is given alone is both ends; none clears the date.

    Args:
        row: Row of core.figures with the given values, to change.
        given: Values by column that decisions give.
        rule: What to name as the rule that found the date.
    """
    if not set(AS_OF) & given.keys():
        return
    if given.get("as_of_start", given.get("as_of_end", ...)) is None:
        row |= {name: given.get(name) for name in AS_OF}
        return
    row["as_of_rule"] = rule
    if "as_of_precision" in given:
        return
    if "as_of_start" in given and "as_of_end" not in given:
        row["as_of_end"] = row["as_of_start"]
    elif row["as_of_start"] is None:
        row["as_of_start"] = row["as_of_end"]
    is_day = row["as_of_start"] == row["as_of_end"]
    row["as_of_precision"] = "day" if is_day else "interval"
