"""The command line without an engine: help, exit codes, formats, messages."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from flows.cli.app import exit_code_of
from tests.sample_rows import FINGERPRINT, document_rows, file_row, load_plan
from warehouse.connections import open_for_writing
from warehouse.load import load_run
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Police stopped 5 trucks at the border."
COMMANDS = (
    "run", "extract", "explain", "lineage", "ask", "sql", "verify", "quality", "runs", "rollback",
    "export", "serve", "deploy", "evaluate",
)  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a published warehouse with one document and one figure; no test changes it."""
    folder = tmp_path_factory.mktemp("published")
    store = SnapshotStore(folder / "w.duckdb")
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            plan = load_plan(folder / "rows", [document_rows(TEXT, "5")], [file_row(TEXT, "a.txt")])
            load_run(connection, plan)
        store.publish(snapshot, keep=5)
    return folder / "w.duckdb"


def figure_id(warehouse: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the id of the only figure."""
    exit_code_of(["sql", "from core.figures", "--json", "--warehouse", str(warehouse)])
    return str(json.loads(capsys.readouterr().out)[0]["figure_id"])


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself with at least one example and has --json."""
    code = exit_code_of([command, "--help"])

    shown = capsys.readouterr().out
    assert code == 0
    assert "Example" in shown
    assert "--json" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nope"], "No such command", id="command"),
        pytest.param(["runs", "--nope"], "No such option", id="option"),
        pytest.param(["run", "/no/such/folder"], "/no/such/folder", id="source"),
        pytest.param(["extract"], "--jsonl", id="extract_without_input"),
        pytest.param(["extract", "--jsonl", "/no/such.jsonl"], "/no/such.jsonl", id="input"),
        pytest.param(["ask", "nope"], "nope", id="question"),
    ],
)
def test_wrong_usage_ends_with_two(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong usage is one message on standard error that names what is wrong, and exit code 2."""
    code = exit_code_of(arguments)

    captured = capsys.readouterr()
    assert code == 2
    assert message in captured.err
    assert captured.out == ""


def test_missing_warehouse_ends_with_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warehouse that is not there is the environment's fault; the message says what to run."""
    code = exit_code_of(["runs", "--warehouse", str(tmp_path / "none.duckdb")])

    assert code == 3
    assert "tallybook run" in capsys.readouterr().err


def test_wrong_setting_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A variable without a valid value is named with what is wrong."""
    monkeypatch.setenv("TALLYBOOK_BATCH_SIZE", "many")

    code = exit_code_of(["runs"])

    assert code == 2
    assert "TALLYBOOK_BATCH_SIZE" in capsys.readouterr().err


def test_warehouse_comes_from_the_environment(
    published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """TALLYBOOK_WAREHOUSE stands in for --warehouse."""
    monkeypatch.setenv("TALLYBOOK_WAREHOUSE", str(published))

    code = exit_code_of(["sql", "select count(*) as n from core.figures", "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == [{"n": 1}]


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


@pytest.mark.parametrize("shown", [False, True])
def test_unexpected_error_is_one_sentence(
    *,
    shown: bool,
    published: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody sees a traceback who did not ask for it; the exit code is that of the environment."""

    def break_down(*_: object) -> None:
        msg = "nobody\nthought of this"
        raise RuntimeError(msg)

    monkeypatch.setattr("warehouse.queries.query_published", break_down)
    monkeypatch.setenv("TALLYBOOK_TRACEBACK", str(int(shown)))

    code = exit_code_of(["runs", "--warehouse", str(published)])

    message = capsys.readouterr().err
    assert code == 3
    assert "unexpected RuntimeError (nobody thought of this); please report it" in message
    assert ("Traceback" in message) == shown
    assert (message.count("\n") == 1) != shown


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


def test_ask_lists_and_answers(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name the questions are listed; with one, its rows are printed."""
    exit_code_of(["ask", "--json"])
    names = json.loads(capsys.readouterr().out)
    code = exit_code_of(["ask", "largest_counts", "--json", "--warehouse", str(published)])

    assert code == 0
    assert "largest_counts" in names
    assert json.loads(capsys.readouterr().out)[0]["figure_text"] == "5"


def test_lineage_leads_from_figure_to_file(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure's lineage holds its characters with context, its file and its fingerprint."""
    wanted = figure_id(published, capsys)

    code = exit_code_of(["lineage", wanted, "--json", "--warehouse", str(published)])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert found["context"] == {
        "before": "Police stopped ",
        "text": "5",
        "after": " trucks at the border.",
    }
    assert found["files"][0]["path"] == "a.txt"
    assert found["figure"]["extraction_fingerprint"] == FINGERPRINT


def test_lineage_of_an_unknown_figure_is_wrong_usage(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An id that the warehouse lacks is named."""
    code = exit_code_of(["lineage", "0" * 16, "--warehouse", str(published)])

    assert code == 2
    assert "0" * 16 in capsys.readouterr().err


def test_explain_shows_the_rule_of_a_figure(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure is explained with the candidates of its own sentence."""
    wanted = figure_id(published, capsys)

    code = exit_code_of(["explain", wanted, "--json", "--warehouse", str(published)])

    explained = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [(c["text"], c["verdict"]) for c in explained["candidates"]] == [("5", "figure")]


def test_rollback_names_the_kept_snapshots(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A snapshot that is not kept is wrong usage; the message lists those that are."""
    code = exit_code_of(["rollback", "--to", "7", "--warehouse", str(published)])

    assert code == 2
    assert "kept: 1" in capsys.readouterr().err


def test_export_writes_every_table(published: Path, tmp_path: Path) -> None:
    """One file per table appears in the folder."""
    folder = tmp_path / "out"

    code = exit_code_of(["export", str(folder), "--format", "csv", "--warehouse", str(published)])

    assert code == 0
    assert "5" in (folder / "core.figures.csv").read_text()


def test_export_counts_what_it_wrote(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that lay in the folder before is not counted."""
    (tmp_path / "old.csv").write_text("left over")

    exit_code_of(
        ["export", str(tmp_path), "--format", "csv", "--json", "--warehouse", str(published)]
    )

    written = json.loads(capsys.readouterr().out)["files"]
    assert sorted([*written, "old.csv"]) == sorted(file.name for file in tmp_path.iterdir())


def test_deploy_without_a_server_says_what_to_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Deployments need a running server."""
    monkeypatch.delenv("PREFECT_API_URL", raising=False)

    code = exit_code_of(["deploy"])

    assert code == 2
    assert "prefect server start" in capsys.readouterr().err
