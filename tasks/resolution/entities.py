"""``core.entities``: what the mentions of all documents refer to.

Depends only on the set of mentions, never on their order or on earlier runs, so that incremental
runs and one full run agree.
"""

from typing import Any

import polars as pl

from tasks.nlp.entities.mentions import normalise_name
from tasks.nlp.identifiers import entity_id
from warehouse.seeds import read_seed_rows
from warehouse.tables.core import ENTITIES
from warehouse.tables.ref import ENTITIES_SEED


def build_entities(mentions: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of core.entities, one per thing that is mentioned.

    Args:
        mentions: All rows of core.entity_mentions after the run.
    """
    counts = mentions.group_by("entity_id").agg(
        pl.len().cast(pl.Int64).alias("mention_count"),
        pl.col("document_id").n_unique().cast(pl.Int64).alias("document_count"),
    )
    known = {str(row["entity_id"]): row for row in seeded_entities()}
    names = unseeded_names(mentions)
    rows = [
        {**(known.get(row["entity_id"]) or unseeded_entity(names[row["entity_id"]])), **row}
        for row in counts.sort("entity_id").iter_rows(named=True)
    ]
    schema = ENTITIES.polars_schema
    return pl.DataFrame({name: [row[name] for row in rows] for name in schema}, schema=schema)


def seeded_entities() -> list[dict[str, Any]]:
    """Return all things that the seeds know, as rows without counts."""
    return [
        {
            "entity_id": entity_id(str(row["label"]), str(row["entity_key"])),
            "label": row["label"],
            "entity_name": row["name"],
            "canonical_key": row["entity_key"],
            "is_seeded": True,
            "country_code": row["country_code"],
            "latitude": row["latitude"],
            "longitude": row["longitude"],
        }
        for row in read_seed_rows(ENTITIES_SEED)
    ]


def unseeded_names(mentions: pl.DataFrame) -> dict[str, dict[str, Any]]:
    """Return label and most frequent name of each entity; ties go to the first by alphabet."""
    ranked = (
        mentions.group_by("entity_id", "label", "mention_text")
        .agg(pl.len().alias("times"))
        .sort("entity_id", "times", "mention_text", descending=[False, True, False])
        .unique("entity_id", keep="first", maintain_order=True)
    )
    return {row["entity_id"]: row for row in ranked.iter_rows(named=True)}


def unseeded_entity(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row of a thing that only the texts name."""
    return {
        "label": row["label"],
        "entity_name": row["mention_text"],
        "canonical_key": normalise_name(row["mention_text"]),
        "is_seeded": False,
        "country_code": None,
        "latitude": None,
        "longitude": None,
    }
