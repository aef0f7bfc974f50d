"""What the expectations saw: failed rules, refused rows, warnings, and all of them by table."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Final

import polars as pl

from tasks.quality_report.advice import counted
from tasks.quality_report.markup import (
    NUMBER,
    PROSE,
    TEXT,
    Html,
    code,
    element,
    facts,
    folded,
    items,
    join,
    paragraph,
    section,
    severity,
    table,
    text,
)
from warehouse.open_rejections import replay_hints

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.quality import RunQuality


EXAMPLE_FIELDS: Final = 40
SHOWN_KEYS: Final = 3
RULE_COLUMNS: Final = {
    "Rule": TEXT,
    "Severity": TEXT,
    "Rows": NUMBER,
    "True of a good row": PROSE,
    "First rows": PROSE,
    "Columns": TEXT,
    "Share": NUMBER,
}
TABLE_COLUMNS: Final = {
    "Table": TEXT,
    "Expectations": NUMBER,
    "Held": NUMBER,
    "Critical failed": NUMBER,
    "Warnings": NUMBER,
    "Seconds": NUMBER,
}
SLOWEST_COLUMNS: Final = {
    "Table": TEXT,
    "Expectation": TEXT,
    "Judged together": NUMBER,
    "Milliseconds each": NUMBER,
}


def failing_rules(quality: RunQuality, chart: Html) -> Html:
    """Return the expectations that did not hold, with the keys of the first rows breaking them."""
    rules = quality.failing_rules
    if rules.is_empty():
        return section("rules", "Rules that did not hold", paragraph("Every expectation held."))
    rows = (
        (
            join((code(row["expectation"]), text(" on "), code(row["table_name"]))),
            severity(row["severity"]),
            text(row["unexpected_count"]),
            text(row["reason"]),
            items(code(key) for key in first_keys(row["observed"])),
            code(row["column_name"].replace(",", ", ")),
            text(f"{row['unexpected_share']:.2%}"),
        )
        for row in rules.iter_rows(named=True)
    )
    shown = table("Failed expectations", RULE_COLUMNS, rows)
    return section("rules", "Rules that did not hold", chart, shown)


def first_keys(observed: str | None) -> list[str]:
    """Return the keys of the first rows that broke an expectation, from what it observed (JSON).

    >>> first_keys('{"row_count": 9, "first_rows": [{"quote_id": "a1"}]}')
    ['quote_id a1']
    """
    try:
        rows = json.loads(observed or "{}").get("first_rows", [])
    except (ValueError, AttributeError):
        return []
    keys = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [
        ", ".join(f"{name} {value}" for name, value in key.items()) for key in keys[:SHOWN_KEYS]
    ]


def refused_rows(quality: RunQuality, warehouse: Path) -> Html:
    """Return the refused rows by rule, what is still missing, and the command that replays it."""
    hints = items(text(hint) for hint in replay_hints(quality.open_rejections))
    if quality.rejected_rows.is_empty():
        return section("refused", "Refused rows", paragraph("No row was refused."), hints)
    replay = f"tallybook quality replay --warehouse {shlex.quote(str(warehouse))}"
    words = paragraph(
        "Refused rows are kept whole. After the cause is corrected, in the seeds, the rules or the "
        "code, this brings those back that are accepted now (add --dry-run to see first which):"
    )
    groups = [_refused_group(quality, row) for row in quality.rejected_rows.iter_rows(named=True)]
    command = element("pre", code(replay))
    return section("refused", "Refused rows", hints, words, command, *groups)


def _refused_group(quality: RunQuality, group: dict[str, object]) -> Html:
    examples = quality.rejected_examples.filter(
        (pl.col("table_name") == group["table_name"]) & (pl.col("rule") == group["rule"])
    )
    count = counted(int(str(group["rows"])), "row", "rows")
    words = f"{group['table_name']}: {group['rule']}, {count}"
    rows = [facts(_example_fields(row)) for row in examples["row_json"]]
    return folded(words, *rows)


def _example_fields(row_json: str) -> dict[str, object]:
    """Return the fields of a refused row that say something; a row that was cut off as it is."""
    try:
        row = json.loads(row_json)
    except ValueError:
        return {"row": row_json}
    told = {name: value for name, value in row.items() if value is not None}
    shown = list(told.items())[:EXAMPLE_FIELDS]
    return {name: value if isinstance(value, int) else str(value) for name, value in shown}


def warnings(quality: RunQuality) -> Html:
    """Return the warnings by rule, each with examples."""
    if quality.issues.is_empty():
        return section("warnings", "Warnings", paragraph("Nothing was warned of."))
    groups = []
    for group in quality.issues.iter_rows(named=True):
        examples = quality.issue_examples.filter(
            (pl.col("table_name") == group["table_name"]) & (pl.col("rule") == group["rule"])
        )
        count = counted(group["rows"], "warning", "warnings")
        words = f"{group['table_name']}: {group['rule']}, {count}"
        rows = (
            join((code(row["row_key"]), text(" "), text(row["detail"])))
            for row in examples.iter_rows(named=True)
        )
        groups.append(folded(words, items(rows)))
    return section("warnings", "Warnings", *groups)


def tables(quality: RunQuality) -> Html:
    """Return the expectations by table."""
    if quality.tables.is_empty():
        return section("tables", "Expectations by table", paragraph("Nothing was judged yet."))
    rows = ((code(row[0]), *map(text, row[1:])) for row in quality.tables.iter_rows())
    shown = table("Expectations judged by Great Expectations", TABLE_COLUMNS, rows)
    return section("tables", "Expectations by table", shown, _slowest(quality))


def _slowest(quality: RunQuality) -> Html:
    rows = (
        (
            code(row["table_name"]),
            code(row["expectation"]),
            text(row["expectations"]),
            text(f"{1000 * row['duration_s']:.1f}"),
        )
        for row in quality.slowest.iter_rows(named=True)
    )
    shown = table("Slowest expectations", SLOWEST_COLUMNS, rows)
    return folded("Slowest expectations", shown)
