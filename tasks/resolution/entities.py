"""``core.entities`` and ``core.document_entities`` after resolution over all documents.

Depends only on the set of rows and the corrections, never on order or on earlier runs, so that
incremental runs and one full run agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from tasks.resolution.corrections import Correction, without_effect
from tasks.resolution.things import Assigned, assign_things
from warehouse.identifiers import entity_id
from warehouse.seeds import read_seed_rows
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITIES
from warehouse.tables.ref import ENTITIES_SEED

PLACE_COLUMNS: Final = (
    "place_key",
    "country_code",
    "admin_area",
    "feature_class",
    "latitude",
    "longitude",
)
SEEDED_PLACE: Final = ("country_code", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Result of resolution.

    Attributes:
        entities: Rows of core.entities.
        document_entities: Rows of core.document_entities with their final entity_id.
        idle_corrections: Names of the corrections that found nothing to correct.
    """

    entities: pl.DataFrame
    document_entities: pl.DataFrame
    idle_corrections: list[str]


def resolve_entities(
    document_entities: pl.DataFrame,
    mention_counts: pl.DataFrame,
    corrections: Sequence[Correction] = (),
) -> Resolution:
    """Return which entity each thing of a document is, and the rows of core.entities.

    Args:
        document_entities: All rows of core.document_entities, whatever their entity_id; those
            without mentions are left out, as if no document named them.
        mention_counts: One row per thing of a document that has mentions: document_id,
            entity_index, mention_count.
        corrections: Decisions of analysts.
    """
    named = document_entities.join(mention_counts, on=["document_id", "entity_index"], how="semi")
    ordered = named.sort(DOCUMENT_ENTITIES.key)
    rows = ordered.to_dicts()
    assigned, hidden = assign_things(rows, corrections)
    hidden_ids = {entity_id(*key) for key in hidden}
    resolved = ordered.with_columns(
        pl.Series("entity_id", [entity_id(one.label, one.key) for one in assigned], pl.String),
        pl.Series("resolution_rule", [one.rule for one in assigned], pl.String),
    )
    entities = entity_rows(resolved, assigned, mention_counts).with_columns(
        pl.col("entity_id").is_in(sorted(hidden_ids)).alias("is_hidden"),
    )
    return Resolution(
        entities.select(ENTITIES.column_names).cast(ENTITIES.polars_schema),
        resolved.select(DOCUMENT_ENTITIES.column_names),
        without_effect(rows, corrections),
    )


def entity_rows(
    resolved: pl.DataFrame, assigned: Sequence[Assigned], mention_counts: pl.DataFrame
) -> pl.DataFrame:
    """Return one row per entity that has mentions, sorted by id.

    Args:
        resolved: Rows of core.document_entities with their final entity_id, sorted by key.
        assigned: What each of them is.
        mention_counts: As in ``resolve_entities``.
    """
    named = resolved.with_columns(
        pl.Series("thing_label", [one.label for one in assigned], pl.String),
        pl.Series("thing_name", [one.name for one in assigned], pl.String),
        pl.Series("canonical_key", [one.key for one in assigned], pl.String),
    )
    counted = named.join(mention_counts, on=["document_id", "entity_index"], how="inner")
    # A correction may merge two places: all columns are those of one, best of the target itself.
    is_other = pl.col("local_key") != pl.col("canonical_key")
    places_first = counted.sort(
        pl.col("place_key").is_null(), is_other, "place_key", *DOCUMENT_ENTITIES.key
    )
    grouped = places_first.group_by("entity_id").agg(
        pl.col("thing_label").min().alias("label"),
        pl.col("thing_name").min().alias("entity_name"),
        pl.col("canonical_key").min(),
        *(pl.col(name).first() for name in PLACE_COLUMNS),
        pl.col("mention_count").sum().cast(pl.Int64),
        pl.col("document_id").n_unique().cast(pl.Int64).alias("document_count"),
    )
    return with_seeds(grouped.sort("entity_id"))


def with_seeds(entities: pl.DataFrame) -> pl.DataFrame:
    """Return entities with what the seeds say of those that they know."""
    joined = entities.join(seeded_things(), on="canonical_key", how="left", maintain_order="left")
    return joined.with_columns(
        pl.col("seed_name").is_not_null().alias("is_seeded"),
        pl.coalesce("seed_name", "entity_name").alias("entity_name"),
        *(pl.coalesce(name, f"seed_{name}").alias(name) for name in SEEDED_PLACE),
    )


def seeded_things() -> pl.DataFrame:
    """Return canonical_key and wikidata_id of all seeds, and name and place as ``seed_``."""
    rows: list[dict[str, Any]] = read_seed_rows(ENTITIES_SEED)
    schema = ENTITIES_SEED.polars_schema
    frame = pl.DataFrame({name: [row[name] for row in rows] for name in schema}, schema=schema)
    renamed = {name: f"seed_{name}" for name in ("name", *SEEDED_PLACE)}
    return frame.drop("label").rename({"entity_key": "canonical_key", **renamed})
