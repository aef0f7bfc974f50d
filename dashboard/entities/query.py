"""Entities of the published warehouse, a page at a time, and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from charts.places_map import MOST_PLACES
from dashboard.published import read

if TYPE_CHECKING:
    import polars as pl

    from dashboard.entities.filters import EntityFilter

ROWS_PER_PAGE: Final = 100
SHOWN_ALIASES: Final = 4
"""Other names of an entity that the list shows."""
COUNT: Final = "select count(*) as entities from core.entities as entities where {condition}"
PAGE: Final = """
    select
        entities.entity_id,
        entities.entity_name,
        entities.label,
        countries.country_name,
        entities.mention_count,
        entities.document_count,
    from core.entities as entities
    left join ref.countries as countries on countries.country_code = entities.country_code
    where {condition}
    order by entities.mention_count desc, entities.entity_name, entities.entity_id
    limit {limit} offset {skipped}
"""
ALIASES: Final = """
    select
        entity_id,
        string_agg(mention_text, ' · ' order by mention_count desc, mention_text) as aliases,
    from (
        select
            entity_id,
            mention_text,
            mention_count,
            row_number() over (
                partition by entity_id order by mention_count desc, mention_text
            ) as rank,
        from mart.entity_names
        where entity_id in ({marks}) and lower(mention_text) <> lower(entity_name)
    )
    where rank <= ?
    group by entity_id
"""
PLACES: Final = """
    select places.*
    from mart.places as places
    inner join core.entities as entities on entities.entity_id = places.entity_id
    where {condition}
    order by places.mention_count desc, places.entity_id
    limit ?
"""
COUNT_PLACES: Final = """
    select count(*)
    from mart.places as places
    inner join core.entities as entities on entities.entity_id = places.entity_id
    where {condition}
"""
COUNTRIES: Final = """
    select countries.country_name, countries.country_code
    from core.entities as entities
    inner join ref.countries as countries on countries.country_code = entities.country_code
    where not entities.is_hidden
    group by all
    order by sum(entities.mention_count) desc, countries.country_name
"""


def count_entities(wanted: EntityFilter) -> int:
    """Return the number of entities that a filter leaves."""
    condition, values = wanted.condition()
    return int(read(COUNT.format(condition=condition), values).item())


def read_page(wanted: EntityFilter, page: int) -> pl.DataFrame:
    """Return one page of entities, most often named first, with their other names.

    Args:
        wanted: What the entities are narrowed to.
        page: Number of the page, from 1.
    """
    condition, values = wanted.condition()
    skipped = (page - 1) * ROWS_PER_PAGE
    sql = PAGE.format(condition=condition, limit=ROWS_PER_PAGE, skipped=skipped)
    entities = read(sql, values)
    ids = entities["entity_id"].to_list()
    marks = ", ".join("?" * len(ids)) or "null"
    aliases = read(ALIASES.format(marks=marks), [*ids, SHOWN_ALIASES])
    return entities.join(aliases, on="entity_id", how="left", maintain_order="left")


def read_places(wanted: EntityFilter) -> tuple[pl.DataFrame, int]:
    """Return the most often named places that a filter leaves, and how many there are.

    The places are rows of mart.places, at most as many as a map shows.
    """
    condition, values = wanted.condition()
    places = read(PLACES.format(condition=condition), [*values, MOST_PLACES])
    if places.height < MOST_PLACES:
        return places, places.height
    return places, int(read(COUNT_PLACES.format(condition=condition), values).item())


def country_codes() -> dict[str, str]:
    """Return the code of each country in which something that is named lies, by its name."""
    rows = read(COUNTRIES)
    return dict(zip(rows["country_name"], rows["country_code"], strict=True))
