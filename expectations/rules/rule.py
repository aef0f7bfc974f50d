"""What a domain rule is, and what it may look at beside its own frame."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import polars as pl

from expectations.suites import CRITICAL, Check, Expectation
from warehouse.errors import GateError, TallybookError
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import CURRENCIES, FIGURE_CATEGORIES, UNITS

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from warehouse.contract import Table


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a rule may look at beside its own frame: the other frames, the seeds, the run's day.

    ``frames`` maps qualified table names to frames that obey the contract's schema.
    """

    frames: Mapping[str, pl.DataFrame]
    run_on: date

    @cached_property
    def texts(self) -> dict[str, str]:
        """Text of each document of the batch by its ``document_id``."""
        documents = self.frames["raw.documents"].select("document_id", "text").drop_nulls()
        return dict(documents.iter_rows())

    @cached_property
    def stated(self) -> dict[str, dict[str, Any]]:
        """What record, sidecar or page state of each document; nothing where it is no object."""
        rows = self.frames["raw.documents"].select("document_id", "stated_metadata").iter_rows()
        return {document_id: parse_object(stated) or {} for document_id, stated in rows}

    @cached_property
    def decided_values(self) -> list[str]:
        """Values that corrections give, where the corrections are at hand."""
        corrections = self.frames.get("ref.corrections")
        if corrections is None:
            return []
        return corrections["new_value"].drop_nulls().unique().sort().to_list()

    @cached_property
    def currencies(self) -> frozenset[str]:
        """ISO 4217 codes of ``seeds/currencies.csv``."""
        return _seed_values(CURRENCIES, "unit")

    @cached_property
    def categories(self) -> frozenset[str]:
        """Names of ``seeds/figure_categories.csv``."""
        return _seed_values(FIGURE_CATEGORIES, "category")

    @cached_property
    def units(self) -> frozenset[tuple[str, str]]:
        """Pairs of kind and unit of ``seeds/units.csv``."""
        return frozenset((str(row["kind"]), str(row["unit"])) for row in read_seed_rows(UNITS))

    @cached_property
    def si_factors(self) -> dict[tuple[str, str], Decimal]:
        """Factor from unit to SI unit, by kind and unit; only units that have one."""
        rows = read_seed_rows(UNITS)
        return {
            (str(row["kind"]), str(row["unit"])): row["si_factor"]  # type: ignore[misc] # typed by the contract
            for row in rows
            if row["si_factor"] is not None
        }


def parse_object(text: str | None) -> dict[str, Any] | None:
    """Return what a JSON object holds; None where the text is none."""
    try:
        found = json.loads(text or "")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _seed_values(table: Table, column: str) -> frozenset[str]:
    return frozenset(str(row[column]) for row in read_seed_rows(table))


Judge = Callable[[pl.DataFrame, Context], pl.Series]


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """One named statement about the rows of one table.

    ``broken`` is a boolean expression or a function of the frame: true for a row that breaks the
    rule; null, where a value is missing, counts as not broken (``not_null`` judges that).
    ``needs`` names the other frames that it cannot judge without. ``beside`` names frames that are
    not always at hand: where one of them is missing, the rule is not judged and not recorded.
    """

    name: str
    table: str
    columns: tuple[str, ...]
    reason: str
    broken: pl.Expr | Judge
    severity: str = CRITICAL
    needs: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def expectation(self) -> Expectation:
        """The rule as an expectation over its boolean helper column."""
        return Expectation(
            name=self.name,
            check=Check.HOLDS,
            columns=self.columns,
            severity=self.severity,
            helper=f"holds_{self.name}",
            reason=self.reason,
        )

    def broken_rows(self, frame: pl.DataFrame, context: Context) -> pl.Series:
        """Return one boolean per row of the frame, true where the row breaks the rule.

        Args:
            frame: Rows of the rule's table, as the contract types them.
            context: Other frames, seeds and the day of the run.

        Raises:
            GateError: If a frame that the rule needs is missing or the rule fails to judge.
        """
        missing = sorted(set(self.needs) - set(context.frames))
        if missing:
            msg = f"{self.table}: {self.name} cannot be judged without {', '.join(missing)}."
            raise GateError(msg)
        try:
            return self._judge(frame, context).fill_null(value=False).alias(self.name)
        except TallybookError:
            raise
        except Exception as error:  # whatever a rule raises, it must stop the run under its name
            msg = f"{self.table}: the rule {self.name} failed to judge ({error}); correct the rule."
            raise GateError(msg) from error

    def _judge(self, frame: pl.DataFrame, context: Context) -> pl.Series:
        if isinstance(self.broken, pl.Expr):
            return frame.select(self.broken.alias(self.name)).to_series()
        return self.broken(frame, context)
