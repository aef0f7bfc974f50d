"""What a run is given and what it hands back; plain data that every step shares."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from warehouse.errors import GateError

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from expectations.validated import Validated
    from tasks.model_scores import Accuracy
    from warehouse.snapshots import SnapshotStore

RUN_ID_TIME: Final = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, kw_only=True)
class RunContext:
    """Everything that decides a run; the clock and the random part of the id come from outside.

    ``corrections`` holds rows of ref.corrections, sorted by name.
    ``fingerprint`` decides whether a document must be extracted anew; ``settings_json`` is for the
    ledger only; ``store`` is the one that holds the writer's lock; ``accuracy`` is known only once
    a new version was looked at.
    """

    run_id: str
    started_at: datetime
    store: SnapshotStore
    warehouse: Path
    sources: tuple[Path, ...]
    is_inbox: bool
    batch_size: int
    max_document_chars: int
    keep_snapshots: int
    model: str
    corrections: pl.DataFrame
    workers: int
    runner: str
    dask_address: str | None
    max_rejected_share: float | None
    max_removed_share: float
    force_reason: str | None
    report: bool
    score_versions: bool
    fingerprint: str
    rules_version: str
    settings_json: str
    code_version: str
    accuracy: Accuracy | None = None

    @property
    def forced_reason(self) -> str | None:
        """Why the run publishes a version that scores too low, None where it does not."""
        return self.accuracy.forced_reason if self.accuracy else None


class RefusedRun(GateError):  # noqa: N818 - named for what it says
    """A gate refused the run as a whole; ``ledger`` tells which rows and why."""

    def __init__(self, message: str, ledger: Validated) -> None:
        """Keep what was judged, so that it is recorded though nothing is loaded."""
        super().__init__(message)
        self.ledger = ledger


class RefusedVersion(GateError):  # noqa: N818 - as above
    """A version of model and rules scores below its floors; ``accuracy`` tells what was found."""

    def __init__(self, message: str, accuracy: Accuracy) -> None:
        """Keep the scores, so that they are recorded though nothing is loaded."""
        super().__init__(message)
        self.accuracy = accuracy


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """How a run ended; counts are rows after the run unless their name says otherwise.

    ``report`` is the file of its quality report, None where none was written.
    """

    run_id: str
    status: str
    warehouse: Path
    found_file_count: int
    failed_file_count: int
    extracted_document_count: int
    removed_document_count: int
    document_count: int
    mention_count: int
    figure_count: int
    rejected_row_count: int
    duration_s: float
    report: Path | None = None
    is_audited: bool = False

    def as_facts(self) -> dict[str, Any]:
        """Return the names and values that a user sees, in order."""
        facts = asdict(self)
        shown = {
            "run": facts["run_id"],
            "status": facts["status"],
            "files found": facts["found_file_count"],
            "files failed": facts["failed_file_count"],
            "documents read anew": facts["extracted_document_count"],
            "documents removed": facts["removed_document_count"],
            "documents": facts["document_count"],
            "mentions": facts["mention_count"],
            "figures": facts["figure_count"],
            "rejected rows": facts["rejected_row_count"],
            "seconds": round(facts["duration_s"], 1),
            "warehouse": str(facts["warehouse"]),
        }
        if self.report is not None:
            shown["report"] = str(self.report)
        return shown | ({"audit": "0 mismatches"} if self.is_audited else {})

    def empty_note(self) -> str:
        """Return what to do when the warehouse holds no document."""
        return "the warehouse holds no document: put texts into the inbox or name a folder"

    def as_record(self) -> dict[str, Any]:
        """Return all fields as JSON has them."""
        report = None if self.report is None else str(self.report)
        return {**asdict(self), "warehouse": str(self.warehouse), "report": report}


def make_run_id(started_at: datetime, suffix: str) -> str:
    """Return the id of a run.

    Args:
        started_at: Start in UTC.
        suffix: Eight random hex digits.

    >>> make_run_id(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "0badcafe")
    '20260102T030405Z-0badcafe'
    """
    return f"{started_at.astimezone(UTC).strftime(RUN_ID_TIME)}-{suffix}"


def naive_utc(moment: datetime) -> datetime:
    """Return a moment as the TIMESTAMP columns hold it: UTC without zone."""
    return moment.astimezone(UTC).replace(tzinfo=None)
