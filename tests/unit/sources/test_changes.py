"""The plan says what goes, what is extracted anew, and what became of every file."""

import json

import polars as pl

from tasks.sources.changes import ChangePlan, plan_changes, unchanged_files
from tasks.sources.losses import count_losses
from tasks.sources.problems import Problem
from tasks.sources.readings import FileOutline, RecordOutline
from warehouse.tables.ops import FILE_OUTCOMES_TABLE, ISSUES
from warehouse.tables.raw import DOCUMENT_FILES

NOW, OLD = "f" * 16, "0" * 16
DOCUMENT_STATE = dict.fromkeys(
    ("document_id", "stated_metadata", "extraction_fingerprint"), pl.String
)


def document(letter: str) -> str:
    """Return a document id."""
    return letter * 64


def outline(
    path: str, *letters: str, source: str = "/in", metadata: str | None = None
) -> FileOutline:
    """Return the outline of a file with one record per letter, hashed by its letters."""
    return FileOutline(
        source=source,
        path=path,
        byte_count=4,
        file_sha256=("".join(letters) or "e").ljust(64, "0"),
        sidecar_sha256=metadata and metadata.ljust(64, "5"),
        records=tuple(
            RecordOutline(
                record_index=index, document_id=document(letter), stated_metadata=metadata
            )
            for index, letter in enumerate(letters)
        ),
    )


def files(*outlines: FileOutline) -> pl.DataFrame:
    """Return the rows that the warehouse has after a run over the outlines."""
    return plan(*outlines).document_files


def documents(known_files: pl.DataFrame, fingerprint: str = NOW) -> pl.DataFrame:
    """Return the documents that the warehouse has with these rows."""
    owners = known_files.sort("source", "path").unique("document_id", keep="first")
    return owners.select("document_id", "stated_metadata").with_columns(
        extraction_fingerprint=pl.lit(fingerprint)
    )


def plan(
    *outlines: FileOutline,
    sources: tuple[str, ...] = ("/in",),
    known_files: pl.DataFrame | None = None,
    known_documents: pl.DataFrame | None = None,
) -> ChangePlan:
    """Plan a run over the outlines."""
    before = DOCUMENT_FILES.polars_schema.to_frame() if known_files is None else known_files
    if known_documents is None:
        known_documents = documents(before) if len(before) else pl.DataFrame(schema=DOCUMENT_STATE)
    return plan_changes(
        sources=sources,
        outlines=outlines,
        known_files=before,
        known_documents=known_documents,
        fingerprint=NOW,
    )


def outcomes(changes: ChangePlan) -> list[tuple[str, int, str]]:
    """Return path, index and outcome of every row."""
    return list(changes.outcomes.select("path", "record_index", "outcome").iter_rows())


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


def unreachable(path: str, reason: str = "why") -> FileOutline:
    """Return the outline of a file or folder that the system keeps us from."""
    problem = Problem(path=path, record_index=0, rule="r", reason=reason, outcome="failed")
    return FileOutline(source="/in", path=path, is_unreachable=True, problems=(problem,))


def test_plan_changes_keeps_what_it_cannot_reach() -> None:
    """A failing disk takes no document away: the file failed, its rows stay as they are."""
    known = files(outline("a.jsonl", "a", "b", metadata="m"), outline("b.txt", "c"))

    changes = plan(unreachable("a.jsonl"), known_files=known)

    assert changes.removed_document_ids == [document("c")]
    assert changes.document_files.equals(known.filter(pl.col("path") == "a.jsonl"))
    assert outcomes(changes) == [("a.jsonl", 0, "failed"), ("b.txt", 0, "removed")]
    assert changes.outcomes["reason"][0] == "why; its rows of an earlier run are kept"


def test_plan_changes_keeps_all_files_of_a_folder_that_cannot_be_listed() -> None:
    """One row stands for the folder; files beside it with a similar name are not covered."""
    known = files(outline("d/a.txt", "a"), outline("d/e/b.txt", "b"), outline("dd.txt", "c"))

    changes = plan(unreachable("d"), known_files=known)

    assert changes.removed_document_ids == [document("c")]
    assert changes.document_files["path"].to_list() == ["d/a.txt", "d/e/b.txt"]
    assert outcomes(changes) == [("d", 0, "failed"), ("dd.txt", 0, "removed")]


def test_plan_changes_keeps_a_source_that_cannot_be_listed() -> None:
    """The root of a source has the empty path; then nothing changes at all."""
    known = files(outline("a.txt", "a"), outline("d/b.txt", "b"))

    changes = plan(unreachable(""), known_files=known)

    assert not changes.has_changes
    assert outcomes(changes) == [("", 0, "failed")]


def test_plan_changes_promises_nothing_for_an_unknown_file() -> None:
    """A file that was never read has no rows that could be kept."""
    changes = plan(unreachable("a.txt"))

    assert changes.document_files.is_empty()
    assert changes.outcomes["reason"].to_list() == ["why"]


def test_plan_changes_extracts_kept_documents_anew_under_another_fingerprint() -> None:
    """The text of what cannot be reached comes from the warehouse."""
    known = files(outline("a.txt", "a"))

    changes = plan(
        unreachable("a.txt"), known_files=known, known_documents=documents(known, fingerprint=OLD)
    )

    assert changes.replaced_document_ids == [document("a")]


def test_count_losses_counts_what_goes_without_a_successor() -> None:
    """An edited file loses nothing, a shorter one the difference, a missing one everything."""
    known = files(
        outline("edited.txt", "a"),
        outline("gone.txt", "b"),
        outline("moved.txt", "c"),
        outline("short.jsonl", "d", "e", "f"),
        outline("twin.jsonl", "b"),
    )
    changes = plan(
        outline("edited.txt", "1"),
        outline("new.txt", "c"),
        outline("short.jsonl", "2"),
        known_files=known,
    )

    assert count_losses(known, changes).rows() == [("/in", 6, 3)]


def test_count_losses_looks_at_each_given_source() -> None:
    """A source that is not given loses nothing and is not listed."""
    known = pl.concat(
        [
            files(outline("a.txt", "a", source="/one")),
            plan(outline("b.txt", "b", source="/two"), sources=("/two",)).document_files,
        ]
    )
    changes = plan(sources=("/two",), known_files=known)

    assert count_losses(known, changes).rows() == [("/two", 1, 1)]


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
