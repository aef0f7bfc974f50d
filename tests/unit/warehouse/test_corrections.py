"""Decisions of analysts are read from the seeds and a user's file, and compared with the last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from warehouse import corrections
from warehouse.corrections import are_applied, read_corrections
from warehouse.errors import UsageError
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ",".join(CORRECTIONS.column_names)
HIDE = "hide-editor,hide,PERSON,Page Editor,,,,No person of the news.,Kim,2026-01-02"
MERGE = "ohm,merge,PERSON,N. Ohm,,PERSON,Nils Ohm,One man.,Kim,2026-01-03"
DOCUMENT = "a" * 64


def write_file(folder: Path, *rows: str, header: str = HEADER) -> Path:
    """Write a user's file of decisions."""
    file = folder / "mine.csv"
    file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return file


def test_read_corrections_without_a_file_gives_those_of_the_seeds() -> None:
    """No file is no decision: the project ships none."""
    found = read_corrections()

    assert found.schema == CORRECTIONS.polars_schema
    assert found.is_empty()


def test_read_corrections_reads_the_users_file(tmp_path: Path) -> None:
    """Rows come typed, with null for what is not stated, sorted by their name."""
    found = read_corrections(write_file(tmp_path, MERGE, HIDE))

    assert found["correction_id"].to_list() == ["hide-editor", "ohm"]
    assert found["target_name"].to_list() == [None, "Nils Ohm"]
    assert found["decided_on"].to_list() == [date(2026, 1, 2), date(2026, 1, 3)]


def test_read_corrections_reads_a_changed_file_anew(tmp_path: Path) -> None:
    """A process that runs twice does not keep what the file said before."""
    first = read_corrections(write_file(tmp_path, MERGE, HIDE))
    second = read_corrections(write_file(tmp_path, HIDE))

    assert (first.height, second.height) == (2, 1)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((HIDE, HIDE), r"the key \('hide-editor',\) stands already in line 2"),
        ((HIDE.replace(",hide,", ",delete,"),), "column action: 'delete' is none of merge"),
        ((HIDE.replace("hide-editor", "Hide editor"),), "column correction_id"),
        ((HIDE.replace("2026-01-02", "yesterday"),), "column decided_on"),
        ((HIDE.replace("No person of the news.", ""),), "column reason: a value is missing"),
    ],
    ids=["name_twice", "action", "name", "day", "reason"],
)
def test_read_corrections_refuses_a_bad_row_with_its_line(
    tmp_path: Path, rows: tuple[str, ...], message: str
) -> None:
    """The message says what is wrong in which line of the user's file."""
    with pytest.raises(UsageError, match=rf"mine\.csv line .*{message}"):
        read_corrections(write_file(tmp_path, *rows))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (MERGE.replace("Nils Ohm", ""), "a merge needs a target_name"),
        (MERGE.replace("N. Ohm,", f"N. Ohm,{DOCUMENT}"), "merge and hide are"),
        (HIDE.replace(",hide,", ",relabel,"), "a relabel needs a target_label"),
        (HIDE.replace(",hide,", ",split,"), "a split needs the document_id"),
    ],
    ids=["merge_into_nothing", "merge_in_one_document", "relabel_as_nothing", "split_of_all"],
)
def test_read_corrections_refuses_a_decision_that_lacks_what_it_needs(
    tmp_path: Path, row: str, message: str
) -> None:
    """A decision that could have no effect, or another one than meant, is told at once."""
    with pytest.raises(UsageError, match=message):
        read_corrections(write_file(tmp_path, row))


def test_read_corrections_reads_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    """Spreadsheets put one in front of UTF-8."""
    file = tmp_path / "mine.csv"
    file.write_text(f"{HEADER}\n{MERGE}\n", encoding="utf-8-sig")

    assert read_corrections(file)["correction_id"].to_list() == ["ohm"]


def test_read_corrections_refuses_another_header(tmp_path: Path) -> None:
    """A file without the columns of the contract is not guessed at."""
    file = write_file(tmp_path, header=HEADER.replace("action,", ""))

    with pytest.raises(UsageError, match=r"mine\.csv line 1: the header must be correction_id,act"):
        read_corrections(file)


def test_read_corrections_names_a_missing_file(tmp_path: Path) -> None:
    """A setting that leads nowhere does not pass silently."""
    with pytest.raises(UsageError, match=r"mine\.csv is missing"):
        read_corrections(tmp_path / "mine.csv")


def test_read_corrections_refuses_a_name_of_the_seeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two decisions of one name would be one row of the warehouse."""
    file = write_file(tmp_path, HIDE)
    shipped = read_corrections(file)
    monkeypatch.setattr(corrections, "read_seed", lambda _table: shipped)

    with pytest.raises(UsageError, match="the correction 'hide-editor' stands in the seeds too"):
        read_corrections(file)


def test_are_applied_compares_with_the_published_warehouse(published: Path, tmp_path: Path) -> None:
    """A warehouse that was resolved without decisions has applied none."""
    assert are_applied(published, read_corrections())
    assert not are_applied(published, read_corrections(write_file(tmp_path, HIDE)))


@pytest.mark.parametrize("name", CORRECTIONS.column_names)
def test_are_applied_sees_a_change_of_any_column(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows in any order are the same; another value anywhere is another decision."""
    wanted = read_corrections(write_file(tmp_path, MERGE, HIDE)).with_columns(
        pl.Series("document_id", [DOCUMENT, None])
    )
    applied = wanted.reverse()
    monkeypatch.setattr(corrections, "query_published", lambda _path, _sql: applied)
    changed = wanted.with_columns(pl.col(name).shift(1).alias(name))

    assert are_applied(tmp_path, wanted)
    assert not are_applied(tmp_path, changed)
