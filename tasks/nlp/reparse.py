"""Proves figures again: parses the characters of each and compares with what is stored."""

import json
from collections.abc import Mapping
from typing import Any, Final

import polars as pl

from tasks.nlp.figures.amounts import Amount, parse_amount
from tasks.nlp.figures.conversion import round_bound
from tasks.nlp.figures.qualifiers import apply_bounds
from tasks.nlp.spans import SHARED_UNIT
from warehouse.tables.figures import FIGURES

FOLLOWING_CHARS: Final = 24
PRECEDING_CHARS: Final = 80
"""What a figure may share its unit with: ``72 hours instead of 48``."""
CONTEXT_UNITS: Final = frozenset({"age"})
"""Kinds whose unit the context gives (``aged 20 to 25``), not the figure's own characters."""


def figure_mismatches(figures: pl.DataFrame, texts: Mapping[str, str]) -> pl.DataFrame:
    """Return the figures whose stored bounds or unit do not follow from their characters.

    Args:
        figures: Rows of core.figures.
        texts: Text of each document by document_id.

    Returns:
        One row per mismatch: table_name, row_key (JSON), rule, detail.
    """
    found = [
        {
            "table_name": FIGURES.qualified_name,
            "row_key": json.dumps({"figure_id": row["figure_id"]}),
            "rule": f"{difference['column_name']}_follows_from_text",
            "detail": f"stored {difference['stored']}, parsed {difference['parsed']}",
        }
        for row in figures.sort("figure_id").iter_rows(named=True)
        for difference in differences(row, texts.get(row["document_id"], ""))
    ]
    columns = ("table_name", "row_key", "rule", "detail")
    return pl.DataFrame(found, schema=pl.Schema(dict.fromkeys(columns, pl.String())))


def differences(row: dict[str, Any], text: str) -> list[dict[str, str | None]]:
    """Return what differs between a stored figure and its characters, parsed again.

    The characters are read alone, then with what follows them, then also with what precedes: only
    their surroundings tell ``25m people`` from ``25m``, and only alone they stop where the sentence
    ends the figure.
    """
    start, end = row["start_char"], row["end_char"]
    surface, following = text[start:end], text[end : end + FOLLOWING_CHARS]
    preceding = text[max(0, start - PRECEDING_CHARS) : start]
    found: list[list[dict[str, str | None]]] = []
    for before, behind in (("", ""), ("", following), (preceding, following)):
        try:
            amount = parse_amount(surface, preceding=before, following=behind)
        except ValueError:
            continue
        found.append(differences_from(row, amount))
    if not found:
        return [{"column_name": "figure_text", "stored": surface, "parsed": "not one amount"}]
    return min(found, key=len)


def differences_from(row: dict[str, Any], amount: Amount) -> list[dict[str, str | None]]:
    """Return where a stored figure differs from one reading of its characters."""
    bounds = apply_bounds(amount.low, amount.high, stored_qualifier(row, amount))
    parsed: dict[str, object] = {
        "low": round_bound(bounds.low),
        "high": round_bound(bounds.high),
        "value": round_bound(bounds.value),
    }
    if row["kind"] not in CONTEXT_UNITS and not str(row["rule"]).endswith(SHARED_UNIT):
        parsed["unit"] = amount.unit
    return [
        {"column_name": name, "stored": as_text(row[name]), "parsed": as_text(value)}
        for name, value in parsed.items()
        if row[name] != value
    ]


def stored_qualifier(row: dict[str, Any], amount: Amount) -> str:
    """Return the stored qualifier, unless the shape of the characters contradicts it."""
    return amount.shape if amount.shape in {"range", "vague"} else str(row["qualifier"])


def as_text(value: object) -> str | None:
    """Return a value for the report."""
    return None if value is None else str(value)
