"""All that the published warehouse holds of one entity, each part a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dashboard.published import read

if TYPE_CHECKING:
    import polars as pl

ROWS_PER_PAGE: Final = 50
COUNT: Final = "select count(*) from ({rows})"
PAGE: Final = "select * from ({rows}) order by {order} limit {limit} offset {skipped}"
CURRENT: Final = "select current_entity_id from mart.entity_ids where entity_id = ?"
ENTITY: Final = """
    select
        entities.entity_id,
        entities.entity_name,
        entities.label,
        countries.country_name,
        entities.admin_area,
        entities.feature_class,
        entities.latitude,
        entities.longitude,
        entities.wikidata_id,
        entities.mention_count,
        entities.document_count,
        entities.is_hidden,
    from core.entities as entities
    left join ref.countries as countries on countries.country_code = entities.country_code
    where entities.entity_id = ?
"""
FIGURE_COUNTS: Final = """
    select
        count(*) filter (where claimant_entity_id = $1)::bigint as claimed,
        count(*) filter (where place_entity_id = $1)::bigint as placed,
    from mart.corrected_figures
    where claimant_entity_id = $1 or place_entity_id = $1
"""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A list about one entity; ``$1`` of its SQL is the id, and the order of its rows is total."""

    sql: str
    order: str

    def count(self, entity_id: str) -> int:
        """Return the number of rows of all pages."""
        return int(read(COUNT.format(rows=self.sql), [entity_id]).item())

    def page(self, entity_id: str, page: int) -> pl.DataFrame:
        """Return one page, counted from 1."""
        skipped = (page - 1) * ROWS_PER_PAGE
        sql = PAGE.format(rows=self.sql, order=self.order, limit=ROWS_PER_PAGE, skipped=skipped)
        return read(sql, [entity_id])


NAMES: Final = Part(
    sql="""
        select mention_text, mention_count, document_count
        from mart.entity_names
        where entity_id = $1
    """,
    order="mention_count desc, mention_text",
)
ROLES: Final = Part(
    sql="""
        select
            person_entity_id as entity_id,
            person_name,
            role_text,
            organisation_name,
            place_name,
            is_former,
            mention_count,
            first_published_on,
            last_published_on,
        from mart.entity_roles
        where person_entity_id = $1
    """,
    order="mention_count desc, role_text, organisation_name, place_name, is_former",
)
HOLDERS: Final = Part(
    sql="""
        select
            persons.entity_id,
            persons.entity_name as person_name,
            lower(roles.role_text) as role_text,
            roles.organisation_text as organisation_name,
            roles.place_text as place_name,
            roles.is_former,
            count(*)::bigint as mention_count,
            min(documents.published_on) as first_published_on,
            max(documents.published_on) as last_published_on,
        from core.roles as roles
        inner join raw.documents as documents on documents.document_id = roles.document_id
        inner join core.entities as persons on persons.entity_id = roles.person_entity_id
        where
            (roles.organisation_entity_id = $1 or roles.place_entity_id = $1)
            and not persons.is_hidden
        group by all
    """,
    order=(
        "mention_count desc, person_name, role_text, organisation_name, place_name, is_former, "
        "entity_id"
    ),
)
EVENTS: Final = Part(
    sql="""
        select
            relation_id,
            document_id,
            verb_start_char as start_char,
            verb_end_char as end_char,
            event,
            modality,
            coalesce(subject_name, subject_text) as subject,
            verb_text,
            coalesce(object_name, object_text) as object,
            published_on,
            title,
        from mart.events
        where subject_entity_id = $1 or object_entity_id = $1
    """,
    order="published_on desc nulls last, document_id, start_char, relation_id",
)
COMPANIONS: Final = Part(
    sql="""
        select
            if(entity_id = $1, other_entity_id, entity_id) as entity_id,
            if(entity_id = $1, other_entity_name, entity_name) as entity_name,
            if(entity_id = $1, other_label, label) as label,
            sentence_count,
            document_count,
        from mart.co_mentions
        where entity_id = $1 or other_entity_id = $1
    """,
    order="sentence_count desc, entity_name, entity_id",
)
FIGURES: Final = Part(
    sql="""
        select
            figures.figure_id,
            figures.document_id,
            figures.start_char,
            concat_ws(
                ', ',
                if(figures.claimant_entity_id = $1, 'claimed by it', null),
                if(figures.place_entity_id = $1, 'its place', null)
            ) as part,
            figures.figure_text,
            figures.counted_text,
            figures.low,
            figures.high,
            figures.unit,
            figures.qualifier,
            figures.category,
            documents.published_on,
            documents.title,
        from mart.corrected_figures as figures
        inner join raw.documents as documents on documents.document_id = figures.document_id
        where figures.claimant_entity_id = $1 or figures.place_entity_id = $1
    """,
    order="published_on desc nulls last, document_id, start_char, figure_id",
)
MENTIONS: Final = Part(
    sql="""
        select
            mentions.document_id,
            mentions.start_char,
            mentions.end_char,
            mentions.mention_text,
            mentions.sentence_index,
            documents.published_on,
            documents.title,
        from core.entity_mentions as mentions
        inner join raw.documents as documents on documents.document_id = mentions.document_id
        where mentions.entity_id = $1
    """,
    order="published_on desc nulls last, document_id, start_char",
)


def find_entity(entity_id: str) -> dict[str, Any] | None:
    """Return what is known of an entity, by its id or by one that it had in an earlier run.

    None when the warehouse has no such entity, or only a hidden one.
    """
    rows = read(ENTITY, [entity_id])
    if rows.is_empty():
        current = read(CURRENT, [entity_id])["current_entity_id"].drop_nulls()
        rows = read(ENTITY, [current[0]]) if len(current) else rows
    if rows.is_empty() or rows["is_hidden"][0]:
        return None
    return rows.row(0, named=True)


def count_figures(entity_id: str) -> tuple[int, int]:
    """Return how many figures an entity claims, and of how many it is the place."""
    claimed, placed = read(FIGURE_COUNTS, [entity_id]).row(0)
    return int(claimed), int(placed)
