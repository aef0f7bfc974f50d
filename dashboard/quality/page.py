"""Draws the view Quality: status of a run, trends, what failed, and what to do."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

import polars as pl
import streamlit as st

from charts.bars import failing_rules_chart
from charts.history import failures_chart, rejected_share_chart, volume_chart
from charts.measures import measure_chart
from charts.scores import scores_chart
from dashboard import safe_html
from dashboard.decisions.query import all_decisions
from dashboard.links import DOCUMENT
from dashboard.plots import draw_chart
from dashboard.published import warehouse_path
from dashboard.quality.query import quality_of, run_ids, with_links
from dashboard.quality.verdict import verdict_of
from dashboard.shell import empty_state
from dashboard.tables import draw_table
from warehouse.open_rejections import replay_hints

if TYPE_CHECKING:
    from warehouse.quality import RunQuality

NOT_JUDGED: Final = "No run has judged rows yet."
NUMBERS: Final = {
    "Documents": "document_count",
    "Figures": "figure_count",
    "Refused rows": "rejected_row_count",
    "Files not read": "failed_file_count",
    "Warnings": "issue_count",
    "Expectations": "expectation_count",
}


def draw_quality() -> None:
    """Draw the view of the run that the address names, the latest one without any."""
    asked = st.query_params.get("run", "")
    offered = run_ids(asked)
    run_id = st.selectbox("Run", offered, key="run", bind="query-params")
    if asked and asked not in offered:
        words = (
            "The warehouse has no run of the id in the address; what follows is of the run above."
        )
        st.html(safe_html.note(words, kind="warning"))
    quality = quality_of(run_id)
    draw_status(quality)
    draw_trends(quality)
    draw_rules(quality)
    draw_refused(quality)
    draw_files(quality)
    draw_measures(quality)
    draw_scores(quality)
    draw_corrections()
    draw_tables(quality)


def draw_status(quality: RunQuality) -> None:
    """Draw how the run ended, what to do, and its numbers."""
    verdict = verdict_of(quality.facts)
    st.html(safe_html.note(verdict.words, kind=verdict.kind))
    if verdict.hints:
        st.html(safe_html.bullet_list(map(safe_html.text, verdict.hints)))
    with st.container(horizontal=True, key="numbers"):
        for label, column in NUMBERS.items():
            st.metric(label, f"{quality.facts[column]:,}", border=True, width=150)
    if quality.judged_run_id not in {None, quality.run_id}:
        words = (
            "This run judged no rows. Rules, refused rows and expectations below are those of "
            f"the last run that did, {quality.judged_run_id}."
        )
        st.html(safe_html.note(words, kind="warning"))


def draw_trends(quality: RunQuality) -> None:
    """Draw the runs up to this one."""
    st.subheader("Trend", anchor=False)
    trends = (rejected_share_chart, failures_chart, volume_chart)
    for number, (column, chart) in enumerate(zip(st.columns(3), trends, strict=True)):
        with column:
            draw_chart(chart(quality.runs), key=f"trend-{number}")


def draw_rules(quality: RunQuality) -> None:
    """Draw the expectations that did not hold, with example rows."""
    st.subheader("Rules that did not hold", anchor=False)
    if quality.judged_run_id is None:
        empty_state(NOT_JUDGED)
    elif quality.failing_rules.is_empty():
        empty_state("Every expectation held.")
    else:
        draw_chart(failing_rules_chart(quality.failing_rules), key="failing-rules")
        headings = {
            "table_name": "Table",
            "column_name": "Column",
            "expectation": "Expectation",
            "severity": "Severity",
            "unexpected_count": "Rows",
            "reason": "What is true of a good row",
        }
        draw_table(quality.failing_rules, headings, alt="Failed expectations", key="rules")
    if not quality.issue_examples.is_empty():
        st.markdown("Example rows of the warnings")
        draw_examples(quality.issue_examples, {"detail": "What is odd"}, key="issue-examples")


def draw_refused(quality: RunQuality) -> None:
    """Draw the refused rows and how to bring them back."""
    st.subheader("Refused rows", anchor=False)
    for hint in replay_hints(quality.open_rejections):
        st.html(safe_html.note(hint, kind="warning"))
    if quality.rejected_rows.is_empty():
        empty_state(NOT_JUDGED if quality.judged_run_id is None else "No row was refused.")
        return
    headings = {"table_name": "Table", "rule": "Rule", "rows": "Rows", "example": "First row"}
    draw_table(quality.rejected_rows, headings, alt="Refused rows by rule", key="refused")
    draw_examples(quality.rejected_examples, {"row_json": "The row"}, key="refused-examples")
    words = (
        "When the rule or the seed is corrected, this shows which would come back; without "
        "--dry-run it brings them back:"
    )
    st.html(safe_html.note(words))
    path = shlex.quote(str(warehouse_path()))
    st.code(f"tallybook quality replay --dry-run --warehouse {path}", language="sh")


def draw_examples(rows: pl.DataFrame, further: dict[str, str], *, key: str) -> None:
    """Draw example rows with the way to their characters."""
    headings = {"link": "Text", "table_name": "Table", "rule": "Rule", **further}
    link = st.column_config.LinkColumn("Text", display_text="open", width="small")
    draw_table(with_links(rows), headings, alt="Example rows", key=key, settings={"link": link})


def draw_files(quality: RunQuality) -> None:
    """Draw the files that were not read, with their reasons."""
    st.subheader("Files not read", anchor=False)
    if quality.unread_files.is_empty():
        empty_state("Every file was read.")
        return
    headings = {"outcome": "Outcome", "source": "Source", "path": "File", "reason": "Reason"}
    draw_table(quality.unread_files, headings, alt="Files that were not read", key="files")


def draw_measures(quality: RunQuality) -> None:
    """Draw what was measured of the run, and one measure over all runs."""
    st.subheader("Measures", anchor=False)
    if quality.measures.is_empty():
        empty_state("This run measured nothing.")
        return
    headings = {
        "verdict": "Verdict",
        "measure": "Measure",
        "subject": "Of",
        "value": "Value",
        "unit": "Unit",
        "expected_low": "At least",
        "expected_high": "At most",
        "robust_z": "Robust z",
        "reason": "If it is broken",
    }
    said = pl.when("is_success").then(pl.lit("within limits")).otherwise(pl.lit("outside"))
    rows = quality.measures.with_columns(said.alias("verdict"))
    draw_table(rows, headings, alt="Measures of the run beside their limits", key="measures")
    names = quality.measure_history["measure"].unique().sort().to_list()
    if names:
        chosen = st.selectbox("Measure over time", names, key="measure", bind="query-params")
        draw_chart(measure_chart(quality.measure_history, chosen), key="measure-chart")


def draw_scores(quality: RunQuality) -> None:
    """Draw how well the version extracts from the project's own gold."""
    st.subheader("Scores on the gold", anchor=False)
    if quality.scores.is_empty():
        empty_state("This version has not been scored in this warehouse: run `tallybook evaluate`.")
        return
    if not quality.scores["is_of_run"].all():
        st.html(safe_html.note("These are the scores of another version than the run's."))
    draw_chart(scores_chart(quality.scores), key="scores")


def draw_corrections() -> None:
    """Draw the decisions of analysts, those first that do not hold any more."""
    st.subheader("Decisions of analysts", anchor=False)
    rows = all_decisions()
    if rows.is_empty():
        empty_state("Nobody has corrected anything: the Ledger and the Document offer it.")
        return
    place = pl.format("{}-{}", "anchor_start_char", "anchor_end_char")
    address = pl.format(f"{DOCUMENT}?id={{}}&at={{}}", "document_id", place)
    headings = {
        "link": "Text",
        "status": "State",
        "subject": "About",
        "action": "Decision",
        "name": "Name or words",
        "column_name": "Column",
        "old_value": "Read",
        "new_value": "New value",
        "detail": "Why it does not hold",
        "reason": "Reason",
        "decided_by": "Decided by",
        "decided_on": "On",
        "path": "File",
    }
    link = st.column_config.LinkColumn("Text", display_text="open", width="small")
    day = st.column_config.DateColumn("On", format="YYYY-MM-DD")
    draw_table(
        rows.with_columns(address.alias("link")),
        headings,
        alt="Decisions of analysts",
        key="decisions-table",
        settings={"link": link, "decided_on": day},
    )


def draw_tables(quality: RunQuality) -> None:
    """Draw the expectations by table."""
    st.subheader("Expectations by table", anchor=False)
    if quality.tables.is_empty():
        empty_state(NOT_JUDGED)
        return
    headings = {
        "table_name": "Table",
        "expectations": "Expectations",
        "passed": "Held",
        "critical": "Critical failures",
        "warnings": "Warnings",
        "seconds": "Seconds",
    }
    draw_table(quality.tables, headings, alt="Expectations by table", key="tables")
