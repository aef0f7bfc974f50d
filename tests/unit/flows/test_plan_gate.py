"""The gate of the plan: a source that is suddenly empty must not empty the warehouse."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tasks.plan import check_removed_share, published_texts
from tasks.sources.changes import ChangePlan, plan_changes
from tests.sample_rows import document_rows, file_row, load_plan
from warehouse.connections import open_for_writing
from warehouse.errors import GateError
from warehouse.load import load_run
from warehouse.snapshots import SnapshotStore
from warehouse.tables.raw import DOCUMENT_FILES

if TYPE_CHECKING:
    from pathlib import Path

NOW = "f" * 16


def known(count: int) -> pl.DataFrame:
    """Return the rows of a source with ``count`` texts."""
    rows = [
        ("/in", f"{index:03}.txt", 0, f"{index:064}", f"{index:064}", None, None)
        for index in range(count)
    ]
    return pl.DataFrame(rows, schema=DOCUMENT_FILES.polars_schema, orient="row")


def emptied(files: pl.DataFrame) -> ChangePlan:
    """Plan a run that finds none of the files."""
    documents = files.select("document_id", "stated_metadata", extraction_fingerprint=pl.lit(NOW))
    return plan_changes(
        sources=["/in"],
        outlines=[],
        known_files=files,
        known_documents=documents,
        fingerprint=NOW,
    )


def test_run_that_would_empty_a_source_is_refused() -> None:
    """The sentence names the source, the numbers and the way to allow it."""
    files = known(12)

    with pytest.raises(GateError, match=r"/in would lose 12 of its 12 documents") as raised:
        check_removed_share(files, emptied(files), 0.5)

    assert "TALLYBOOK_MAX_REMOVED_SHARE=1" in str(raised.value)


@pytest.mark.parametrize(("count", "share"), [(9, 0.5), (12, 1.0)])
def test_small_source_and_full_share_pass(count: int, share: float) -> None:
    """Fewer than ten documents never stop a run, and the whole may be allowed."""
    files = known(count)

    check_removed_share(files, emptied(files), share)


def test_published_texts_are_those_asked_for(tmp_path: Path) -> None:
    """Of all texts, those of the given documents come."""
    store = SnapshotStore(tmp_path / "w.duckdb")
    texts = ["Five rifles.", "Six rifles.", "Seven rifles."]
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            plan = load_plan(
                tmp_path / "rows",
                [document_rows(text, text.split()[0]) for text in texts],
                [file_row(text, f"{number}.txt") for number, text in enumerate(texts)],
            )
            load_run(connection, plan)
        store.publish(snapshot, keep=5)
    ids = [hashlib.sha256(text.encode()).hexdigest() for text in texts]

    found = published_texts(tmp_path / "w.duckdb", [ids[2], ids[0]])

    assert dict(found.select("document_id", "text").iter_rows()) == {
        ids[0]: texts[0],
        ids[2]: texts[2],
    }
