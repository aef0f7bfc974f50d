"""The plan says what goes, what is extracted anew, and what became of every file."""

import json

import polars as pl

from tasks.sources.changes import unchanged_files
from tasks.sources.problems import Problem
from tasks.sources.readings import FileOutline, RecordOutline
from tests.change_plans import (
    DOCUMENT_STATE,
    NOW,
    OLD,
    document,
    documents,
    files,
    outcomes,
    outline,
    plan,
)
from warehouse.tables.ops import FILE_OUTCOMES_TABLE, ISSUES
from warehouse.tables.raw import DOCUMENT_FILES


def test_plan_changes_extracts_what_is_new() -> None:
    """The first run extracts every document once, with its owner's path."""
    changes = plan(outline("b.txt", "a"), outline("a.txt", "a"), outline("c.jsonl", "b", "c"))

    assert changes.documents_to_extract == [document("a"), document("b"), document("c")]
    assert changes.replaced_document_ids == []
    assert changes.owners["path"].to_list() == ["a.txt", "c.jsonl", "c.jsonl"]
    assert changes.document_files.height == 4
    assert changes.document_files.schema == DOCUMENT_FILES.polars_schema
    assert outcomes(changes) == [("a.txt", 0, "new"), ("b.txt", 0, "new"), ("c.jsonl", 0, "new")]
    assert changes.has_changes


def test_plan_changes_does_nothing_when_nothing_changed() -> None:
    """The same files under the same fingerprint change nothing, decoded or not."""
    known = files(outline("a.txt", "a"), outline("b.txt", "b"))
    unread = FileOutline(
        source="/in", path="b.txt", file_sha256="b".ljust(64, "0"), is_unchanged=True
    )

    changes = plan(outline("a.txt", "a"), unread, known_files=known)

    assert not changes.has_changes
    assert changes.document_files.equals(known)
    assert changes.documents_to_extract == changes.removed_document_ids == []
    assert outcomes(changes) == [("a.txt", 0, "unchanged"), ("b.txt", 0, "unchanged")]


def test_plan_changes_replaces_exactly_the_edited_file() -> None:
    """An edit removes the old text and adds the new one."""
    known = files(outline("a.txt", "a"), outline("b.txt", "b"))

    changes = plan(outline("a.txt", "a"), outline("b.txt", "c"), known_files=known)

    assert changes.removed_document_ids == [document("b")]
    assert changes.documents_to_extract == [document("c")]
    assert outcomes(changes) == [("a.txt", 0, "unchanged"), ("b.txt", 0, "changed")]


def test_plan_changes_removes_a_document_with_its_last_file() -> None:
    """A document stays while another path has it, and goes with the last one."""
    known = files(outline("a.txt", "a"), outline("b.txt", "a"), outline("c.txt", "c"))

    changes = plan(outline("a.txt", "a"), known_files=known)

    assert changes.removed_document_ids == [document("c")]
    assert changes.documents_to_extract == []
    assert outcomes(changes) == [
        ("a.txt", 0, "unchanged"),
        ("b.txt", 0, "removed"),
        ("c.txt", 0, "removed"),
    ]


def test_plan_changes_leaves_other_sources_alone() -> None:
    """Rows and documents of a source that was not given stay."""
    known = pl.concat([files(outline("a.txt", "a", source="/other")), files(outline("b.txt", "b"))])

    changes = plan(known_files=known)

    assert changes.removed_document_ids == [document("b")]
    assert changes.replaced_sources == ["/in"]
    assert changes.document_files.is_empty()
    assert outcomes(changes) == [("b.txt", 0, "removed")]


def test_plan_changes_extracts_anew_when_the_owner_says_something_else() -> None:
    """New metadata of the owner replace the document, those of another path do not."""
    known = files(outline("a.txt", "a", metadata="1"), outline("b.txt", "a", metadata="2"))

    other = plan(
        outline("a.txt", "a", metadata="1"), outline("b.txt", "a", metadata="3"), known_files=known
    )
    owner = plan(
        outline("a.txt", "a", metadata="3"), outline("b.txt", "a", metadata="2"), known_files=known
    )

    assert other.documents_to_extract == []
    assert other.has_changes
    assert owner.replaced_document_ids == owner.documents_to_extract == [document("a")]
    assert owner.owners["stated_metadata"].to_list() == ["3"]
    assert outcomes(owner) == [("a.txt", 0, "changed"), ("b.txt", 0, "unchanged")]


def test_plan_changes_extracts_anew_when_the_owner_is_renamed() -> None:
    """The path of the owner can hold the publication date."""
    known = files(outline("2015.txt", "a"))

    changes = plan(outline("2016.txt", "a"), known_files=known)

    assert changes.replaced_document_ids == [document("a")]
    assert changes.removed_document_ids == []
    assert outcomes(changes) == [("2015.txt", 0, "removed"), ("2016.txt", 0, "new")]


def test_plan_changes_extracts_anew_under_another_fingerprint() -> None:
    """One warehouse has one fingerprint, so documents of other sources are extracted too."""
    known = pl.concat([files(outline("a.txt", "a", source="/other")), files(outline("b.txt", "b"))])

    changes = plan(
        outline("b.txt", "b"), known_files=known, known_documents=documents(known, fingerprint=OLD)
    )

    assert changes.replaced_document_ids == [document("a"), document("b")]
    assert outcomes(changes) == [("b.txt", 0, "unchanged")]


def test_plan_changes_reads_a_document_again_that_the_gate_refused() -> None:
    """A row whose document is not in the warehouse makes the document new."""
    known = files(outline("a.txt", "a"))

    changes = plan(
        outline("a.txt", "a"),
        known_files=known,
        known_documents=pl.DataFrame(schema=DOCUMENT_STATE),
    )

    assert changes.documents_to_extract == [document("a")]
    assert changes.replaced_document_ids == []


def test_plan_changes_gives_each_bad_line_and_the_file_a_row() -> None:
    """The row of the file never meets that of a bad line, not even of the first."""
    bad = Problem(path="a.jsonl", record_index=0, rule="r", reason="bad", outcome="failed")
    good = RecordOutline(record_index=1, document_id=document("a"), stated_metadata=None)
    mixed = FileOutline(
        source="/in", path="a.jsonl", file_sha256="1" * 64, records=(good,), problems=(bad,)
    )

    changes = plan(mixed)

    assert outcomes(changes) == [("a.jsonl", 0, "failed"), ("a.jsonl", 1, "new")]
    assert changes.outcomes["reason"].to_list() == ["bad", None]
    assert changes.outcomes.columns == list(FILE_OUTCOMES_TABLE.column_names[1:])


def test_plan_changes_drops_the_documents_of_a_file_that_fails_now() -> None:
    """A file that holds no text any more has no documents; its row says failed."""
    known = files(outline("a.txt", "a"))
    problem = Problem(path="a.txt", record_index=0, rule="r", reason="why", outcome="failed")

    changes = plan(FileOutline(source="/in", path="a.txt", problems=(problem,)), known_files=known)

    assert changes.removed_document_ids == [document("a")]
    assert outcomes(changes) == [("a.txt", 0, "failed")]


def test_plan_changes_merges_warnings_of_one_row() -> None:
    """A warning seen from several files is one issue; two reasons of one rule are joined."""
    warnings = [
        Problem(path="metadata.csv", record_index=0, rule="sidecar_is_readable", reason=reason)
        for reason in ("two", "one", "two")
    ]
    first = FileOutline(source="/in", path="a.txt", problems=tuple(warnings[:2]))
    second = FileOutline(source="/in", path="b.txt", problems=tuple(warnings[2:]))

    issues = plan(first, second).issues

    ((table, row_key, rule, detail),) = issues.iter_rows()
    assert issues.columns == list(ISSUES.column_names[1:])
    assert (table, rule, detail) == ("raw.document_files", "sidecar_is_readable", "one; two")
    assert json.loads(row_key) == {"source": "/in", "path": "metadata.csv", "record_index": 0}


def test_unchanged_files_needs_every_document_to_be_current() -> None:
    """One stale or missing document makes its whole file worth reading."""
    known = files(outline("a.txt", "a"), outline("b.jsonl", "b", "c"), outline("d.txt", "d"))
    state = documents(known).with_columns(
        extraction_fingerprint=pl.when(pl.col("document_id") == document("c"))
        .then(pl.lit(OLD))
        .otherwise("extraction_fingerprint")
    )

    unchanged = unchanged_files(known, state.filter(pl.col("document_id") != document("d")), NOW)

    assert unchanged == {("/in", "a.txt"): ("a".ljust(64, "0"), None)}
