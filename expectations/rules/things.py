"""Rules on entities, on where they are, and on rows that refer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.rules.rule import Rule
from warehouse.entity_links import LINKED_TABLES, entity_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse.contract import Table

PLACED_TABLES: Final = ("core.entities", "core.document_entities")
PLACE_LABELS: Final = ("GPE", "LOC", "FAC")
PLACE_COLUMNS: Final = ("place_key", "feature_class")


def _place_rules(table: str) -> tuple[Rule, ...]:
    """Return the rules on where a thing is."""
    return (
        Rule(
            name="coordinates_complete",
            table=table,
            columns=("latitude", "longitude"),
            reason="Latitude and longitude are both given or both null.",
            broken=pl.col("latitude").is_null() != pl.col("longitude").is_null(),
        ),
        Rule(
            name="coordinates_finite",
            table=table,
            columns=("latitude", "longitude"),
            reason="Coordinates are numbers, neither NaN nor infinite.",
            broken=~(
                pl.col("latitude").is_finite().fill_null(value=True)
                & pl.col("longitude").is_finite().fill_null(value=True)
            ),
        ),
        _complete_rule(table, "place_columns_complete", PLACE_COLUMNS, "A known place has a class"),
    )


def _complete_rule(table: str, name: str, columns: tuple[str, ...], reason: str) -> Rule:
    nulls = [pl.col(column).is_null() for column in columns]
    return Rule(
        name=name,
        table=table,
        columns=columns,
        reason=f"{reason}: all of these are given or all null.",
        broken=pl.any_horizontal(nulls) & ~pl.all_horizontal(nulls),
    )


def _link_rules() -> Iterator[Rule]:
    """Yield for each table the rule that an entity is given in both ways or in none."""
    for table in LINKED_TABLES:
        pairs = [pair for pair in entity_links(table) if _is_nullable(table, pair[0])]
        if pairs:
            yield Rule(
                name="entity_columns_complete",
                table=table.qualified_name,
                columns=tuple(name for pair in pairs for name in pair),
                reason="Position in the document and id of an entity are both given or both null.",
                broken=pl.any_horizontal(
                    pl.col(index).is_null() != pl.col(target).is_null() for index, target in pairs
                ),
            )


def _is_nullable(table: Table, name: str) -> bool:
    return any(column.name == name and column.nullable for column in table.columns)


THING_RULES: Final = (
    *(rule for table in PLACED_TABLES for rule in _place_rules(table)),
    _complete_rule(
        "core.document_entities",
        "place_has_rule",
        ("place_key", "place_rule"),
        "A known place says why it is this one",
    ),
    Rule(
        name="document_count_within_mention_count",
        table="core.entities",
        columns=("document_count", "mention_count"),
        reason="An entity has at least one mention in each document that counts for it.",
        broken=pl.col("document_count") > pl.col("mention_count"),
    ),
    Rule(
        name="precision_belongs_to_place",
        table="core.entity_mentions",
        columns=("precision_code", "label"),
        reason="Only the name of a place (GPE, LOC, FAC) says how exactly it locates.",
        broken=pl.col("precision_code").is_not_null() & ~pl.col("label").is_in(PLACE_LABELS),
    ),
    *_link_rules(),
)
