"""Documents that could not be extracted leave the plan and appear in the ledger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tasks.failures import check_failed_share, fail_documents, read_failures
from tasks.nlp.extraction import FAILURE_SCHEMA, FAILURES
from tasks.sources.changes import ChangePlan, plan_changes
from tasks.sources.problems import Problem
from tasks.sources.readings import FileOutline, RecordOutline
from tasks.validate import group_batches
from warehouse.errors import GateError
from warehouse.seeds import gate_folder
from warehouse.tables.ops import FILE_OUTCOMES_TABLE, ISSUES
from warehouse.tables.raw import DOCUMENT_FILES

if TYPE_CHECKING:
    from pathlib import Path


def document(letter: str) -> str:
    """Return a document id."""
    return letter * 64


def outline(path: str, records: dict[int, str], *bad_lines: int) -> FileOutline:
    """Return the outline of a file with records by line, and some bad lines."""
    return FileOutline(
        source="/in",
        path=path,
        byte_count=7,
        file_sha256="1" * 64,
        records=tuple(
            RecordOutline(record_index=index, document_id=document(letter), stated_metadata=None)
            for index, letter in records.items()
        ),
        problems=tuple(
            Problem(path=path, record_index=index, rule="r", reason="bad", outcome="failed")
            for index in bad_lines
        ),
    )


def failed_plan(*outlines: FileOutline, failed: str) -> ChangePlan:
    """Plan a first run over the outlines in which the documents of some letters fail."""
    plan = plan_changes(
        sources=["/in"],
        outlines=outlines,
        known_files=DOCUMENT_FILES.polars_schema.to_frame(),
        known_documents=pl.DataFrame(
            schema=dict.fromkeys(
                ("document_id", "stated_metadata", "extraction_fingerprint"), pl.String
            )
        ),
        fingerprint="f" * 16,
    )
    rows = [(document(letter), "broke") for letter in failed]
    return fail_documents(plan, pl.DataFrame(rows, schema=FAILURE_SCHEMA, orient="row"))


def outcomes(plan: ChangePlan) -> list[tuple[str, int, str, str | None]]:
    """Return path, line, outcome and reason of every row."""
    return plan.outcomes.select("path", "record_index", "outcome", "reason").rows()


def test_failed_document_fails_all_its_files() -> None:
    """Both paths of the text fail, other files are untouched."""
    plan = failed_plan(
        outline("a.txt", {0: "a"}),
        outline("b.txt", {0: "a"}),
        outline("c.txt", {0: "c"}),
        failed="a",
    )

    assert plan.document_files["path"].to_list() == ["c.txt"]
    assert outcomes(plan) == [
        ("a.txt", 0, "failed", "broke"),
        ("b.txt", 0, "failed", "broke"),
        ("c.txt", 0, "new", None),
    ]
    assert plan.outcomes.columns == list(FILE_OUTCOMES_TABLE.column_names[1:])
    assert plan.outcomes["file_sha256"].null_count() == 0


def test_failed_line_leaves_the_other_lines_alone() -> None:
    """The file's row moves to its first line that is left; no key is used twice."""
    plan = failed_plan(outline("a.jsonl", {1: "a", 2: "b", 4: "c"}, 0, 3), failed="a")

    assert plan.document_files["record_index"].to_list() == [2, 4]
    assert outcomes(plan) == [
        ("a.jsonl", 0, "failed", "bad"),
        ("a.jsonl", 1, "failed", "broke"),
        ("a.jsonl", 2, "new", None),
        ("a.jsonl", 3, "failed", "bad"),
    ]


def test_failed_document_is_an_issue() -> None:
    """The issue names the document, which is in no other table."""
    plan = failed_plan(outline("a.txt", {0: "a"}), failed="a")

    ((table, row_key, rule, detail),) = plan.issues.rows()
    assert plan.issues.columns == list(ISSUES.column_names[1:])
    assert (table, rule, detail) == ("raw.documents", "document_is_extracted", "broke")
    assert json.loads(row_key) == {"document_id": document("a")}


def test_read_failures_joins_all_batches(tmp_path: Path) -> None:
    """A batch without failures adds none."""
    for name, rows in {"one": [("b", "r")], "two": [], "three": [("a", "r")]}.items():
        (tmp_path / name).mkdir()
        frame = pl.DataFrame(rows, schema=FAILURE_SCHEMA, orient="row")
        frame.write_parquet(tmp_path / name / f"{FAILURES}.parquet")

    failures = read_failures([tmp_path / name for name in ("one", "two", "three")])

    assert failures.rows() == [("a", "r"), ("b", "r")]


def test_run_in_which_most_documents_fail_is_refused() -> None:
    """Then the fault is ours, and an empty warehouse must not be published."""
    failures = pl.DataFrame([(document("a"), "broke")] * 10, schema=FAILURE_SCHEMA, orient="row")

    check_failed_share(failures, 50, 0.2)
    with pytest.raises(GateError, match="10 of 49 documents failed"):
        check_failed_share(failures, 49, 0.2)


def test_failed_documents_stop_no_run_where_their_limit_warns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The severity of the limit decides, unless the caller states a share."""
    failures = pl.DataFrame([(document("a"), "broke")] * 10, schema=FAILURE_SCHEMA, orient="row")
    lines = (gate_folder() / "limits.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    own = [x.replace(",critical,", ",warning,") if x.startswith("failed_doc") else x for x in lines]
    (tmp_path / "limits.csv").write_text("".join(own), encoding="utf-8")
    monkeypatch.setattr("warehouse.seeds.gate_folder", lambda: tmp_path)

    check_failed_share(failures, 10)
    with pytest.raises(GateError, match="10 of 10 documents failed"):
        check_failed_share(failures, 10, 0.5)


@pytest.mark.parametrize(
    ("bounds", "sizes"),
    [({"max_rows": 10}, [2, 1, 1, 1]), ({"max_rows": 100}, [5]), ({"max_bytes": 1}, [1] * 5)],
)
def test_group_batches_bounds_what_is_in_memory(
    bounds: dict[str, int], sizes: list[int], tmp_path: Path
) -> None:
    """Groups keep the order and stay within the bounds; a batch above them is alone."""
    folders = []
    for number, rows in enumerate((4, 6, 1, 20, 10)):
        folders.append(tmp_path / str(number))
        folders[-1].mkdir()
        for table in ("one", "two"):
            pl.DataFrame({"a": range(rows // 2 if rows > 1 else rows)}).write_parquet(
                folders[-1] / f"{table}.parquet"
            )

    groups = list(group_batches(folders, **bounds))

    assert [len(group) for group in groups] == sizes
    assert [folder for group in groups for folder in group] == folders
