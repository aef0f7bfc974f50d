"""Rules on identifiers: each is the hash of what its row is, so no row bears that of another."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.rule import Context, Judge, Rule
from warehouse.identifiers import ROW_IDS, RowId, entity_id

UNRESOLVED: Final = "document"
"""``resolution_rule`` of a thing that its document has named and nothing has resolved yet."""


def _identifier_rule(table: str, row_id: RowId) -> Rule:
    return Rule(
        name="identifier_agrees_with_row",
        table=table,
        columns=(row_id.column, *row_id.reads),
        reason="An identifier is the hash of what the row is about.",
        broken=_is_of_another(row_id),
    )


def _is_of_another(row_id: RowId) -> Judge:
    def judge(frame: pl.DataFrame, _context: Context) -> pl.Series:
        rows = frame.select(row_id.column, *row_id.reads).iter_rows(named=True)
        broken = [row[row_id.column] not in {None, row_id.make(row)} for row in rows]
        return pl.Series(broken, dtype=pl.Boolean)

    return judge


def _is_other_thing(things: pl.DataFrame, _context: Context) -> pl.Series:
    rows = things.select("resolution_rule", "entity_id", "label", "local_key").iter_rows()
    broken = [
        rule == UNRESOLVED and found != entity_id(label, key) for rule, found, label, key in rows
    ]
    return pl.Series(broken, dtype=pl.Boolean)


IDENTIFIER_RULES: Final = (
    *(_identifier_rule(table, row_id) for table, row_id in ROW_IDS.items()),
    Rule(
        name="identifier_agrees_with_row",
        table="core.document_entities",
        columns=("entity_id", "label", "local_key", "resolution_rule"),
        reason="Until things are resolved over all documents, entity_id is the hash of label and "
        "local_key.",
        broken=_is_other_thing,
    ),
)
