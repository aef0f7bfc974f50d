"""Figures of the published warehouse, a page at a time; texts are read only for what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.ledger.filters import ORDERS, LedgerFilter
from dashboard.published import read

if TYPE_CHECKING:
    import polars as pl

ROWS_PER_PAGE: Final = 100
DOWNLOAD_ROWS: Final = 100_000
OFFERED_VALUES: Final = 300
"""Most frequent values that a filter lists; others can be typed."""
ROWS: Final = """
    with files as (
        select document_id, arg_min(path, (source, path, record_index)) as path
        from raw.document_files
        group by document_id
    ),

    ledger as (
        select
            figures.figure_id,
            figures.document_id,
            figures.start_char,
            figures.figure_text,
            figures.low,
            figures.high,
            figures.unit,
            figures.qualifier,
            figures.kind,
            figures.counted_text,
            figures.category,
            case
                when not coalesce(claimants.is_hidden, false)
                    then coalesce(claimants.entity_name, figures.claimant_name)
            end as claimant_name,
            figures.claimant_text,
            figures.stance,
            places.entity_name as place_name,
            figures.as_of_start,
            figures.as_of_end,
            documents.published_on,
            documents.title,
            files.path,
        from mart.corrected_figures as figures
        inner join raw.documents as documents on documents.document_id = figures.document_id
        left join files on files.document_id = figures.document_id
        left join core.entities as claimants on claimants.entity_id = figures.claimant_entity_id
        left join core.entities as places
            on places.entity_id = figures.place_entity_id and not places.is_hidden
    )

    select {columns} from ledger where {condition} {order}
"""
SENTENCES: Final = """
    select
        figures.figure_id,
        figures.start_char - sentences.start_char as start_in_sentence,
        figures.end_char - sentences.start_char as end_in_sentence,
        substring(
            documents.text,
            sentences.start_char + 1,
            sentences.end_char - sentences.start_char
        ) as sentence_text,
    from core.figures as figures
    inner join raw.documents as documents on documents.document_id = figures.document_id
    inner join core.sentences as sentences
        on sentences.document_id = figures.document_id
        and sentences.sentence_index = figures.sentence_index
    where figures.figure_id = ?
"""
FIGURE: Final = "select * from mart.figure_ledger where figure_id = ?"


def count_figures(chosen: LedgerFilter) -> int:
    """Return the number of figures that a filter leaves."""
    condition, values = chosen.condition()
    sql = ROWS.format(columns="count(*) as figures", condition=condition, order="")
    return int(read(sql, values).item())


def read_page(chosen: LedgerFilter, order: str, page: int) -> pl.DataFrame:
    """Return the figures of one page, in columns of the ledger.

    Args:
        chosen: What the figures are narrowed to.
        order: A key of ``ORDERS``.
        page: Number of the page, from 1.
    """
    return _read_rows(chosen, order, limit=ROWS_PER_PAGE, offset=(page - 1) * ROWS_PER_PAGE)


def read_download(chosen: LedgerFilter, order: str) -> pl.DataFrame:
    """Return the figures that a download holds, at most ``DOWNLOAD_ROWS``."""
    return _read_rows(chosen, order, limit=DOWNLOAD_ROWS, offset=0)


def _read_rows(chosen: LedgerFilter, order: str, *, limit: int, offset: int) -> pl.DataFrame:
    condition, values = chosen.condition()
    # Only ids are sorted; wide rows would be carried through the sort of all pages before.
    ids = ROWS.format(
        columns="figure_id",
        condition=condition,
        order=f"order by {ORDERS[order]} limit {limit} offset {offset}",
    )
    wanted = f"figure_id in ({ids})"
    sql = ROWS.format(columns="*", condition=wanted, order=f"order by {ORDERS[order]}")
    return read(sql, values)


def read_sentence(figure_id: str) -> pl.DataFrame:
    """Return the sentence of a figure with the figure's place in it; at most one row."""
    return read(SENTENCES, [figure_id])


def offered_values(column: str) -> list[str]:
    """Return the most frequent values of a column of the ledger, most frequent first."""
    counted = ROWS.format(
        columns=f"{column} as value, count(*) as figures",
        condition=f"{column} is not null",
        order=f"group by all order by figures desc, value limit {OFFERED_VALUES}",
    )
    return [str(value) for value in read(counted)["value"]]
