"""What became of every file, as rows for the ledger (``ops.file_outcomes`` and ``ops.issues``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.row_keys import row_key
from warehouse.tables.ops import FILE_OUTCOMES_TABLE, ISSUES
from warehouse.tables.raw import DOCUMENT_FILES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tasks.sources.readings import FileOutline

GONE: Final = "no longer in its source"
KEPT: Final = "its rows of an earlier run are kept"
Row = dict[str, object]
Hashes = tuple[str, str | None]


def unreached_files(outlines: Sequence[FileOutline], before: pl.DataFrame) -> pl.DataFrame:
    """Return the known rows that stay because the system stood in the way of their file.

    Args:
        outlines: Outlines of files and of folders that could not be listed.
        before: Rows of ``raw.document_files`` before the run.

    Returns:
        The rows of ``before`` that lie at or below the path of an unreachable outline.
    """
    unreachable = {(each.source, each.path) for each in outlines if each.is_unreachable}
    if not unreachable:
        return before.clear()
    is_kept = [
        any((source, place) in unreachable for place in _places_of(path))
        for source, path in before.select("source", "path").iter_rows()
    ]
    return before.filter(pl.Series(is_kept, dtype=pl.Boolean))


def _places_of(path: str) -> list[str]:
    """Return a path, the folders above it and its source, which is the empty path."""
    parts = path.split("/")
    return [*("/".join(parts[:count]) for count in range(len(parts), 0, -1)), ""]


def list_outcomes(outlines: Sequence[FileOutline], before: pl.DataFrame) -> pl.DataFrame:
    """Return one row per file, and one per refused record, sorted by key.

    A file that holds documents has the index of the first of them, so that its row never meets
    that of a bad line.

    Args:
        outlines: Outlines of all files of the sources given.
        before: Rows of ``raw.document_files`` of these sources before the run.

    Returns:
        Rows of ``ops.file_outcomes`` without run_id.
    """
    known = {
        (source, path): (file_sha256, sidecar_sha256)
        for source, path, file_sha256, sidecar_sha256 in before.select(
            "source", "path", "file_sha256", "sidecar_sha256"
        ).iter_rows()
    }
    first = {
        (source, path): index
        for source, path, index in before.group_by("source", "path")
        .agg(pl.col("record_index").min())
        .iter_rows()
    }
    met = {(outline.source, outline.path) for outline in outlines}
    kept = set(unreached_files(outlines, before).select("source", "path").iter_rows())
    keeping = {(source, place) for source, path in kept for place in _places_of(path)}
    rows = [row for outline in outlines for row in _outcome_rows(outline, known, first, keeping)]
    rows += [
        {
            "source": source,
            "path": path,
            "record_index": first[source, path],
            "outcome": "removed",
            "reason": GONE,
            "file_sha256": file_sha256,
        }
        for (source, path), (file_sha256, _) in known.items()
        if (source, path) not in met | kept
    ]
    schema = FILE_OUTCOMES_TABLE.polars_schema
    del schema["run_id"]
    return pl.DataFrame(rows, schema=schema).sort("source", "path", "record_index")


def list_issues(outlines: Sequence[FileOutline]) -> pl.DataFrame:
    """Return the warnings about sidecars and stated metadata, sorted by key.

    Returns:
        Rows of ``ops.issues`` without run_id; what breaks one rule of one row is one issue.
    """
    details: dict[tuple[str, str], set[str]] = {}
    for outline in outlines:
        for problem in outline.problems:
            if problem.outcome is None:
                place = {
                    "source": outline.source,
                    "path": problem.path,
                    "record_index": problem.record_index,
                }
                key = (row_key(DOCUMENT_FILES, place), problem.rule)
                details.setdefault(key, set()).add(problem.reason)
    rows = [
        {
            "table_name": DOCUMENT_FILES.qualified_name,
            "row_key": named,
            "rule": rule,
            "detail": "; ".join(sorted(reasons)),
        }
        for (named, rule), reasons in sorted(details.items())
    ]
    schema = ISSUES.polars_schema
    del schema["run_id"]
    return pl.DataFrame(rows, schema=schema)


def _outcome_rows(
    outline: FileOutline,
    known: Mapping[tuple[str, str], Hashes],
    first: Mapping[tuple[str, str], int],
    keeping: Collection[tuple[str, str]],
) -> list[Row]:
    is_keeping = outline.is_unreachable and (outline.source, outline.path) in keeping
    place = {
        "source": outline.source,
        "path": outline.path,
        "file_sha256": outline.file_sha256,
        "byte_count": outline.byte_count,
    }
    rows: list[Row] = [
        {
            **place,
            "record_index": problem.record_index,
            "outcome": problem.outcome,
            "reason": f"{problem.reason}; {KEPT}" if is_keeping else problem.reason,
        }
        for problem in outline.problems
        if problem.outcome is not None
    ]
    if outline.records or outline.is_unchanged:
        key = (outline.source, outline.path)
        index = first[key] if outline.is_unchanged else outline.records[0].record_index
        rows.append({**place, "record_index": index, "outcome": _file_outcome(outline, known)})
    return rows


def _file_outcome(outline: FileOutline, known: Mapping[tuple[str, str], Hashes]) -> str:
    """Compare the bytes; whether the documents are extracted anew is another question."""
    hashes = known.get((outline.source, outline.path))
    if hashes is None:
        return "new"
    is_same = hashes == (outline.file_sha256, outline.sidecar_sha256)
    return "unchanged" if is_same else "changed"
