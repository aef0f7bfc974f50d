"""What a run has to change, decided from outlines and the warehouse alone: no disk, no clock.

The rows of the sources given become those of their files now; rows of other sources stay. A
document belongs to its owner, the smallest (source, path, line) over all rows, so the result does
not depend on the order of files or on earlier runs. The one exception: what cannot be reached
(a failing disk, a missing permission) keeps its rows of an earlier run until it can be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from tasks.sources.outcomes import list_issues, list_outcomes, unreached_files
from warehouse.tables.raw import DOCUMENT_FILES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tasks.sources.readings import FileOutline

FILES_SCHEMA: Final = DOCUMENT_FILES.polars_schema
FILE_KEY: Final = list(DOCUMENT_FILES.key)


@dataclass(frozen=True, kw_only=True)
class ChangePlan:
    """What a run does to the warehouse.

    Attributes:
        document_files: Rows of ``raw.document_files`` of the sources given, after the run.
        replaced_sources: The sources given; their old rows go.
        removed_document_ids: Documents that no file holds any more, sorted.
        replaced_document_ids: Documents of the warehouse that are extracted anew, sorted.
        documents_to_extract: New and replaced documents, sorted.
        owners: document_id, stated_metadata and path (of the owner) of documents_to_extract.
        outcomes: Rows of ``ops.file_outcomes`` without run_id; unchanged files included.
        issues: Rows of ``ops.issues`` without run_id: warnings about metadata and sidecars.
        has_changes: False when the warehouse already holds exactly this.
    """

    document_files: pl.DataFrame
    replaced_sources: list[str]
    removed_document_ids: list[str]
    replaced_document_ids: list[str]
    documents_to_extract: list[str]
    owners: pl.DataFrame
    outcomes: pl.DataFrame
    issues: pl.DataFrame
    has_changes: bool


def unchanged_files(
    known_files: pl.DataFrame, known_documents: pl.DataFrame, fingerprint: str
) -> dict[tuple[str, str], tuple[str, str | None]]:
    """Return the files that need no decoding while they keep their hashes.

    Args:
        known_files: ``raw.document_files`` of the published warehouse.
        known_documents: Its document_id, stated_metadata and extraction_fingerprint.
        fingerprint: Extraction fingerprint of this run.

    Returns:
        File and sidecar hash by source and path, for files of which every document was extracted
        with this fingerprint.
    """
    current = known_documents.filter(pl.col("extraction_fingerprint") == fingerprint)
    stale = known_files.join(current, on="document_id", how="anti")
    files = known_files.join(stale, on=["source", "path"], how="anti")
    columns = ("source", "path", "file_sha256", "sidecar_sha256")
    return {
        (source, path): (file_sha256, sidecar_sha256)
        for source, path, file_sha256, sidecar_sha256 in files.select(columns).iter_rows()
    }


def plan_changes(
    *,
    sources: Sequence[str],
    outlines: Sequence[FileOutline],
    known_files: pl.DataFrame,
    known_documents: pl.DataFrame,
    fingerprint: str,
) -> ChangePlan:
    """Decide what a run changes.

    Args:
        sources: Sources given to the run (``source_names``), also those without any file.
        outlines: Outlines of all their files, in any order.
        known_files: ``raw.document_files`` of the published warehouse.
        known_documents: Its document_id, stated_metadata and extraction_fingerprint.
        fingerprint: Extraction fingerprint of this run; a document with another one is extracted
            anew, whichever source it lies in.

    Returns:
        The plan, the same for every order of the arguments' rows.
    """
    given = _rows_after(outlines, known_files)
    before = known_files.filter(pl.col("source").is_in(sources)).sort(FILE_KEY)
    kept = known_files.filter(~pl.col("source").is_in(sources))
    owners = _owners(pl.concat([kept, given]))
    removed = known_documents.join(owners, on="document_id", how="anti")
    stale = _stale_owners(owners, _owners(known_files), known_documents, fingerprint)
    known_ids = set(known_documents["document_id"])
    to_extract = stale["document_id"].to_list()
    return ChangePlan(
        document_files=given,
        replaced_sources=sorted(set(sources)),
        removed_document_ids=sorted(removed["document_id"]),
        replaced_document_ids=[name for name in to_extract if name in known_ids],
        documents_to_extract=to_extract,
        owners=stale,
        outcomes=list_outcomes(outlines, before),
        issues=list_issues(outlines),
        has_changes=bool(to_extract) or not removed.is_empty() or not given.equals(before),
    )


def _rows_after(outlines: Sequence[FileOutline], known_files: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of ``raw.document_files`` that the outlines stand for, sorted by key.

    What was not decoded keeps the rows that it has, be it unchanged or out of reach.
    """
    rows = [
        (
            *(outline.source, outline.path, record.record_index, record.document_id),
            *(outline.file_sha256, outline.sidecar_sha256, record.stated_metadata),
        )
        for outline in outlines
        for record in outline.records
    ]
    decoded = pl.DataFrame(rows, schema=FILES_SCHEMA, orient="row")
    unchanged = pl.DataFrame(
        [(outline.source, outline.path) for outline in outlines if outline.is_unchanged],
        schema={name: FILES_SCHEMA[name] for name in ("source", "path")},
        orient="row",
    )
    same = known_files.join(unchanged, on=["source", "path"], how="semi")
    kept = unreached_files(outlines, known_files)
    return pl.concat([decoded, *(rows.select(FILES_SCHEMA.names()) for rows in (same, kept))]).sort(
        FILE_KEY
    )


def _owners(files: pl.DataFrame) -> pl.DataFrame:
    """Return document_id, stated_metadata and path of the owner of every document."""
    name = pl.col("source").str.split("/").list.last()
    return (
        files.sort(FILE_KEY)
        .unique("document_id", keep="first", maintain_order=True)
        .select(
            "document_id",
            "stated_metadata",
            pl.when(pl.col("path") == "").then(name).otherwise("path").alias("path"),
        )
    )


def _stale_owners(
    owners: pl.DataFrame,
    owners_before: pl.DataFrame,
    known_documents: pl.DataFrame,
    fingerprint: str,
) -> pl.DataFrame:
    """Return the owners of documents that are new or whose rows would come out otherwise now."""
    before = known_documents.join(
        owners_before.select("document_id", "path"), on="document_id", how="left"
    )
    # the path matters because a publication date can come from the file's name
    is_current = (
        (pl.col("extraction_fingerprint") == fingerprint)
        & pl.col("stated_metadata").eq_missing(pl.col("stated_metadata_before"))
        & pl.col("path").eq_missing(pl.col("path_before"))
    )
    joined = owners.join(before, on="document_id", how="left", suffix="_before")
    return (
        joined.filter(~is_current.fill_null(value=False)).select(owners.columns).sort("document_id")
    )
