"""Runs of the published warehouse, a page at a time, and what is recorded of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dashboard.published import read
from warehouse.vocabularies import FILE_OUTCOMES, RUN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

ROWS_PER_PAGE: Final = 50
FILES_PER_PAGE: Final = 100
DRAWN_RUNS: Final = 200
"""Runs that the chart shows; the latest ones."""
COUNT: Final = """
    select count(*) from ops.runs where status in (select unnest(?::varchar[]))
"""
RUNS: Final = """
    select
        run_id,
        started_at,
        status,
        duration_s,
        found_file_count,
        failed_file_count,
        extracted_document_count,
        removed_document_count,
        document_count,
        figure_count,
        rejected_row_count,
        error_text,
    from ops.runs
    where status in (select unnest(?::varchar[]))
    order by started_at desc, run_id desc
    limit ? offset ?
"""
RUN: Final = "select * from ops.runs where run_id = ?"
OUTCOMES: Final = """
    select outcome, count(*)::bigint as file_count
    from ops.file_outcomes
    where run_id = ?
    group by outcome
    order by list_position(?::varchar[], outcome) desc
"""
COUNT_FILES: Final = """
    select count(*) from ops.file_outcomes
    where run_id = ? and outcome in (select unnest(?::varchar[]))
"""
FILES: Final = """
    select
        outcomes.outcome,
        outcomes.reason,
        outcomes.source,
        outcomes.path,
        outcomes.record_index,
        outcomes.byte_count,
        files.document_id,
    from ops.file_outcomes as outcomes
    left join raw.document_files as files
        on
            files.source = outcomes.source
            and files.path = outcomes.path
            and files.record_index = outcomes.record_index
    where outcomes.run_id = ? and outcomes.outcome in (select unnest(?::varchar[]))
    order by
        list_position(?::varchar[], outcomes.outcome) desc,
        outcomes.source,
        outcomes.path,
        outcomes.record_index
    limit ? offset ?
"""
COUNT_CHANGES: Final = "select count(*) from ops.entity_changes where run_id = ?"
CHANGES: Final = """
    select changes.*, entities.entity_id
    from ops.entity_changes as changes
    left join core.entities as entities
        on entities.entity_id = changes.new_entity_id and not entities.is_hidden
    where changes.run_id = ?
    order by
        changes.mention_count desc, changes.change, changes.old_entity_id, changes.new_entity_id
    limit ? offset ?
"""


def count_runs(statuses: Sequence[str]) -> int:
    """Return the number of runs with one of some statuses; with any where none is given."""
    return int(read(COUNT, [list(statuses or RUN_STATUSES)]).item())


def read_runs(statuses: Sequence[str], page: int) -> pl.DataFrame:
    """Return one page of runs, the latest first; pages are counted from 1."""
    skipped = (page - 1) * ROWS_PER_PAGE
    return read(RUNS, [list(statuses or RUN_STATUSES), ROWS_PER_PAGE, skipped])


def read_latest_runs(statuses: Sequence[str]) -> pl.DataFrame:
    """Return the runs that a chart shows, the oldest of them first."""
    return read(RUNS, [list(statuses or RUN_STATUSES), DRAWN_RUNS, 0]).reverse()


def find_run(run_id: str) -> dict[str, Any] | None:
    """Return the row of a run; None where there is none of this id."""
    rows = read(RUN, [run_id])
    return None if rows.is_empty() else rows.row(0, named=True)


def count_outcomes(run_id: str) -> dict[str, int]:
    """Return the number of files by what became of them, failures first."""
    rows = read(OUTCOMES, [run_id, list(FILE_OUTCOMES)])
    return dict(zip(rows["outcome"], rows["file_count"], strict=True))


def count_files(run_id: str, outcomes: Sequence[str]) -> int:
    """Return the number of files with one of some outcomes; with any where none is given."""
    return int(read(COUNT_FILES, [run_id, list(outcomes or FILE_OUTCOMES)]).item())


def read_files(run_id: str, outcomes: Sequence[str], page: int) -> pl.DataFrame:
    """Return one page of files of a run, failures first, with the documents that they hold now."""
    allowed, skipped = list(outcomes or FILE_OUTCOMES), (page - 1) * FILES_PER_PAGE
    return read(FILES, [run_id, allowed, list(FILE_OUTCOMES), FILES_PER_PAGE, skipped])


def count_changes(run_id: str) -> int:
    """Return the number of entities whose id or name a run changed."""
    return int(read(COUNT_CHANGES, [run_id]).item())


def read_changes(run_id: str, page: int) -> pl.DataFrame:
    """Return one page of changes of entities; ``entity_id`` is null where the new one is gone."""
    return read(CHANGES, [run_id, FILES_PER_PAGE, (page - 1) * FILES_PER_PAGE])
