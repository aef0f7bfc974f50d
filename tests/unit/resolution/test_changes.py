"""What became of an entity is read off the mentions that stay."""

from __future__ import annotations

import polars as pl

from tasks.resolution.changes import find_changes
from warehouse.tables import TABLES_BY_NAME

MENTION_KEY = ("document_id", "start_char", "end_char")
COLUMNS = ["old_entity_id", "new_entity_id", "change", "mention_count"]


def mentions(ids: str, document_id: str = "d1") -> pl.DataFrame:
    """Return a document's mentions, one per letter, whose entity is that letter; ``-`` is none."""
    rows = [
        {"document_id": document_id, "start_char": place, "end_char": place + 1, "entity_id": one}
        for place, one in enumerate(ids)
        if one != "-"
    ]
    schema = TABLES_BY_NAME["core.entity_mentions"].polars_schema
    return pl.DataFrame(rows, schema={key: schema[key] for key in (*MENTION_KEY, "entity_id")})


def names_of(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the entities of mentions; each is named after its id."""
    ids = frame["entity_id"].unique().sort()
    return pl.DataFrame({"entity_id": ids, "entity_name": [f"Name of {one}" for one in ids]})


def changes(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Return what became of the entities of mentions."""
    return find_changes(before, after, names_of(before), names_of(after))


def rows(before: str, after: str) -> list[tuple[str, str, str, int]]:
    """Return the changes between two readings of one document."""
    return changes(mentions(before), mentions(after)).select(COLUMNS).rows()


def test_nothing_changed() -> None:
    """The same mentions of the same entities tell nothing, nor do new ones."""
    assert rows("aab", "aabcb") == []


def test_renamed() -> None:
    """All mentions have one new entity that was not there before, and has no others."""
    assert rows("aab", "ccb") == [("a", "c", "renamed", 2)]


def test_merged_into_one_that_was_there() -> None:
    """All mentions went over to an entity that had others."""
    assert rows("aab", "bbb") == [("a", "b", "merged", 2)]


def test_merged_into_a_new_one() -> None:
    """Several went over to one that is new: each of them is merged."""
    assert rows("aab", "ccc") == [("a", "c", "merged", 2), ("b", "c", "merged", 1)]


def test_split_into_two() -> None:
    """The old entity is gone, its mentions are with several."""
    assert rows("aaa", "bbc") == [("a", "b", "split", 2), ("a", "c", "split", 1)]


def test_split_of_a_part() -> None:
    """The old entity is still there and lost some of its mentions."""
    assert rows("aaab", "aacb") == [("a", "c", "split", 1)]


def test_exchanged() -> None:
    """An id that is in use for other mentions now is no plain renaming."""
    assert rows("ab", "ba") == [("a", "b", "split", 1), ("b", "a", "split", 1)]


def test_document_that_went_tells_nothing() -> None:
    """An entity whose mentions are gone is gone, it became no other."""
    gone, stays = mentions("aa", "d1"), mentions("ab", "d2")

    assert changes(pl.concat([gone, stays]), stays).is_empty()
    assert changes(gone, mentions("cc", "d2")).is_empty()


def test_mention_that_went_is_not_counted() -> None:
    """Of a document that was read anew, the mentions of the same place are compared."""
    assert rows("aaa", "-cc") == [("a", "c", "renamed", 2)]


def test_first_run_tells_nothing() -> None:
    """Before the first run there was nothing."""
    assert rows("", "ab") == []


def test_changes_have_the_columns_of_the_ledger_and_both_names() -> None:
    """The run is put in where the ledger is written."""
    table = TABLES_BY_NAME["ops.entity_changes"]

    found = changes(mentions("a"), mentions("b"))

    assert found.columns == [name for name in table.column_names if name != "run_id"]
    assert found.select("old_name", "new_name").rows() == [("Name of a", "Name of b")]


def test_changes_do_not_depend_on_order() -> None:
    """The same mentions in another order give the same rows."""
    before, after = mentions("aabbc"), mentions("adddc")

    assert changes(before, after).equals(changes(before.reverse(), after.reverse()))
    assert changes(before, after).height == 2
