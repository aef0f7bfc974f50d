"""What the system keeps a run from reading is kept as it was, and said to have failed."""

import polars as pl

from tasks.sources.problems import Problem
from tasks.sources.readings import FileOutline
from tests.change_plans import OLD, document, documents, files, outcomes, outline, plan


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
