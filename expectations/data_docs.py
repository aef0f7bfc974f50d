"""Great Expectations' own pages (Data Docs) about frames, for those who know them.

They are no part of a run: everything is judged anew, each rule by itself, in a project of Great
Expectations that stays in the folder. Its pages take style and scripts from a network: without one
its index is empty, and the page of each table is plain.
"""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from expectations.rules import Context, rules_for
from expectations.structure import check_structure, known_tables
from expectations.suites import suite_for
from expectations.translation import translate
from warehouse.errors import EnvironmentFault, UsageError
from warehouse.faults import storage_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from expectations.suites import Expectation
    from warehouse.contract import Table


SITE: Final = Path("gx", "uncommitted", "data_docs", "local_site", "validations")
"""Where Great Expectations puts the pages about what it judged; their names sort by time."""


@dataclass(frozen=True, kw_only=True)
class JudgedTable:
    """How many expectations of a table were judged, how many failed, and the page about them."""

    name: str
    expectation_count: int
    failed_count: int
    page: Path


def build_data_docs(
    frames: Mapping[str, pl.DataFrame],
    *,
    run_on: date,
    folder: Path,
    on_table: Callable[[str], None] | None = None,
) -> list[JudgedTable]:
    """Judge frames in a project of Great Expectations and let it write its pages.

    Args:
        frames: Frames by qualified table name, complete for their documents.
        run_on: Day of the run that loaded them; it bounds plausible publication dates.
        folder: Folder of the project, new or empty, or one that this has filled before.
        on_table: Called with the name of each table before it is judged, for progress.

    Returns:
        What was judged of each table, in the order of the contract.

    Raises:
        GateError: If a frame has not the declared structure, or a rule cannot be judged.
        UsageError: If the folder holds something else.
        EnvironmentFault: If the folder cannot be written.
    """
    _require_own_folder(folder)
    context = Context(frames=frames, run_on=run_on)
    with storage_faults(folder), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its dependencies warn about themselves
        project = _open_project(folder)
        judged = {}
        for table in known_tables(frames):
            if on_table is not None:
                on_table(table.qualified_name)
            frame = frames[table.qualified_name]
            judged[table.qualified_name] = _judge(project, table, frame, context)
        project.build_data_docs()
    return [_judged_table(folder, name, verdicts) for name, verdicts in judged.items()]


def _judged_table(folder: Path, name: str, verdicts: Sequence[bool]) -> JudgedTable:
    pages = sorted((folder / SITE / Path(*name.split("."))).rglob("*.html"))
    if not pages:
        msg = f"Great Expectations wrote no page about {name} to {folder}; see what it left there."
        raise EnvironmentFault(msg)
    return JudgedTable(
        name=name,
        expectation_count=len(verdicts),
        failed_count=verdicts.count(False),
        page=pages[-1],
    )


def _require_own_folder(folder: Path) -> None:
    with storage_faults(folder):
        others = [item.name for item in folder.iterdir()] if folder.is_dir() else []
    if others and "gx" not in others:
        msg = f"{folder} holds other files ({min(others)} ...); give a new or empty folder."
        raise UsageError(msg)


def _open_project(folder: Path) -> Any:  # noqa: ANN401 - great_expectations has no types
    os.environ["GX_ANALYTICS_ENABLED"] = "false"  # read at import: we send nothing to anyone
    import great_expectations as gx  # noqa: PLC0415 - lazily, it costs seconds
    from great_expectations.data_context.types.base import (  # noqa: PLC0415 - as above
        ProgressBarsConfig,
    )

    folder.mkdir(parents=True, exist_ok=True)
    project = gx.get_context(mode="file", project_root_dir=str(folder))
    project.variables.progress_bars = ProgressBarsConfig(globally=False)
    return project


def _judge(
    project: Any,  # noqa: ANN401 - great_expectations has no types
    table: Table,
    frame: pl.DataFrame,
    context: Context,
) -> list[bool]:
    """Let the project judge one table and keep what it saw; return which expectations held."""
    from great_expectations.core import ExpectationSuite  # noqa: PLC0415 - it costs seconds
    from great_expectations.core.validation_definition import (  # noqa: PLC0415 - as above
        ValidationDefinition,
    )

    name = table.qualified_name
    check_structure(table, frame)
    rules = rules_for(name, context.frames)
    helpers = [_broken(rule.broken_rows(frame, context), rule.expectation) for rule in rules]
    rows = frame.with_columns(helpers)
    asked = [*suite_for(table), *(rule.expectation for rule in rules)]
    suite = ExpectationSuite(name=name, expectations=[_noted(e, rows.columns) for e in asked])
    definition = ValidationDefinition(
        name=name, data=_rows_definition(project, name), suite=project.suites.add_or_update(suite)
    )
    stored = project.validation_definitions.add_or_update(definition)
    seen = stored.run(batch_parameters={"dataframe": _as_pandas(rows)})
    return [bool(result.success) for result in seen.results]


def _broken(broken: pl.Series, expectation: Expectation) -> pl.Series:
    """Return the helper column of a rule: its name where a row breaks it, null elsewhere."""
    named = pl.select(pl.when(broken).then(pl.lit(expectation.name))).to_series()
    return named.alias(expectation.helper or expectation.name)


def _noted(expectation: Expectation, columns: list[str]) -> Any:  # noqa: ANN401 - as above
    counterpart = translate(expectation, columns)
    counterpart.notes = expectation.reason or None
    return counterpart


def _rows_definition(project: Any, name: str) -> Any:  # noqa: ANN401 - as above
    source = project.data_sources.add_or_update_pandas("tallybook")
    asset = source.add_dataframe_asset(name)
    return asset.add_batch_definition_whole_dataframe("rows")


def _as_pandas(rows: pl.DataFrame) -> Any:  # noqa: ANN401 - pandas has no types
    # bounds of decimals and days are only compared as float and timestamp
    exact = rows.with_columns(
        pl.selectors.decimal().cast(pl.Float64), pl.selectors.date().cast(pl.Datetime("us"))
    )
    return exact.to_pandas()
