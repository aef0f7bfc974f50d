"""Node ``read``: bytes to texts, staged as Parquet; a file with the known hashes is not decoded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.sources.changes import unchanged_files
from tasks.sources.finding import source_names
from tasks.sources.staging import stage_files
from tasks.sources.streams import ReadLimits
from tasks.staging import clean_staging, run_folder
from warehouse.faults import storage_faults
from warehouse.known_state import KnownState, read_known_state

if TYPE_CHECKING:
    from tasks.runs import RunContext
    from tasks.sources.finding import FoundFile
    from tasks.sources.staging import Staged


@dataclass(frozen=True, kw_only=True)
class ReadSources:
    """What the sources hold now and what the warehouse knew of them before."""

    sources: list[str]
    found: list[FoundFile]
    known: KnownState
    staged: Staged


@task(name="read", cache_policy=NO_CACHE)
def read_sources(run: RunContext, found: list[FoundFile]) -> ReadSources:
    """Read what is new or changed and stage its texts; what cannot be read becomes an outcome.

    Raises:
        EnvironmentFault: If the warehouse cannot be read or the staging folder not be written.
    """
    known = read_known_state(run.warehouse)
    clean_staging(run.store.staging_folder, keep_batches=True)
    folder = run_folder(run.store.staging_folder, run.run_id, "texts")
    with storage_faults(folder), stage("read", len(found)) as progress:
        staged = stage_files(
            found,
            folder,
            limits=ReadLimits(max_document_chars=run.max_document_chars),
            unchanged=unchanged_files(known.document_files, known.documents, run.fingerprint),
            batch_size=run.batch_size,
            on_file=lambda _outline: progress.advance("read"),
        )
    return ReadSources(sources=source_names(run.sources), found=found, known=known, staged=staged)
