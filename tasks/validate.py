"""Node ``validate``: extracted frames to accepted frames and a ledger of what was refused.

Many batches are judged at once, because an expectation costs the same for one row as for ten
thousand; but never all of them, because frames must fit into memory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.staging import complete_folder, read_frames, write_frames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from expectations.validated import Validated
    from tasks.runs import RunContext

ROWS_PER_PART: Final = 200_000
BYTES_PER_PART: Final = 64_000_000
"""Bytes of Parquet: texts are packed to about a third."""


@dataclass(frozen=True, kw_only=True)
class ValidatedPart:
    """Accepted rows of some batches, on disk in ``folder``, and the ledger about them.

    The accepted frames of ``ledger`` hold key columns only.
    """

    folder: Path
    ledger: Validated


@task(name="validate", cache_policy=NO_CACHE)
def validate_part(run: RunContext, folders: list[Path], number: int) -> ValidatedPart:
    """Judge the frames of some batches and write the accepted rows to the run's folder.

    Args:
        run: Run that the ledger names.
        folders: Folders of extracted frames.
        number: Number of the part within the run, from 1.

    Raises:
        GateError: If a frame has not the declared structure, or an expectation cannot be judged.
    """
    from expectations.runner import validate_frames  # noqa: PLC0415 - imports great_expectations
    from tasks.nlp.extraction import FAILURES  # noqa: PLC0415 - imports spaCy

    frames = read_frames(folders)
    frames.pop(FAILURES, None)
    validated = validate_frames(frames, run_id=run.run_id)
    target = run.store.staging_folder / run.run_id / f"part-{number:04d}"
    with complete_folder(target) as unfinished:
        write_frames(validated.accepted, unfinished)
    return ValidatedPart(folder=target, ledger=without_values(validated))


def validate_batches(run: RunContext, folders: Sequence[Path]) -> list[ValidatedPart]:
    """Judge all extracted frames of a run, in parts that fit into memory.

    Raises:
        GateError: If a frame has not the declared structure, or an expectation cannot be judged.
    """
    parts = list(group_batches(folders))
    validated = []
    with stage("validate", len(parts)) as progress:
        for number, part in enumerate(parts, start=1):
            validated.append(validate_part(run, part, number))
            progress.advance("validate")
    return validated


def group_batches(
    folders: Sequence[Path],
    *,
    max_rows: int = ROWS_PER_PART,
    max_bytes: int = BYTES_PER_PART,
) -> Iterator[list[Path]]:
    """Yield the folders in groups, in order, so that the frames of a group fit into memory.

    Args:
        folders: Folders of extracted frames.
        max_rows: Rows of all tables that a group holds at most.
        max_bytes: Bytes of Parquet that a group holds at most.

    Yields:
        At least one folder; a single one may be above the bounds.
    """
    group: list[Path] = []
    rows = size = 0
    for folder in folders:
        more_rows, more_bytes = measure_folder(folder)
        if group and (rows + more_rows > max_rows or size + more_bytes > max_bytes):
            yield group
            group, rows, size = [], 0, 0
        group.append(folder)
        rows, size = rows + more_rows, size + more_bytes
    if group:
        yield group


def measure_folder(folder: Path) -> tuple[int, int]:
    """Return the rows and the bytes of all frames of a folder without reading their values."""
    files = list(folder.glob("*.parquet"))
    rows = sum(int(pl.scan_parquet(file).select(pl.len()).collect().item()) for file in files)
    return rows, sum(file.stat().st_size for file in files)


def without_values(validated: Validated) -> Validated:
    """Return the same ledger with the key columns only of the accepted rows."""
    from warehouse.tables import TABLES_BY_NAME  # noqa: PLC0415 - beside its only use

    keys = {
        name: frame.select(TABLES_BY_NAME[name].key) for name, frame in validated.accepted.items()
    }
    return replace(validated, accepted=keys)
