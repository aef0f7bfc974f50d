"""Figures that can be compared: their extent, and a page of them with their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.comparison.filters import ORDERS
from dashboard.evidence import with_sentences, with_titles
from dashboard.published import read

if TYPE_CHECKING:
    from decimal import Decimal

    import polars as pl

    from dashboard.comparison.filters import Comparison
    from dashboard.comparison.subject import Scale, Subject

ROWS_PER_PAGE: Final = 30
"""Figures on one axis: what an eye can hold."""
OFFERED_VALUES: Final = 300
"""Most frequent values that a filter lists; others can be typed."""
COMPARED: Final = """
    from mart.corrected_figures as figures
    inner join raw.documents as documents on documents.document_id = figures.document_id
    where {condition}
"""
EXTENT: Final = f"""
    select
        count(*)::bigint as figure_count,
        count(distinct figures.document_id)::bigint as document_count,
        count(figures.claimant_text)::bigint as claimed_count,
        min(coalesce(figures.low, figures.high)) as smallest,
        max(coalesce(figures.high, figures.low)) as largest,
    {COMPARED}
"""
CHOSEN: Final = f"""
    select figures.figure_id {COMPARED} order by {{order}} limit ? offset ?
"""
"""Only the ids of a page are sorted: what is shown of them is wide."""
CLAIMANT_NAME: Final = """
    case
        when not coalesce(claimants.is_hidden, false)
            then coalesce(claimants.entity_name, figures.claimant_name)
    end
"""
SHOWN: Final = """
    with chosen as materialized (
        select * from mart.corrected_figures where figure_id in (select unnest($1::varchar[]))
    )

    select
        figures.figure_id,
        figures.document_id,
        figures.sentence_index,
        figures.figure_text,
        concat_ws(
            ' ',
            if(figures.qualifier_start_char < figures.start_char, figures.qualifier_text, null),
            figures.figure_text,
            if(figures.qualifier_start_char > figures.start_char, figures.qualifier_text, null),
            figures.counted_text
        ) as as_written,
        figures.low,
        figures.high,
        figures.qualifier,
        figures.counted_text,
        figures.per_text,
        figures.change,
        figures.modality,
        coalesce({claimant_name}, figures.claimant_text) as claimant,
        figures.claimant_text is not null as is_claimed,
        places.entity_name as place_name,
        figures.as_of_start,
        documents.published_on,
        documents.title,
    from chosen as figures
    inner join raw.documents as documents on documents.document_id = figures.document_id
    left join core.entities as claimants on claimants.entity_id = figures.claimant_entity_id
    left join core.entities as places
        on places.entity_id = figures.place_entity_id and not places.is_hidden
    order by list_position($1::varchar[], figures.figure_id)
"""
VALUES: Final = """
    select {value} as value, count(*) as figure_count
    from mart.corrected_figures as figures
    left join core.entities as claimants on claimants.entity_id = figures.claimant_entity_id
    left join core.entities as places
        on places.entity_id = figures.place_entity_id and not places.is_hidden
    where {condition}
    group by all
    having value is not null
    order by figure_count desc, value
    limit ?
"""
OFFERED: Final = {"claimant": CLAIMANT_NAME, "place": "places.entity_name"}


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How many figures are compared, and between which amounts they lie (null without any)."""

    figure_count: int
    document_count: int
    claimed_count: int
    smallest: Decimal | None
    largest: Decimal | None


def read_extent(comparison: Comparison) -> Extent:
    """Return the extent of all pages."""
    condition, values = comparison.condition()
    return Extent(**read(EXTENT.format(condition=condition), values).row(0, named=True))


def read_page(comparison: Comparison, order: str, page: int) -> pl.DataFrame:
    """Return one page of figures, with their sentences and titles.

    Args:
        comparison: What is compared.
        order: A key of ``ORDERS``.
        page: Number of the page, from 1.
    """
    condition, values = comparison.condition()
    sql = CHOSEN.format(condition=condition, order=ORDERS[order])
    window = [ROWS_PER_PAGE, (page - 1) * ROWS_PER_PAGE]
    ids = read(sql, [*values, *window])["figure_id"].to_list()
    figures = read(SHOWN.format(claimant_name=CLAIMANT_NAME), [ids])
    return with_titles(with_sentences(figures))


def offered_values(subject: Subject, scale: Scale, column: str) -> list[str]:
    """Return the most frequent values of a key of ``OFFERED`` among the figures of a subject."""
    about, values = subject.condition()
    condition = f"{about} and figures.kind = ? and figures.unit is not distinct from ?"
    sql = VALUES.format(value=OFFERED[column], condition=condition)
    rows = read(sql, [*values, scale.kind, scale.unit, OFFERED_VALUES])
    return [str(value) for value in rows["value"]]
