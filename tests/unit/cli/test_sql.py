"""``tallybook sql``: queries, formats, and what it refuses."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from flows.cli.app import exit_code_of

if TYPE_CHECKING:
    from pathlib import Path


def test_sql_json_prints_one_array_and_nothing_else(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Numbers are JSON numbers, dates ISO text, and standard error stays empty."""
    query = "select low, date '2021-05-03' as day, null as nothing from core.figures"

    exit_code_of(["sql", query, "--json", "--warehouse", str(published)])

    captured = capsys.readouterr()
    assert json.loads(captured.out) == [{"low": 5, "day": "2021-05-03", "nothing": None}]
    assert captured.err == ""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'nan'::double", "null"),
        ("'-inf'::float", "null"),
        ("[1.5, 'inf'::double]", "[1.5, null]"),
        (
            "1234567890123456789012345678.500000000::decimal(38, 9)",
            "1234567890123456789012345678.5",
        ),
        ("timestamp '2020-01-02 03:04:05.678901'", '"2020-01-02T03:04:05.678901Z"'),
        ("timestamptz '2020-01-02 03:04:05+02'", '"2020-01-02T01:04:05Z"'),
        ("time '03:04:05'", '"03:04:05"'),
        ("'\\xAA'::blob", '"qg=="'),
        ("interval 3 day", '"3 days"'),
        ("{'d': [date '2020-01-02'], 'n': null}", '{"d": ["2020-01-02"], "n": null}'),
        ("map {'k': 1.50}", '{"k": 1.5}'),
    ],
)
def test_sql_json_is_strict_and_exact(
    expression: str, expected: str, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the engine returns, the output is JSON, and no digit is lost."""
    query = f"select {expression} as a"

    code = exit_code_of(["sql", query, "--json", "--warehouse", str(published)])

    assert code == 0
    assert capsys.readouterr().out == f'[{{"a": {expected}}}]\n'


def test_sql_csv_writes_nested_values_as_json(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list or struct is one cell, bytes are base64, a moment keeps its zone."""
    query = (
        "select [1, 2] as a, {'x': 'y'} as b, blob 'a' as c, "
        "timestamptz '2020-01-02 03:04:05+02' as d, null::integer[] as e"
    )

    code = exit_code_of(["sql", query, "--format", "csv", "--warehouse", str(published)])

    header, row = csv.reader(capsys.readouterr().out.splitlines())
    assert code == 0
    assert header == ["a", "b", "c", "d", "e"]
    assert row == ["[1, 2]", '{"x": "y"}', "YQ==", "2020-01-02T01:04:05Z", ""]


@pytest.mark.parametrize(
    "expression",
    [
        "date 'infinity'",
        "timestamp '-infinity'",
        "date '20000-01-01'",
        "chr(1)::union(n integer, s varchar)",
    ],
)
@pytest.mark.parametrize("output_format", ["json", "csv", "table"])
def test_sql_refuses_what_it_cannot_write_in_one_sentence(
    expression: str, output_format: str, published: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A value that no calendar or frame has is wrong usage, never a panic or a traceback."""
    arguments = ["sql", f"select {expression} as a", "--format", output_format]

    code = exit_code_of([*arguments, "--warehouse", str(published)])

    captured = capfd.readouterr()
    assert code == 2
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "::varchar" in captured.err


def test_sql_json_of_no_rows_is_an_empty_array(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty answer is still one JSON array."""
    exit_code_of(["sql", "from core.dates", "--json", "--warehouse", str(published)])

    assert json.loads(capsys.readouterr().out) == []


def test_sql_reads_a_file_and_writes_parquet(published: Path, tmp_path: Path) -> None:
    """A .sql file is a query, and --out gets the rows in the chosen format."""
    (tmp_path / "q.sql").write_text("select figure_text from core.figures")
    out = tmp_path / "answer.parquet"

    arguments = ["sql", str(tmp_path / "q.sql"), "--format", "parquet", "--out", str(out)]
    code = exit_code_of([*arguments, "--warehouse", str(published)])

    assert code == 0
    assert pl.read_parquet(out).to_dicts() == [{"figure_text": "5"}]


def test_sql_csv_has_a_header(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV goes to standard output with the column names first."""
    query = "select kind, figure_text from core.figures"

    exit_code_of(["sql", query, "--format", "csv", "--warehouse", str(published)])

    assert capsys.readouterr().out == "kind,figure_text\ncount,5\n"


def test_sql_table_says_what_it_leaves_out(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A long table is cut, and standard error says so."""
    query = "select unnest(range(10)) as n"

    exit_code_of(["sql", query, "--limit", "3", "--warehouse", str(published)])

    captured = capsys.readouterr()
    assert "3 of 10 rows" in captured.err
    assert " 2 " in captured.out
    assert " 3 " not in captured.out


@pytest.mark.parametrize("query", ["selec 1", "delete from core.figures", "select 1; select 2"])
def test_sql_refuses_faulty_and_writing_queries(
    published: Path, query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A query that is wrong, or would write, is wrong usage."""
    code = exit_code_of(["sql", query, "--warehouse", str(published)])

    assert code == 2
    assert capsys.readouterr().err
