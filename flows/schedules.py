"""The two schedules of the warehouse; ``prefect.yaml`` repeats them for ``tallybook deploy``.

Each runs on its own; that two never overlap is held by the limit of the pool (or of ``serve``), by
each deployment's own limit, and in the last resort by the lock of the warehouse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

WORK_POOL: Final = "tallybook"
CONCURRENT_RUNS: Final = 1


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When a deployment of ``build_warehouse`` runs and with which parameters.

    ``cron`` is in UTC; a run that would overlap another is cancelled, since the next one finds the
    same files.
    """

    name: str
    cron: str
    description: str
    is_audited: bool


SCHEDULES: Final = (
    Schedule(
        name="hourly",
        cron="5 * * * *",
        description="Loads what changed in the inbox.",
        is_audited=False,
    ),
    Schedule(
        name="nightly",
        cron="35 2 * * *",
        description="Loads what changed in the inbox, then audits the published warehouse.",
        is_audited=True,
    ),
)
