"""Node ``extract``: staged documents to frames of the warehouse's tables, one task per batch.

The frames go to disk and only their folder is returned, so they never travel through Prefect.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from functools import cache
from pathlib import Path  # noqa: TC003 - Prefect reads the annotations of tasks
from typing import TYPE_CHECKING, Any

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.staging import complete_folder, write_frames
from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.process import BaseProcess

    from tasks.runs import RunContext


def extract_staged(documents_file: Path, *, model: str, fingerprint: str) -> Path:
    """Extract a staged batch into the folder beside its file, unless a killed run has done so.

    Args:
        documents_file: Parquet file of staged documents.
        model: Name of the pipeline.
        fingerprint: Extraction fingerprint, for ``raw.documents``.

    Returns:
        Folder with one Parquet file per table.
    """
    from tasks.nlp.extraction import extract_frames  # noqa: PLC0415 - imports spaCy
    from tasks.nlp.pipeline import load_pipeline  # noqa: PLC0415 - as above

    folder = documents_file.with_suffix("")
    if not folder.exists():
        documents = pl.read_parquet(documents_file)
        frames = extract_frames(load_pipeline(model), documents, fingerprint=fingerprint)
        with complete_folder(folder) as unfinished:
            write_frames(frames, unfinished)
    return folder


def is_worth_retrying(_task: object, _task_run: object, state: Any) -> bool:  # noqa: ANN401 - Prefect's
    """Retry what a disk may do better the second time, never what data or user got wrong."""
    error = state.data.exception if hasattr(state.data, "exception") else state.data
    # our storage faults are made of what the system reported
    cause = error.__cause__ if isinstance(error, EnvironmentFault) else error
    return isinstance(cause, OSError)


@task(
    name="extract",
    task_run_name="extract {documents_file.stem}",
    cache_policy=NO_CACHE,
    retries=1,
    retry_delay_seconds=1,
    retry_condition_fn=is_worth_retrying,
)
def extract_batch(documents_file: Path, model: str, fingerprint: str) -> Path:
    """Extract one staged batch; see ``extract_staged``."""
    end_with_parent()
    return extract_staged(documents_file, model=model, fingerprint=fingerprint)


@cache
def end_with_parent() -> None:
    """In a process of a pool, leave when the run is gone: a killed run must leave no process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=end_after, args=(parent,), daemon=True).start()


def end_after(parent: BaseProcess) -> None:
    """Wait for the end of another process, then leave at once."""
    parent.join()
    os._exit(1)


def extract_batches(run: RunContext, documents_files: Sequence[Path]) -> list[Path]:
    """Extract all batches, in this process or, with more workers, in several.

    Args:
        run: Run with model, fingerprint and number of workers.
        documents_files: Parquet files of staged documents.

    Returns:
        Folders of frames, in the order of the files.
    """
    sizes = [count_documents(file) for file in documents_files]
    with stage("extract", sum(sizes)) as progress:
        if (run.workers > 1 and len(documents_files) > 1) or run.runner == "dask":
            return extract_in_parallel(run, documents_files)
        folders = []
        for file, size in zip(documents_files, sizes, strict=True):
            folders.append(extract_batch(file, run.model, run.fingerprint))
            progress.advance("extract", size)
        return folders


def extract_in_parallel(run: RunContext, documents_files: Sequence[Path]) -> list[Path]:
    """Extract batches in several processes, of this machine or of a dask cluster."""
    from tasks.progress import reporter  # noqa: PLC0415 - beside its only use
    from tasks.runners import make_runner  # noqa: PLC0415 - rarely needed

    with make_runner(run) as runner:
        futures = [
            runner.submit(
                extract_batch,
                parameters={
                    "documents_file": file,
                    "model": run.model,
                    "fingerprint": run.fingerprint,
                },
            )
            for file in documents_files
        ]
        for file, future in zip(documents_files, futures, strict=True):
            future.wait()
            reporter().advance("extract", count_documents(file))
        return [future.result() for future in futures]


def count_documents(documents_file: Path) -> int:
    """Return the number of documents of a staged batch without reading their texts."""
    return int(pl.scan_parquet(documents_file).select(pl.len()).collect().item())
