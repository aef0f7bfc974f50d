"""What a snapshot tells of the documents of a run and of earlier runs, as small frames and counts.

SQL only; what the numbers mean and may be stands in ``expectations/measures``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.measures.catalogue import CLAIMED, DATED, LOCATED, UNATTRIBUTED, UNRESOLVED
from expectations.measures.documents import OTHER_DOCUMENTS
from expectations.measures.history import HISTORY_COLUMNS, HISTORY_RUNS, History
from expectations.measures.volumes import DOCUMENTS_SCHEMA
from tasks.nlp.language import ENGLISH
from warehouse.connections import registered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from duckdb import DuckDBPyConnection

DOCUMENTS: Final = r"""
    with homes as (

        select document_id, min(source) as source,
        from raw.document_files
        semi join wanted using (document_id)
        group by document_id

    ),

    figures as (

        select document_id, count(*) as figure_count,
        from core.figures
        semi join wanted using (document_id)
        group by document_id

    )

    select
        document_id,
        source,
        language_code,
        language_code is null or list_contains($1, language_code) as is_read,
        -- One letter a word, then without what stands between: no list of a long text's words.
        length(
            regexp_replace(regexp_replace(text, '\S+', 'w', 'g'), '\s+', '', 'g')
        ) as word_count,
        coalesce(figure_count, 0) as figure_count,
    from raw.documents
    inner join homes using (document_id)
    left join figures using (document_id)
    order by document_id
"""
OTHERS: Final = """
    with homes as (

        select document_id, min(source) as source,
        from raw.document_files
        anti join wanted using (document_id)
        group by document_id

    )

    select document_id,
    from homes
    where list_contains($1, source)
    qualify row_number() over (partition by source order by document_id) <= $2
"""
MENTIONS: Final = """
    select label, count(*)::bigint,
    from core.entity_mentions
    semi join wanted using (document_id)
    group by label
"""
INCOMPLETE: Final = {
    UNRESOLVED: ("core.document_entities", "resolution_rule in ('same_name', 'other_form')"),
    UNATTRIBUTED: ("core.quotes", "speaker_text is null"),
    CLAIMED: ("core.figures", "claimant_text is not null"),
    LOCATED: ("core.figures", "place_entity_id is not null"),
    DATED: ("core.figures", "as_of_start is not null"),
}
"""Table of each measure, and which of its rows are counted."""
HISTORY: Final = f"""
    select {", ".join(HISTORY_COLUMNS)},
    from ops.measures
    semi join (
        select run_id,
        from ops.runs
        where status = 'published' and extracted_document_count > 0
        order by run_id desc
        limit {HISTORY_RUNS}
    ) using (run_id)
"""  # noqa: S608 - our names
ARRIVALS: Final = """
    select source, list(distinct strptime(left(run_id, 8), '%Y%m%d')::date),
    from ops.file_outcomes
    where outcome in ('new', 'changed') and list_contains($1, source)
    group by source
"""
NEWEST: Final = """
    select max(published_on), count(*),
    from raw.documents
    where published_on <= $1
"""


def count_documents(connection: DuckDBPyConnection, document_ids: Sequence[str]) -> pl.DataFrame:
    """Return source, language, words and figures of documents (``DOCUMENTS_SCHEMA``).

    Args:
        connection: Connection to a snapshot.
        document_ids: Documents to count; one that is not there has no row.
    """
    with registered(connection, "wanted", _ids(document_ids)):
        rows: pl.DataFrame = connection.sql(DOCUMENTS, params=[sorted(ENGLISH)]).pl()
    return rows.select(DOCUMENTS_SCHEMA.names()).cast(DOCUMENTS_SCHEMA)


def count_others(connection: DuckDBPyConnection, documents: pl.DataFrame) -> pl.DataFrame:
    """Return a sample of the other documents of the same sources (``DOCUMENTS_SCHEMA``).

    Args:
        connection: Connection to a snapshot.
        documents: Documents of the run.
    """
    sources = documents["source"].unique().sort().to_list()
    with registered(connection, "wanted", _ids(documents["document_id"])):
        others = connection.execute(OTHERS, [sources, OTHER_DOCUMENTS]).fetchall()
    return count_documents(connection, [document_id for (document_id,) in others])


def count_mentions(connection: DuckDBPyConnection, documents: pl.DataFrame) -> dict[str, int]:
    """Return the mentions by label in the documents that were read.

    Args:
        connection: Connection to a snapshot.
        documents: Documents of the run.
    """
    with registered(connection, "wanted", _ids(documents.filter("is_read")["document_id"])):
        return dict(connection.execute(MENTIONS).fetchall())


def count_complete(
    connection: DuckDBPyConnection, documents: pl.DataFrame
) -> dict[str, tuple[int, int]]:
    """Return part and whole of each measure of ``INCOMPLETE``, by its name.

    Args:
        connection: Connection to a snapshot.
        documents: Documents of the run.
    """
    query = " union all ".join(
        f"select '{measure.name}', count(*) filter (where {part}), count(*) "  # noqa: S608 - ours
        f"from {table} semi join wanted using (document_id)"
        for measure, (table, part) in INCOMPLETE.items()
    )
    with registered(connection, "wanted", _ids(documents["document_id"])):
        rows = connection.execute(query).fetchall()
    return {name: (part, whole) for name, part, whole in rows}


def read_history(connection: DuckDBPyConnection) -> History:
    """Return what the newest published runs that read documents have measured."""
    return History(connection.sql(HISTORY).pl())


def read_arrivals(connection: DuckDBPyConnection, sources: Sequence[str]) -> dict[str, list[date]]:
    """Return the days on which earlier runs met new or changed files, by source.

    Args:
        connection: Connection to a snapshot, whose ledger has not the run itself.
        sources: Sources to look at.
    """
    return dict(connection.execute(ARRIVALS, [list(sources)]).fetchall())


def newest_publication(connection: DuckDBPyConnection, run_on: date) -> tuple[date | None, int]:
    """Return the newest publication day up to a day, and the documents that have one up to it."""
    ((newest_on, count),) = connection.execute(NEWEST, [run_on]).fetchall()
    return newest_on, count


def _ids(document_ids: Sequence[str] | pl.Series) -> pl.DataFrame:
    return pl.DataFrame({"document_id": document_ids}, schema={"document_id": pl.String})
