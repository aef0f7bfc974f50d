"""What a replay brings back, what stays refused, and what it would cost."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from warehouse.row_keys import row_key
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.ops import REJECTED_ROWS

if TYPE_CHECKING:
    from expectations.validated import Validated
    from tasks.replay import Collected
    from tasks.runs import RunSummary

KEY: Final = ["table_name", "plain_key"]
"""What names the row of one key, all its copies included."""
TABLES: Final = pl.Schema(
    {
        "table_name": pl.String,
        "replayed_count": pl.Int64,
        "accepted_count": pl.Int64,
        "refused_count": pl.Int64,
    }
)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a replay was judged; counts are rows.

    Attributes:
        tables: Refused rows that took part, by table: replayed_count = accepted_count +
            refused_count.
        refused: Rows of ``ops.rejected_rows`` about those that stay refused.
        lost: Rows of ``ops.rejected_rows`` about rows that are loaded and break a rule now: a
            replay drops them, as a run would.
        document_count: Documents of the rows.
        unreadable_count: Refused rows of another declaration of their table; they took no part.
        summary: Row of the ledger; None in a dry run, and where nothing was open.
    """

    tables: pl.DataFrame
    refused: pl.DataFrame
    lost: pl.DataFrame
    document_count: int
    unreadable_count: int
    summary: RunSummary | None = None

    @classmethod
    def of_nothing(cls, *, unreadable_count: int = 0) -> Outcome:
        """Return the outcome of a replay that found no row to judge."""
        refusals = REJECTED_ROWS.polars_schema.to_frame()
        return cls(
            tables=TABLES.to_frame(),
            refused=refusals,
            lost=refusals,
            document_count=0,
            unreadable_count=unreadable_count,
        )

    def recorded(self, summary: RunSummary) -> Outcome:
        """Return the same outcome with its row of the ledger."""
        return replace(self, summary=summary)

    @property
    def replayed_count(self) -> int:
        """Rows that took part."""
        return int(self.tables["replayed_count"].sum())

    @property
    def accepted_count(self) -> int:
        """Rows that are accepted now."""
        return int(self.tables["accepted_count"].sum())

    def as_record(self) -> dict[str, Any]:
        """Return all of it as JSON has it."""
        return {
            "run": self.summary.as_record() if self.summary else None,
            "document_count": self.document_count,
            "replayed_count": self.replayed_count,
            "accepted_count": self.accepted_count,
            "unreadable_count": self.unreadable_count,
            "tables": self.tables.to_dicts(),
            "refused": count_rules(self.refused).to_dicts(),
            "lost": count_rules(self.lost).to_dicts(),
        }


def judge_outcome(collected: Collected, ledger: Validated) -> Outcome:
    """Compare the refused rows that took part with what was accepted.

    Args:
        collected: What the replay started from.
        ledger: Judgement of the complete frames; accepted rows by their keys at least.
    """
    refused, lost = part_refused(collected, ledger)
    tables = [count_table(name, rows, ledger) for name, rows in sorted(collected.rows.items())]
    return Outcome(
        tables=pl.DataFrame(tables, schema=TABLES, orient="row"),
        refused=refused,
        lost=lost,
        document_count=len(collected.document_ids),
        unreadable_count=collected.unreadable_count,
    )


def count_table(name: str, rows: pl.DataFrame, ledger: Validated) -> tuple[str, int, int, int]:
    """Return name, replayed, accepted and refused rows of a table; of one key one is accepted."""
    key = list(TABLES_BY_NAME[name].key)
    accepted = rows.select(key).unique().join(ledger.accepted[name], on=key, how="semi").height
    return name, rows.height, accepted, rows.height - accepted


def part_refused(collected: Collected, ledger: Validated) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the refusals of rows that were refused before, and those of rows that are loaded."""
    before = [
        (name, row_key(TABLES_BY_NAME[name], row))
        for name, rows in collected.rows.items()
        for row in rows.iter_rows(named=True)
    ]
    keys = pl.DataFrame(before, schema=dict.fromkeys(KEY, pl.String()), orient="row")
    named = ledger.rejected_rows.with_columns(
        plain_key=pl.col("row_key").map_elements(without_copy, return_dtype=pl.String())
    )
    refused = named.join(keys, on=KEY, how="semi", maintain_order="left")
    lost = named.join(keys, on=KEY, how="anti", maintain_order="left")
    return refused.drop("plain_key"), lost.drop("plain_key")


def without_copy(key: str) -> str:
    """Return a ``row_key`` without the number that tells copies apart.

    >>> without_copy('{"figure_id": "ab", "copy": 2}')
    '{"figure_id": "ab"}'
    """
    members = {name: value for name, value in json.loads(key).items() if name != "copy"}
    return json.dumps(members, ensure_ascii=False)


def count_rules(refused: pl.DataFrame) -> pl.DataFrame:
    """Return rows of ``ops.rejected_rows`` counted by table and rule, most first.

    Returns:
        table_name, rule, row_count and example, the first row_key.
    """
    counted = refused.group_by("table_name", "rule").agg(
        pl.len().cast(pl.Int64).alias("row_count"), pl.col("row_key").min().alias("example")
    )
    return counted.sort("row_count", "table_name", "rule", descending=[True, False, False])
