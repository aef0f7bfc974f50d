"""What a validation hands back, how several parts become one, and the gate on refused rows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from expectations.ledger import SHOWN_ROWS, ops_frame
from expectations.limits import REJECTED_SHARE, limit_of
from warehouse.errors import GateError
from warehouse.row_json import render_json
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, kw_only=True)
class Validated:
    """Rows that may be loaded, and the ledger of those that may not.

    ``accepted`` holds the frames that were given, by qualified table name, without their refused
    rows and in their order; the other three obey the tables of the schema ``ops``. Of each table,
    rows in = accepted + distinct ``row_key`` of ``rejected_rows``.
    """

    accepted: dict[str, pl.DataFrame]
    rejected_rows: pl.DataFrame
    validations: pl.DataFrame
    issues: pl.DataFrame

    def rejected_count(self, table_name: str) -> int:
        """Return the number of refused rows of a table, each counted once."""
        refused = self.rejected_rows.filter(pl.col("table_name") == table_name)
        return refused["row_key"].n_unique()


def combine_validated(parts: Sequence[Validated]) -> Validated:
    """Return several validations of one run as one, with one row per expectation.

    Args:
        parts: Validations of distinct documents, or of distinct tables, under one ``run_id``; at
            least one.
    """
    names = list(dict.fromkeys(name for part in parts for name in part.accepted))
    return Validated(
        accepted={
            name: pl.concat([part.accepted[name] for part in parts if name in part.accepted])
            for name in names
        },
        rejected_rows=pl.concat([part.rejected_rows for part in parts]),
        validations=_combine_validations(pl.concat([part.validations for part in parts])),
        issues=pl.concat([part.issues for part in parts]),
    )


def _combine_validations(validations: pl.DataFrame) -> pl.DataFrame:
    key = TABLES_BY_NAME["ops.validations"].key
    combined: dict[tuple[object, ...], dict[str, Any]] = {}
    for row in validations.iter_rows(named=True):
        place = tuple(row[name] for name in key)
        combined[place] = _add(combined[place], row) if place in combined else row
    return ops_frame("ops.validations", list(combined.values()))


def _add(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    seen = [json.loads(row["observed"]) for row in (first, second)]
    row_count = sum(item["row_count"] for item in seen)
    unexpected_count = first["unexpected_count"] + second["unexpected_count"]
    first_rows = [key for item in seen for key in item["first_rows"]][:SHOWN_ROWS]
    return {
        **first,
        "is_success": first["is_success"] and second["is_success"],
        "observed": render_json({"row_count": row_count, "first_rows": first_rows}),
        "unexpected_count": unexpected_count,
        "unexpected_share": unexpected_count / max(row_count, 1),
        "duration_s": first["duration_s"] + second["duration_s"],
    }


def check_rejected_share(validated: Validated, max_share: float | None = None) -> None:
    """Stop a run that would lose too large a share of a table.

    Args:
        validated: Result of the whole run.
        max_share: Largest share of a table's rows, 0 to 1, that may be refused, in place of the
            table's limit in ``expectations/limits.csv``, which stops no run unless it is critical.
            The limit's ``min_base`` holds in any case: fewer refused rows never stop a run, because
            in a small run one is a large share.

    Raises:
        GateError: Naming each table above the limit, its counts and the rule that refused most.
    """
    faults = [
        _describe_loss(validated, name, accepted.height, share)
        for name, accepted in validated.accepted.items()
        if (share := _broken_limit(validated, name, accepted.height, max_share)) is not None
    ]
    if faults:
        msg = (
            f"Too many rows were refused: {'; '.join(faults)}; look at ops.rejected_rows, then "
            "correct the input or the rule, or raise max_rejected_share."
        )
        raise GateError(msg)


def _broken_limit(
    validated: Validated, table_name: str, accepted_count: int, max_share: float | None
) -> float | None:
    """Return the largest share allowed if more was refused, else None."""
    limit = limit_of(REJECTED_SHARE, table_name)
    share = limit.largest_loss(max_share) if limit else None
    rejected = validated.rejected_count(table_name)
    if limit is None or share is None or rejected < limit.min_base:
        return None
    return share if rejected > share * (rejected + accepted_count) else None


def _describe_loss(validated: Validated, table_name: str, accepted_count: int, limit: float) -> str:
    rejected = validated.rejected_count(table_name)
    refused = validated.rejected_rows.filter(pl.col("table_name") == table_name)
    counts = refused.group_by("rule").len().sort("len", "rule", descending=[True, False])
    total = rejected + accepted_count
    most_often = counts["rule"][0]
    return (
        f"{table_name} {rejected} of {total} rows (limit {limit:.0%}), most often by {most_often}"
    )
