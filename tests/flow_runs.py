"""Runs of the main flow on small folders, and what is in the warehouse after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from tasks.extract import extract_staged
from tasks.nlp.fingerprint import extraction_fingerprint
from tasks.nlp.packaged import PACKAGED
from tasks.sources.finding import find_files
from tasks.sources.reading import read_file
from tasks.sources.staging import stage_documents
from tasks.sources.streams import ReadLimits
from tasks.staging import batch_file
from warehouse.export import export_tables
from warehouse.queries import query_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tasks.runs import RunSummary

TEXTS = {
    "convoy.txt": "About 40 trucks left the depot on 3 May 2021.\n\nPolice stopped 12 of them.\n",
    "prices.txt": "The ministry spent $40 million on flour. It paid 200 dollars per tonne.\n",
    "school.txt": "Some 300 pupils returned to the school. Two teachers were missing.\n",
}


def write_texts(folder: Path, texts: Mapping[str, str] = TEXTS) -> Path:
    """Write texts as files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_many(folder: Path) -> Path:
    """Write a text with so many figures that a share of them can be refused."""
    lines = "\n\n".join(f"Line {number} held up 40 trucks." for number in range(20))
    return write_texts(folder, {"many.txt": lines})


def build(source: Path, warehouse: Path, **options: object) -> RunSummary:
    """Run the flow on one source."""
    from flows.build_warehouse import build_warehouse  # noqa: PLC0415 - imports prefect

    return build_warehouse([str(source)], str(warehouse), options)


def stage_like_a_killed_run(source: Path, warehouse: Path) -> Path:
    """Extract a folder into the staging folder as a run does; return the folder of frames."""
    staging = SnapshotStore(warehouse).staging_folder
    staging.mkdir(parents=True, exist_ok=True)
    readings = [read_file(found, ReadLimits()) for found in find_files([source])]
    stage_documents(readings, staging / "all.parquet")
    documents = pl.read_parquet(staging / "all.parquet").sort("document_id")
    fingerprint = extraction_fingerprint(PACKAGED, max_document_chars=5_000_000)
    file = batch_file(staging, documents, fingerprint)
    documents.write_parquet(file)
    return extract_staged(file, model=PACKAGED, fingerprint=fingerprint)


def exported(warehouse: Path, folder: Path) -> dict[str, bytes]:
    """Return every exported table as bytes."""
    export_tables(warehouse, folder, "jsonl")
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.jsonl"))}


def exported_facts(warehouse: Path, folder: Path) -> dict[str, bytes]:
    """Return every exported table of texts and facts as bytes; marts also tell of the ledger."""
    tables = exported(warehouse, folder)
    return {name: rows for name, rows in tables.items() if name.startswith(("raw.", "core."))}


def paths(warehouse: Path) -> list[str]:
    """Return the paths that the warehouse holds."""
    return query_published(warehouse, "from raw.document_files order by path")["path"].to_list()


def last_run(warehouse: Path) -> dict[str, object]:
    """Return the row of ops.runs of the run that came last."""
    return query_published(warehouse, "from ops.runs order by started_at").to_dicts()[-1]
