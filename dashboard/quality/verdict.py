"""What a run's quality comes to, in one sentence, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from dashboard.wording import counted

RUNS_END: Final = {
    "published": "The run was published.",
    "unchanged": "Nothing had changed since the run before; the ledger was published.",
    "failed_gate": "The gate refused the run; what was published before stays.",
    "failed": "The run stopped; what was published before stays.",
}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How a run is to be seen: ``kind`` is good, warning or error; ``hints`` say what to do."""

    kind: str
    words: str
    hints: tuple[str, ...]


def verdict_of(facts: dict[str, Any]) -> Verdict:
    """Return the verdict on a run.

    Args:
        facts: Row of mart.quality_by_run.
    """
    status = str(facts["status"])
    words = RUNS_END.get(status, status)
    if facts.get("error_text"):
        words = f"{words} {facts['error_text']}"
    hints = tuple(_hints(facts))
    if status.startswith("failed"):
        return Verdict(kind="error", words=words, hints=hints)
    return Verdict(kind="warning" if hints else "good", words=words, hints=hints)


def _hints(facts: dict[str, Any]) -> list[str]:
    measures = facts["failed_critical_measure_count"] + facts["failed_warning_measure_count"]
    hints = {
        f"{counted(facts['rejected_row_count'], 'row was', 'rows were')} refused: correct the "
        "input or the rule, then replay them as it stands below.": facts["rejected_row_count"],
        f"{counted(facts['failed_file_count'], 'file')} could not be read: the reasons stand "
        "below.": facts["failed_file_count"],
        f"{counted(measures, 'measure lies', 'measures lie')} outside the limits.": measures,
        f"{counted(facts['failed_warning_count'], 'rule warns', 'rules warn')}: the rows are "
        "loaded, but worth a look.": facts["failed_warning_count"],
        "The version scores too low and was published with a reason.": facts["is_forced"],
    }
    return [words for words, count in hints.items() if count]
