"""Rows of documents get the entities of resolution, and what changed is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from tasks.resolution.references import UNRESOLVED, changed_links, relink_frame
from tests.sample_rows import resolved_frame
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from warehouse.contract import Table

Row = dict[str, object]
LINK = ("document_id", "entity_index", "entity_id")
ROLES = TABLES_BY_NAME["core.roles"]
THINGS = TABLES_BY_NAME["core.document_entities"]
MENTIONS = TABLES_BY_NAME["core.entity_mentions"]
RESOLVED = resolved_frame(
    [
        ("d1", 0, "new-0", "other_form"),
        ("d1", 1, "new-1", "same_name"),
        ("d2", 0, "new-2", "same_name"),
    ]
)


def rows_of(table: Table, names: tuple[str, ...], *rows: Row) -> pl.DataFrame:
    """Return rows of some columns of a table, typed as the contract says."""
    return pl.DataFrame(list(rows), schema={name: table.polars_schema[name] for name in names})


def test_relink_frame_sets_each_link_by_document_and_position() -> None:
    """The same position in another document is another entity."""
    rows: list[Row] = [
        {"document_id": document, "entity_index": index, "entity_id": "old"}
        for document, index in (("d2", 0), ("d1", 1), ("d1", 0), ("d1", 1))
    ]
    frame = rows_of(MENTIONS, LINK, *rows)

    found = relink_frame(MENTIONS, frame, RESOLVED)

    assert found["entity_id"].to_list() == ["new-2", "new-1", "new-0", "new-1"]
    assert_frame_equal(found.drop("entity_id"), frame.drop("entity_id"))


def test_relink_frame_sets_all_links_of_a_row() -> None:
    """A role has three holders; one that is not there stays null."""
    names = (
        "document_id",
        *(
            f"{party}_entity_{part}"
            for party in ("person", "organisation", "place")
            for part in ("index", "id")
        ),
    )
    row: Row = dict.fromkeys(names)
    row |= {"document_id": "d1", "person_entity_index": 1, "person_entity_id": "old"}
    row |= {"organisation_entity_index": 0, "organisation_entity_id": "old"}

    (found,) = relink_frame(ROLES, rows_of(ROLES, names, row), RESOLVED).to_dicts()

    assert found == row | {"person_entity_id": "new-1", "organisation_entity_id": "new-0"}


def test_relink_frame_says_why() -> None:
    """A thing of a document gets the reason of resolution beside its entity."""
    names = (*LINK, "resolution_rule")
    old: Row = {"document_id": "d1", "entity_id": "old", "resolution_rule": "document"}
    frame = rows_of(THINGS, names, *(old | {"entity_index": index} for index in (1, 0, 7)))

    found = relink_frame(THINGS, frame, RESOLVED)

    assert found.rows() == [
        ("d1", 1, "new-1", "same_name"),
        ("d1", 0, "new-0", "other_form"),
        ("d1", 7, UNRESOLVED, "document"),
    ]


def test_relink_frame_gives_an_unknown_position_no_entity() -> None:
    """A thing without accepted mentions leads to no entity, so that the gate refuses the row."""
    row: Row = {"document_id": "d9", "entity_index": 0, "entity_id": "old"}
    frame = rows_of(MENTIONS, LINK, row)

    assert relink_frame(MENTIONS, frame, RESOLVED)["entity_id"].to_list() == [UNRESOLVED]


def test_relink_frame_keeps_the_columns_of_the_frame() -> None:
    """Columns that the frame leaves out are not asked for, and the order stays."""
    frame = rows_of(MENTIONS, ("entity_id", "document_id", "entity_index"))

    found = relink_frame(MENTIONS, frame, RESOLVED)

    assert found.columns == ["entity_id", "document_id", "entity_index"]
    assert found.is_empty()


@pytest.mark.parametrize(
    ("was", "is_changed"),
    [
        (("new-0", "other_form"), False),
        (("old", "other_form"), True),
        (("new-0", "same_name"), True),
    ],
    ids=["the_same", "another_entity", "another_reason"],
)
def test_changed_links_are_other_entities_or_reasons(
    was: tuple[str, str], *, is_changed: bool
) -> None:
    """Only what differs from the warehouse is written again, as it is now."""
    before = resolved_frame([("d1", 0, *was)])

    found = changed_links(before, RESOLVED)

    assert found.rows() == ([("d1", 0, "new-0", "other_form")] if is_changed else [])


def test_changed_links_leave_out_documents_that_are_new() -> None:
    """Rows of documents that are read in this run come with their entities."""
    assert changed_links(resolved_frame([]), RESOLVED).is_empty()


def test_changed_links_leave_out_documents_that_went() -> None:
    """A thing of a document that is gone has no entity now."""
    before = resolved_frame([("d0", 0, "old", "same_name")])

    assert changed_links(before, RESOLVED).is_empty()
