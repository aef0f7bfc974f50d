"""Samples of time: how long a source has been silent, how old the newest publication is.

Days are those of the ledger and of publication dates; the day of a run comes from its id.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from expectations.measures.catalogue import FRESHNESS, SILENCE
from expectations.measures.samples import Sample

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

GAPS: Final = 30
"""Newest gaps between arrivals that count, as many as runs do."""


def day_of_run(run_id: str) -> date:
    """Return the day (UTC) on which a run started.

    Raises:
        ValueError: If it is no id of a run.

    >>> day_of_run("20260102T030405Z-0badcafe").isoformat()
    '2026-01-02'
    """
    return datetime.strptime(run_id[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone


def silence_samples(
    arrivals: Mapping[str, Collection[date]], fresh: Collection[str], run_on: date
) -> list[Sample]:
    """Return the days since each source last brought a new or changed file.

    They are compared with the gaps between the source's earlier arrivals, a day counting once.

    Args:
        arrivals: Days on which earlier runs met new or changed files, by source.
        fresh: Sources of which this run met any.
        run_on: Day of the run.
    """
    samples = []
    for source in sorted({*arrivals, *fresh}):
        earlier = {day for day in arrivals.get(source, ()) if day <= run_on}
        days = sorted({*earlier, run_on} if source in fresh else earlier)
        if days:
            gaps = [(after - before).days for before, after in pairwise(days)]
            samples.append(
                Sample(
                    measure=SILENCE,
                    subject=source,
                    value=float((run_on - days[-1]).days),
                    base_count=len(days),
                    history=tuple(map(float, gaps[-GAPS:])),
                )
            )
    return samples


def freshness_samples(newest_on: date | None, dated_count: int, run_on: date) -> list[Sample]:
    """Return the days since the newest publication that the warehouse holds.

    Args:
        newest_on: Newest publication day, not after the run's; None when no document has one.
        dated_count: Documents with such a day.
        run_on: Day of the run.
    """
    if newest_on is None:
        return []
    days = float((run_on - newest_on).days)
    return [Sample(measure=FRESHNESS, value=days, base_count=dated_count)]
