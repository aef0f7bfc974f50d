"""Verdicts as rows of the ledger, and as the sentence that stops a run.

``ops.measures`` has a row for each sample, allowed or not. A broken limit of severity warning has
one row in ``ops.issues`` as well, under the measure with its subject: ``figures_per_1000_words``,
``mentions_per_1000_words(GPE)``. A broken critical limit stops the run.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from expectations.ledger import ops_frame
from expectations.limits import EVERY_SUBJECT
from expectations.measures.scales import SHARE
from expectations.suites import CRITICAL
from warehouse.row_keys import row_key
from warehouse.tables.raw import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from expectations.measures.judging import Verdict

SHOWN_ISSUES: Final = 20
"""Rows that one measure adds to ``ops.issues`` of a run; a further row counts the others."""
WHOLE_TABLE: Final = "{}"


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Rows of ``ops.measures`` and ``ops.issues`` of a run; ``refusal`` says why it must stop."""

    measures: pl.DataFrame
    issues: pl.DataFrame
    refusal: str | None = None


def measured_run(
    run_id: str, verdicts: Sequence[Verdict], documents: Mapping[str, Verdict] | None = None
) -> Measured:
    """Return the ledger of what was measured of a run.

    Args:
        run_id: The run.
        verdicts: Verdicts about the run as a whole.
        documents: Verdicts about single documents, by document_id; they give issues only.
    """
    broken = [verdict for verdict in verdicts if not verdict.is_success]
    warned = [verdict for verdict in broken if verdict.limit.severity != CRITICAL]
    issues = [_issue(verdict, rule_of(verdict), WHOLE_TABLE) for verdict in warned]
    issues += document_issues(documents or {})
    return Measured(
        measures=ops_frame("ops.measures", [_measure_row(run_id, each) for each in verdicts]),
        issues=ops_frame("ops.issues", [{"run_id": run_id, **issue} for issue in issues]),
        refusal=describe_refusal([each for each in broken if each.limit.severity == CRITICAL]),
    )


def rule_of(verdict: Verdict) -> str:
    """Return the measure with its subject, as ``ops.issues`` names it."""
    sample = verdict.sample
    subject = "" if sample.subject == EVERY_SUBJECT else f"({sample.subject})"
    return f"{sample.measure.name}{subject}"


def document_issues(verdicts: Mapping[str, Verdict]) -> list[dict[str, object]]:
    """Return an issue for each document that deviates, the farthest first, bounded in number.

    Args:
        verdicts: Verdicts by document_id.
    """
    broken = {name: verdict for name, verdict in verdicts.items() if not verdict.is_success}
    names = sorted(broken, key=lambda name: (-abs(broken[name].robust_z or 0), name))
    issues = [
        _issue(
            broken[name],
            broken[name].sample.measure.name,
            row_key(DOCUMENTS, {"document_id": name}),
        )
        for name in names[:SHOWN_ISSUES]
    ]
    if len(names) > SHOWN_ISSUES:
        last = broken[names[SHOWN_ISSUES]]
        detail = f"{len(names) - SHOWN_ISSUES} more documents deviate less far."
        issues.append({**_issue(last, last.sample.measure.name, WHOLE_TABLE), "detail": detail})
    return issues


def describe_refusal(broken: Sequence[Verdict]) -> str | None:
    """Return why a run stops, one sentence; None when no critical limit is broken."""
    if not broken:
        return None
    faults = "; ".join(f"{rule_of(verdict)}: {describe(verdict)}" for verdict in broken)
    return f"The run breaks its limits, nothing was published: {faults}"


def describe(verdict: Verdict) -> str:
    """Return what was measured, what was allowed, and what that means."""
    sample, limit = verdict.sample, verdict.limit
    show = sample.measure.scale.show
    low, high = verdict.expected_low, verdict.expected_high
    # Nothing that is measured lies below zero.
    allowed = [f"at least {show(low)}"] if low else []
    allowed += [f"at most {show(high)}"] if high is not None else []
    unit = "" if sample.measure.scale is SHARE else f" {limit.unit}"
    far = ""
    if verdict.robust_z is not None:
        far = f"; {abs(verdict.robust_z):.1f} robust standard deviations from the median of "
        far += f"{verdict.history_count} others"
    return f"{show(sample.value)}{unit}, expected {' and '.join(allowed)}{far}. {limit.reason}"


def _issue(verdict: Verdict, rule: str, key: str) -> dict[str, object]:
    table = verdict.sample.measure.table or verdict.sample.subject
    return {"table_name": table, "row_key": key, "rule": rule, "detail": describe(verdict)}


def _measure_row(run_id: str, verdict: Verdict) -> dict[str, object]:
    sample = verdict.sample
    if not math.isfinite(sample.value):
        msg = f"{rule_of(verdict)} is {sample.value}"
        raise ValueError(msg)
    return {
        "run_id": run_id,
        "measure": sample.measure.name,
        "subject": sample.subject,
        "value": sample.value,
        "base_count": sample.base_count,
        "history_count": verdict.history_count,
        "expected_low": verdict.expected_low,
        "expected_high": verdict.expected_high,
        "robust_z": verdict.robust_z,
        "severity": verdict.limit.severity,
        "is_success": verdict.is_success,
    }
