"""The integrity checks find a shifted offset, a missing row and a repeated key."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.sample_rows import document_rows, file_row, frame_of, load_plan, sha256
from warehouse import spans
from warehouse.integrity import key_violations, reference_violations, span_violations
from warehouse.load import insert_frame, load_run
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.core import QUOTES
from warehouse.tables.figures import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from warehouse.contract import SpanColumns, Table

TEXT = "Zoë 😀 saw 5 boats."
SPANS = [(table, span) for table in (FIGURES, QUOTES) for span in table.spans]
"""What a figure and a quotation cut from the text: also claimant, speaker, cue and via."""


def quote_row() -> dict[str, object]:
    """Return a quotation of the text without any source."""
    return {
        "quote_id": sha256("quote")[:16],
        "document_id": sha256(TEXT),
        "start_char": 6,
        "end_char": 9,
        "quote_text": "saw",
        "kind": "direct",
        "sentence_index": 0,
        "rule": "test",
    }


@pytest.fixture(scope="module")
def loaded(
    warehouse_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a sound warehouse with one document beyond ASCII."""
    folder = tmp_path_factory.mktemp("integrity")
    shutil.copyfile(warehouse_template, folder / "copy.duckdb")
    with duckdb.connect(folder / "copy.duckdb") as connection:
        plan = load_plan(folder, [document_rows(TEXT, "5")], [file_row(TEXT, "a.txt")])
        load_run(connection, plan)
        yield connection


@pytest.fixture
def warehouse(loaded: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give that warehouse inside a transaction that is undone after the test."""
    loaded.execute("begin")
    yield loaded
    loaded.execute("rollback")


def test_checks_accept_a_sound_warehouse(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Nothing is found where nothing is wrong, also beyond ASCII."""
    assert span_violations(warehouse).is_empty()
    assert reference_violations(warehouse).is_empty()
    assert key_violations(warehouse).is_empty()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("start_char = start_char - 1, end_char = end_char - 1", "span_equals_text"),
        ("end_char = 99", "span_lies_inside_text"),
        ("end_char = start_char", "end_char_follows_start_char"),
        ("counted_start_char = 3", "span_is_whole_or_null"),
        (
            "counted_text = 'saw', counted_start_char = 7, counted_end_char = 10",
            "span_equals_text",
        ),
    ],
    ids=["shifted", "outside", "empty", "half_null", "secondary"],
)
def test_span_violations_names_the_row_of_a_broken_span(
    warehouse: duckdb.DuckDBPyConnection, change: str, rule: str
) -> None:
    """One changed offset is found, with the table, the key and the rule."""
    warehouse.execute(f"update core.figures set {change}")
    figure_id = warehouse.sql("select figure_id from core.figures").fetchall()[0][0]

    found = span_violations(warehouse)

    assert found.select("table_name", "row_key", "rule").rows() == [
        ("core.figures", f'{{"figure_id": "{figure_id}"}}', rule)
    ]


@pytest.mark.parametrize(
    ("table", "span"), SPANS, ids=[f"{table.name}-{span.text}" for table, span in SPANS]
)
@pytest.mark.parametrize(("start", "is_broken"), [(6, False), (7, True)])
def test_span_violations_slices_every_span_again(
    warehouse: duckdb.DuckDBPyConnection,
    table: Table,
    span: SpanColumns,
    start: int,
    *,
    is_broken: bool,
) -> None:
    """Who says something and the word that tells it are checked like a row's own span."""
    insert_frame(warehouse, QUOTES, frame_of(QUOTES.qualified_name, [quote_row()]))
    warehouse.execute(
        f"update {table.qualified_name} set {span.text} = 'saw', "
        f"{span.start_char} = {start}, {span.end_char} = {start + 3}"
    )

    found = span_violations(warehouse).select("table_name", "rule").rows()
    assert found == [(table.qualified_name, "span_equals_text")] * is_broken


def test_span_violations_checks_spans_without_text(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Sentences and passages must lie inside their text too."""
    warehouse.execute("update core.sentences set end_char = end_char + 1")

    assert span_violations(warehouse)["rule"].to_list() == ["span_lies_inside_text"]


def test_span_violations_checks_the_length_of_the_text(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    """char_count is the number of code points."""
    warehouse.execute("update raw.documents set char_count = byte_count")

    assert span_violations(warehouse)["rule"].to_list() == ["char_count_equals_text_length"]


def test_span_violations_looks_only_at_the_documents_given(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    """A load need not re-slice what it did not change."""
    warehouse.execute("update core.figures set end_char = 99")

    assert span_violations(warehouse, [sha256("another")]).is_empty()
    assert span_violations(warehouse, [sha256(TEXT)]).height == 1


def test_span_violations_reads_all_batches(
    warehouse: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents beyond the first batch of texts are checked as well."""
    for text in [f"Text {name} has 5 boats." for name in "abcd"]:
        for table_name, rows in document_rows(text, "5").items():
            insert_frame(warehouse, TABLES_BY_NAME[table_name], frame_of(table_name, rows))
    warehouse.execute("update core.figures set end_char = start_char")
    monkeypatch.setattr(spans, "BATCH_CHARS", 30)

    assert span_violations(warehouse).height == 5


@pytest.mark.parametrize(
    ("statement", "table", "detail"),
    [
        ("delete from raw.documents", "core.figures", "is not in raw.documents"),
        ("delete from core.sentences", "core.figures", "is not in core.sentences"),
        ("delete from raw.passages", "core.sentences", "is not in raw.passages"),
        (
            "update core.figures set place_entity_index = 0, place_entity_id = '00000000000000aa'",
            "core.figures",
            "place_entity_index 0, place_entity_id 00000000000000aa is not in core.document_ent",
        ),
        (
            "update core.figures set category = 'unheard_of'",
            "core.figures",
            "category unheard_of is not in ref.figure_categories",
        ),
    ],
    ids=["document", "sentence", "passage", "nullable", "seed"],
)
def test_reference_violations_names_the_row_that_leads_nowhere(
    warehouse: duckdb.DuckDBPyConnection, statement: str, table: str, detail: str
) -> None:
    """Each kind of missing target is found."""
    warehouse.execute(statement)

    found = reference_violations(warehouse).filter(table_name=table)

    assert any(detail in text for text in found["detail"])
    assert set(found["rule"]) == {"reference_exists"}


def test_reference_violations_finds_a_document_without_file(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    """Every document is in some file."""
    warehouse.execute("delete from raw.document_files")

    assert reference_violations(warehouse)["rule"].to_list() == ["document_has_a_file"]


def test_key_violations_finds_a_repeated_key(warehouse: duckdb.DuckDBPyConnection) -> None:
    """A table that lost its primary key by hand is still checked."""
    warehouse.execute("create table copies as from core.sentences union all from core.sentences")
    warehouse.execute("drop schema mart cascade; drop table core.sentences")
    warehouse.execute("create table core.sentences as from copies")

    found = key_violations(warehouse)

    assert found.select("table_name", "rule", "detail").rows() == [
        ("core.sentences", "key_is_unique", "the key stands in 2 rows")
    ]
