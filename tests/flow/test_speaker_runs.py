"""Who says something follows its entity over runs, also in documents that are not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.decided import about_thing, write_decisions
from tests.flow_runs import build, write_texts
from warehouse.queries import query_published
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
SHORT = {
    "a.txt": "A. Timofeev, spokesman of the Harbour Guard, said 40 trucks were lost. "
    "A. Timofeev said police believed that 12 boats had sunk.\n",
    "b.txt": "The Salt Brigades said 30 rifles were missing.\n",
}
FULL = {
    "c.txt": "Andrei Timofeev, spokesman of the Harbour Guard, said the port was open.\n",
    "d.txt": "The Salt Brigade left Mosul. Officers of the Salt Brigade met the mayor.\n",
}
PARTIES = {
    "quotes": (("speaker", "via"), "quote_text"),
    "figures": (("claimant", "via"), "figure_text"),
}
MERGE = about_thing("merge", "merge", "ORG", "Salt Brigades", target_name="Salt Brigade")


def parties(warehouse: Path) -> dict[tuple[str, str], str]:
    """Return the entity of each known party of the first two files, by column and row's text."""
    found: dict[tuple[str, str], str] = {}
    for table, (prefixes, text) in PARTIES.items():
        for prefix in prefixes:
            rows = query_published(
                warehouse,
                f"""
                select rows.{text}, entities.entity_name
                from core.{table} as rows
                inner join core.entities as entities
                    on rows.{prefix}_entity_id = entities.entity_id
                inner join raw.document_files as files using (document_id)
                where files.path in ('a.txt', 'b.txt')
                """,
            )
            found |= {(f"{table}.{prefix}", value): name for value, name in rows.rows()}
    return found


def own_rows(warehouse: Path, table: str) -> pl.DataFrame:
    """Return the rows of a table that belong to the first two files, in the order of its key."""
    return query_published(
        warehouse,
        f"select * from core.{table} semi join "
        "(from raw.document_files where path in ('a.txt', 'b.txt')) using (document_id)",
    ).sort(TABLES_BY_NAME[f"core.{table}"].key)


def test_speakers_claimants_and_passers_on_follow_their_entities(tmp_path: Path) -> None:
    """A full name and a merge change who says what in old documents, as one full run has it.

    The name that a document itself gives stays beside the entity.
    """
    source, warehouse = write_texts(tmp_path / "in", SHORT), tmp_path / "w.duckdb"
    build(source, warehouse)
    before = parties(warehouse)
    decisions = write_decisions(tmp_path / "mine.csv", MERGE)

    summary = build(write_texts(source, FULL), warehouse, corrections=str(decisions))
    build(source, tmp_path / "full.duckdb", corrections=str(decisions))

    assert summary.extracted_document_count == len(FULL)
    assert before == {
        ("quotes.speaker", "40 trucks were lost"): "A. Timofeev",
        ("quotes.speaker", "police believed that 12 boats had sunk"): "A. Timofeev",
        ("quotes.speaker", "30 rifles were missing"): "Salt Brigades",
        ("quotes.via", "12 boats had sunk"): "A. Timofeev",
        ("figures.claimant", "40"): "A. Timofeev",
        ("figures.claimant", "30"): "Salt Brigades",
        ("figures.via", "12"): "A. Timofeev",
    }
    renamed = {"A. Timofeev": "Andrei Timofeev", "Salt Brigades": "Salt Brigade"}
    assert parties(warehouse) == {place: renamed[name] for place, name in before.items()}
    names = own_rows(warehouse, "quotes")["speaker_name"]
    assert set(names) == {"A. Timofeev", "Salt Brigades", "police"}
    for table in PARTIES:
        assert own_rows(warehouse, table).equals(own_rows(tmp_path / "full.duckdb", table))
