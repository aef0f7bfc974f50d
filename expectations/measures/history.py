"""Values of earlier runs: what a run's own are compared with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.tables.quality import MEASURES as MEASURES_TABLE

if TYPE_CHECKING:
    from expectations.measures.catalogue import Measure

HISTORY_COLUMNS: Final = ("run_id", "measure", "subject", "value", "base_count")
HISTORY_RUNS: Final = 30
"""Newest runs that count: enough for a median, few enough that a lasting change becomes usual."""


class History:
    """Values of earlier runs by measure and subject."""

    def __init__(self, rows: pl.DataFrame | None = None) -> None:
        """Keep what earlier runs measured.

        Args:
            rows: Columns ``HISTORY_COLUMNS`` of ``ops.measures``, in any order; none by default.
        """
        self._values: dict[tuple[str, str], dict[str, tuple[float, int]]] = defaultdict(dict)
        self._bases: dict[str, dict[str, int]] = defaultdict(dict)
        for run_id, measure, subject, value, base in _ordered(rows).iter_rows():
            self._values[measure, subject][run_id] = (value, base)
            self._bases[measure][run_id] = base

    def values(self, measure: Measure, subject: str, min_base: int) -> list[float]:
        """Return what earlier runs measured of a subject.

        Args:
            measure: What is measured; of a mix, a run without the subject counts as zero.
            subject: What it is taken of.
            min_base: Values over fewer things are left out.
        """
        found = self._values.get((measure.name, subject), {})
        if measure.is_mix:
            absent = {run_id: (0.0, base) for run_id, base in self._bases[measure.name].items()}
            found = absent | found
        return [value for value, base in found.values() if base >= min_base]

    def subjects(self, measure: Measure) -> list[str]:
        """Return what earlier runs measured something of, sorted."""
        return sorted(subject for name, subject in self._values if name == measure.name)


def _ordered(rows: pl.DataFrame | None) -> pl.DataFrame:
    if rows is None:
        schema = MEASURES_TABLE.polars_schema
        return pl.DataFrame(schema={name: schema[name] for name in HISTORY_COLUMNS})
    return rows.select(HISTORY_COLUMNS).sort("run_id", "measure", "subject")
