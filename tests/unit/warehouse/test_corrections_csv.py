"""Files of corrections: RFC 4180, no formulas for spreadsheets, and every text comes back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.decided import about_thing, write_decisions
from warehouse.corrections import read_corrections
from warehouse.corrections_csv import as_meant, as_written, correction_csv
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = ("=1+1", "'=1+1", "''=x", "+5", "-5", "@sum", "\t=x", "＝1", 'a "b", c', "one\ntwo", "'")  # noqa: RUF001 - a full-width sign starts formulas too
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - as above


def test_file_has_the_header_and_ends_its_records_as_rfc_4180_asks() -> None:
    """One record a row with CRLF, all columns in the order of the contract."""
    text = correction_csv([about_thing("one", "hide", "ORG", "Club, the")])
    header, row, end = text.split("\r\n")

    assert header == ",".join(CORRECTIONS.column_names)
    assert row == 'one,entity,hide,ORG,"Club, the",,,,,,,,,,A reason.,Kim,2026-01-02'
    assert end == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_from_a_file(tmp_path: Path, text: str) -> None:
    """Names as hostile texts write them, and reasons as analysts do."""
    row = about_thing("one", "hide", "ORG", text, reason=text)

    found = read_corrections(write_decisions(tmp_path / "mine.csv", row))

    assert found.select("name", "reason").row(0) == (text, text)


@given(st.text(st.sampled_from("'=+-@1.x\t\n＝")))  # noqa: RUF001 - as above
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    """Writing and reading undo each other, however many apostrophes there are."""
    assert as_meant(as_written(text)) == text


@pytest.mark.parametrize("text", [*HOSTILE, "five"])
def test_no_cell_starts_a_formula(text: str) -> None:
    """Plain numbers may have a sign; whatever else starts like a formula has an apostrophe."""
    row = about_thing("one", "hide", "ORG", text)
    (_, cells) = csv.reader(io.StringIO(correction_csv([row]), newline=""))

    cell = cells[CORRECTIONS.column_names.index("name")]
    assert cell in {"-5", "+5"} or not cell.startswith(FORMULA_STARTS)
