"""Great Expectations behind one function: frame and expectations in, broken rows out.

Importing it costs seconds, so it happens with the first call and once per process. It knows no
polars, and its DuckDB path is broken in 1.24: frames go through pandas.
"""

from __future__ import annotations

import logging
import os
import threading
import time
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from expectations.merging import merge_rules, name_broken_rules, rows_by_rule
from expectations.suites import Check, Expectation
from expectations.translation import RULE, translate
from warehouse.errors import GateError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMPLETE: Final = {"result_format": "COMPLETE", "return_unexpected_index_query": False}
"""With the position of each broken row; naming a column for it would cost a lookup per row."""
_LOCK: Final = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What one expectation saw.

    ``broken_rows`` are positions in the judged frame, ascending; ``duration_s`` is the time that
    Great Expectations took for the table, shared evenly over its expectations, in seconds.
    """

    expectation: Expectation
    row_count: int
    broken_rows: tuple[int, ...]
    duration_s: float

    @property
    def is_success(self) -> bool:
        """True when no row breaks the expectation."""
        return not self.broken_rows


def judge(
    frame: pl.DataFrame, expectations: Sequence[Expectation], *, table_name: str
) -> list[Judgement]:
    """Judge every expectation on a frame.

    Args:
        frame: Rows of one table plus the boolean helper columns that the expectations name.
        expectations: What to judge; the order of the answer is theirs.
        table_name: Schema and name of the table, for messages.

    Returns:
        One judgement per expectation. Without rows, every expectation holds.

    Raises:
        GateError: If an expectation cannot be judged (a column is missing, Great Expectations
            fails), or if the columns are not the declared ones; it names the expectation.
    """
    started = time.perf_counter()
    broken = _broken_rows(frame, expectations, table_name) if frame.height else {}
    duration_s = (time.perf_counter() - started) / max(len(expectations), 1)
    return [
        Judgement(
            expectation=expectation,
            row_count=frame.height,
            broken_rows=broken.get(expectation.rule, ()),
            duration_s=duration_s,
        )
        for expectation in expectations
    ]


def warm_up() -> None:
    """Pay now for what only the first judgement pays for: the import and the first metrics.

    Judging frames without rows does not: it needs no engine at all.
    """
    expectation = Expectation(name=Check.NOT_NULL, check=Check.NOT_NULL, columns=("name",))
    judge(pl.DataFrame({"name": ["any"]}), [expectation], table_name="warm_up")


def _broken_rows(
    frame: pl.DataFrame, expectations: Sequence[Expectation], table_name: str
) -> dict[str, tuple[int, ...]]:
    """Return the positions of the rows that break each expectation, by its rule."""
    _stop_if_unhelped(frame, expectations, table_name)
    rows = name_broken_rules(frame, expectations)
    asked = {item.rule: item for item in merge_rules(expectations)}
    with _LOCK:
        batch = _batch(rows)
        # true or false costs 40 % less than a summary
        results = _validate(batch, asked, rows.columns, table_name, "BOOLEAN_ONLY")
        failed = {rule: asked[rule] for rule, result in results.items() if not result.success}
        for expectation in failed.values():
            _stop_if_structural(expectation, table_name)
        if not failed:
            return {}
        # the complete result costs time per failing row, so only what failed is asked again
        results = _validate(batch, failed, rows.columns, table_name, COMPLETE)
    found: dict[str, tuple[int, ...]] = {}
    for rule, result in results.items():
        positions = _positions(result, failed[rule], table_name)
        is_merged = failed[rule].check is Check.HOLDS
        found |= rows_by_rule(rows, positions) if is_merged else {rule: positions}
    return found


def _stop_if_unhelped(
    frame: pl.DataFrame, expectations: Sequence[Expectation], table_name: str
) -> None:
    for item in expectations:
        if item.check is Check.HOLDS and frame.schema.get(item.helper or "") != pl.Boolean:
            raise _unjudged(item, table_name, f"there is no boolean column {item.helper}")


def _positions(
    result: Any,  # noqa: ANN401 - great_expectations has no types
    expectation: Expectation,
    table_name: str,
) -> tuple[int, ...]:
    positions = result.result.get("unexpected_index_list")
    if not positions:
        raise _unjudged(expectation, table_name, "it failed without a broken row")
    return tuple(sorted({int(position) for position in positions}))


def _stop_if_structural(expectation: Expectation, table_name: str) -> None:
    if expectation.check is Check.COLUMN_ORDER:
        msg = (
            f"{table_name}: {expectation.name} failed, the columns are not the declared ones; "
            "correct the step that builds the frame."
        )
        raise GateError(msg)


def _validate(
    batch: Any,  # noqa: ANN401 - great_expectations has no types
    expectations: Mapping[str, Expectation],
    columns: Sequence[str],
    table_name: str,
    result_format: str | Mapping[str, object],
) -> dict[str, Any]:
    from great_expectations.core import ExpectationSuite  # noqa: PLC0415 - lazily, it costs seconds

    translated = [translate(item, columns) for item in expectations.values()]
    suite = ExpectationSuite(name=table_name, expectations=translated)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pandas warns about groups in patterns
            validation = batch.validate(suite, result_format=result_format)
    except Exception as error:  # whatever it raises, nothing was judged
        msg = f"{table_name}: Great Expectations failed ({error}); nothing was judged."
        raise GateError(msg) from error
    # results come back out of order
    results = {item.expectation_config.meta[RULE]: item for item in validation.results}
    for rule, expectation in expectations.items():
        _stop_if_crashed(results.get(rule), expectation, table_name)
    return results


def _stop_if_crashed(
    result: Any,  # noqa: ANN401 - great_expectations has no types
    expectation: Expectation,
    table_name: str,
) -> None:
    reason = "it gave no result" if result is None else _exception_of(result.exception_info)
    if reason is not None:
        raise _unjudged(expectation, table_name, reason)


def _unjudged(expectation: Expectation, table_name: str, reason: str) -> GateError:
    return GateError(
        f"{table_name}: the expectation {expectation.rule} could not be judged ({reason}); "
        "correct the frame or the expectation."
    )


def _exception_of(info: Mapping[str, Any] | None) -> str | None:
    """Return the message of what was raised; the info is flat or keyed by metric."""
    if not info:
        return None
    entries = [info] if "raised_exception" in info else list(info.values())
    raised = [entry for entry in entries if entry["raised_exception"]]
    return str(raised[0]["exception_message"]).strip() if raised else None


def _batch(frame: pl.DataFrame) -> Any:  # noqa: ANN401 - great_expectations has no types
    # bounds of decimals and days are only compared as float and timestamp
    exact = frame.with_columns(
        pl.selectors.decimal().cast(pl.Float64), pl.selectors.date().cast(pl.Datetime("us"))
    )
    # its index, by which broken rows are named, is the position
    return _batch_definition().get_batch({"dataframe": exact.to_pandas()})


@lru_cache(maxsize=1)
def _batch_definition() -> Any:  # noqa: ANN401 - great_expectations has no types
    os.environ["GX_ANALYTICS_ENABLED"] = "false"  # read at import: we send nothing to anyone
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its dependencies warn about themselves
        import great_expectations as gx  # noqa: PLC0415 - lazily, it costs seconds
        from great_expectations.data_context.types.base import (  # noqa: PLC0415
            ProgressBarsConfig,
        )
    # it tells every process of its temporary folder, which is nobody's business
    logging.getLogger("great_expectations").setLevel(logging.WARNING)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset("frame")
    return asset.add_batch_definition_whole_dataframe("rows")
