"""Texts are staged in bounded batches and each document reaches the extraction once."""

from pathlib import Path

import polars as pl
import pytest

from tasks.sources.changes import ChangePlan, plan_changes
from tasks.sources.finding import find_files, source_names
from tasks.sources.reading import read_file
from tasks.sources.staging import (
    STAGED_SCHEMA,
    Staged,
    arrange_batches,
    find_unstaged,
    owner_path,
    stage_documents,
    stage_files,
    stage_published,
)
from tasks.sources.streams import ReadLimits
from warehouse.tables.raw import DOCUMENT_FILES

NOTHING_KNOWN = pl.DataFrame(
    schema=dict.fromkeys(("document_id", "stated_metadata", "extraction_fingerprint"), pl.String)
)


def stage(source: Path, folder: Path, batch_size: int = 2) -> Staged:
    """Stage all files of a source."""
    folder.mkdir()
    return stage_files(
        find_files([source]), folder, limits=ReadLimits(), unchanged={}, batch_size=batch_size
    )


def plan(source: Path, staged: Staged) -> ChangePlan:
    """Plan the first run over a source."""
    return plan_changes(
        sources=source_names([source]),
        outlines=staged.outlines,
        known_files=DOCUMENT_FILES.polars_schema.to_frame(),
        known_documents=NOTHING_KNOWN,
        fingerprint="f" * 16,
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a source of four documents in five files; b.txt and c.txt are equal."""
    folder = tmp_path / "source"
    folder.mkdir()
    for name in "abcde":
        (folder / f"{name}.txt").write_text("b and c" if name in "bc" else f"text {name} é")
    (folder / "b.meta.json").write_text('{"origin":"sidecar","title":"B"}')
    (folder / "c.meta.json").write_text('{"title":"C"}')
    return folder


def test_stage_files_writes_each_document_once_in_bounded_batches(
    source: Path, tmp_path: Path
) -> None:
    """Batches obey the staged schema and hold at most the batch size."""
    staged = stage(source, tmp_path / "staged")

    frames = [pl.read_parquet(path) for path in staged.batches]
    assert [frame.height for frame in frames] == [2, 2]
    assert all(frame.schema == STAGED_SCHEMA for frame in frames)
    assert pl.concat(frames)["path"].to_list() == ["a.txt", "b.txt", "d.txt", "e.txt"]
    assert pl.concat(frames)["char_count"].to_list() == [8, 7, 8, 8]
    assert pl.concat(frames)["byte_count"].to_list() == [9, 7, 9, 9]
    assert len(staged.outlines) == 5


@pytest.mark.parametrize("batch_size", [1, 2, 100])
def test_arrange_batches_gives_the_same_documents_for_every_batch_size(
    source: Path, tmp_path: Path, batch_size: int
) -> None:
    """The batch size decides the cut, never the content."""
    (tmp_path / "batches").mkdir()
    staged = stage(source, tmp_path / "staged", batch_size)
    changes = plan(source, staged)

    batches = arrange_batches(staged.batches, changes, tmp_path / "batches")

    documents = pl.concat([pl.read_parquet(path) for path in batches]).sort("path")
    assert documents.schema == STAGED_SCHEMA
    assert documents["path"].to_list() == ["a.txt", "b.txt", "d.txt", "e.txt"]
    assert documents["stated_metadata"].to_list() == [
        None,
        '{"origin":"sidecar","title":"B"}',
        None,
        None,
    ]
    assert sorted(documents["document_id"]) == changes.documents_to_extract
    assert find_unstaged(staged.batches, changes) == []


def test_arrange_batches_gives_a_document_that_was_staged_twice_once(
    source: Path, tmp_path: Path
) -> None:
    """Texts staged by several calls, into files of equal names, do not meet or repeat."""
    (tmp_path / "batches").mkdir()
    first, second = stage(source, tmp_path / "one", 3), stage(source / "e.txt", tmp_path / "two")
    changes = plan(source, first)

    batches = arrange_batches([*second.batches, *first.batches], changes, tmp_path / "batches")

    paths = [pl.read_parquet(path)["path"].sort().to_list() for path in batches]
    assert paths == [["e.txt"], ["a.txt", "b.txt", "d.txt"]]


def test_arrange_batches_leaves_out_what_the_plan_does_not_extract(
    source: Path, tmp_path: Path
) -> None:
    """Staged texts that no plan wants, and empty batches, are not written."""
    (tmp_path / "batches").mkdir()
    staged = stage(source, tmp_path / "staged", batch_size=1)
    changes = plan(source, stage(source / "a.txt", tmp_path / "other"))

    (batch,) = arrange_batches(staged.batches, changes, tmp_path / "batches")

    assert pl.read_parquet(batch)["text"].to_list() == ["text a é"]
    assert pl.read_parquet(batch)["path"].to_list() == ["a.txt"]


def test_stage_published_takes_texts_from_the_warehouse(source: Path, tmp_path: Path) -> None:
    """A text that no file of the run gave is staged with the metadata of its present owner."""
    staged = stage(source, tmp_path / "staged")
    changes = plan(source, staged)
    missing = find_unstaged(staged.batches[:1], changes)
    texts = pl.concat([pl.read_parquet(path) for path in staged.batches])
    published = texts.drop("path", "char_count").with_columns(stated_metadata=pl.lit("old"))

    stage_published(
        published.filter(pl.col("document_id").is_in(missing)), changes, tmp_path / "p.parquet"
    )

    restaged = pl.read_parquet(tmp_path / "p.parquet")
    expected = texts.filter(pl.col("document_id").is_in(missing)).sort("document_id")
    assert len(missing) == 2
    assert restaged.equals(expected)
    assert restaged.schema == STAGED_SCHEMA


def test_stage_documents_takes_the_smallest_path_as_owner(source: Path, tmp_path: Path) -> None:
    """The order of the readings does not matter."""
    readings = [read_file(found, ReadLimits()) for found in find_files([source])]

    stage_documents(readings, tmp_path / "one.parquet")
    stage_documents(readings[::-1], tmp_path / "two.parquet")

    documents = pl.read_parquet(tmp_path / "one.parquet")
    assert documents.equals(pl.read_parquet(tmp_path / "two.parquet"))
    assert documents["path"].to_list() == ["a.txt", "b.txt", "d.txt", "e.txt"]
    assert documents["stated_metadata"].to_list() == [
        None,
        '{"origin":"sidecar","title":"B"}',
        None,
        None,
    ]


def test_stage_documents_of_nothing_is_an_empty_batch(tmp_path: Path) -> None:
    """Even an empty batch has the staged schema."""
    stage_documents([], tmp_path / "none.parquet")

    assert pl.read_parquet(tmp_path / "none.parquet").schema == STAGED_SCHEMA


def test_owner_path_of_a_file_source_is_its_name() -> None:
    """A date in the file's name is not lost when the file itself is the source."""
    assert owner_path("/in/2015-11-20.txt", "") == "2015-11-20.txt"
    assert owner_path("/in", "sub/a.txt") == "sub/a.txt"
