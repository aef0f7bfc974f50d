"""What the sources delivered, and which of their files could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.quality_report.markup import (
    NUMBER,
    PROSE,
    TEXT,
    Html,
    code,
    facts,
    paragraph,
    section,
    severity,
    table,
    text,
)

if TYPE_CHECKING:
    from warehouse.quality import RunQuality

FILE_COLUMNS: Final = {
    "File": TEXT,
    "Outcome": TEXT,
    "Line": NUMBER,
    "Reason": PROSE,
    "Source": TEXT,
}
SOURCE_COLUMNS: Final = {
    "source": "Source",
    "file_count": "Files",
    "latest_failed_file_count": "Failed",
    "latest_skipped_file_count": "Skipped",
    "document_count": "Documents",
    "figure_count": "Figures",
    "last_published_on": "Newest document",
    "unknown_language_document_count": "Language unknown",
    "refused_row_count": "Refused rows",
    "issue_count": "Warnings",
}


def files(quality: RunQuality) -> Html:
    """Return the files that were not read, with the reason."""
    counts = {str(row[0]): row[1] for row in quality.file_counts.iter_rows()}
    if quality.unread_files.is_empty():
        return section("files", "Files not read", facts(counts), paragraph("Every file was read."))
    rows = (
        (
            code(row["path"]),
            _outcome(row["outcome"]),
            text(row["record_index"] + 1 if row["record_index"] else None),
            text(row["reason"]),
            code(row["source"]),
        )
        for row in quality.unread_files.iter_rows(named=True)
    )
    shown = table("Files that failed or were skipped", FILE_COLUMNS, rows)
    return section("files", "Files not read", facts(counts), shown)


def _outcome(name: str) -> Html:
    return severity("critical", name) if name == "failed" else text(name)


def sources(quality: RunQuality) -> Html:
    """Return what each source delivers."""
    found = quality.sources.select(list(SOURCE_COLUMNS))
    rows = ((code(row[0]), *map(text, row[1:])) for row in found.iter_rows())
    columns = dict.fromkeys(SOURCE_COLUMNS.values(), NUMBER) | {"Source": TEXT}
    return section(
        "sources", "Sources", table("Files, documents and figures by source", columns, rows)
    )
