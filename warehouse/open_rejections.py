"""Refused rows that are still missing from the published warehouse, and what brings them back.

The SQL is that of ``mart.open_rejections``; it is read from its file, so that a warehouse which an
earlier version has published can be asked too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warehouse.queries import query_published
from warehouse.sql_files import read_sql_file, sql_folder

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

REPLAY: Final = "replay"
RUN: Final = "run"
NONE: Final = "none"


def open_rejections(path: Path) -> pl.DataFrame:
    """Return the rows of ``mart.open_rejections``: one per missing row and rule, sorted.

    Args:
        path: The published warehouse.

    Raises:
        EnvironmentFault: If there is no readable warehouse.
    """
    return query_published(path, f"from ({mart_sql()}) order by all")


def replayable_rows(path: Path) -> pl.DataFrame:
    """Return what a replay can bring back: the open rejections whose document is loaded, sorted.

    Args:
        path: The published warehouse.

    Returns:
        One row per missing row and rule: table_name, row_key, plain_key (without the number of a
        copy), rule, document_id and row_json.

    Raises:
        EnvironmentFault: If there is no readable warehouse.
    """
    sql = f"""
        select
            opened.table_name,
            opened.row_key,
            json_merge_patch(opened.row_key, '{{"copy": null}}')::varchar as plain_key,
            opened.rule,
            opened.document_id,
            rows.row_json,
        from ({mart_sql()}) as opened
        inner join ops.rejected_rows as rows using (run_id, table_name, row_key, rule)
        where opened.remedy = $1
        order by all
    """  # noqa: S608 - our own SQL
    return query_published(path, sql, [REPLAY])


def replay_hints(rejections: pl.DataFrame) -> list[str]:
    """Return what there is to do about open rejections, one sentence per remedy that is needed.

    Args:
        rejections: Rows of ``open_rejections``.
    """
    hints = {
        REPLAY: "open refused rows: {rows} in {documents} loaded documents; after a fix, "
        "`tallybook quality replay --dry-run` shows which would come back",
        RUN: "documents refused as a whole: {documents}; the next `tallybook run` of their sources "
        "tries their files again",
        NONE: "refused copies: {rows}; another row has their key, so they are not replayed",
    }
    counts = {
        remedy: hint.format(
            rows=found.select("table_name", "row_key").n_unique(),
            documents=found["document_id"].n_unique(),
        )
        for remedy, hint in hints.items()
        if not (found := rejections.filter(remedy=remedy)).is_empty()
    }
    return list(counts.values())


def mart_sql() -> str:
    """Return the SELECT of the mart."""
    return read_sql_file(sql_folder("marts") / "open_rejections.sql").sql
