"""What was measured of the run, and how well its version extracts, beside limits and floors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from tasks.quality_report.markup import (
    NUMBER,
    PROSE,
    TEXT,
    Html,
    code,
    folded,
    paragraph,
    section,
    severity,
    table,
    text,
)

if TYPE_CHECKING:
    from warehouse.quality import RunQuality

MEASURE_COLUMNS: Final = {
    "Measure": TEXT,
    "Of": TEXT,
    "Value": NUMBER,
    "Allowed": TEXT,
    "Unit": TEXT,
    "Robust z": NUMBER,
    "Severity": TEXT,
    "What it means": PROSE,
}
SCORE_COLUMNS: Final = {
    "Set": TEXT,
    "Part": TEXT,
    "Metric": TEXT,
    "Gold items": NUMBER,
    "Score": NUMBER,
    "Floor": NUMBER,
    "Verdict": TEXT,
}


def measures(quality: RunQuality) -> Html:
    """Return the measures outside their limits, and all others folded."""
    if quality.measures.is_empty():
        return section("measures", "Measures", paragraph("Nothing was measured of this run."))
    outside = quality.measures.filter(~pl.col("is_success"))
    inside = quality.measures.filter("is_success")
    words = paragraph("Every measure lies within its limits.")
    shown = words if outside.is_empty() else _measure_table("Outside the limits", outside)
    rest = folded(f"Within the limits ({inside.height})", _measure_table("Within", inside))
    return section("measures", "Measures", shown, *([] if inside.is_empty() else [rest]))


def _measure_table(caption: str, rows: pl.DataFrame) -> Html:
    cells = (
        (
            code(row["measure"]),
            text("all" if row["subject"] == "*" else row["subject"]),
            text(row["value"]),
            text(allowed(row["expected_low"], row["expected_high"])),
            text(row["unit"]),
            text(row["robust_z"]),
            severity(row["severity"]),
            text(row["reason"]),
        )
        for row in rows.iter_rows(named=True)
    )
    return table(caption, MEASURE_COLUMNS, cells)


def allowed(low: float | None, high: float | None) -> str:
    """Return bounds in words, both inclusive, null for none.

    >>> allowed(1.0, 2.5), allowed(None, 0.2), allowed(3.0, None), allowed(None, None)
    ('1 to 2.5', 'at most 0.2', 'at least 3', 'anything')
    """
    match (low, high):
        case (None, None):
            return "anything"
        case (None, _):
            return f"at most {high:.4g}"
        case (_, None):
            return f"at least {low:.4g}"
        case _:
            return f"{low:.4g} to {high:.4g}"


def scores(quality: RunQuality, chart: Html) -> Html:
    """Return the scores of the version that ran, with their floors."""
    found = quality.scores
    if found.is_empty():
        words = "No version of this pipeline is scored yet; `tallybook evaluate` scores it."
        return section("scores", "Scores on the gold", paragraph(words))
    first = found.row(0, named=True)
    of_run = "the version that ran" if first["is_of_run"] else "an earlier version"
    words = f"Of {of_run}: {first['model_name']}, rules {first['rules_version']}."
    rows = (
        (
            code(row["set_name"]),
            text(row["part"]),
            code(row["metric"]),
            text(row["gold_count"]),
            text(f"{row['score']:.2f}"),
            text(None if row["floor"] is None else f"{row['floor']:.2f}"),
            text("held") if row["is_success"] else severity("critical"),
        )
        for row in found.iter_rows(named=True)
    )
    shown = table("Scores and floors", SCORE_COLUMNS, rows)
    return section("scores", "Scores on the gold", paragraph(words), chart, folded("Table", shown))
