"""A new resolution reaches every row that refers to an entity, and no other row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from tests.gate_entities import OFFICE_ID
from tests.gate_frames import many_documents, other_frames
from tests.gate_rows import Frames, sha256, short_hash
from tests.sample_rows import resolved_frame
from warehouse.entity_links import LINKED_TABLES, entity_links
from warehouse.load import insert_frame
from warehouse.relink import relink_documents
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.core import WHOLE_TABLES
from warehouse.tables.entities import DOCUMENT_ENTITIES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from warehouse.contract import Table

NEW_ID = short_hash("ORG another-agency")
TABLES = (DOCUMENT_ENTITIES, *LINKED_TABLES)
PAIRS = [(table, *pair) for table in TABLES for pair in entity_links(table)]


def linked_frames() -> Frames:
    """Return two documents; in each, the first row of a table refers to entity 0 in every way."""
    frames = many_documents(["a", "b"]) | other_frames()
    for table in LINKED_TABLES:
        frame = frames[table.qualified_name]
        is_first = pl.int_range(pl.len()).over("document_id") == 0
        links = [
            pl.when(is_first).then(pl.lit(value)).otherwise(pl.col(name)).alias(name)
            for index, target in entity_links(table)
            for name, value in ((index, 0), (target, OFFICE_ID))
        ]
        frames[table.qualified_name] = frame.with_columns(links).cast(table.polars_schema)
    return frames


@pytest.fixture
def relinked(warehouse: DuckDBPyConnection) -> DuckDBPyConnection:
    """Give both documents after entity 0 of the first one became another."""
    for name, frame in linked_frames().items():
        insert_frame(warehouse, TABLES_BY_NAME[name], frame)
    relink_documents(warehouse, resolved_frame([(sha256("a"), 0, NEW_ID, "correction")]))
    return warehouse


def rows_of(connection: DuckDBPyConnection, table: Table) -> pl.DataFrame:
    """Return the rows of a table in the order of its key."""
    rows: pl.DataFrame = connection.sql(f"from {table.qualified_name}").pl()
    return rows.sort(table.key)


@pytest.mark.parametrize(
    ("table", "index", "target"), PAIRS, ids=lambda value: getattr(value, "name", value)
)
def test_relink_documents_follows_every_link(
    relinked: DuckDBPyConnection, table: Table, index: str, target: str
) -> None:
    """Rows of the entity have its new id; those of other entities and documents keep theirs."""
    before = linked_frames()[table.qualified_name].sort(table.key)
    is_changed = (pl.col("document_id") == sha256("a")) & (pl.col(index) == 0)

    expected = before.with_columns(
        pl.when(is_changed).then(pl.lit(NEW_ID)).otherwise(pl.col(target)).alias(target)
    )

    assert before.filter(is_changed).height > 0
    columns = ["document_id", index, target]
    assert_frame_equal(rows_of(relinked, table).select(columns), expected.select(columns))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_relink_documents_changes_nothing_but_entities(
    relinked: DuckDBPyConnection, table: Table
) -> None:
    """All columns that say nothing of an entity stay as they were."""
    ids = [target for _, target in entity_links(table)]
    before = linked_frames()[table.qualified_name].sort(table.key)

    after = rows_of(relinked, table)

    assert_frame_equal(
        after.drop(*ids, "resolution_rule", strict=False),
        before.drop(*ids, "resolution_rule", strict=False),
        check_exact=True,
    )


def test_relink_documents_says_why(relinked: DuckDBPyConnection) -> None:
    """The thing of the document has the reason of its new entity, the others keep theirs."""
    rules = rows_of(relinked, DOCUMENT_ENTITIES).select(
        "document_id", "entity_index", "resolution_rule"
    )

    assert set(rules.rows()) == {
        (sha256("a"), 0, "correction"),
        *((sha256("a"), index, "document") for index in (1, 2)),
        *((sha256("b"), index, "document") for index in (0, 1, 2)),
    }


def test_relink_documents_takes_no_changes(warehouse: DuckDBPyConnection) -> None:
    """Nothing to change leaves all rows as they are."""
    for name, frame in linked_frames().items():
        insert_frame(warehouse, TABLES_BY_NAME[name], frame)

    relink_documents(warehouse, resolved_frame([]))

    for table in TABLES:
        before = linked_frames()[table.qualified_name].sort(table.key)
        assert_frame_equal(rows_of(warehouse, table), before, check_exact=True)


@pytest.mark.parametrize(
    ("table", "parties"),
    [("core.quotes", {"speaker", "via"}), ("core.figures", {"claimant", "via", "place"})],
)
def test_all_who_say_something_are_followed(table: str, parties: set[str]) -> None:
    """Speakers, claimants and those who pass something on are entities as much as places are."""
    links = entity_links(TABLES_BY_NAME[table])

    assert {target.removesuffix("_entity_id") for _, target in links} == parties


def test_linked_tables_are_those_that_name_an_entity() -> None:
    """A table with an id of an entity is followed or written whole; the ledger keeps what was."""
    named = {
        table.qualified_name
        for table in TABLES_BY_NAME.values()
        if any(name.endswith("entity_id") for name in table.column_names)
    }

    followed = {table.qualified_name for table in TABLES}
    assert named - {table.qualified_name for table in WHOLE_TABLES} == followed | {
        "ops.entity_changes"
    }
