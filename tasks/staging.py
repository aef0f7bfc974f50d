"""The staging folder of a warehouse: Parquet files of runs in progress, named by what they hold.

A batch is named by the hash of everything that decides its rows, so a run that was killed finds its
finished batches again; a folder appears under its final name only when it is complete.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.faults import storage_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LOG: Final = logging.getLogger(__name__)
BATCH_PREFIX: Final = "batch-"
IDENTITY: Final = ("document_id", "stated_metadata", "path")


def batch_file(staging: Path, documents: pl.DataFrame, fingerprint: str) -> Path:
    """Return the file of a batch, named by a hash over its documents and the fingerprint.

    Args:
        staging: Staging folder of the warehouse.
        documents: Staged documents (columns of ``tasks.sources.staging``), in order.
        fingerprint: Extraction fingerprint of the run.
    """
    identity = json.dumps([fingerprint, documents.select(IDENTITY).rows()], ensure_ascii=False)
    digest = hashlib.sha256(identity.encode()).hexdigest()[:16]
    return staging / f"{BATCH_PREFIX}{digest}.parquet"


def run_folder(staging: Path, run_id: str, name: str) -> Path:
    """Return a new folder for what only this run can use.

    Raises:
        EnvironmentFault: If the disk is full or a permission is missing.
    """
    folder = staging / run_id / name
    with storage_faults(folder):
        folder.mkdir(parents=True)
    return folder


@contextmanager
def complete_folder(folder: Path) -> Iterator[Path]:
    """Give a temporary folder to fill, which becomes ``folder`` when the block succeeds.

    Raises:
        EnvironmentFault: If the disk is full or a permission is missing.
    """
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    with storage_faults(folder):
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        yield unfinished
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.replace(folder)


def write_frames(frames: Mapping[str, pl.DataFrame], folder: Path) -> None:
    """Write frames as ``<qualified table name>.parquet`` into a folder that exists.

    Raises:
        EnvironmentFault: If the disk is full or a permission is missing.
    """
    with storage_faults(folder):
        for name, frame in frames.items():
            frame.write_parquet(folder / f"{name}.parquet")


def read_frames(folders: list[Path]) -> dict[str, pl.DataFrame]:
    """Return the frames of several folders, one per table, rows in the order of the folders."""
    names = sorted({file.stem for folder in folders for file in folder.glob("*.parquet")})
    return {
        name: pl.concat([pl.read_parquet(folder / f"{name}.parquet") for folder in folders])
        for name in names
    }


def clean_staging(folder: Path, *, keep_batches: bool = False) -> None:
    """Delete what runs have staged; what cannot go now is logged and goes after the next run.

    Args:
        folder: Staging folder of the warehouse.
        keep_batches: Whether to keep the finished batches of a run that was killed or refused.
    """
    for entry in folder.glob("*"):
        if keep_batches and entry.name.startswith(BATCH_PREFIX):
            continue
        try:
            delete_entry(entry)
        except OSError as error:
            LOG.warning("%s cannot be deleted now: %s", entry, error.strerror)


def delete_entry(entry: Path) -> None:
    """Delete a file, a link or a whole folder; one that is gone already is no error.

    Raises:
        OSError: If it cannot be deleted.
    """
    with suppress(FileNotFoundError):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
