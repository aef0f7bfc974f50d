"""The report as a file beside its warehouse."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.quality_report.document import START
from tasks.quality_report.page import render_report
from tasks.quality_report.summary import render_summary
from warehouse.errors import EnvironmentFault
from warehouse.faults import storage_faults
from warehouse.quality import read_quality

if TYPE_CHECKING:
    from pathlib import Path


def report_path(warehouse: Path) -> Path:
    """Return where the report of a warehouse lies: ``w-quality.html`` beside ``w.duckdb``."""
    return warehouse.with_name(f"{warehouse.stem}-quality.html")


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report that was written: the file, and in a few lines of Markdown what it says."""

    file: Path
    summary: str


def write_report(warehouse: Path, run_id: str | None = None, file: Path | None = None) -> Report:
    """Write the report of a run; readers see the old one or the new one, never half.

    Args:
        warehouse: The published warehouse, as users name it.
        run_id: The run; the latest one when None.
        file: Where to write; beside the warehouse when None.

    Raises:
        UsageError: If there is no such run.
        EnvironmentFault: If the warehouse cannot be read, or the file not be written, or another
            one, which is no report, lies there.
    """
    target = report_path(warehouse) if file is None else file
    with storage_faults(target):
        _require_own(target)
    quality = read_quality(warehouse, run_id)
    page = render_report(quality, warehouse)
    with storage_faults(target):
        _replace(target, page)
    return Report(file=target, summary=render_summary(quality, target))


def _replace(target: Path, page: str) -> None:
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        unfinished.write_text(page, encoding="utf-8")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _require_own(target: Path) -> None:
    if not target.exists():
        return
    with target.open("rb") as file:
        is_own = file.read(len(START.encode())) == START.encode()
    if not is_own:
        msg = f"{target} is no quality report and is not replaced; move it away or choose --out."
        raise EnvironmentFault(msg)
