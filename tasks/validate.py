"""Node ``validate``: extracted frames to accepted frames and a ledger of what was refused.

Many batches are judged at once, because an expectation costs the same for one row as for ten
thousand; but never all of them, because frames must fit into memory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.staging import complete_folder, read_frames, write_frames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from expectations.validated import Validated
    from tasks.runs import RunContext

DOCUMENTS_PER_PART: Final = 1024


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

    validated = validate_frames(read_frames(folders), run_id=run.run_id)
    target = run.store.staging_folder / run.run_id / f"part-{number:04d}"
    with complete_folder(target) as unfinished:
        write_frames(validated.accepted, unfinished)
    return ValidatedPart(folder=target, ledger=without_values(validated))


def validate_batches(run: RunContext, folders: Sequence[Path]) -> list[ValidatedPart]:
    """Judge all extracted frames of a run, in parts that fit into memory.

    Raises:
        GateError: If a frame has not the declared structure, or an expectation cannot be judged.
    """
    parts = list(group_batches(folders, max(1, DOCUMENTS_PER_PART // run.batch_size)))
    validated = []
    with stage("validate", len(parts)) as progress:
        for number, part in enumerate(parts, start=1):
            validated.append(validate_part(run, part, number))
            progress.advance("validate")
    return validated


def group_batches(folders: Sequence[Path], size: int) -> Iterator[list[Path]]:
    """Yield the folders in groups of ``size``."""
    for start in range(0, len(folders), size):
        yield list(folders[start : start + size])


def without_values(validated: Validated) -> Validated:
    """Return the same ledger with the key columns only of the accepted rows."""
    from warehouse.tables import TABLES_BY_NAME  # noqa: PLC0415 - beside its only use

    keys = {
        name: frame.select(TABLES_BY_NAME[name].key) for name, frame in validated.accepted.items()
    }
    return replace(validated, accepted=keys)
