"""Limits of the gate: rows of ``expectations/limits.csv``, found by measure and subject."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final

from expectations.measures.catalogue import FAILED_DOCUMENTS, MEASURES, REJECTED_ROWS
from expectations.suites import CRITICAL
from warehouse.errors import UsageError
from warehouse.seeds import read_seed_rows, seed_path
from warehouse.tables.ref import QUALITY_LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EVERY_SUBJECT: Final = "*"
REJECTED_SHARE: Final = REJECTED_ROWS.name
FAILED_SHARE: Final = FAILED_DOCUMENTS.name
LOSSES: Final = frozenset({REJECTED_SHARE, FAILED_SHARE})
"""Measures that stop a run before its load; the setting ``max_rejected_share`` overrides them."""
Limits = dict[tuple[str, str], "Limit"]


@dataclass(frozen=True, kw_only=True)
class Limit:
    """What a measure may be; one row of ref.quality_limits."""

    measure: str
    subject: str
    unit: str
    minimum: float | None
    maximum: float | None
    max_robust_z: float | None
    min_history: int
    min_base: int
    severity: str
    reason: str

    def largest_loss(self, max_loss: float | None) -> float | None:
        """Return the largest share that may be lost before a run stops; None if none stops it.

        Args:
            max_loss: Share of the caller's, which stops a run whatever the severity.
        """
        if self.maximum is None:
            return None
        if max_loss is not None:
            return max_loss
        return self.maximum if self.severity == CRITICAL else None


def read_limits(max_loss: float | None = None) -> Limits:
    """Return all limits by measure and subject.

    Args:
        max_loss: Largest share of rows and of documents, 0 to 1, that may be lost, in place of the
            file's.

    Raises:
        UsageError: If the file is missing, breaks its contract (naming the line) or contradicts
            itself (naming the row).
    """
    names = [field.name for field in fields(Limit)]
    limits = [Limit(**{n: row[n] for n in names}) for row in read_seed_rows(QUALITY_LIMITS)]  # type: ignore[arg-type] # typed by the contract
    for limit in limits:
        for fault in _faults_of(limit):
            msg = (
                f"{seed_path(QUALITY_LIMITS)}, row {limit.measure},{limit.subject}: {fault}; "
                "correct the row."
            )
            raise UsageError(msg)
    return {(limit.measure, limit.subject): _with_loss(limit, max_loss) for limit in limits}


def find_limit(limits: Mapping[tuple[str, str], Limit], measure: str, subject: str) -> Limit | None:
    """Return the limit of a subject, else that of every subject, None where there is none.

    Args:
        limits: All limits by measure and subject.
        measure: Name of the measure.
        subject: Table, source, label or language that it is taken of.
    """
    return limits.get((measure, subject), limits.get((measure, EVERY_SUBJECT)))


def limit_of(measure: str, subject: str = EVERY_SUBJECT) -> Limit | None:
    """Return the limit of a subject in the file, as ``find_limit`` finds it.

    Args:
        measure: Name of the measure.
        subject: Table, source, label or language that it is taken of.
    """
    return find_limit(read_limits(), measure, subject)


def _with_loss(limit: Limit, max_loss: float | None) -> Limit:
    if max_loss is None or limit.maximum is None or limit.measure not in LOSSES:
        return limit
    return replace(limit, maximum=max_loss)


def _faults_of(limit: Limit) -> Iterator[str]:
    if limit.measure not in MEASURES:
        yield f"nothing of that name is measured, but {', '.join(sorted(MEASURES))} are"
    bounds = (limit.minimum, limit.maximum, limit.max_robust_z)
    if not all(bound is None or math.isfinite(bound) for bound in bounds):
        yield "a bound is not finite; leave the cell empty for none"
    low, high = limit.minimum, limit.maximum
    if low is not None and high is not None and low > high:
        yield f"the minimum {low:g} is above the maximum {high:g}"
    if limit.max_robust_z is not None and limit.min_history < 1:
        yield "max_robust_z needs a min_history of at least 1"
