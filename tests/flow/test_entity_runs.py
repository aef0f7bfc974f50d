"""Entities over several runs: the order of runs does not matter, and decisions are applied."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from polars.testing import assert_frame_equal

from tests.decided import Row, about_thing, write_decisions
from tests.flow_runs import build, exported, last_run, write_texts
from warehouse.queries import query_published
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
SHORT = {"a.txt": "A. Timofeev, spokesman of the Harbour Guard, said the port was closed.\n"}
FULL = {"b.txt": "Andrei Timofeev, spokesman of the Harbour Guard, said the port was open.\n"}
OTHER = {"c.txt": "Dana Velt met officers of the Salt Brigade in Aleppo. Velt had 40 trucks.\n"}
NAMES = OTHER | {
    "d.txt": "Officers of the Salt Brigades met Dana Velt of the Velmar Institute near Mosul.\n",
    "e.txt": "Photo editor Kim Dorn filed from Mosul.\n",
}
OLD_IDS = "mart.entity_ids.jsonl"
"""The one export that also tells what earlier runs said."""
TABLES = (
    "entities",
    "document_entities",
    "entity_mentions",
    "roles",
    "relations",
    "figures",
    "quotes",
)


def rows_of(warehouse: Path, name: str) -> pl.DataFrame:
    """Return the rows of a table of the schema core in the order of its key."""
    table = TABLES_BY_NAME[f"core.{name}"]
    return query_published(warehouse, f"from core.{name}").sort(table.key)


def things(warehouse: Path) -> dict[str, tuple[str, str, str]]:
    """Return what each mention of a file says it is: entity, its label, and the reason."""
    rows = query_published(
        warehouse,
        """
        select files.path || ' ' || mentions.mention_text, entities.entity_name, entities.label,
            things.resolution_rule
        from core.entity_mentions as mentions
        inner join core.document_entities as things using (document_id, entity_index, entity_id)
        inner join core.entities as entities using (entity_id)
        inner join raw.document_files as files using (document_id)
        """,
    )
    return {mention: (name, label, rule) for mention, name, label, rule in rows.rows()}


def assert_same_entities(one: Path, other: Path) -> None:
    """Check that two warehouses agree in all tables that refer to entities."""
    for name in TABLES:
        assert_frame_equal(rows_of(one, name), rows_of(other, name), check_exact=True)


def document_id(texts: Mapping[str, str], name: str) -> str:
    """Return the id of the document of a text file."""
    return hashlib.sha256(texts[name].encode()).hexdigest()


def test_later_document_changes_the_entity_of_an_earlier_one(tmp_path: Path) -> None:
    """Initials meet their full name: the first document is not read again, yet it follows."""
    source, warehouse = write_texts(tmp_path / "in", SHORT | OTHER), tmp_path / "w.duckdb"
    build(source, warehouse)
    before = things(warehouse)
    old_id = query_published(
        warehouse, "select entity_id from core.entities where entity_name = 'A. Timofeev'"
    ).item()

    write_texts(source, FULL)
    summary = build(source, warehouse)

    assert summary.extracted_document_count == 1
    assert before["a.txt A. Timofeev"] == ("A. Timofeev", "PERSON", "same_name")
    assert things(warehouse)["a.txt A. Timofeev"] == ("Andrei Timofeev", "PERSON", "other_form")
    (change,) = query_published(warehouse, "from ops.entity_changes").to_dicts()
    assert change == {
        "run_id": summary.run_id,
        "old_entity_id": old_id,
        "new_entity_id": rows_of(warehouse, "entities")
        .filter(entity_name="Andrei Timofeev")["entity_id"]
        .item(),
        "change": "renamed",
        "old_name": "A. Timofeev",
        "new_name": "Andrei Timofeev",
        "mention_count": 1,
    }
    lead = f"select current_entity_id from mart.entity_ids where entity_id = '{old_id}'"
    assert query_published(warehouse, lead).item() == change["new_entity_id"]


def test_runs_in_any_order_agree_with_one_full_run(tmp_path: Path) -> None:
    """File by file, with one that comes and goes, ends in the rows of a single run."""
    source, warehouse = tmp_path / "in", tmp_path / "w.duckdb"
    for texts in (OTHER, SHORT, FULL, NAMES):
        build(write_texts(source, texts), warehouse)
    build(source, tmp_path / "full.duckdb")
    assert_same_entities(warehouse, tmp_path / "full.duckdb")

    (source / "b.txt").unlink()
    build(source, warehouse)
    build(source, tmp_path / "less.duckdb")

    assert_same_entities(warehouse, tmp_path / "less.duckdb")
    assert things(warehouse)["a.txt A. Timofeev"][0] == "A. Timofeev"


def test_corrections_hold_until_they_are_taken_away(tmp_path: Path) -> None:
    """Four decisions change the entities of unchanged files, stay in force, and can be undone."""
    source, warehouse = write_texts(tmp_path / "in", NAMES), tmp_path / "w.duckdb"
    build(source, warehouse)
    before, known = things(warehouse), exported(warehouse, tmp_path / "before")
    known.pop(OLD_IDS)
    velt: Row = {"document_id": document_id(NAMES, "d.txt"), "target_name": "institute"}
    decisions = write_decisions(
        tmp_path / "mine.csv",
        about_thing("hide", "hide", "PERSON", "Kim Dorn"),
        about_thing("idle", "hide", "PERSON", "Nobody Anywhere"),
        about_thing("merge", "merge", "ORG", "Salt Brigades", target_name="Salt Brigade"),
        about_thing("relabel", "relabel", "ORG", "Velmar Institute", target_label="FAC"),
        about_thing("split", "split", "PERSON", "Dana Velt", **velt),
    )

    first = build(source, warehouse, corrections=str(decisions))
    corrected, ledger = things(warehouse), last_run(warehouse)
    again = build(source, warehouse, corrections=str(decisions))

    assert (first.status, first.extracted_document_count) == ("published", 0)
    assert (again.status, things(warehouse)) == ("unchanged", corrected)
    assert {name: rule for name, rule in corrected.items() if rule != before[name]} == {
        "d.txt Salt Brigades": ("Salt Brigade", "ORG", "correction"),
        "d.txt Dana Velt": ("Dana Velt", "PERSON", "correction"),
        "d.txt Velmar Institute": ("Velmar Institute", "FAC", "same_name"),
    }
    institute = rows_of(warehouse, "entities").filter(label="FAC")["entity_id"].item()
    people = rows_of(warehouse, "entities").filter(entity_name="Dana Velt")
    assert sorted(people["mention_count"]) == [1, 2]
    hidden = "select distinct entity_name from core.entities where is_hidden"
    listed = "select entity_name from mart.entity_names where entity_name = 'Kim Dorn'"
    assert query_published(warehouse, hidden)["entity_name"].to_list() == ["Kim Dorn"]
    assert query_published(warehouse, listed).is_empty()
    issues = query_published(warehouse, "from ops.issues where rule = 'correction_applies'")
    assert issues.select("run_id", "row_key").rows() == [
        (ledger["run_id"], '{"correction_id": "idle"}')
    ]

    assert build(source, warehouse).status == "published"
    undone = exported(warehouse, tmp_path / "after")
    assert institute in undone.pop(OLD_IDS).decode()
    assert undone == known
