"""One run in full: how it ended, what it was given, what became of every file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import streamlit as st

from charts.runs import ENDS
from dashboard import safe_html
from dashboard.links import DOCUMENT, ENTITIES, link_to
from dashboard.paging import ask_page, page_words
from dashboard.runs.query import (
    FILES_PER_PAGE,
    count_changes,
    count_files,
    count_outcomes,
    find_run,
    read_changes,
    read_files,
)
from dashboard.shell import empty_state
from dashboard.tables import bounded_cells
from dashboard.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

QUALITY: Final = "quality"
TABLE_HEIGHT: Final = 380
KINDS: Final = {"published": "good", "unchanged": "note"}
"""How a status is boxed; any other is an error."""
MEANINGS: Final = {
    "published": "What it read is what the dashboard shows, or showed until the next such run.",
    "unchanged": "No file had changed, so the warehouse stayed as it was.",
    "failed_gate": "The data were refused, so the warehouse stayed as it was.",
    "failed": "It came to no result, so the warehouse stayed as it was.",
}
COUNTS: Final = {
    "Files": "found_file_count",
    "Files not read": "failed_file_count",
    "Read anew": "extracted_document_count",
    "Documents": "document_count",
    "Figures": "figure_count",
    "Refused rows": "rejected_row_count",
}
VERSIONS: Final = {
    "Model": "model_name",
    "Code": "code_version",
    "Rules": "rules_version",
    "Extraction": "extraction_fingerprint",
    "Published by force": "forced_reason",
    "Run id": "run_id",
}
FILE_COLUMNS: Final[dict[str, Any]] = {
    "link": st.column_config.LinkColumn("Text", display_text="open", width=65, pinned=True),
    "outcome": st.column_config.TextColumn("Outcome", width=95),
    "path": st.column_config.TextColumn("File", width=330),
    "reason": st.column_config.TextColumn("Reason", width=420),
    "record_index": st.column_config.NumberColumn("Record", width=75),
    "byte_count": st.column_config.NumberColumn("Size", format="bytes", width=85),
    "source": st.column_config.TextColumn("Source", width=200),
}
CHANGE_COLUMNS: Final[dict[str, Any]] = {
    "link": st.column_config.LinkColumn("Entity", display_text="open", width=65, pinned=True),
    "change": st.column_config.TextColumn("Change", width=90),
    "old_name": st.column_config.TextColumn("It was", width=260),
    "new_name": st.column_config.TextColumn("It is", width=260),
    "mention_count": st.column_config.NumberColumn("Mentions", format="localized", width=90),
    "old_entity_id": st.column_config.TextColumn("Old id", width=160),
    "new_entity_id": st.column_config.TextColumn("New id", width=160),
}
TO_DOCUMENT: Final = pl.concat_str(pl.lit(f"{DOCUMENT}?id="), "document_id")
TO_ENTITY: Final = pl.concat_str(pl.lit(f"{ENTITIES}?entity="), "entity_id")


def draw_run(run_id: str) -> None:
    """Draw all that is recorded of one run."""
    run = find_run(run_id)
    if run is None:
        empty_state("The warehouse has no run of this id. Choose another one in the table.")
        return
    st.html(f'<h2 class="tb-name">Run of {safe_html.text(moment(run["started_at"]))}</h2>')
    st.html(safe_html.note(verdict(run), kind=KINDS.get(run["status"], "error")))
    with st.container(horizontal=True, key="counts"):
        for label, column in COUNTS.items():
            st.metric(label, f"{run[column]:,}", border=True, width=158)
    st.html(safe_html.facts(facts_of(run), label="The run"))
    st.html(safe_html.link(link_to(QUALITY, run=run_id), "Show the quality of this run"))
    files, changes, settings = st.tabs(
        ["Files", "Changed entities", "Settings"], key="part", bind="query-params"
    )
    if files.open:
        with files:
            draw_files(run_id)
    if changes.open:
        with changes:
            draw_changes(run_id)
    if settings.open:
        settings.html(safe_html.facts(settings_of(run), label="Settings of the run"))


def moment(value: object) -> str:
    """Return a moment in UTC, to the second."""
    return f"{value:%Y-%m-%d %H:%M:%S} UTC"


def verdict(run: Mapping[str, Any]) -> str:
    """Return in words how a run ended, why, and what that means."""
    ended = ENDS.get(run["status"], run["status"]).capitalize()
    why = f" {run['error_text']}" if run["error_text"] else ""
    return f"{ended} after {run['duration_s']:,.1f} s. {MEANINGS.get(run['status'], '')}{why}"


def facts_of(run: Mapping[str, Any]) -> dict[str, object]:
    """Return when a run was, what it was given and met, and what decided its rows."""
    sources = ", ".join(map(str, json.loads(run["sources_json"])))
    outcomes = count_outcomes(run["run_id"])
    listed = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.items())
    return {
        "Started": moment(run["started_at"]),
        "Ended": moment(run["ended_at"]),
        "Sources": sources,
        "Files": listed or None,
        "Removed": counted(run["removed_document_count"], "document"),
        **{name: run[column] for name, column in VERSIONS.items()},
    }


def settings_of(run: Mapping[str, Any]) -> dict[str, object]:
    """Return the settings of a run; those that were left open say so."""
    settings: dict[str, object] = json.loads(run["settings_json"])
    return {name: "not set" if value is None else value for name, value in settings.items()}


def draw_files(run_id: str) -> None:
    """Draw a page of the files that a run met, failures first."""
    offered = list(count_outcomes(run_id))
    if not offered:
        empty_state("The run met no new, changed, removed or unreadable file.")
        return
    asked = st.multiselect("Outcome", offered, key=f"outcome of {run_id}", placeholder="Any")
    total = count_files(run_id, asked)
    page = draw_pager(total, "files", run_id)
    rows = read_files(run_id, asked, page).with_columns(TO_DOCUMENT.alias("link"))
    draw_rows(rows, FILE_COLUMNS, "Files that the run met, with what became of them and why.")


def draw_changes(run_id: str) -> None:
    """Draw a page of the entities whose id or name a run changed."""
    total = count_changes(run_id)
    if not total:
        empty_state("No entity of an earlier run was merged, split or renamed.")
        return
    page = draw_pager(total, "changes", run_id)
    rows = read_changes(run_id, page).with_columns(TO_ENTITY.alias("link"))
    draw_rows(rows, CHANGE_COLUMNS, "Entities that the run merged, split or renamed.")


def draw_pager(total: int, noun: str, run_id: str) -> int:
    """Draw how many rows there are and the choice of the page; return its number."""
    told, asked = st.columns([3, 2], vertical_alignment="center")
    with asked:
        page = ask_page(total, FILES_PER_PAGE, key=f"{noun} of {run_id}", in_address=False)
    told.caption(page_words(total, FILES_PER_PAGE, page, noun))
    return page


def draw_rows(rows: pl.DataFrame, columns: Mapping[str, Any], alt: str) -> None:
    """Draw rows in the columns that are shown."""
    st.dataframe(
        bounded_cells(rows.select(*columns)),
        hide_index=True,
        height=TABLE_HEIGHT,
        placeholder="",
        column_config=dict(columns),
        alt=alt,
    )
